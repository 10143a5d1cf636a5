using System.Runtime.InteropServices;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>The GL entry points that are not the driver's own on this back end, for what they say depends on which of a drawable's buffers
/// is meant (<see cref="EglDefaultFramebuffer"/>). They stand in the replay's table as the driver's do, so no other back end pays for them;
/// nobody but the replay calls them, and no C lies between it and them.</summary>
internal static unsafe class EglEntryPoints
{
    private const uint DepthBits = GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT;

    private static readonly Dictionary<string, nint> s_entries = new()
    {
        ["glDrawBuffer"] = (nint)(delegate* unmanaged<uint, void>)&DrawBuffer,
        ["glReadBuffer"] = (nint)(delegate* unmanaged<uint, void>)&ReadBuffer,
        ["glDrawBuffers"] = (nint)(delegate* unmanaged<int, uint*, void>)&DrawBuffers,
        ["glPushAttrib"] = (nint)(delegate* unmanaged<uint, void>)&PushAttrib,
        ["glPopAttrib"] = (nint)(delegate* unmanaged<void>)&PopAttrib,
        ["glAccum"] = (nint)(delegate* unmanaged<uint, float, void>)&Accum,
        ["glNewList"] = (nint)(delegate* unmanaged<uint, uint, void>)&NewList,
        ["glEndList"] = (nint)(delegate* unmanaged<void>)&EndList,
        ["glCallList"] = (nint)(delegate* unmanaged<uint, void>)&CallList,
        ["glCallLists"] = (nint)(delegate* unmanaged<int, uint, void*, void>)&CallLists,
        ["glDeleteLists"] = (nint)(delegate* unmanaged<uint, int, void>)&DeleteLists,
        ["glClear"] = (nint)(delegate* unmanaged<uint, void>)&Clear,
        ["glGetBooleanv"] = (nint)(delegate* unmanaged<uint, byte*, void>)&GetBooleanv,
        ["glGetIntegerv"] = (nint)(delegate* unmanaged<uint, int*, void>)&GetIntegerv,
        ["glGetInteger64v"] = (nint)(delegate* unmanaged<uint, long*, void>)&GetInteger64v,
        ["glGetFloatv"] = (nint)(delegate* unmanaged<uint, float*, void>)&GetFloatv,
        ["glGetDoublev"] = (nint)(delegate* unmanaged<uint, double*, void>)&GetDoublev,
        ["glGetFramebufferAttachmentParameteriv"] = (nint)(delegate* unmanaged<uint, uint, uint, int*, void>)&GetAttachmentParameter,
        ["glReadPixels"] = (nint)(delegate* unmanaged<int, int, int, int, uint, uint, void*, void>)&ReadPixels,
        ["glCopyPixels"] = (nint)(delegate* unmanaged<int, int, int, int, uint, void>)&CopyPixels,
        ["glBlitFramebuffer"] = (nint)(delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void>)&BlitFramebuffer,
    };

    [ThreadStatic]
    private static EglDefaultFramebuffer? t_framebuffer;

    [ThreadStatic]
    private static EglGl? t_gl;

    /// <summary>Address of the entry point of a name, with or without an extension's suffix; 0 where the driver's own serves.</summary>
    public static nint FindEntryPoint(string name)
    {
        string plain = name.EndsWith("ARB", StringComparison.Ordinal) || name.EndsWith("EXT", StringComparison.Ordinal)
            || name.EndsWith("ATI", StringComparison.Ordinal) ? name[..^3] : name;
        return s_entries.GetValueOrDefault(plain);
    }

    /// <summary>Lets this thread's calls go to a back end.</summary>
    public static void UseOnThread(EglDefaultFramebuffer framebuffer, EglGl gl) => (t_framebuffer, t_gl) = (framebuffer, gl);

    [UnmanagedCallersOnly]
    private static void DrawBuffer(uint value) => t_framebuffer!.DrawBuffer(value);

    [UnmanagedCallersOnly]
    private static void ReadBuffer(uint value) => t_framebuffer!.ReadBuffer(value);

    [UnmanagedCallersOnly]
    private static void DrawBuffers(int count, uint* values) => t_framebuffer!.DrawBuffers(count, values);

    [UnmanagedCallersOnly]
    private static void PushAttrib(uint mask) => t_framebuffer!.PushAttrib(mask);

    [UnmanagedCallersOnly]
    private static void PopAttrib() => t_framebuffer!.PopAttrib();

    [UnmanagedCallersOnly]
    private static void Accum(uint operation, float value)
    {
        try
        {
            t_framebuffer!.Accum(operation, value);
        }
        catch (OutOfMemoryException)
        {
            EglBackend.Complaints?.Invoke("glAccum: this host is out of memory, so nothing was accumulated");
        }
    }

