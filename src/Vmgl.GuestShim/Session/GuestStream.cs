using System.Runtime.InteropServices;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Session;

/// <summary>One thread's commands on their way to the host: the batch that C fills, the waiting for replies, the frame credits.</summary>
internal sealed unsafe class GuestStream : IHostStream
{
    private const int LostFrameMilliseconds = 16;

    private readonly HostConnection _connection;
    private readonly CommandBatch _batch;
    private readonly CopiedPayloads _copied = new();
    private readonly PendingReply _reply = new();
    private readonly DebugMessages _messages = new();
    private readonly SwapsUnderWay _swaps = new();
    private readonly int* _ended = (int*)NativeMemory.AllocZeroed(sizeof(int));
    private readonly uint _number;
    private GuestContext? _context;
    private ushort _sequence;
    private int _folded;
    private bool _startsInPrimitive;

    /// <summary>Makes the calling thread's stream.</summary>
    public GuestStream(HostConnection connection, NativeBatch* batch)
    {
        _connection = connection;
        _batch = new CommandBatch(batch);
        _number = connection.Streams.RegisterStream(this);
        _sequence = connection.Streams.FirstSequence(_number);
        NativeThread.WatchEnd(_ended);
    }

    /// <inheritdoc/>
    public bool IsEnded => Volatile.Read(ref *_ended) != 0;

    /// <inheritdoc/>
    public uint Awaited => _reply.Token;

    /// <inheritdoc/>
    public bool IsSettling => _messages.IsSettling;

    /// <inheritdoc/>
    public Opcode Asked => _reply.Opcode;

    /// <inheritdoc/>
    public ushort LastSequence => _sequence;

    /// <summary>What C has tracked of the current context.</summary>
    public Bracket Bracket
    {
        get => _batch.Bracket;
        set => _batch.Bracket = value;
    }

    /// <summary>Sends a GL error that was found in the guest, in the place of the command that made it.</summary>
    public void RecordError(uint error) => RaiseError.Write(Reserve(RaiseError.Bytes), error);

    /// <summary>Lets C write: a context is current.</summary>
    /// <param name="watchesWindow">Whether C reports when the program sets a viewport: its window may have another size.</param>
    public void OpenToNative(GuestContext context, bool watchesWindow)
    {
        _context = context;
        _batch.OpenToNative(context.Group.NativeNames, context.Bracket);
        _startsInPrimitive = context.Bracket.Primitive != 0;
        SetStepwise(context.Debug.WaitsForMessages);
        _batch.WatchWindow(watchesWindow);
    }

    /// <summary>Takes the batch back from C: no context is current, GL commands are dropped.</summary>
    public void CloseToNative()
    {
        _context = null;
        _batch.CloseToNative();
    }

    /// <summary>The batch makes or deletes display lists, by commands that C did not write.</summary>
    public void TouchesLists() => _batch.TouchesLists = true;

    /// <summary>Lets the current context's mirror see what the batch holds: when it watches, or a display list is being made.</summary>
    public void FoldPending()
    {
        if (_context?.Mirror is StateMirror mirror && (mirror.NeedsFolding || _batch.TouchesLists))
        {
            mirror.ResumeFolding(_startsInPrimitive);
            mirror.FoldCommands(_batch.Commands[_folded..]);
            _folded = _batch.Bytes;
        }
    }

    /// <summary>Begins to watch: what the batch holds so far is folded for its lists only.</summary>
    public void WatchState(StateMirror mirror, int version)
    {
        FoldPending();
        if (!mirror.IsWatching)
        {
            mirror.ResumeFolding(_batch.Bracket.Primitive != 0);
            mirror.StartWatching(version);
            _folded = _batch.Bytes;
        }
    }

    /// <summary>Sends what may change whether a framebuffer is complete, so that it counts as changed.</summary>
    public void AnnounceAttachments()
    {
        if (_batch.ChangesAttachments)
        {
            FlushBatch();
        }
    }

    /// <summary>Room for a command of <paramref name="bytes"/> bytes, to be written at once.</summary>
    /// <exception cref="InvalidOperationException">It is larger than a frame may be.</exception>
    public Span<byte> Reserve(long bytes)
    {
        WaitForDebugMessages();
        byte* at = _batch.TryReserve(bytes);
        at = at is null ? MakeRoom(bytes) : at;
        return at is not null ? new Span<byte>(at, (int)bytes)
            : throw new InvalidOperationException($"a command of {bytes} bytes; at most {Limits.MaxCommandBytes}");
    }

    /// <summary>Sends what is there and makes room for a command of <paramref name="bytes"/> bytes; null, and GL_OUT_OF_MEMORY
    /// recorded, when that is more than a frame may hold.</summary>
    public byte* MakeRoom(long bytes)
    {
        if (bytes > Limits.MaxCommandBytes)
        {
            RecordError(GL_OUT_OF_MEMORY);
            return null;
        }

        WaitForDebugMessages();
        FlushBatch();
        return _batch.ReserveFirst(bytes);
    }

    /// <summary>Sends everything that is in the batch.</summary>
    public void FlushBatch() => SendBatch(null, 0);

