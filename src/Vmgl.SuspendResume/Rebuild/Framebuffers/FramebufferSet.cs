using Vmgl.SuspendResume.Rebuild.Objects;

namespace Vmgl.SuspendResume.Rebuild.Framebuffers;

/// <summary>The framebuffer objects of a group (GL 3.0 section 4.4), and what is drawn into them.</summary>
internal sealed class FramebufferSet : IAttachments
{
    private readonly Dictionary<uint, Framebuffer> _framebuffers = [];

    /// <summary>Counts what may make drawing mark something that it has marked before.</summary>
    private long _changes;

    /// <summary>All of them.</summary>
    public IEnumerable<Framebuffer> All => _framebuffers.Values;

    /// <summary>Objects without a name that framebuffers still hold.</summary>
    public IEnumerable<IAttachable> Orphans => All
        .SelectMany(framebuffer => framebuffer.Attachments).Where(attachment => attachment.IsOrphan)
        .Select(attachment => attachment.Object!).Distinct();

    /// <summary>Whether a name is one of them.</summary>
    public bool IsTaken(uint name) => _framebuffers.ContainsKey(name);

    /// <summary>The framebuffer of a name, made if need be; null for 0.</summary>
    public Framebuffer? Named(uint name)
    {
        if (name == 0)
        {
            return null;
        }

        if (!_framebuffers.TryGetValue(name, out Framebuffer? found))
        {
            _framebuffers[name] = found = new Framebuffer(name);
        }

        return found;
    }

    /// <summary>Forgets a name.</summary>
    public void Remove(uint name) => _framebuffers.Remove(name);

    /// <summary>Something is drawn, cleared or copied into what is bound for drawing.</summary>
    public void Draw(IBindings bindings)
    {
        if (bindings.DrawFramebuffer is var name and not 0 && Named(name) is { } drawn && drawn.MarkedAt != _changes)
        {
            foreach (Attachment attachment in drawn.Attachments)
            {
                attachment.Spoil();
            }

            drawn.MarkedAt = _changes;
        }
    }

    /// <inheritdoc/>
    public void NoteChange() => _changes++;

    /// <inheritdoc/>
    public void Detach(IAttachable gone, IBindings bindings)
    {
        Named(bindings.DrawFramebuffer)?.Detach(gone);
        Named(bindings.ReadFramebuffer)?.Detach(gone);
    }
}
