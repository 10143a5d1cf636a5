using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Survival;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Frames;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Connection;

/// <summary>The process's connection to its worker: frames out, replies and swap acknowledgements in. Where the worker is lost another
/// takes its place, and whoever sends or waits notices only that it took longer.</summary>
/// <remarks>Whoever waits for something reads the socket, and hands the others what is theirs. Locks are taken in the order sending, receiving.</remarks>
internal sealed unsafe class HostConnection
{
    private readonly Lock _sending = new();
    private readonly Lock _receiving = new();
    private readonly GuestStream?[] _streams = new GuestStream?[LinkQuestions.Stream];
    private readonly int[] _doneAlready = new int[LinkQuestions.Stream];
    private readonly int[] _heardAlready = new int[LinkQuestions.Stream];
    private readonly ushort[] _sequences = new ushort[LinkQuestions.Stream];
    private HostLink? _link;
    private int _generation;

    private HostConnection(HostLink link)
    {
        (_link, Address, FramesInFlight) = (link, link.Address, link.FramesInFlight);
        NativeEdge.PublishSocket(link.Descriptor);
        Liveness = new HostLiveness(this, _receiving);
        Survivor = new Survivor(this);
    }

    /// <summary>What brings the session to another worker.</summary>
    public Survivor Survivor { get; }

    /// <summary>Where the host is.</summary>
    public StubAddress Address { get; private set; }

    /// <summary>Swaps that may be on their way, as the host wants it.</summary>
    public int FramesInFlight { get; private set; }

    /// <summary>Whether the connection is gone for good. Everything sent from then on is dropped, every reply is empty.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the host is still there.</summary>
    public HostLiveness Liveness { get; }

    /// <summary>Grows with every worker that took another's place.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>Connects to what GLSTUB names.</summary>
    /// <exception cref="AddressException">No connection; the message is for the user.</exception>
    public static HostConnection Open() =>
        new(HostLink.Dial(StubAddress.Parse(Environment.GetEnvironmentVariable(StubAddress.Variable))));

    /// <summary>Gives a stream a number; the numbers of ended threads are used again.</summary>
    /// <exception cref="InvalidOperationException">More threads draw than the protocol allows.</exception>
    public uint Register(GuestStream stream)
    {
        lock (_streams)
        {
            int free = Array.FindIndex(_streams, s => s is null || s.IsEnded);
            if (free < 0)
            {
                throw new InvalidOperationException($"more than {_streams.Length} threads of one process draw");
            }

            if (_streams[free] is GuestStream ended)
            {
                ended.Free();
                Survivor.Log.End((uint)free);
                _sequences[free] = ended.LastSequence;
            }

            _streams[free] = stream;
            return (uint)free;
        }
    }

    /// <summary>Where a stream begins to count its tokens: behind those of the stream that had its number before, whose questions may be sent again.</summary>
    public ushort FirstSequence(uint stream) => _sequences[stream];

    /// <summary>Sends one frame: commands from the batch, payloads that were copied and padded, and one more from where it lies.</summary>
    /// <param name="swapped">The drawable whose swap it ends with; 0 when it ends with none.</param>
    /// <param name="at">What is open at its end.</param>
    public void Send(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied, byte* bulk, long bulkBytes, uint swapped, FrameEnd at)
    {
        lock (_sending)
        {
            if (IsLost)
            {
                return;
            }

            bool isAwaiting = _streams[stream] is { IsWaiting: true };
            Survivor.Keep(new KeptFrame(stream, commands, copied, bulk, bulkBytes) { Swapped = swapped, End = at, IsAwaiting = isAwaiting });
            if (_link is null || !_link.Send(stream, commands, copied, bulk, bulkBytes))
            {
                Recover(_generation, "closed the connection");
            }
        }
    }

    /// <summary>Reads from the host until <paramref name="done"/> says so, or the connection is lost for good.</summary>
    public void ReceiveUntil<T>(T state, Func<T, bool> done)
    {
        while (!done(state) && !IsLost)
        {
            int generation;
            string? why = null;
            lock (_receiving)
            {
                generation = _generation;
                if (!done(state) && !IsLost)
                {
                    why = ReceiveFrame();
                }
            }

            if (why is not null)
            {
                Recover(generation, why);
            }
        }
    }

