using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>Attributes of glXCreateContextAttribsARB as those of eglCreateContext (ARB_create_context, EGL 1.5 section 3.7.1).</summary>
internal static class EglContextAttributes
{
    private const int ReleaseBehavior = 0x2097;
    private const int ResetStrategy = 0x8256;
    private const int LoseContextOnReset = 0x8252;
    private const int NoResetNotification = 0x8261;
    private const int NoError = 0x31B3;

    private const int DebugBit = 1;
    private const int ForwardCompatibleBit = 2;
    private const int RobustAccessBit = 4;
    private const int CoreBit = 1;
    private const int CompatibilityBit = 2;

    /// <summary>The list, with its end; null, and the error, when something in it cannot be asked of EGL.</summary>
    /// <param name="attributes">Pairs, without the final zero or with it.</param>
    public static int[]? TranslateList(ReadOnlySpan<int> attributes, out Refusal? problem)
    {
        List<int> list = [];
        problem = null;
        for (int i = 0; i + 1 < attributes.Length && attributes[i] != 0; i += 2)
        {
            if (!TryAdd(list, attributes[i], attributes[i + 1], out byte code, out bool isGlx))
            {
                problem = new Refusal(code, isGlx, EglRefusals.CreateContextAttribs);
                return null;
            }
        }

        list.Add(Egl.None);
        return [.. list];
    }

    private static bool TryAdd(List<int> list, int attribute, int value, out byte code, out bool isGlx)
    {
        (code, isGlx) = (EglRefusals.BadValue, false);
        switch (attribute)
        {
            case GLX_CONTEXT_MAJOR_VERSION_ARB:
                list.AddRange([Egl.ContextMajorVersion, value]);
                return true;
            case GLX_CONTEXT_MINOR_VERSION_ARB:
                list.AddRange([Egl.ContextMinorVersion, value]);
                return true;
            case GLX_CONTEXT_FLAGS_ARB when (value & ~(DebugBit | ForwardCompatibleBit | RobustAccessBit)) == 0:
                list.AddRange([Egl.ContextFlags, value]); // EGL_KHR_create_context gave the bits GLX's values
                return true;
            case GLX_CONTEXT_PROFILE_MASK_ARB:
                list.AddRange([Egl.ContextProfileMask, value]);
                (code, isGlx) = (EglRefusals.GlxBadProfile, true);
                return value is CoreBit or CompatibilityBit; // OpenGL ES is another API, and is not advertised
            case ResetStrategy when value is LoseContextOnReset or NoResetNotification:
                list.AddRange([Egl.ContextResetStrategy, value == LoseContextOnReset ? Egl.LoseContextOnReset : Egl.NoResetNotification]);
                return true;
            case ReleaseBehavior:
                list.AddRange([Egl.ContextReleaseBehavior, value]);
                return true;
            case NoError:
                list.AddRange([Egl.ContextNoError, value]);
                return true;
            default:
                return attribute == GLX_RENDER_TYPE && value == GLX_RGBA_TYPE;
        }
    }
}