    /// <summary>Sends the payload of the last command in the batch. A small one is copied and waits with the batch: that costs less
    /// than sending it. A large one is sent from where it lies.</summary>
    public void SendBulk(byte* bulk, long count)
    {
        if (!_copied.TryAdd(bulk, count))
        {
            SendBatch(bulk, count);
        }
    }

    private void SendBatch(byte* bulk, long count, uint swapped = 0)
    {
        if (_batch.Bytes == 0)
        {
            CountAttachments();
            return;
        }

        FoldPending();
        _connection.SendFrame(new SentFrame(_number, _batch.Commands, _copied.Bytes, bulk, count)
        {
            Swapped = swapped,
            End = FrameEndNow(),
            IsAwaiting = _reply.Token != 0 || IsSettling,
        });
        _copied.DropPayloads();
        CountAttachments();
        _batch.ClearCommands();
        _folded = 0;
        _startsInPrimitive = _batch.Bracket.Primitive != 0;
    }

    private FrameEnd FrameEndNow() => !_batch.IsOpen ? FrameEnd.Closed
        : _batch.Bracket.Primitive != 0 ? FrameEnd.InPrimitive : _batch.Bracket.Compiling != 0 ? FrameEnd.InList : FrameEnd.Closed;

    /// <summary>Everything that was marked is with the host now. Counted behind the sending: an answer that another thread gets meanwhile
    /// is then old already, whether the host gave it before or after.</summary>
    private void CountAttachments()
    {
        if (_batch.ChangesAttachments)
        {
            _batch.ChangesAttachments = false;
            _context?.Group.ChangeAttachments();
        }
    }

    /// <summary>A token for a reply: the stream's number above, a sequence below that is never 0.</summary>
    public uint NextToken()
    {
        _sequence = _sequence == ushort.MaxValue ? (ushort)1 : (ushort)(_sequence + 1);
        return (_number << 16) | _sequence;
    }

    /// <summary>Sends the batch, whose last command asks for <paramref name="token"/>, and waits for the reply.</summary>
    public Reply AskHost(uint token, Opcode opcode)
    {
        _reply.BeginWaiting(token, opcode);
        FlushBatch();
        _connection.ReceiveUntil(this, static stream => stream._reply.HasArrived);
        bool hasArrived = _reply.EndWaiting(token);
        DeliverMessages();
        return _reply.Open(hasArrived);
    }

    /// <summary>Whether debug messages must be delivered before the next command: then each waits for the one before it. C finds no room in
    /// the batch and so asks for some with every command.</summary>
    public void SetStepwise(bool stepwise) => _batch.IsStepwise = stepwise;

    /// <summary>In steps: has the host play what there is, and calls the program back with the debug messages.</summary>
    private void WaitForDebugMessages()
    {
        if (!_batch.IsStepwise || _messages.IsStepping || _batch.Bytes == 0)
        {
            return;
        }

        FlushBatch();
        _messages.PrepareStep();
        byte* settle = MakeRoom(Settle.Bytes);
        _messages.BeginStep();
        Settle.Write(new Span<byte>(settle, Settle.Bytes));
        FlushBatch();
        _connection.ReceiveUntil(this, static stream => stream._messages.HasSettled);
        DeliverMessages();
        _messages.EndStep();
    }

    /// <summary>Calls the program back with the debug messages that have arrived. Those of contexts that are not current any more are
    /// dropped.</summary>
    private void DeliverMessages()
    {
        while (_messages.TryTake(out byte[]? messages))
        {
            foreach (DebugMessage message in DebugMessage.Decode(messages))
            {
                if (_context is GuestContext context && context.Number == message.Context)
                {
                    context.Debug.DeliverMessage(message);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void ReceiveMessages(byte[] messages) => _messages.AddArrived(messages);

    /// <inheritdoc/>
    public byte* ReserveReply(int bytes) => _reply.ReserveMemory(bytes);

    /// <inheritdoc/>
    public void CompleteReply(uint token, int bytes) => _reply.CompleteReply(token, bytes);

    /// <summary>Ends a frame: requests the swap, sends, and waits only when too many frames are under way.</summary>
    /// <returns>The swap's number among those of its drawable; -1 when the connection is lost.</returns>
    public long SwapBuffers(uint drawable, SwapRecord swaps)
    {
        if (_connection.IsLost)
        {
            // Nothing slows the program down any more: it would spin.
            Thread.Sleep(LostFrameMilliseconds);
            return -1;
        }

        Wire.Commands.SwapBuffers.Write(Reserve(Wire.Commands.SwapBuffers.Bytes), drawable);
        long number = _swaps.BeginSwap(swaps);
        SendBatch(null, 0, drawable);
        _connection.ReceiveUntil(this, static stream => stream._swaps.Count <= stream._connection.FramesInFlight);
        DeliverMessages();
        return number;
    }

    /// <inheritdoc/>
    public void AcknowledgeSwap() => _swaps.AcknowledgeOldest();

    /// <inheritdoc/>
    public void FreeMemory()
    {
        byte* end = stackalloc byte[EndStream.Bytes];
        EndStream.Write(new Span<byte>(end, EndStream.Bytes));
        _connection.SendFrame(new SentFrame(_number, new ReadOnlySpan<byte>(end, EndStream.Bytes), default));
        _batch.FreeMemory();
        _copied.FreeMemory();
        _reply.FreeMemory();
        NativeMemory.Free(_ended);
    }
}