    /// <summary>Reads what the host has sent already. What is on its way is not waited for.</summary>
    public void ReceiveWhatCame()
    {
        if (!_receiving.TryEnter())
        {
            return; // somebody reads
        }

        try
        {
            while (_link is HostLink link && link.WaitForBytes(TimeSpan.Zero) && ReceiveFrame() is null)
            {
            }
        }
        finally
        {
            _receiving.Exit();
        }
    }

    /// <summary>Stops everything, by the service thread: nobody else sends or receives until it calls <see cref="GoOn"/>.</summary>
    /// <param name="ask">What is done with the worker then.</param>
    /// <exception cref="HostLostException">There is no worker, or it was lost; everything is stopped nevertheless.</exception>
    public void Halt(Action<LinkQuestions> ask)
    {
        _sending.Enter();
        _receiving.Enter(); // whoever waits gets its frame first
        ask(new LinkQuestions(_link ?? throw new HostLostException("it is lost for good"), LinkQuestions.UsualPatience, Take));
    }

    /// <summary>Ends the connection, while everything is stopped: who sends or receives next finds it lost.</summary>
    public void Break() => _link?.Shutdown();

    /// <summary>Gives the worker up, while everything is stopped.</summary>
    public void Leave()
    {
        _link?.Dispose();
        _link = null;
        _generation++;
        NativeEdge.PublishSocket(-1);
    }

    /// <summary>Goes on, with another worker if there is one.</summary>
    public void GoOn(HostLink? next)
    {
        if (next is not null)
        {
            Replace(next);
        }

        _receiving.Exit();
        _sending.Exit();
    }

    /// <summary>Takes another worker now, whatever the state of this connection: its other end may be gone without a word.</summary>
    public void Reconnect(string why)
    {
        int generation = Generation;
        _link?.Shutdown();
        Recover(generation, why);
    }

    /// <summary>Lets the stream that waits have its frame again: what was answered or carried out already comes a second time.</summary>
    public void NoteDone(uint stream) => _doneAlready[stream]++;

    /// <summary>Swaps, one for each stream named, are carried out as far as anybody will ever hear.</summary>
    public void FinishSwaps(uint[] streams)
    {
        foreach (uint stream in streams)
        {
            _streams[stream]?.Swapped();
        }
    }

    /// <summary>Begins to count what comes a second time: swaps, and debug messages that the program has heard.</summary>
    public void ClearDone()
    {
        Array.Clear(_doneAlready);
        for (uint stream = 0; stream < _heardAlready.Length; stream++)
        {
            _heardAlready[stream] = _streams[stream] is null ? 0 : Survivor.Log.Heard(stream);
        }
    }

    /// <summary>Whether a stream waits for the reply with this token.</summary>
    public bool Awaits(uint token) => _streams[token >> 16] is GuestStream stream && stream.Awaited == token;

    /// <summary>Another descriptor of the socket, which whoever asked for it closes; negative without a connection.</summary>
    public int CopyDescriptor() => _link?.CopyDescriptor() ?? -1;

    /// <summary>The token that a stream waits for; 0 for none.</summary>
    public uint AwaitedOf(uint stream) => _streams[stream]?.Awaited ?? 0;

    private void Recover(int generation, string why)
    {
        lock (_sending)
        {
            if (_generation != generation || IsLost)
            {
                return;
            }

            _link?.Shutdown();
            lock (_receiving)
            {
                if (Survivor.Recover(why) is HostLink link)
                {
                    Replace(link);
                }
                else
                {
                    IsLost = true;
                }
            }
        }
    }

    private void Replace(HostLink link)
    {
        HostLink? old = _link;
        _link = link;
        (Address, FramesInFlight) = (link.Address, link.FramesInFlight);
        _generation++;
        NativeEdge.PublishSocket(link.Descriptor);
        old?.Dispose(); // who finds it closed finds that another took its place
    }

    /// <summary>Receives one frame; null, or why there is none.</summary>
    private string? ReceiveFrame()
    {
        byte* head = stackalloc byte[HostFrame.HeadBytes];
        if (_link is not HostLink link || !link.Receive(head, HostFrame.HeadBytes))
        {
            return "closed the connection";
        }

        try
        {
            return Deliver(link, HostFrame.Read(new ReadOnlySpan<byte>(head, HostFrame.HeadBytes))) ? null : "closed the connection";
        }
        catch (ProtocolException e)
        {
            Survivor.GiveUp($"broke the protocol ({e.Message})");
            return "broke the protocol";
        }
    }

