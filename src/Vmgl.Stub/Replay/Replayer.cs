using System.Runtime.InteropServices;
using Vmgl.Stub.Host;
using Vmgl.Stub.Present;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Replay;

/// <summary>Receives replies and acknowledgements.</summary>
internal interface IGuestLink
{
    /// <summary>Answers the command that carried <paramref name="token"/>.</summary>
    void SendReply(uint token, ReadOnlySpan<byte> payload);

    /// <summary>A swap of a stream was carried out; whether an error was found since the one before, and which one the program may still
    /// ask for.</summary>
    void ReportSwap(uint stream, bool hasErred, SwapReport report);

    /// <summary>Debug messages for a stream, encoded; empty ones answer Settle.</summary>
    void SendMessages(uint stream, ReadOnlySpan<byte> messages);
}

/// <summary>Plays batches on the host's GL. Lives on the worker's GL thread.</summary>
internal sealed unsafe class Replayer(GlTable gl, IHostBackend backend, IGuestLink link) : IDisposable
{
    /// <summary>A stand-in for an array without elements: GL may look at a pointer before it finds the error that made it empty.</summary>
    private static readonly byte[] s_zeros = GC.AllocateArray<byte>(4096, pinned: true);

    private readonly Dictionary<uint, StreamBinding> _bindings = [];
    private readonly Func<uint> _takeClosed = backend.TakeClosedWindow;
    private uint _stream;
    private StreamBinding _bound;
    private Opcode _playing;

    /// <summary>The GL to play on.</summary>
    public GlTable Gl { get; } = gl;

    /// <summary>Contexts and windows.</summary>
    public IHostBackend Backend { get; } = backend;

    /// <summary>The guest's contexts.</summary>
    public ContextNumbers Contexts { get; } = new();

    /// <summary>Buffers of selection and feedback.</summary>
    public SelectionBuffers Selection { get; } = new();

    /// <summary>The guest's shaders and programs, by share group.</summary>
    public ShareGroups Groups { get; } = new();

    /// <summary>The shaders and programs of the current context's share group.</summary>
    public ShaderNames Shaders => Groups.NamesOf(_bound.Context);

    /// <summary>The programs' uniform locations, where they differ from the driver's.</summary>
    public UniformPlaces Uniforms { get; } = new();

    /// <summary>Results of queries that another GL has counted, by context and query.</summary>
    public Dictionary<(uint Context, uint Query), ulong> QueryResults { get; } = [];

    /// <summary>The driver's sync objects by the guest's numbers.</summary>
    public Dictionary<uint, nint> Syncs { get; } = [];

    /// <summary>FBConfigs and visuals that go by the ids of the guest's previous host.</summary>
    public ConfigNames ConfigNames { get; } = new();

    /// <summary>Errors that guests found.</summary>
    public RaisedErrors Errors { get; } = new();

    /// <summary>The context that is current on the stream being played.</summary>
    public uint Context => _bound.Context;

    /// <summary>Why the last <see cref="BindContext"/> was refused; null when it was not, or without an X error.</summary>
    public Refusal? BindRefusal { get; private set; }

    /// <summary>Whether the last <see cref="BindContext"/> made its context current for the first time.</summary>
    public bool IsFirstUse { get; private set; }

    /// <summary>Sends the pictures of surfaces to the guest.</summary>
    public Presenter Presenter { get; init; } = new(gl, backend.Surfaces, static () => { }, static _ => { });

    /// <summary>The key that this guest's later connections present.</summary>
    public byte[] SessionKey { get; init; } = [];

    /// <summary>The drawable of the stream being played; 0 for none.</summary>
    public uint Drawable => _bound.Draw;

    /// <summary>The reply that a handler is making.</summary>
    public ReplyBuffer Reply { get; } = new();

    /// <summary>Counts of what was played, for the log.</summary>
    public ReplayStatistics Statistics { get; } = new();

    /// <summary>The stream whose batch is being played.</summary>
    public uint Stream => _stream;

