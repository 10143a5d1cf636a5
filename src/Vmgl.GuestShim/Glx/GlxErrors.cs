using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>X errors of GLX (GLX 1.4 section 3.5): raised in the program's own handler, as if its X server had sent them.</summary>
internal static unsafe class GlxErrors
{
    // GLX's own, by their place after the extension's first error (GLX 1.4 protocol).
    public const byte BadContext = 0;
    public const byte BadDrawable = 2;
    public const byte BadPixmap = 3;
    public const byte BadFbConfig = 9;
    public const byte BadPbuffer = 10;
    public const byte BadWindow = 12;
    public const byte BadProfile = 13;

    // The X protocol's.
    public const byte CoreBadValue = 2;
    public const byte CoreBadWindow = 3;
    public const byte CoreBadPixmap = 4;
    public const byte CoreBadMatch = 8;

    private const int ErrorEvent = 0;

    /// <summary>Where an X server without GLX has no codes to give: above what its extensions use, and below 256 with all of
    /// GLX's.</summary>
    private const int FirstErrorWithoutGlx = 240;

    /// <summary>The request code there, by which programs identify extensions: the last one, which no X server of the field
    /// gives.</summary>
    private const int MajorWithoutGlx = 255;

    private static readonly Lock s_lock = new();
    private static readonly Dictionary<nint, (int Major, int FirstEvent, int FirstError)> s_codes = [];

    /// <summary>GLX's codes on a display: the X server's own where it has GLX, made up where it has not.</summary>
    public static (int Major, int FirstEvent, int FirstError) CodesOf(nint display)
    {
        lock (s_lock)
        {
            if (!s_codes.TryGetValue(display, out (int Major, int FirstEvent, int FirstError) codes))
            {
                codes = X11.QueryExtension(display, "GLX\0"u8);
                codes = codes.Major == 0 ? (MajorWithoutGlx, 0, FirstErrorWithoutGlx) : codes;
                s_codes[display] = codes;
            }

            return codes;
        }
    }

    /// <summary>Raises one of GLX's own errors.</summary>
    /// <param name="request">The GLX request that the call would have sent (GLX 1.4 protocol).</param>
    public static void RaiseError(nint display, byte code, GlxRequest request, nuint resource = 0) =>
        RaiseError(display, new Refusal(code, IsGlx: true, (ushort)request), resource);

    /// <summary>Raises an error of the X protocol.</summary>
    public static void RaiseCore(nint display, byte code, GlxRequest request, nuint resource = 0) =>
        RaiseError(display, new Refusal(code, IsGlx: false, (ushort)request), resource);

    /// <summary>Raises the error of a verdict; nothing when it was granted, reported to the user, or refused by the host without an
    /// error.</summary>
    /// <param name="request">The GLX request that the call would have sent; for errors of the host's GLX it is known from there.</param>
    public static void RaiseError(nint display, Verdict verdict, GlxRequest request)
    {
        switch (verdict.Reason)
        {
            case RefusalReason.Host when Refusal.Decode(verdict.HostAnswer) is Refusal refusal:
                RaiseError(display, refusal, verdict.Resource);
                break;
            case RefusalReason.NoPixmap:
                RaiseCore(display, CoreBadPixmap, request, verdict.Resource);
                break;
            case RefusalReason.NoWindow when request == GlxRequest.CreateWindow:
                RaiseCore(display, CoreBadWindow, request, verdict.Resource);
                break;
            case RefusalReason.NoWindow:
                RaiseError(display, BadDrawable, request, verdict.Resource);
                break;
            default:
                break;
        }
    }

    private static void RaiseError(nint display, Refusal refusal, nuint resource)
    {
        (int major, _, int firstError) = CodesOf(display);
        var error = new XErrorEvent
        {
            Type = ErrorEvent,
            Display = display,
            ResourceId = resource,
            Serial = X11.NextRequest(display) - 1,
            ErrorCode = (byte)(refusal.Code + (refusal.IsGlx ? firstError : 0)),
            RequestCode = (byte)major,
            MinorCode = (byte)refusal.Minor,
        };
        // Xlib has no question for the handler but this.
        nint handler = X11.SetErrorHandler(0);
        X11.SetErrorHandler(handler);
        _ = ((delegate* unmanaged<nint, XErrorEvent*, int>)handler)(display, &error);
    }
}

/// <summary>GLX requests, by their minor opcodes (GLX 1.4 protocol).</summary>
internal enum GlxRequest : ushort
{
    /// <summary>An error that the client finds without a request.</summary>
    None = 0,
    CreateContext = 3,
    MakeCurrent = 5,
    CopyContext = 10,
    SwapBuffers = 11,
    UseXFont = 12,
    CreateGlxPixmap = 13,
    GetVisualConfigs = 14,
    DestroyGlxPixmap = 15,
    GetFbConfigs = 21,
    CreatePixmap = 22,
    DestroyPixmap = 23,
    CreateNewContext = 24,
    QueryContext = 25,
    MakeContextCurrent = 26,
    CreatePbuffer = 27,
    DestroyPbuffer = 28,
    GetDrawableAttributes = 29,
    ChangeDrawableAttributes = 30,
    CreateWindow = 31,
    DestroyWindow = 32,
    CreateContextAttribs = 34,
}
