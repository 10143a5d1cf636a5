using System.Buffers;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Recovery;

/// <summary>A copy of a frame that was sent and may have to be sent again.</summary>
internal sealed unsafe class KeptFrame
{
    private readonly int _commandBytes;
    private readonly int _bulkBytes;
    private Pages? _pages;
    private byte[] _pooled;

    /// <summary>Copies a frame.</summary>
    public KeptFrame(in SentFrame frame)
    {
        (Stream, Swapped, End, IsAwaiting) = (frame.Stream, frame.Swapped, frame.End, frame.IsAwaiting);
        _commandBytes = frame.Commands.Length;
        _bulkBytes = frame.Copied.Length + (int)Align.To4(frame.BulkBytes);
        int bytes = _commandBytes + _bulkBytes;
        _pages = bytes < PagePool.LeastBytes ? null : new Pages(bytes);
        _pooled = _pages is null ? ArrayPool<byte>.Shared.Rent(bytes) : [];
        frame.Commands.CopyTo(Room);
        frame.Copied.CopyTo(Room[_commandBytes..]);
        Span<byte> last = Room.Slice(_commandBytes + frame.Copied.Length, _bulkBytes - frame.Copied.Length);
        if (last.Length > 0)
        {
            last[^4..].Clear();
            new ReadOnlySpan<byte>(frame.Bulk, (int)frame.BulkBytes).CopyTo(last);
        }
    }

    /// <summary>The stream that sent it.</summary>
    public uint Stream { get; }

    public ReadOnlySpan<byte> Commands => Room[.._commandBytes];

    /// <summary>All payloads, padded each.</summary>
    public ReadOnlySpan<byte> Bulk => Room.Slice(_commandBytes, _bulkBytes);

    /// <summary>The drawable whose swap it ends with; 0 when it ends with none.</summary>
    public uint Swapped { get; }

    /// <summary>Whether it ends with a swap.</summary>
    public bool IsSwap => Swapped != 0;

    /// <summary>The number of the picture that shows that swap, 0 when there is none; null while the host has not reported it.</summary>
    public uint? Picture { get; set; }

    /// <summary>What is open at its end.</summary>
    public FrameEnd End { get; }

    /// <summary>Whether anything is open at its end: the mirror cannot stop here.</summary>
    public bool IsOpen => End != FrameEnd.Closed;

    /// <summary>The number of debug messages that came between the swap before and this one, once this one is acknowledged.</summary>
    public int Messages { get; set; }

    /// <summary>Whether its last command is a question without an answer yet: only the answer tells what was made, so the frame is not
    /// folded before.</summary>
    public bool IsAwaiting { get; set; }

    /// <summary>Whether the host has acknowledged the swap.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>The GL error that the stream's context had pending after that swap; 0 for none.</summary>
    public uint PendingError { get; set; }

    /// <summary>Whether the host has reported for these commands whether it met with errors.</summary>
    public bool IsJudged { get; set; }

    /// <summary>Whether the host met with no error around these commands.</summary>
    public bool IsErrorFree { get; set; }

    /// <summary>The host's answers that the mirror needs, by token.</summary>
    public Dictionary<uint, byte[]>? Answers { get; set; }

    /// <summary>Bytes of its commands and payloads.</summary>
    public long Bytes => _commandBytes + _bulkBytes;

    /// <summary>Frees the memory; the frame is not used any more.</summary>
    public void FreeMemory()
    {
        if (_pooled.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_pooled);
        }

        ((IDisposable?)_pages)?.Dispose();
        (_pages, _pooled) = (null, []);
    }

    private Span<byte> Room => _pages is null ? _pooled : _pages.GetSpan();
}
