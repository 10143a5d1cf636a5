using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Queries;

/// <summary>A query (GL 1.5 section 4.1.7). It belongs to the context that began it.</summary>
internal sealed class QueryObject(uint name, uint context)
{
    /// <summary>The guest's name.</summary>
    public uint Name => name;

    /// <summary>The context that it belongs to.</summary>
    public uint Context => context;

    /// <summary>What it counts.</summary>
    public uint Target { get; private set; }

    /// <summary>Whether it is counting.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Its result; null while only the host knows it.</summary>
    public ulong? Result { get; private set; }

    /// <summary>It begins to count.</summary>
    public void Begin(uint target) => (Target, IsActive, Result, _isCounter) = (target, true, null, false);

    /// <summary>It has counted.</summary>
    public void End() => IsActive = false;

    /// <summary>It notes the time.</summary>
    public void Note(uint target) => (Target, IsActive, Result, _isCounter) = (target, false, null, true);

    /// <summary>The host has told its result.</summary>
    public void Learn(ulong result) => Result = IsActive ? null : result;

    /// <summary>Writes what makes it; its context is current.</summary>
    public void Write(RebuildWriter to)
    {
        if (IsActive)
        {
            return; // begins at the end: nothing of the rebuilding may be counted
        }

        if (_isCounter)
        {
            QueryCounter.Write(to.Reserve(QueryCounter.Bytes), name, Target);
        }
        else
        {
            BeginQuery.Write(to.Reserve(BeginQuery.Bytes), Target, name);
            EndQuery.Write(to.Reserve(EndQuery.Bytes), Target);
        }

        if (Result is ulong known)
        {
            GiveQueryResult.Write(to.Reserve(GiveQueryResult.Bytes), name, (uint)known, (uint)(known >> 32));
        }
    }

    private bool _isCounter;
}
