using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Visuals and FBConfigs (GLX 1.4 sections 3.3.1, 3.3.3 and 3.4.1). Choosing is left to the host's own GLX, so that its
/// order is the native one.</summary>
internal static unsafe partial class GlxCommands
{
    public static partial nint ChooseVisual(nint dpy, int screen, int* attribList)
    {
        if (GlxSession.Current is not GlxSession session || !HasScreen(dpy, screen))
        {
            return 0;
        }

        // Before the question below: a stream has one reply at a time.
        ScreenConfigs configs = session.Screen(dpy, screen);
        ReadOnlySpan<int> list = AttributeLists.OfVisual(attribList);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.ChooseVisual.Write(
            stream.Reserve(Wire.Commands.ChooseVisual.Measure(list.Length)), token, screen, list.Length, MemoryMarshal.AsBytes(list));
        using Reply reply = stream.Ask(token, Opcode.ChooseVisual);
        uint chosen = reply.Value();
        configs.Choose(chosen);
        return (nint)VisualInfo(dpy, screen, configs.GuestVisual(chosen));
    }

    public static partial int GetConfig(nint dpy, nint visual, int attrib, int* value)
    {
        if (GlxSession.Current is not GlxSession session)
        {
            return GlxConstants.NoExtension;
        }

        var info = (XVisualInfo*)visual;
        if (!HasScreen(dpy, info->Screen))
        {
            return GlxConstants.BadScreen;
        }

        int error = session.Screen(dpy, info->Screen).GetVisualAttribute((uint)info->VisualId, attrib, out int found);
        *value = error == 0 ? found : *value;
        return error;
    }

    public static partial nint* ChooseFBConfig(nint dpy, int screen, int* attrib_list, int* nelements)
    {
        *nelements = 0;
        if (GlxSession.Current is not GlxSession session || !HasScreen(dpy, screen))
        {
            return null;
        }

        ReadOnlySpan<int> list = AttributeLists.OfPairs(attrib_list);
        ScreenConfigs configs = session.Screen(dpy, screen);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.ChooseConfigs.Write(
            stream.Reserve(Wire.Commands.ChooseConfigs.Measure(list.Length)), token, screen, list.Length, MemoryMarshal.AsBytes(list));
        using Reply reply = stream.Ask(token, Opcode.ChooseConfigs);
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
        return GlxSession.Current is GlxSession session && HasScreen(dpy, screen)
            ? HandleArray(session.Screen(dpy, screen).Configs, nelements)
            : null;
    }

    public static partial int GetFBConfigAttrib(nint dpy, nint config, int attribute, int* value)
    {
        if (FindConfig(dpy, config, GlxRequest.GetFbConfigs, out _) is not (ScreenConfigs screen, GuestConfig found))
        {
            return GlxConstants.BadVisual;
        }

        int error = screen.GetConfigAttribute(found, attribute, out int got);
        *value = error == 0 ? got : *value;
        return error;
    }

    public static partial nint GetVisualFromFBConfig(nint dpy, nint config)
    {
        if (GlxSession.Current?.Config(config) is not (ScreenConfigs screen, GuestConfig found))
        {
            return 0;
        }

        screen.Choose(screen.HostVisualOf(found));
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
