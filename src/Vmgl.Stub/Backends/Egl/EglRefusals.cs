using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>Why something was refused, as the X error that a GLX would have met with.</summary>
internal sealed unsafe class EglRefusals(EglLibrary egl)
{
    // X protocol errors.
    public const byte BadValue = 2;
    public const byte BadMatch = 8;
    public const byte BadAlloc = 11;

    // GLX's own, from its first (GLX 1.4 protocol).
    public const byte GlxBadContext = 0;
    public const byte GlxBadDrawable = 2;
    public const byte GlxBadFBConfig = 9;
    public const byte GlxBadProfile = 13;

    // Requests.
    public const ushort CreateContext = 3;
    public const ushort CreateNewContext = 24;
    public const ushort CreatePixmap = 22;
    public const ushort MakeContextCurrent = 26;
    public const ushort CreatePbuffer = 27;
    public const ushort CreateWindow = 31;
    public const ushort CreateContextAttribs = 34;

    /// <summary>The last one since <see cref="ForgetError"/>.</summary>
    public Refusal? Last { get; private set; }

    /// <summary>Before something that may be refused without an error.</summary>
    public void ForgetError() => Last = null;

    /// <summary>An error of the X protocol; false, for the caller to return.</summary>
    public bool RaiseError(byte code, ushort request)
    {
        Last = new Refusal(code, IsGlx: false, request);
        return false;
    }

    /// <summary>One of GLX's own.</summary>
    public bool SayGlx(byte code, ushort request)
    {
        Last = new Refusal(code, IsGlx: true, request);
        return false;
    }

    /// <summary>EGL's last error in GLX's words. A version that the driver does not have is EGL_BAD_MATCH; Mesa's GLX says GLXBadFBConfig
    /// to that.</summary>
    public bool SayEgl(ushort request) => egl.GetError() switch
    {
        Egl.BadMatch or Egl.BadConfig => SayGlx(GlxBadFBConfig, request),
        Egl.BadContext => SayGlx(GlxBadContext, request),
        Egl.BadAttribute => RaiseError(BadValue, request),
        Egl.BadAlloc => RaiseError(BadAlloc, request),
        _ => RaiseError(BadMatch, request),
    };
}
