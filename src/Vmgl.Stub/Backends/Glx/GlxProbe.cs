using System.Runtime.InteropServices;
using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>Draws nothing once, to learn what would draw, and to fail while a person is still looking.</summary>
internal static unsafe class GlxProbe
{
    private const int GlxVendor = 1;
    private const int GlxRgba = 4;

    /// <summary>"GL_RENDERER, OpenGL GL_VERSION" of a context made and destroyed here.</summary>
    /// <exception cref="BackendException">The display has no GLX, or no context can be made.</exception>
    public static string DescribeRenderer(GlxLibrary glx, nint display, string displayName)
    {
        RefuseGuestLibrary(glx, display);
        int errorBase, eventBase;
        if (glx.QueryExtension(display, &errorBase, &eventBase) == 0)
        {
            throw new BackendException(
                $"display {displayName}: the X server has no GLX extension: start it with +extension GLX, or name another with --display");
        }

        int* attributes = stackalloc int[] { GlxRgba, 0 };
        XVisualInfo* visual = glx.ChooseVisual(display, X11.DefaultScreen(display), attributes);
        if (visual is null)
        {
            throw new BackendException($"display {displayName}: no RGBA visual for OpenGL: check the host's driver with glxinfo");
        }

        string? description = DescribeWith(glx, display, visual);
        X11.Free(visual);
        return description ?? throw new BackendException(
            $"display {displayName}: no OpenGL context can be made: check the host's driver with glxinfo");
    }

    /// <summary>A worker that loaded the guest's libGL would connect to itself.</summary>
    private static void RefuseGuestLibrary(GlxLibrary glx, nint display)
    {
        if (Marshal.PtrToStringUTF8((nint)glx.GetClientString(display, GlxVendor)) == "VMGL")
        {
            throw new BackendException(
                "libGL.so.1 is VMGL's guest library here: unset LD_PRELOAD and LD_LIBRARY_PATH before starting stub-daemon");
        }
    }

    private static string? DescribeWith(GlxLibrary glx, nint display, XVisualInfo* visual)
    {
        XErrors.BeginTrap(display);
        nuint window = X11.CreateHiddenWindow(display, visual, out nuint colormap);
        nint context = glx.CreateContext(display, visual, 0, 1);
        bool made = context != 0 && glx.MakeContextCurrent(display, window, window, context) != 0;
        string? description = made ? $"{GetString(glx, GL_RENDERER)}, OpenGL {GetString(glx, GL_VERSION)}" : null;
        if (context != 0)
        {
            _ = glx.MakeContextCurrent(display, 0, 0, 0);
            glx.DestroyContext(display, context);
        }

        X11.DestroyWindow(display, window);
        X11.FreeColormap(display, colormap);
        return XErrors.EndTrap(display) ? description : null;
    }

    private static string GetString(GlxLibrary glx, uint name)
    {
        var getString = (delegate* unmanaged<uint, byte*>)glx.GetProcAddress("glGetString");
        return Marshal.PtrToStringUTF8((nint)getString(name)) ?? "unknown";
    }
}