    /// <summary>Checks and plays one batch.</summary>
    /// <exception cref="ProtocolException">The batch breaks the protocol; what came before the break has been played.</exception>
    public void PlayBatch(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk)
    {
        EnterStream(stream);
        var reader = new BatchReader(commands, bulk);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            _playing = opcode;
            Handlers.Table[(int)opcode](this, command, reader.Bulk);
        }

        SendMessages();
        Statistics.Batches++;
    }

    /// <summary>Sends the reply that a handler has made.</summary>
    public void SendReply()
    {
        SendMessages();
        Reply.FinishReply();
        Statistics.CountRoundTrip(_playing);
        link.SendReply(Reply.Token, Reply.Payload);
    }

    /// <summary>Swaps and lets the guest know.</summary>
    public void SwapDrawable(uint drawable)
    {
        uint picture = 0;
        if (Presenter.IsPresented(drawable))
        {
            picture = Presenter.PresentSwap(drawable);
        }
        else
        {
            Backend.SwapBuffers(drawable);
            Presenter.TellClosed(_takeClosed);
        }

        Statistics.Frames++;
        SendMessages();
        bool hasErred = Errors.TakeHasErred(Context, Gl);
        link.ReportSwap(_stream, hasErred, new SwapReport(Errors.PeekError(Context), picture));
    }

    /// <summary>Lets the guest know that everything so far was played, after the messages about it.</summary>
    public void ReportPlayed()
    {
        SendMessages();
        link.SendMessages(_stream, []);
    }

    /// <summary>Binds a context and drawables for the current stream; false when the host refuses, and the binding stays as it
    /// was.</summary>
    public bool BindContext(StreamBinding binding)
    {
        (BindRefusal, IsFirstUse) = (null, false);
        if (binding != _bound)
        {
            SurfaceHandlers.ShowFront(this); // GLX 1.4 section 3.3.7: the context that is left is flushed
        }

        if (!Backend.MakeCurrent(binding.Context, binding.Draw, binding.Read))
        {
            BindRefusal = Backend.Refusal;
            Backend.MakeCurrent(_bound.Context, _bound.Draw, _bound.Read);
            return false;
        }

        _bound = binding;
        _bindings[_stream] = binding;
        IsFirstUse = binding.Context != 0 && Contexts.IsFirstUse(binding.Context);
        if (IsFirstUse)
        {
            PixelHandlers.PrepareContext(this);
        }

        return true;
    }

    /// <summary>The guest has done with a drawable.</summary>
    public void ForgetDrawable(uint drawable)
    {
        Presenter.ForgetDrawable(drawable);
        Backend.ForgetDrawable(drawable);
    }

    /// <summary>The stream's thread has ended.</summary>
    public void EndStream()
    {
        BindContext(default);
        _bindings.Remove(_stream);
    }

    /// <summary>The payload, or zeros when there is none.</summary>
    public static ref readonly byte OrZeros(ReadOnlySpan<byte> payload) =>
        ref payload.IsEmpty ? ref s_zeros[0] : ref MemoryMarshal.GetReference(payload);

    public void Dispose()
    {
        Reply.Dispose();
        Selection.Dispose();
    }

    private void SendMessages()
    {
        if (DebugMessages.TakeEncoded() is { Length: > 0 } messages)
        {
            link.SendMessages(_stream, messages);
        }
    }

    /// <summary>One GL thread plays all streams, so that the guest's order between threads holds; each stream has its own
    /// binding.</summary>
    private void EnterStream(uint stream)
    {
        if (stream == _stream)
        {
            return;
        }

        _stream = stream;
        StreamBinding wanted = _bindings.GetValueOrDefault(stream);
        if (wanted == _bound)
        {
            return;
        }

        if (!Backend.MakeCurrent(wanted.Context, wanted.Draw, wanted.Read))
        {
            // Its window has gone, or its context: what it says must not reach the context of the stream before it.
            Backend.MakeCurrent(0, 0, 0);
            wanted = default;
        }

        _bound = wanted;
    }
}

/// <summary>The context and drawables that are current on a stream, by the guest's numbers.</summary>
internal readonly record struct StreamBinding(uint Context, uint Draw, uint Read);
