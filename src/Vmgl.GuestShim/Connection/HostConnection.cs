using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Connection;

/// <summary>The process's connection to its worker: frames out, frames in. Where the worker is lost another one replaces it, and threads
/// that send or wait notice only that it took longer.</summary>
/// <remarks>A thread that waits for something reads the socket, and delivers to the others what is for them. Locks are taken in the order
/// sending, receiving.</remarks>
internal sealed unsafe class HostConnection
{
    private const string Closed = "closed the connection";

    private readonly Lock _sending = new();
    private readonly Lock _receiving = new();
    private HostLink? _link;
    private int _generation;
    private IFrameKeeper? _keeper;
    private ILossHandler? _losses;
    private FrameDelivery? _delivery;

    private HostConnection(HostLink link)
    {
        (_link, Address, FramesInFlight) = (link, link.Address, link.FramesInFlight);
        ForkGuard.PublishSession(link.Descriptor);
        Liveness = new HostLiveness(this, _receiving);
        Streams = new StreamTable(stream => Keeper.EndStream(stream));
    }

    /// <summary>The streams that send on it.</summary>
    public StreamTable Streams { get; }

    /// <summary>Where frames of the host go.</summary>
    public FrameDelivery Delivery => _delivery ?? throw NotAttachedError();

    /// <summary>Where the host is.</summary>
    public StubAddress Address { get; private set; }

    /// <summary>Swaps that may be on their way, as the host wants it.</summary>
    public int FramesInFlight { get; private set; }

    /// <summary>Whether the connection is gone for good. Everything sent from then on is dropped, every reply is empty.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the host is still there.</summary>
    public HostLiveness Liveness { get; }

    /// <summary>Grows with every worker that replaced another.</summary>
    public int Generation => Volatile.Read(ref _generation);

    private IFrameKeeper Keeper => _keeper ?? throw NotAttachedError();

    private ILossHandler Losses => _losses ?? throw NotAttachedError();

    /// <summary>Connects to the host that GLSTUB names.</summary>
    /// <exception cref="AddressException">No connection; the message is for the user.</exception>
    public static HostConnection OpenFirst() =>
        new(HostLink.Dial(StubAddress.Parse(Environment.GetEnvironmentVariable(StubAddress.Variable))));

    /// <summary>Chooses what keeps its frames and replaces its worker. Called once, before anything is sent.</summary>
    public void AttachKeeper(IFrameKeeper keeper, ILossHandler losses)
    {
        (_keeper, _losses) = (keeper, losses);
        _delivery = new FrameDelivery(Streams, keeper, losses);
    }

    /// <summary>Sends one frame.</summary>
    public void SendFrame(in SentFrame frame)
    {
        lock (_sending)
        {
            if (IsLost)
            {
                return;
            }

            Keeper.KeepFrame(frame);
            if (_link is null || !_link.SendFrame(frame.Stream, frame.Commands, frame.Copied, frame.Bulk, frame.BulkBytes))
            {
                RecoverWorker(_generation, Closed);
            }
        }
    }

    /// <summary>Reads from the host until <paramref name="done"/> is true, or the connection is lost for good.</summary>
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
                RecoverWorker(generation, why);
            }
        }
    }

    /// <summary>Reads what the host has sent already, without waiting for more.</summary>
    public void ReceiveAvailable()
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

    /// <summary>Stops everything, by the mirror's thread: nobody else sends or receives until it calls <see cref="Continue"/>.</summary>
    /// <param name="ask">What is done with the worker then.</param>
    /// <exception cref="HostLostException">There is no worker, or it was lost; everything is stopped nevertheless.</exception>
    public void StopEverything(Action<LinkQuestions> ask)
    {
        _sending.Enter();
        _receiving.Enter(); // whoever waits gets its frame first
        ask(new LinkQuestions(_link ?? throw new HostLostException("it is lost for good"), LinkQuestions.UsualPatience,
            Delivery.DeliverFrame));
    }

    /// <summary>Ends the connection, while everything is stopped: the next thread that sends or receives finds it lost.</summary>
    public void ShutDownLink() => _link?.Shutdown();

    /// <summary>Closes the connection to the worker, while everything is stopped.</summary>
    public void CloseLink()
    {
        _link?.Dispose();
        _link = null;
        _generation++;
        ForkGuard.PublishSession(-1);
    }

    /// <summary>Goes on, with another worker if there is one.</summary>
    public void Continue(HostLink? next)
    {
        if (next is not null)
        {
            ReplaceLink(next);
        }

        _receiving.Exit();
        _sending.Exit();
    }

    /// <summary>Replaces the worker now, whatever the state of this connection: its other end may be gone without notice.</summary>
    public void ReplaceWorker(string why)
    {
        int generation = Generation;
        _link?.Shutdown();
        RecoverWorker(generation, why);
    }

    /// <summary>Another descriptor of the socket, which the caller closes; negative without a connection.</summary>
    public int CopyDescriptor() => _link?.CopyDescriptor() ?? -1;

    private void RecoverWorker(int generation, string why)
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
                if (Losses.FindReplacement(why) is HostLink link)
                {
                    ReplaceLink(link);
                }
                else
                {
                    IsLost = true;
                }
            }
        }
    }

    private void ReplaceLink(HostLink link)
    {
        HostLink? old = _link;
        _link = link;
        (Address, FramesInFlight) = (link.Address, link.FramesInFlight);
        _generation++;
        ForkGuard.PublishSession(link.Descriptor);
        old?.Dispose(); // a thread that finds it closed finds that another replaced it
    }

    /// <summary>Receives one frame; null, or why there is none.</summary>
    private string? ReceiveFrame()
    {
        byte* head = stackalloc byte[HostFrame.HeadBytes];
        if (_link is not HostLink link || !link.ReceivePayload(head, HostFrame.HeadBytes))
        {
            return Closed;
        }

        try
        {
            return Delivery.ReceivePayload(link, HostFrame.Read(new ReadOnlySpan<byte>(head, HostFrame.HeadBytes))) ? null : Closed;
        }
        catch (ProtocolException e)
        {
            Losses.GiveUp($"broke the protocol ({e.Message})");
            return "broke the protocol";
        }
    }

    private static InvalidOperationException NotAttachedError() => new("the connection has no keeper yet");
}
