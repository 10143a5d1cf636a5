using System.Buffers;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Survival;

/// <summary>What is open at the end of a frame.</summary>
internal enum FrameEnd
{
    /// <summary>Nothing.</summary>
    Closed,

    /// <summary>A display list is being made.</summary>
    InList,

    /// <summary>glBegin came, glEnd did not: nothing can be asked (GL 1.5 section 2.6.3).</summary>
    InPrimitive,
}

/// <summary>A copy of a frame that was sent and may have to be sent again.</summary>
internal sealed unsafe class KeptFrame
{
    private readonly int _commandBytes;
    private readonly int _bulkBytes;
    private Pages? _pages;
    private byte[] _pooled;

    /// <summary>Copies a frame: its commands, payloads that are padded already, and one more from where it lies.</summary>
    public KeptFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied, byte* bulk, long bulkBytes)
    {
        Stream = stream;
        _commandBytes = commands.Length;
        _bulkBytes = copied.Length + (int)Align.To4(bulkBytes);
        int bytes = _commandBytes + _bulkBytes;
        _pages = bytes < PagePool.LeastBytes ? null : new Pages(bytes);
        _pooled = _pages is null ? ArrayPool<byte>.Shared.Rent(bytes) : [];
        commands.CopyTo(Room);
        copied.CopyTo(Room[_commandBytes..]);
        Span<byte> last = Room.Slice(_commandBytes + copied.Length, _bulkBytes - copied.Length);
        if (last.Length > 0)
        {
            last[^4..].Clear();
            new ReadOnlySpan<byte>(bulk, (int)bulkBytes).CopyTo(last);
        }
    }

    /// <summary>Copies a frame whose payloads are all copied and padded already.</summary>
    public KeptFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied)
        : this(stream, commands, copied, null, 0)
    {
    }

    /// <summary>The stream that sent it.</summary>
    public uint Stream { get; }

    public ReadOnlySpan<byte> Commands => Room[.._commandBytes];

    /// <summary>All payloads, padded each.</summary>
    public ReadOnlySpan<byte> Bulk => Room.Slice(_commandBytes, _bulkBytes);

    /// <summary>The drawable whose swap it ends with; 0 when it ends with none.</summary>
    public uint Swapped { get; init; }

    /// <summary>Whether it ends with a swap.</summary>
    public bool IsSwap => Swapped != 0;

    /// <summary>The picture that shows that swap, 0 when there is none; null while the host has not said so.</summary>
    public uint? Picture { get; set; }

    /// <summary>What is open at its end.</summary>
    public FrameEnd End { get; init; }

    /// <summary>Whether anything is open at its end: the mirror cannot stop here.</summary>
    public bool IsOpen => End != FrameEnd.Closed;

    /// <summary>Debug messages that came between the swap before and this one, once that is done.</summary>
    public int Heard { get; set; }

    /// <summary>Whether its last command asks something that is not answered yet: what it makes is known only then, so the mirror does not get it before.</summary>
    public bool IsAwaiting { get; set; }

    /// <summary>Whether the host said that the swap is done.</summary>
    public bool IsDone { get; set; }

    /// <summary>The GL error that the stream's context had for the program to ask for after that swap.</summary>
    public uint PendingError { get; set; }

    /// <summary>Whether the host has said of these commands if an error was found.</summary>
    public bool IsJudged { get; set; }

    /// <summary>Whether no error was found around these commands.</summary>
    public bool IsSure { get; set; }

    /// <summary>The host's answers that the mirror needs, by token.</summary>
    public Dictionary<uint, byte[]>? Answers { get; set; }

    /// <summary>Bytes that it holds.</summary>
    public long Bytes => _commandBytes + _bulkBytes;

    /// <summary>Gives the memory back; the frame is not used after.</summary>
    public void Release()
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
