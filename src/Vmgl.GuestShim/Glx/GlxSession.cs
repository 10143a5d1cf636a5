using System.Runtime.InteropServices;
using System.Text;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.State;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>The process's dealings with one host: connection, contexts, drawables, and what the host said about its screens.</summary>
internal sealed unsafe class GlxSession
{
    private static readonly Lock s_lock = new();
    private static GlxSession? s_session;
    private static bool s_failed;

    private readonly Dictionary<nint, GuestContext> _contexts = [];
    private readonly Dictionary<(nint Display, int Screen), ScreenConfigs> _screens = [];
    private readonly HashSet<(uint Context, nuint Draw, nuint Read)> _accepted = [];
    private uint _lastContext;

    private GlxSession(HostConnection connection)
    {
        Connection = connection;
        connection.Survivor.Session = this;
        Pictures = new Pictures(this);
        Drawables = new GuestDrawables(this);
    }

    public HostConnection Connection { get; }

    /// <summary>The windows whose pictures come from the host.</summary>
    public Pictures Pictures { get; }

    /// <summary>The program's drawables.</summary>
    public GuestDrawables Drawables { get; }

    /// <summary>The swaps of its drawables.</summary>
    public SwapRecords Swaps { get; } = new();

    /// <summary>The calling thread's stream.</summary>
    public GuestStream Stream => GuestThread.StreamOn(Connection);

    /// <summary>The host's GLX extensions.</summary>
    public IReadOnlySet<string> HostExtensions => field ??= AskExtensions();

    /// <summary>The session, connected at its first use; null when there is no host, which was said once then.</summary>
    public static GlxSession? Current
    {
        get
        {
            lock (s_lock)
            {
                return s_failed ? null : s_session ??= Open();
            }
        }
    }

    /// <summary>What the host offers on a screen, matched with the X server's visuals.</summary>
    public ScreenConfigs Screen(nint display, int screen)
    {
        lock (_screens)
        {
            if (!_screens.TryGetValue((display, screen), out ScreenConfigs? configs))
            {
                configs = ScreenConfigs.Ask(Stream, display, screen);
                _screens[(display, screen)] = configs;
            }

            return configs;
        }
    }

    /// <summary>The context behind a handle; null for a handle that is none.</summary>
    public GuestContext? Context(nint handle)
    {
        lock (_contexts)
        {
            return _contexts.GetValueOrDefault(handle);
        }
    }

    /// <summary>The copies of the buffer objects that a context has, by its name on the wire; null when it is gone.</summary>
    public BufferShadows? BuffersOf(uint context)
    {
        lock (_contexts)
        {
            return _contexts.Values.FirstOrDefault(made => made.Number == context)?.Group.Buffers;
        }
    }

    /// <summary>The FBConfig behind a handle, on whichever screen it is.</summary>
    public (ScreenConfigs Screen, GuestConfig Config)? Config(nint handle)
    {
        lock (_screens)
        {
            foreach (ScreenConfigs screen in _screens.Values)
            {
                if (screen.Config(handle) is GuestConfig config)
                {
                    return (screen, config);
                }
            }

            return null;
        }
    }

    /// <summary>The id of a context's FBConfig: what it was made from, or for one that was made from a visual the first that has this visual on the host.</summary>
    public uint ConfigOf(GuestContext context)
    {
        ContextDescription made = context.Description;
        ScreenConfigs screen = Screen(context.Display, made.Screen);
        return made.Config != 0 ? made.Config : screen.ConfigOfHostVisual(made.Visual);
    }

    /// <summary>The tables of FBConfigs and visuals that the program knows, by screen.</summary>
    public (int Screen, HostConfigs Configs)[] KnownConfigs()
    {
        lock (_screens)
        {
            return [.. _screens.Select(known => (known.Key.Screen, known.Value.Host)).DistinctBy(known => known.Screen)];
        }
    }

    /// <summary>The same by what the host was told, without asking it.</summary>
    public uint ConfigOf(int screen, uint visual, uint config)
    {
        lock (_screens)
        {
            return config != 0 ? config
                : _screens.Where(known => known.Key.Screen == screen).Select(known => known.Value.ConfigOfHostVisual(visual)).FirstOrDefault(found => found != 0);
        }
    }

    /// <summary>The id of an FBConfig whose pbuffers have the same pixels as a config's windows: itself, where it allows pbuffers. 0 when there is none.</summary>
    public uint PbufferConfigOf(int screen, uint config)
    {
        lock (_screens)
        {
            return _screens.Where(known => known.Key.Screen == screen).Select(known => known.Value.PbufferConfigOf(config)).FirstOrDefault(found => found != 0);
        }
    }

