using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Glx;

namespace Vmgl.GuestShim;

/// <summary>What belongs to the calling thread: its stream, and the context and drawables that are current on it.</summary>
internal static unsafe class GuestThread
{
    [ThreadStatic]
    private static GuestStream? t_stream;

    /// <summary>The stream, when a context is current: where GL commands go. Null drops them, as GL does.</summary>
    public static GuestStream? Stream => Context is null ? null : t_stream;

    /// <summary>The current context.</summary>
    [field: ThreadStatic]
    public static GuestContext? Context { get; private set; }

    /// <summary>The current draw drawable; 0 without a context.</summary>
    [field: ThreadStatic]
    public static nuint Draw { get; private set; }

    /// <summary>The current read drawable.</summary>
    [field: ThreadStatic]
    public static nuint Read { get; private set; }

    /// <summary>The thread's stream, made at its first use: GLX commands need one before any context is current.</summary>
    public static GuestStream StreamOn(HostConnection connection) =>
        t_stream ??= new GuestStream(connection, NativeEdge.ThisThread());

    /// <summary>Records what is current now and lets C write into the batch, or no longer.</summary>
    public static void SetCurrent(GuestContext? context, nuint draw, nuint read)
    {
        if (Context is GuestContext before)
        {
            before.Bracket = t_stream!.Bracket;
        }

        (Context, Draw, Read) = (context, draw, read);
        if (context is null)
        {
            t_stream?.Close();
        }
        else
        {
            context.Framebuffers.UseDrawables(draw, read);
            t_stream!.Open(context.Group.NativeNames, context.Bracket);
            t_stream.Step(context.Debug.WaitsForMessages);
            context.EnterDrawable(draw);
            t_stream.WatchWindow(GlxSession.Current!.Pictures.Find((uint)draw) is not null);
        }
    }

    /// <summary>Lets the surface of the current window follow the window's size.</summary>
    public static void LookAtWindow()
    {
        if (Stream is GuestStream stream && GlxSession.Current is { Pictures.HasWindows: true } session)
        {
            session.Pictures.Follow(stream, (uint)Draw, ask: true);
        }
    }
}
