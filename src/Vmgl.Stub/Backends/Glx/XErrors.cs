using System.Numerics;
using System.Runtime.InteropServices;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>Xlib's error handlers for this process. Guests' windows vanish while the worker draws into them, and Xlib's own
/// handler would end the worker for that; this one counts.</summary>
internal static unsafe class XErrors
{
    private const int TextBytes = 128;

    [ThreadStatic]
    private static bool t_trapping;

    [ThreadStatic]
    private static nuint t_trapSerial;

    [ThreadStatic]
    private static int t_trapped;

    [ThreadStatic]
    private static Refusal? t_refusal;

    private static int s_count;
    private static int s_glxMajor;
    private static int s_glxFirstError = int.MaxValue;

    /// <summary>Receives one line for the 1st, 2nd, 4th, 8th… error outside a trap (a vanished window makes one per frame),
    /// and one when the X server goes away.</summary>
    public static Action<string>? ErrorSink { get; set; }

    /// <summary>Errors outside traps since the process started.</summary>
    public static int Count => Volatile.Read(ref s_count);

    /// <summary>The last error outside a trap as text; null when there was none.</summary>
    public static string? Last { get; private set; }

    /// <summary>The first error of this thread's last trap, since <see cref="ForgetRefusal"/>.</summary>
    public static Refusal? Refusal => t_refusal;

    /// <summary>Installs both error handlers of this process.</summary>
    public static void InstallHandlers(nint display)
    {
        if (X11.QueryExtension(display, "GLX", out int major, out _, out int firstError) != 0)
        {
            (s_glxMajor, s_glxFirstError) = (major, firstError);
        }

        X11.SetErrorHandler(&OnError);
        X11.SetIoErrorHandler(&OnIoError);
    }

    /// <summary>Before something that may be refused without any trap.</summary>
    public static void ForgetRefusal() => t_refusal = null;

    /// <summary>Errors that requests from here on cause on this thread are kept for <see cref="EndTrap"/>. Traps do not nest.</summary>
    public static void BeginTrap(nint display)
    {
        // Earlier requests' errors may still be on their way: the serial tells them apart without a round trip.
        t_trapSerial = X11.NextRequest(display);
        t_trapped = 0;
        t_trapping = true;
    }

    /// <summary>Ends a trap after a round trip; true when no error came.</summary>
    public static bool EndTrap(nint display)
    {
        X11.Sync(display, 0);
        t_trapping = false;
        return t_trapped == 0;
    }

    [UnmanagedCallersOnly]
    private static int OnError(nint display, XErrorEvent* error)
    {
        try
        {
            NoteError(display, error);
        }
        catch (Exception)
        {
            // A log that cannot be written is not a reason to end the guest's session, and no exception may cross into Xlib.
        }

        return 0;
    }

    [UnmanagedCallersOnly]
    private static int OnIoError(nint display)
    {
        try
        {
            ErrorSink?.Invoke($"the X server of display {Marshal.PtrToStringUTF8(X11.DisplayString(display))} went away");
        }
        catch (Exception)
        {
            // As above.
        }

        return 0; // Xlib ends the process now
    }

    private static void NoteError(nint display, XErrorEvent* error)
    {
        // Mesa makes GLX errors up itself and gives them the number of the last request.
        bool isGlx = error->ErrorCode >= s_glxFirstError;
        if (t_trapping && error->Serial >= t_trapSerial - (isGlx || error->RequestCode == s_glxMajor ? 1u : 0u))
        {
            t_trapped++;
            t_refusal ??= new Refusal((byte)(isGlx ? error->ErrorCode - s_glxFirstError : error->ErrorCode), isGlx, error->MinorCode);
            return;
        }

        Last = DescribeError(display, error);
        int count = Interlocked.Increment(ref s_count);
        if (BitOperations.IsPow2(count))
        {
            ErrorSink?.Invoke($"X error {count}: {Last}");
        }
    }

    private static string DescribeError(nint display, XErrorEvent* error)
    {
        byte* text = stackalloc byte[TextBytes];
        X11.GetErrorText(display, error->ErrorCode, text, TextBytes);
        return $"{Marshal.PtrToStringUTF8((nint)text)}, resource 0x{error->ResourceId:x}, "
            + $"request {error->RequestCode}.{error->MinorCode}";
    }
}