    /// <summary>Makes a context on the host; 0 when the host refuses, or <paramref name="shareHandle"/> is no context.</summary>
    public nint CreateContext(nint display, ContextDescription description, nint shareHandle, ReadOnlySpan<int> attributes, bool attributed)
    {
        GuestContext? share = shareHandle == 0 ? null : Context(shareHandle);
        if (share is null && shareHandle != 0)
        {
            GlxErrors.Raise(display, GlxErrors.BadContext, attributed ? GlxRequest.CreateContextAttribs : GlxRequest.CreateContext);
            return 0;
        }

        uint number = Interlocked.Increment(ref _lastContext);
        GuestStream stream = Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreateContext.Write(
            stream.Reserve(Wire.Commands.CreateContext.Measure(attributes.Length)), token, number, description.Screen, description.Visual,
            description.Config, share?.Number ?? 0, description.RenderType, attributed ? 1u : 0, attributes.Length, MemoryMarshal.AsBytes(attributes));
        uint verdict;
        using (Reply reply = stream.Ask(token, Opcode.CreateContext))
        {
            verdict = reply.Value();
        }

        if (verdict != Refusal.Granted)
        {
            GlxErrors.Raise(display, verdict);
            return 0;
        }

        var context = new GuestContext(number, display, description, share?.Group);
        lock (_contexts)
        {
            _contexts[context.Handle] = context;
        }

        return context.Handle;
    }

    /// <summary>Destroys a context, or lets it live until it is current nowhere (GLX 1.4 section 3.3.7).</summary>
    public void DestroyContext(GuestContext context)
    {
        lock (_contexts)
        {
            _contexts.Remove(context.Handle);
        }

        context.IsDestroyed = true;
        if (!context.IsCurrent)
        {
            Bury(context);
        }
    }

    /// <summary>Makes a context and its drawables current on the calling thread; a null context releases.</summary>
    public bool MakeCurrent(nint display, GuestContext? context, nuint draw, nuint read)
    {
        GuestContext? before = GuestThread.Context;
        if (context is not null && context != before)
        {
            context.Take();
        }

        if (context is not null && !Accept(display, context, draw, read))
        {
            if (context != before)
            {
                context.Leave();
            }

            return false;
        }

        GuestStream stream = Stream;
        Wire.Commands.MakeCurrent.Write(stream.Reserve(Wire.Commands.MakeCurrent.Bytes), context?.Number ?? 0, (uint)draw, (uint)read);
        stream.Flush();
        GuestThread.SetCurrent(context, draw, read);
        GuestThread.LookAtWindow();
        ForgetGone();
        if (before is not null && before != context)
        {
            before.Leave();
            if (before.IsDestroyed)
            {
                Bury(before);
            }
        }

        return true;
    }

    /// <summary>Whether the host can bind these; asked once for each combination, so that switching back and forth does not wait.</summary>
    private bool Accept(nint display, GuestContext context, nuint draw, nuint read)
    {
        lock (_accepted)
        {
            if (_accepted.Contains((context.Number, draw, read)))
            {
                return true;
            }
        }

        uint config = ConfigOf(context);
        int screen = context.Description.Screen;
        if ((draw != 0 && !Drawables.Attach(display, draw, screen, config)) || (read != draw && read != 0 && !Drawables.Attach(display, read, screen, config)))
        {
            return false;
        }

        uint verdict = AskToBind(context, draw, read);
        if (verdict != Refusal.Granted && Drawables.Exchange(display, draw, screen, config))
        {
            verdict = AskToBind(context, draw, read);
        }

        if (verdict != Refusal.Granted)
        {
            GlxErrors.Raise(display, verdict, draw);
            return false;
        }

        lock (_accepted)
        {
            return _accepted.Add((context.Number, draw, read));
        }
    }

    private uint AskToBind(GuestContext context, nuint draw, nuint read)
    {
        GuestStream stream = Stream;
        uint token = stream.NextToken();
        TryMakeCurrent.Write(stream.Reserve(TryMakeCurrent.Bytes), token, context.Number, (uint)draw, (uint)read);
        using Reply reply = stream.Ask(token, Opcode.TryMakeCurrent);
        return reply.Value();
    }

    /// <summary>Forgets windows that the program destroyed without a word to GLX.</summary>
    private void ForgetGone()
    {
        foreach (PictureWindow window in Pictures.Windows)
        {
            if (window.IsGone && window.Drawable != GuestThread.Draw && window.Drawable != GuestThread.Read)
            {
                Forget(0, window.Drawable);
            }
        }
    }

    /// <summary>Forgets a drawable that the program has done with; false when there is none of that name.</summary>
    public bool Forget(nint display, nuint drawable)
    {
        if (!Drawables.Forget(display, drawable))
        {
            return false;
        }

        lock (_accepted)
        {
            _accepted.RemoveWhere(a => a.Draw == drawable || a.Read == drawable);
        }

        return true;
    }

    private void Bury(GuestContext context)
    {
        lock (_accepted)
        {
            _accepted.RemoveWhere(a => a.Context == context.Number);
        }

        Wire.Commands.DestroyContext.Write(Stream.Reserve(Wire.Commands.DestroyContext.Bytes), context.Number);
        Stream.Flush();
        context.Free();
    }

    private HashSet<string> AskExtensions()
    {
        GuestStream stream = Stream;
        uint token = stream.NextToken();
        Wire.Commands.GlxExtensions.Write(stream.Reserve(Wire.Commands.GlxExtensions.Bytes), token);
        using Reply reply = stream.Ask(token, Opcode.GlxExtensions);
        return [.. Encoding.UTF8.GetString(reply.Rest).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static GlxSession? Open()
    {
        try
        {
            return new GlxSession(HostConnection.Open());
        }
        catch (AddressException e)
        {
            s_failed = true;
            Failure.Say(e.Message);
            return null;
        }
    }
}
