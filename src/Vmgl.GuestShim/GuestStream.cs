using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;
using Vmgl.GuestShim.Survival;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim;

/// <summary>One thread's commands on their way to the host: the batch that C fills, the waiting for replies, the frame credits.</summary>
internal sealed unsafe class GuestStream
{
    private const int LostFrameMilliseconds = 16;

    /// <summary>Payloads up to here are copied: a system call costs what copying some ten thousand bytes does.</summary>
    private const int SmallBulkBytes = 16 << 10;

    /// <summary>Copied payloads that may wait.</summary>
    private const int BulkBytes = 256 << 10;

    private readonly HostConnection _connection;
    private readonly NativeBatch* _batch;
    private readonly int* _ended = (int*)NativeMemory.AllocZeroed(sizeof(int));
    private readonly uint _number;
    private byte* _start;
    private byte* _at;
    private long _room;
    private bool _open;
    private ushort _sequence;
    private uint _awaited;
    private byte* _reply;
    private int _replyRoom;
    private int _replyBytes;
    private uint _arrived;
    private bool _hasArrived;
    private readonly SwapsUnderWay _swaps = new();
    private readonly ConcurrentQueue<byte[]> _messages = [];
    private bool _isStepwise;
    private bool _isSettling;
    private bool _hasSettled;
    private byte* _bulk;
    private int _bulkBytes;
    private long _folded;
    private bool _startsInPrimitive;

    /// <summary>Makes the calling thread's stream.</summary>
    public GuestStream(HostConnection connection, NativeBatch* batch)
    {
        _connection = connection;
        _batch = batch;
        Allocate(Limits.BatchBytes);
        _number = connection.Register(this);
        _sequence = connection.FirstSequence(_number);
        NativeEdge.WatchThread(_ended);
    }

    /// <summary>Whether its thread has ended, so that its number may go to another.</summary>
    public bool IsEnded => Volatile.Read(ref *_ended) != 0;

    /// <summary>Sends a GL error that was found in the guest, in the place of the command that made it.</summary>
    public void Record(uint error) => RaiseError.Write(Reserve(RaiseError.Bytes), error);

    /// <summary>Lets C write: a context is current.</summary>
    public void Open(NativeNames* names, Bracket bracket)
    {
        _open = true;
        _batch->At = _at;
        _batch->End = End;
        _batch->Names = names;
        _batch->Bracket = bracket;
        _batch->Attachments = 0;
        _startsInPrimitive = bracket.Primitive != 0;
    }

    /// <summary>Lets C tell when the program sets a viewport: its window may have another size.</summary>
    public void WatchWindow(bool watched) => _batch->Watched = watched ? 1u : 0;

    /// <summary>The batch makes or deletes display lists, by commands that C did not write.</summary>
    public void TouchesLists() => _batch->Lists = 1;

    /// <summary>Lets the current context's mirror see what the batch holds: when it watches, or a display list is being made.</summary>
    public void FoldPending()
    {
        if (GuestThread.Context is not GuestContext context)
        {
            return;
        }

        StateMirror mirror = context.Mirror;
        if (mirror.NeedsFolding || _batch->Lists != 0)
        {
            mirror.Resume(_startsInPrimitive);
            mirror.Fold(new ReadOnlySpan<byte>(_start + _folded, (int)(At - _start - _folded)));
            _folded = At - _start;
        }
    }

    /// <summary>Begins to watch: what the batch holds so far is folded for its lists only.</summary>
    public void Watch(StateMirror mirror, int version)
    {
        FoldPending();
        if (!mirror.IsWatching)
        {
            mirror.Resume(_batch->Bracket.Primitive != 0);
            mirror.Watch(version);
            _folded = At - _start;
        }
    }

    /// <summary>What C has tracked of the current context.</summary>
    public Bracket Bracket
    {
        get => _batch->Bracket;
        set => _batch->Bracket = value;
    }

    /// <summary>Sends what may change whether a framebuffer is complete, so that it counts as changed.</summary>
    public void AnnounceAttachments()
    {
        if (_batch->Attachments != 0)
        {
            Flush();
        }
    }

    /// <summary>Takes the batch back from C: no context is current, GL commands are dropped.</summary>
    public void Close()
    {
        if (_open)
        {
            _at = _batch->At;
            *_batch = default;
            _open = false;
        }
    }

