using System.Diagnostics.CodeAnalysis;
using Vmgl.GuestShim.Connection;

namespace Vmgl.GuestShim.Session;

/// <summary>The calling thread's stream, and the context and drawables that are current on it.</summary>
internal static unsafe class GuestThread
{
    [ThreadStatic]
    private static GuestStream? t_stream;

    /// <summary>The stream, when a context is current: where GL commands go. Null drops them, as GL does.</summary>
    public static GuestStream? Stream => Context is null ? null : t_stream;

    /// <summary>The current context.</summary>
    [field: ThreadStatic]
    public static GuestContext? Context { get; private set; }

    /// <summary>The stream and the context that GL commands of this thread go to; false, and they are dropped, when no context is
    /// current.</summary>
    public static bool TryGetCurrent([NotNullWhen(true)] out GuestStream? stream, [NotNullWhen(true)] out GuestContext? context)
    {
        context = Context;
        stream = t_stream!;
        return context is not null;
    }

    /// <summary>The current draw drawable; 0 without a context.</summary>
    [field: ThreadStatic]
    public static nuint Draw { get; private set; }

    /// <summary>The current read drawable.</summary>
    [field: ThreadStatic]
    public static nuint Read { get; private set; }

    [field: ThreadStatic]
    private static IWindowPresentation? Presentation { get; set; }

    /// <summary>The thread's stream, made at its first use: front ends need one before any context is current.</summary>
    public static GuestStream StreamOn(HostConnection connection) =>
        t_stream ??= new GuestStream(connection, NativeThread.Batch);

    /// <summary>Records what is current now and lets C write into the batch, or no longer.</summary>
    public static void SetCurrent(IWindowPresentation presentation, GuestContext? context, nuint draw, nuint read)
    {
        if (Context is GuestContext before)
        {
            before.Bracket = t_stream!.Bracket;
        }

        (Presentation, Context, Draw, Read) = (presentation, context, draw, read);
        if (context is null)
        {
            t_stream?.CloseToNative();
            return;
        }

        context.Framebuffers.UseDrawables(draw, read);
        t_stream!.OpenToNative(context, watchesWindow: presentation.HasSurface(draw));
        context.EnterDrawable(draw);
    }

    /// <summary>Waits until the host has played everything, and the user can see it. Without a context nothing is waited for.</summary>
    public static void WaitForDisplay()
    {
        if (Stream is GuestStream stream)
        {
            Presentation!.WaitForDisplay(stream, Draw);
        }
    }
}
