using System.Buffers;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Buffers;

/// <summary>A buffer object: its contents, once, and what it is for.</summary>
/// <remarks>The guest has a copy of the contents too, which is newer: what the program wrote and the mirror has not folded is in it. Where
/// both are the same, and stay so for a while, the mirror gives up its own and borrows.</remarks>
internal sealed class BufferObject(uint name, MemoryPool<byte> memory)
{
    /// <summary>Smaller ones are not worth the asking.</summary>
    public const int LeastLent = 4096;

    /// <summary>In settlings: a buffer that is written again and again after it was lent is copied at most so often.</summary>
    private const int MostPatience = 64;

    private IMemoryOwner<byte>? _own;
    private IBufferLoan? _loan;
    private uint _usage;
    private bool _hasChanged;
    private int _calm;
    private int _patience = 1;

    /// <summary>The guest's name.</summary>
    public uint Name => name;

    /// <summary>Bytes of it; -1 before it has a size.</summary>
    public long Size { get; private set; } = -1;

    /// <summary>Bytes of contents that are known.</summary>
    public long Bytes => HasContents ? Size : 0;

    /// <summary>Whether GL wrote into it what the mirror lacks.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Whether anything is known of the contents: not where GL was given none.</summary>
    public bool HasContents => _own is not null || _loan is not null;

    /// <summary>Whether contents are kept here that the guest might lend.</summary>
    public bool IsUnsettled => _own is not null && Size >= LeastLent;

    /// <summary>glBufferData: new contents, or undefined ones of this size when <paramref name="data"/> is empty.</summary>
    public void Reset(long size, uint usage, ReadOnlySpan<byte> data)
    {
        Release();
        (Size, _usage, IsStale, _hasChanged) = (size, usage, false, true);
        if (!data.IsEmpty)
        {
            data.CopyTo(Own());
        }
    }

    /// <summary>Writes a part of it; what lies outside GL has refused.</summary>
    public void Write(long offset, ReadOnlySpan<byte> data)
    {
        if (offset >= 0 && data.Length <= Size - offset)
        {
            data.CopyTo(Own()[(int)offset..]);
            IsStale = IsStale && data.Length != Size;
            _hasChanged = true;
        }
    }

    /// <summary>GL wrote into it.</summary>
    public void Spoil() => IsStale = Size > 0;

    /// <summary>What the host has in it.</summary>
    public void Renew(ReadOnlySpan<byte> contents)
    {
        contents.CopyTo(Own());
        (IsStale, _hasChanged) = (false, true);
    }

    /// <summary>The contents in memory of the mirror's own; zeros where nothing is known of them.</summary>
    public Span<byte> Own() => Padded()[..(int)Size];

    /// <summary>Writes what makes it, by a target that nothing is bound to.</summary>
    public void Write(RebuildWriter to, uint target)
    {
        BindBuffer.Write(to.Reserve(BindBuffer.Bytes), target, name);
        if (Size >= 0)
        {
            byte[] command = new byte[BufferData.Bytes];
            BufferData.Write(command, target, Size, _usage, HasContents ? 1u : 0);
            to.Add(command, HasContents ? Padded() : default);
        }

        BindBuffer.Write(to.Reserve(BindBuffer.Bytes), target, 0);
    }

    /// <summary>Gives up contents that nobody has written since the last time, where the guest lends the same.</summary>
    public void Settle(Func<uint, IBufferLender?> lenderOf)
    {
        if (!IsUnsettled)
        {
            return;
        }

        _calm = _hasChanged ? 0 : _calm + 1;
        _hasChanged = false;
        if (_calm < _patience)
        {
            return;
        }

        _calm = 0;
        if (lenderOf(name)?.TryLend(Own()) is IBufferLoan loan)
        {
            _own!.Dispose();
            (_own, _loan) = (null, loan);
            _patience = Math.Min(2 * _patience, MostPatience);
        }
    }

    /// <summary>Gives all memory back.</summary>
    public void Release()
    {
        _own?.Dispose();
        _loan?.CancelLoan();
        (_own, _loan) = (null, null);
    }

    /// <summary>The contents as they travel, padded to 4 by zeros. Memory is made when something is known of them.</summary>
    private Span<byte> Padded()
    {
        int bytes = (int)Align.To4(Size);
        if (_loan is not null)
        {
            (_own, _loan) = (_loan.TakeBytes(), null);
        }
        else if (_own is null)
        {
            _own = memory.Rent(Math.Max(bytes, 1));
            _own.Memory.Span.Clear();
        }

        return _own.Memory.Span[..bytes];
    }
}