    [UnmanagedCallersOnly]
    private static void NewList(uint list, uint mode) => t_framebuffer!.NewList(list, mode);

    [UnmanagedCallersOnly]
    private static void EndList() => t_framebuffer!.EndList();

    [UnmanagedCallersOnly]
    private static void CallList(uint list) => t_framebuffer!.CallList(list);

    [UnmanagedCallersOnly]
    private static void CallLists(int count, uint type, void* names) => t_framebuffer!.CallLists(count, type, names);

    [UnmanagedCallersOnly]
    private static void DeleteLists(uint first, int count) => t_framebuffer!.DeleteLists(first, count);

    [UnmanagedCallersOnly]
    private static void Clear(uint mask)
    {
        try
        {
            t_framebuffer!.Clear(mask);
        }
        catch (OutOfMemoryException)
        {
            EglBackend.Complaints?.Invoke("glClear: this host is out of memory for an accumulation buffer, so none was cleared");
        }
    }

    [UnmanagedCallersOnly]
    private static void GetBooleanv(uint name, byte* value)
    {
        if (IsOurs(name) && t_framebuffer!.FindAnswer(name) is int answer)
        {
            *value = answer != 0 ? (byte)1 : (byte)0;
            return;
        }

        t_gl!.GetBooleanv(name, value);
    }

    [UnmanagedCallersOnly]
    private static void GetIntegerv(uint name, int* value)
    {
        if (IsOurs(name) && t_framebuffer!.FindAnswer(name) is int answer)
        {
            *value = answer;
            return;
        }

        t_gl!.GetIntegerv(name, value);
    }

    [UnmanagedCallersOnly]
    private static void GetInteger64v(uint name, long* value)
    {
        if (IsOurs(name) && t_framebuffer!.FindAnswer(name) is int answer)
        {
            *value = answer;
            return;
        }

        t_gl!.GetInteger64v(name, value);
    }

    [UnmanagedCallersOnly]
    private static void GetFloatv(uint name, float* value)
    {
        if (IsOurs(name) && t_framebuffer!.FindAnswer(name) is int answer)
        {
            *value = answer;
            return;
        }

        t_gl!.GetFloatv(name, value);
    }

    [UnmanagedCallersOnly]
    private static void GetDoublev(uint name, double* value)
    {
        if (IsOurs(name) && t_framebuffer!.FindAnswer(name) is int answer)
        {
            *value = answer;
            return;
        }

        t_gl!.GetDoublev(name, value);
    }

    [UnmanagedCallersOnly]
    private static void GetAttachmentParameter(uint target, uint attachment, uint name, int* values) =>
        t_framebuffer!.GetAttachmentParameter(target, attachment, name, values);

    [UnmanagedCallersOnly]
    private static void ReadPixels(int x, int y, int width, int height, uint format, uint type, void* pixels)
    {
        bool moves = format is GL_STENCIL_INDEX or GL_DEPTH_COMPONENT or GL_DEPTH_STENCIL && t_framebuffer!.BeginDepthRead();
        t_gl!.ReadPixels(x, y, width, height, format, type, pixels);
        if (moves)
        {
            t_framebuffer!.EndDepthRead();
        }
    }

    [UnmanagedCallersOnly]
    private static void CopyPixels(int x, int y, int width, int height, uint type)
    {
        bool moves = type is GL_DEPTH or GL_STENCIL or GL_DEPTH_STENCIL && t_framebuffer!.BeginDepthRead();
        t_gl!.CopyPixels(x, y, width, height, type);
        if (moves)
        {
            t_framebuffer!.EndDepthRead();
        }
    }

    /// <summary>Colours and depths together come from two pbuffers, and so in two steps.</summary>
    [UnmanagedCallersOnly]
    private static void BlitFramebuffer(int x0, int y0, int x1, int y1, int toX0, int toY0, int toX1, int toY1, uint mask, uint filter)
    {
        if ((mask & DepthBits) == 0 || !t_framebuffer!.BeginDepthRead())
        {
            t_gl!.BlitFramebuffer(x0, y0, x1, y1, toX0, toY0, toX1, toY1, mask, filter);
            return;
        }

        t_gl!.BlitFramebuffer(x0, y0, x1, y1, toX0, toY0, toX1, toY1, mask & DepthBits, filter);
        t_framebuffer!.EndDepthRead();
        if ((mask & ~DepthBits) != 0)
        {
            t_gl!.BlitFramebuffer(x0, y0, x1, y1, toX0, toY0, toX1, toY1, mask & ~DepthBits, filter);
        }
    }

    private static bool IsOurs(uint name) => name is GL_DRAW_BUFFER or GL_READ_BUFFER or GL_DOUBLEBUFFER
        or GL_DRAW_BUFFER0 or (>= GL_ACCUM_RED_BITS and <= GL_ACCUM_ALPHA_BITS);
}