    private bool Deliver(HostLink link, HostFrame frame)
    {
        switch (frame.Kind)
        {
            case HostFrameKind.Reply:
                return DeliverReply(link, frame);
            case HostFrameKind.Messages:
                if (link.Receive(frame.PayloadBytes) is not byte[] messages)
                {
                    return false;
                }

                Tell(frame.Token, messages);
                return true;
            case HostFrameKind.Swapped or HostFrameKind.SwappedAfterErrors:
                return link.Receive(frame.PayloadBytes) is byte[] report && Swapped(frame, SwapReport.Read(report));
            default:
                byte[]? reason = link.Receive(Math.Min(frame.PayloadBytes, Limits.MaxAnswerBytes));
                Survivor.GiveUp("ended the session: " + System.Text.Encoding.UTF8.GetString(reason ?? []));
                return false;
        }
    }

    private bool DeliverReply(HostLink link, HostFrame frame)
    {
        uint number = frame.Token >> 16;
        if (number >= (uint)_streams.Length || !Awaits(frame.Token))
        {
            return link.Receive(frame.PayloadBytes) is not null; // it came before, from the worker that was lost
        }

        GuestStream waiting = StreamOf(number);
        if (!link.Receive(waiting.ReplyRoom(frame.PayloadBytes), frame.PayloadBytes))
        {
            return false;
        }

        Arrived(waiting, frame, new ReadOnlySpan<byte>(waiting.ReplyRoom(0), frame.PayloadBytes));
        return true;
    }

    /// <summary>What the mirror needs of a reply it gets before anybody stops waiting for it: a loss in between must find it.</summary>
    private void Arrived(GuestStream waiting, HostFrame frame, ReadOnlySpan<byte> payload)
    {
        _heardAlready[frame.Token >> 16] = 0; // all that was sent again before this is done
        Survivor.MadeProgress();
        Survivor.Answered(frame.Token >> 16, frame.Token, waiting.Asked, payload);
        waiting.ReplyArrived(frame.Token, frame.PayloadBytes);
    }

    private bool Swapped(HostFrame frame, SwapReport report)
    {
        uint stream = frame.Token;
        if (stream < (uint)_doneAlready.Length && _doneAlready[stream] > 0)
        {
            _doneAlready[stream]--;
            Survivor.Log.DoneAgain(stream, report.Picture);
            return true;
        }

        GuestStream swapping = StreamOf(stream);
        _heardAlready[stream] = 0;
        swapping.Swapped();
        Survivor.Swapped(stream, frame.Kind == HostFrameKind.SwappedAfterErrors, report);
        return true;
    }

    /// <summary>Takes a frame that came while everything was stopped.</summary>
    private bool Take(HostFrame frame, byte[] payload)
    {
        switch (frame.Kind)
        {
            case HostFrameKind.Reply:
                if (frame.Token >> 16 < (uint)_streams.Length && Awaits(frame.Token))
                {
                    GuestStream waiting = StreamOf(frame.Token >> 16);
                    payload.CopyTo(new Span<byte>(waiting.ReplyRoom(payload.Length), payload.Length));
                    Arrived(waiting, frame, payload);
                }

                return true;
            case HostFrameKind.Messages:
                Tell(frame.Token, payload);
                return true;
            default:
                return Swapped(frame, SwapReport.Read(payload));
        }
    }

    /// <summary>Debug messages for a stream, but for those that its program heard from a worker that was lost. Empty ones say that it waits no more.</summary>
    private void Tell(uint stream, byte[] payload)
    {
        GuestStream told = StreamOf(stream);
        if (payload.Length == 0)
        {
            if (told.IsSettling)
            {
                _heardAlready[stream] = 0;
                Survivor.Log.Answered(stream);
            }

            told.MessagesArrived(payload);
            return;
        }

        List<DebugMessage> messages = DebugMessage.Decode(payload);
        int known = Math.Min(messages.Count, _heardAlready[stream]);
        _heardAlready[stream] -= known;
        Survivor.Log.Hear(stream, messages.Count - known);
        if (known < messages.Count)
        {
            told.MessagesArrived(known == 0 ? payload : DebugMessage.Encode(messages[known..]));
        }
    }

    private GuestStream StreamOf(uint number) =>
        number < (uint)_streams.Length && _streams[number] is GuestStream stream
            ? stream
            : throw new ProtocolException($"a frame for stream {number}, which does not exist");
}
