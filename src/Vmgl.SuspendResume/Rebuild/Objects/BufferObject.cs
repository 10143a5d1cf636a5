using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume;

/// <summary>A buffer object: its contents, once, and what it is for.</summary>
internal sealed class BufferObject(uint name)
{
    private byte[]? _contents;
    private uint _usage;

    /// <summary>The guest's name.</summary>
    public uint Name => name;

    /// <summary>Bytes of it; -1 before it has a size.</summary>
    public long Size { get; private set; } = -1;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _contents?.Length ?? 0;

    /// <summary>Whether GL wrote into it what the mirror lacks.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The contents as far as they are kept: nothing where GL was given none.</summary>
    public ReadOnlySpan<byte> Contents => _contents.AsSpan(0, _contents is null ? 0 : (int)Size);

    /// <summary>glBufferData: new contents, or undefined ones of this size when <paramref name="data"/> is empty.</summary>
    public void Reset(long size, uint usage, ReadOnlySpan<byte> data)
    {
        (Size, _usage, IsStale) = (size, usage, false);
        _contents = null;
        if (!data.IsEmpty)
        {
            Room();
            data.CopyTo(_contents);
        }
    }

    /// <summary>Writes a part of it; what lies outside GL has refused.</summary>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        if (offset >= 0 && data.Length <= Size - offset)
        {
            Room();
            data.CopyTo(_contents.AsSpan((int)offset));
            IsStale = IsStale && data.Length != Size;
        }
    }

    /// <summary>GL wrote into it.</summary>
    public void Spoil() => IsStale = Size > 0;

    /// <summary>What the host has in it.</summary>
    public void Renew(ReadOnlySpan<byte> contents)
    {
        Room();
        contents.CopyTo(_contents);
        IsStale = false;
    }

    /// <summary>Writes what makes it, by a target that nothing is bound to.</summary>
    public void Write(RebuildWriter to, uint target)
    {
        BindBuffer.Write(to.Reserve(BindBuffer.Bytes), target, name);
        if (Size >= 0)
        {
            byte[] command = new byte[BufferData.Bytes];
            BufferData.Write(command, target, Size, _usage, _contents is null ? 0u : 1);
            to.Add(command, _contents);
        }

        BindBuffer.Write(to.Reserve(BindBuffer.Bytes), target, 0);
    }

    /// <summary>Memory for the contents, padded as they travel; it is made when something is known of them.</summary>
    private void Room() => _contents ??= new byte[Align.To4((int)Size)];
}
