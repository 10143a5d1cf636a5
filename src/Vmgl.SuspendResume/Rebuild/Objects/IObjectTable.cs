namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>The objects of one kind that a share group has. Commands reach a table by the interface that is generated for its kind
/// (<c>ITextureCommands</c>); this is what else the group asks of it.</summary>
internal interface IObjectTable
{
    /// <summary>Writes what makes the objects anew, for a context of the group that is current and in its initial state, and leaves it
    /// so.</summary>
    void WriteObjects(RebuildWriter to)
    {
    }

    /// <summary>Writes what belongs to one context, which is current and, but for that, in its initial state.</summary>
    void WriteOwn(RebuildWriter to, uint context)
    {
    }

    /// <summary>Writes what is going on in one context, which is current, when everything else of it has been written.</summary>
    void WriteActive(RebuildWriter to, uint context)
    {
    }

    /// <summary>Writes what became of objects while they were in use, when all contexts of the group have been written. One in its initial
    /// state is current.</summary>
    void WriteLast(RebuildWriter to)
    {
    }

    /// <summary>Forgets what belonged to a context that is gone.</summary>
    void ForgetContext(uint context)
    {
    }

    /// <summary>Reads from the host what GL wrote and the mirror lacks. A context of the group in its initial state is current.</summary>
    /// <exception cref="HostLostException">The host is gone; each object is old or new, never half of both.</exception>
    void ReadBack(HostAnswers host)
    {
    }

    /// <summary>The same for what belongs to one context, which is current in whatever state, and is left so.</summary>
    /// <exception cref="HostLostException">The host is gone; each object is old or new, never half of both.</exception>
    void ReadBackOwn(HostAnswers host, uint context)
    {
    }

    /// <summary>The contents that only the host has.</summary>
    IEnumerable<StaleContent> Stale => [];

    /// <summary>Bytes of contents that are kept.</summary>
    long Bytes => 0;
}
