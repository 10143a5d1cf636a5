using Vmgl.SuspendResume.Rebuild.Objects;

namespace Vmgl.SuspendResume.Rebuild.Shaders;

/// <summary>The uniforms that a program's commands set since it was linked.</summary>
/// <remarks>A program sets them thousands of times a frame: a value is laid over the one before it. Commands that differ in anything but
/// their values are kept side by side, in the order in which they were last given, so that parts of arrays come out as they were. Whether
/// GL takes a command depends on its form, not on its values, except for the texture unit of a sampler: of those the last one that surely
/// worked is kept too.</remarks>
internal sealed class UniformValues
{
    private readonly Dictionary<ulong, Entry> _entries = [];
    private ulong _lastKey = ulong.MaxValue;
    private Entry? _last;
    private long _time;

    /// <summary>Whether none was set.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _entries.Values.Sum(entry => (long)entry.Command.Length);

    /// <summary>A uniform is set.</summary>
    /// <param name="mayBeSampler">Whether its value may be a texture unit.</param>
    public void Set(int location, bool mayBeSampler, in FoldedCommand command)
    {
        ulong key = (uint)location | ((ulong)(ushort)command.Opcode << 32) | ((ulong)((uint)command.Bytes.Length & 0xFFFF) << 48);
        if (key == _lastKey && _last!.Command.Length == command.Bytes.Length && (command.IsSure || !mayBeSampler))
        {
            command.Bytes.CopyTo(_last.Command);
            _last.Time = ++_time;
            return;
        }

        SetOther(key, mayBeSampler, command.Bytes, command.IsSure);
    }

    /// <summary>Writes what sets them; the program is in use.</summary>
    public void Write(RebuildWriter to)
    {
        foreach (Entry entry in _entries.Values.OrderBy(entry => entry.Time))
        {
            if (entry.Sure is not null)
            {
                to.Add(entry.Sure);
            }

            to.Add(entry.Command);
        }
    }

    private void SetOther(ulong key, bool mayBeSampler, ReadOnlySpan<byte> command, bool isSure)
    {
        if (!_entries.TryGetValue(key, out Entry? entry))
        {
            _entries[key] = entry = new Entry(command.ToArray());
        }
        else if (!isSure && mayBeSampler && !command.SequenceEqual(entry.Command))
        {
            entry.Sure ??= entry.Command;
            entry.Command = command.ToArray();
        }
        else if (entry.Command.Length == command.Length)
        {
            command.CopyTo(entry.Command);
        }
        else
        {
            entry.Command = command.ToArray();
        }

        entry.Sure = isSure ? null : entry.Sure;
        entry.Time = ++_time;
        (_lastKey, _last) = (entry.Sure is null ? key : ulong.MaxValue, entry);
    }

    private sealed class Entry(byte[] command)
    {
        public byte[] Command = command;
        public byte[]? Sure;
        public long Time;
    }
}