    /// <summary>Room for a command of <paramref name="bytes"/> bytes, to be written at once.</summary>
    /// <exception cref="InvalidOperationException">It is larger than a frame may be.</exception>
    public Span<byte> Reserve(long bytes)
    {
        SettleStep();
        byte* at = At;
        if (_start + _room - at < bytes)
        {
            at = MakeRoom(bytes);
            return at is not null ? new Span<byte>(at, (int)bytes)
                : throw new InvalidOperationException($"a command of {bytes} bytes; at most {Limits.MaxCommandBytes}");
        }

        At = at + bytes;
        return new Span<byte>(at, (int)bytes);
    }

    /// <summary>Sends what is there and makes room for a command of <paramref name="bytes"/> bytes; null, and GL_OUT_OF_MEMORY
    /// recorded, when that is more than a frame may hold.</summary>
    public byte* MakeRoom(long bytes)
    {
        if (bytes > Limits.MaxCommandBytes)
        {
            Record(GL_OUT_OF_MEMORY);
            return null;
        }

        SettleStep();
        Flush();
        if (bytes > _room)
        {
            NativeMemory.Free(_start);
            Allocate(bytes);
        }

        byte* at = _start;
        At = at + bytes;
        return at;
    }

    /// <summary>Sends everything that is in the batch.</summary>
    public void Flush() => Send(null, 0);

    /// <summary>Takes the payload of the last command in the batch. A small one is copied and waits with the batch: that costs less
    /// than sending it. A large one is sent from where it lies.</summary>
    public void SendBulk(byte* bulk, long count)
    {
        if (count > SmallBulkBytes || _bulkBytes + Align.To4((int)count) > BulkBytes)
        {
            Send(bulk, count);
            return;
        }

        _bulk = _bulk is null ? (byte*)NativeMemory.Alloc(BulkBytes) : _bulk;
        int padded = Align.To4((int)count);
        var room = new Span<byte>(_bulk + _bulkBytes, padded);
        room[(padded - (padded == 0 ? 0 : 4))..].Clear();
        new ReadOnlySpan<byte>(bulk, (int)count).CopyTo(room);
        _bulkBytes += padded;
    }

    private void Send(byte* bulk, long count, uint swapped = 0)
    {
        int bytes = (int)(At - _start);
        if (bytes == 0)
        {
            CountAttachments();
            return;
        }

        FoldPending();
        FrameEnd end = !_open ? FrameEnd.Closed
            : _batch->Bracket.Primitive != 0 ? FrameEnd.InPrimitive : _batch->Bracket.Compiling != 0 ? FrameEnd.InList : FrameEnd.Closed;
        _connection.Send(_number, new ReadOnlySpan<byte>(_start, bytes), new ReadOnlySpan<byte>(_bulk, _bulkBytes), bulk, count, swapped, end);
        _bulkBytes = 0;
        CountAttachments();
        if (_room > Limits.BatchBytes)
        {
            NativeMemory.Free(_start);
            Allocate(Limits.BatchBytes);
        }

        At = _start;
        _folded = 0;
        _batch->Lists = 0;
        _startsInPrimitive = _batch->Bracket.Primitive != 0;
    }

    /// <summary>Everything that was marked is with the host now. Counted behind the sending: an answer that another thread gets meanwhile is
    /// then old already, whether the host gave it before or after.</summary>
    private void CountAttachments()
    {
        if (_batch->Attachments != 0)
        {
            _batch->Attachments = 0;
            GuestThread.Context?.Group.ChangeAttachments();
        }
    }

    /// <summary>A token for a reply: the stream's number above, a sequence below that is never 0.</summary>
    public uint NextToken()
    {
        _sequence = _sequence == ushort.MaxValue ? (ushort)1 : (ushort)(_sequence + 1);
        return (_number << 16) | _sequence;
    }

    /// <summary>Sends the batch, whose last command asks for <paramref name="token"/>, and waits for the reply.</summary>
    public Reply Ask(uint token, Opcode opcode)
    {
        _hasArrived = false;
        Asked = opcode;
        Volatile.Write(ref _awaited, token);
        Flush();
        _connection.ReceiveUntil(this, static stream => Volatile.Read(ref stream._hasArrived));
        Volatile.Write(ref _awaited, 0);
        bool mine = _hasArrived && _arrived == token;
        CallBack();
        return new Reply(this, _reply, mine ? _replyBytes : 0);
    }

    /// <summary>The token of the reply that is waited for; 0 for none.</summary>
    public uint Awaited => Volatile.Read(ref _awaited);

    /// <summary>Whether it waits for the host: for a reply, or in steps.</summary>
    public bool IsWaiting => Awaited != 0 || IsSettling;

    /// <summary>Whether it waits until the host has played everything.</summary>
    public bool IsSettling => _isSettling && !Volatile.Read(ref _hasSettled);

