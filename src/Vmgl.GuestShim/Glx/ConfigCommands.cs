using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Startup;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Visuals and FBConfigs (GLX 1.4 sections 3.3.1, 3.3.3 and 3.4.1). Choosing is left to the host's own GLX, so that its
/// order is the native one.</summary>
internal static unsafe partial class GlxCommands
{
    public static partial nint ChooseVisual(nint dpy, int screen, int* attribList)
    {
        if (GuestProcess.CurrentSession is not GuestSession session || !HasScreen(dpy, screen))
        {
            return 0;
        }

        // Before the question below: a stream has one reply at a time.
        ScreenConfigs configs = session.Configs.OnScreen(dpy, screen);
        ReadOnlySpan<int> list = AttributeLists.OfVisual(attribList);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.ChooseVisual.Write(
            stream.Reserve(Wire.Commands.ChooseVisual.Measure(list.Length)), token, screen, list.Length, MemoryMarshal.AsBytes(list));
        using Reply reply = stream.AskHost(token, Opcode.ChooseVisual);
        uint chosen = reply.NextValue();
        configs.ChooseVisual(chosen);
        return (nint)VisualInfo(dpy, screen, configs.GuestVisual(chosen));
    }

    public static partial int GetConfig(nint dpy, nint visual, int attrib, int* value)
    {
        if (GuestProcess.CurrentSession is not GuestSession session)
        {
            return GLX_NO_EXTENSION;
        }

        var info = (XVisualInfo*)visual;
        if (!HasScreen(dpy, info->Screen))
        {
            return GLX_BAD_SCREEN;
        }

        ScreenConfigs screen = session.Configs.OnScreen(dpy, info->Screen);
        if (screen.HostVisual((uint)info->VisualId) is not HostVisual found)
        {
            *value = attrib == GLX_USE_GL ? 0 : *value;
            return attrib == GLX_USE_GL ? 0 : GLX_BAD_VISUAL;
        }

        int? got = screen.ValueOf(found, attrib);
        *value = got ?? *value;
        return got is null ? GLX_BAD_ATTRIBUTE : 0;
    }

    public static partial nint* ChooseFBConfig(nint dpy, int screen, int* attrib_list, int* nelements)
    {
        *nelements = 0;
        if (GuestProcess.CurrentSession is not GuestSession session || !HasScreen(dpy, screen))
        {
            return null;
        }

        ReadOnlySpan<int> list = AttributeLists.OfPairs(attrib_list);
        ScreenConfigs configs = session.Configs.OnScreen(dpy, screen);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.ChooseConfigs.Write(
            stream.Reserve(Wire.Commands.ChooseConfigs.Measure(list.Length)), token, screen, list.Length, MemoryMarshal.AsBytes(list));
        using Reply reply = stream.AskHost(token, Opcode.ChooseConfigs);
        var found = new List<GuestConfig>();
        foreach (uint id in MemoryMarshal.Cast<byte, uint>(reply.Rest))
        {
            if (configs.ConfigOfHost(id) is GuestConfig config)
            {
                found.Add(config);
            }
        }

        return HandleArray(found, nelements);
    }

    public static partial nint* GetFBConfigs(nint dpy, int screen, int* nelements)
    {
        *nelements = 0;
        return GuestProcess.CurrentSession is GuestSession session && HasScreen(dpy, screen)
            ? HandleArray(session.Configs.OnScreen(dpy, screen).Configs, nelements)
            : null;
    }

    public static partial int GetFBConfigAttrib(nint dpy, nint config, int attribute, int* value)
    {
        if (FindConfig(dpy, config, GlxRequest.GetFbConfigs, out _) is not (ScreenConfigs screen, GuestConfig found))
        {
            return GLX_BAD_VISUAL;
        }

        int? got = screen.ValueOf(found, attribute);
        *value = got ?? *value;
        return got is null ? GLX_BAD_ATTRIBUTE : 0;
    }

    public static partial nint GetVisualFromFBConfig(nint dpy, nint config)
    {
        if (GuestProcess.CurrentSession?.Configs.FindConfig(config) is not (ScreenConfigs screen, GuestConfig found))
        {
            return 0;
        }

        screen.ChooseVisual(screen.HostVisualOf(found));
        return (nint)VisualInfo(dpy, screen.Screen, found.GuestVisual);
    }

    private static bool HasScreen(nint display, int screen) => screen >= 0 && screen < X11.ScreenCount(display);

    /// <summary>An XVisualInfo that the program frees with XFree; null for visual 0.</summary>
    private static XVisualInfo* VisualInfo(nint display, int screen, uint visual)
    {
        XVisualInfo template = new() { VisualId = visual, Screen = screen };
        return visual == 0 ? null : X11.GetVisualInfo(display, X11.VisualIdMask | X11.VisualScreenMask, &template, out _);
    }

    /// <summary>An array that the program frees with XFree, which is free(); null when it would be empty.</summary>
    private static nint* HandleArray(IReadOnlyCollection<GuestConfig> configs, int* count)
    {
        *count = configs.Count;
        if (configs.Count == 0)
        {
            return null;
        }

        var handles = (nint*)NativeMemory.Alloc((nuint)configs.Count, (nuint)sizeof(nint));
        int i = 0;
        foreach (GuestConfig config in configs)
        {
            handles[i++] = config.Handle;
        }

        return handles;
    }
}