    /// <summary>The sequence number of the last token.</summary>
    public ushort LastSequence => _sequence;

    /// <summary>What it answers.</summary>
    public Opcode Asked { get; private set; }

    /// <summary>Whether debug messages must be heard before the next command: then each waits for the one before it. C finds no room in the
    /// batch and so comes here with every command.</summary>
    public void Step(bool stepwise)
    {
        _isStepwise = stepwise;
        if (_open)
        {
            _batch->End = End;
        }
    }

    /// <summary>Debug messages have come; empty ones say that the host has played everything.</summary>
    public void MessagesArrived(byte[] messages)
    {
        if (messages.Length == 0)
        {
            Volatile.Write(ref _hasSettled, true);
        }
        else
        {
            _messages.Enqueue(messages);
        }
    }

    private byte* End => _isStepwise ? At : _start + _room;

    /// <summary>In steps: plays what there is, and calls the program back.</summary>
    private void SettleStep()
    {
        if (!_isStepwise || _isSettling || At == _start)
        {
            return;
        }

        Flush();
        _hasSettled = false;
        byte* settle = MakeRoom(Settle.Bytes);
        _isSettling = true;
        Settle.Write(new Span<byte>(settle, Settle.Bytes));
        Flush();
        _connection.ReceiveUntil(this, static stream => Volatile.Read(ref stream._hasSettled));
        CallBack();
        _isSettling = false;
    }

    private void CallBack()
    {
        while (_messages.TryDequeue(out byte[]? messages))
        {
            foreach (DebugMessage message in DebugMessage.Decode(messages))
            {
                if (GuestThread.Context is GuestContext context && context.Number == message.Context)
                {
                    context.Debug.Deliver(message);
                }
            }
        }
    }

    /// <summary>Room for a reply that is being received.</summary>
    public byte* ReplyRoom(int bytes)
    {
        if (bytes > _replyRoom)
        {
            NativeMemory.Free(_reply);
            _reply = (byte*)NativeMemory.Alloc((nuint)bytes);
            _replyRoom = bytes;
        }

        return _reply;
    }

    /// <summary>A reply is complete in <see cref="ReplyRoom"/>.</summary>
    public void ReplyArrived(uint token, int bytes)
    {
        (_arrived, _replyBytes, _awaited) = (token, bytes, 0);
        Volatile.Write(ref _hasArrived, true);
    }

    /// <summary>Gives the memory of an unusually large reply back.</summary>
    public void ReplyUsed()
    {
        if (_replyRoom > Limits.BatchBytes)
        {
            NativeMemory.Free(_reply);
            _reply = null;
            _replyRoom = 0;
        }
    }

    /// <summary>Ends a frame: asks for the swap, sends, and waits only when too many frames are under way.</summary>
    /// <returns>The swap's number among those of its drawable; -1 when the connection is lost.</returns>
    public long Swap(uint drawable, SwapRecord swaps)
    {
        if (_connection.IsLost)
        {
            // Nothing slows the program down any more: it would spin.
            Thread.Sleep(LostFrameMilliseconds);
            return -1;
        }

        Wire.Commands.SwapBuffers.Write(Reserve(Wire.Commands.SwapBuffers.Bytes), drawable);
        long number = _swaps.Begin(swaps);
        Send(null, 0, drawable);
        _connection.ReceiveUntil(this, static stream => stream._swaps.Count <= stream._connection.FramesInFlight);
        CallBack();
        return number;
    }

    /// <summary>The host has carried out a swap of this stream: the oldest that is under way.</summary>
    public void Swapped() => _swaps.Finish();

    /// <summary>Gives everything back after the thread has ended, and lets the host forget what was current there.</summary>
    public void Free()
    {
        byte* end = stackalloc byte[EndStream.Bytes];
        EndStream.Write(new Span<byte>(end, EndStream.Bytes));
        _connection.Send(_number, new ReadOnlySpan<byte>(end, EndStream.Bytes), default, null, 0, swapped: 0, FrameEnd.Closed);
        NativeMemory.Free(_start);
        NativeMemory.Free(_bulk);
        NativeMemory.Free(_reply);
        NativeMemory.Free(_ended);
    }

    private byte* At
    {
        get => _open ? _batch->At : _at;
        set
        {
            if (_open)
            {
                _batch->At = value;
                _batch->End = End;
            }
            else
            {
                _at = value;
            }
        }
    }

    private void Allocate(long bytes)
    {
        _start = (byte*)NativeMemory.Alloc((nuint)bytes);
        _room = bytes;
        _at = _start;
    }
}
