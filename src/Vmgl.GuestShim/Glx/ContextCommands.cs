using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Startup;
using Vmgl.Wire;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Contexts (GLX 1.4 sections 3.3.7 and 3.4.3, GLX_ARB_create_context).</summary>
internal static unsafe partial class GlxCommands
{
    private const int EsProfileBit = 4; // GLX_CONTEXT_ES_PROFILE_BIT_EXT of an extension that is not advertised here

    public static partial nint CreateContext(nint dpy, nint vis, nint shareList, int direct)
    {
        var info = (XVisualInfo*)vis;
        if (info is null || GuestProcess.CurrentSession is not GuestSession session)
        {
            return 0;
        }

        if (session.Configs.OnScreen(dpy, info->Screen).HostVisual((uint)info->VisualId) is not HostVisual visual)
        {
            GlxErrors.RaiseCore(dpy, GlxErrors.CoreBadValue, GlxRequest.CreateContext, info->VisualId);
            return 0;
        }

        var description = new ContextDescription(info->Screen, visual.Id, 0, GLX_RGBA_TYPE);
        return MakeContext(session, dpy, description, shareList, [], attributed: false);
    }

    public static partial nint CreateNewContext(nint dpy, nint config, int render_type, nint share_list, int direct) =>
        FindConfig(dpy, config, GlxRequest.CreateNewContext, out GuestSession? session) is (ScreenConfigs screen, GuestConfig found)
            ? MakeContext(session!, dpy, new(screen.Screen, 0, found.Host.Id, render_type), share_list, [], attributed: false)
            : 0;

    public static partial nint CreateContextAttribsARB(nint dpy, nint config, nint share_context, int direct, int* attrib_list)
    {
        if (FindConfig(dpy, config, GlxRequest.CreateContextAttribs, out GuestSession? session) is not (ScreenConfigs screen,
            GuestConfig found))
        {
            return 0;
        }

        ReadOnlySpan<int> attributes = AttributeLists.OfPairs(attrib_list);
        if (IsOfEs(attributes))
        {
            GlxErrors.RaiseError(dpy, GlxErrors.BadProfile, GlxRequest.CreateContextAttribs);
            return 0;
        }

        if (IsBeyondUs(attributes))
        {
            GlxErrors.RaiseError(dpy, GlxErrors.BadFbConfig, GlxRequest.CreateContextAttribs);
            return 0;
        }

        return MakeContext(
            session!, dpy, new(screen.Screen, 0, found.Host.Id, GLX_RGBA_TYPE), share_context, attributes[..^1], attributed: true);
    }

    /// <summary>Makes a context; 0, and an X error raised, when the host refuses or <paramref name="share"/> is not a context.</summary>
    private static nint MakeContext(
        GuestSession session, nint display, ContextDescription description, nint share, ReadOnlySpan<int> attributes, bool attributed)
    {
        GuestContext? shared = share == 0 ? null : session.Contexts.FindContext(share);
        if (shared is null && share != 0)
        {
            GlxErrors.RaiseError(display, GlxErrors.BadContext, attributed ? GlxRequest.CreateContextAttribs : GlxRequest.CreateContext);
            return 0;
        }

        Verdict verdict = session.Contexts.CreateContext(display, description, shared, attributes, attributed, out GuestContext? context);
        GlxErrors.RaiseError(display, verdict, GlxRequest.CreateContext);
        return context?.Handle ?? 0;
    }

    public static partial void DestroyContext(nint dpy, nint ctx)
    {
        if (GuestProcess.CurrentSession is GuestSession session && session.Contexts.FindContext(ctx) is GuestContext context)
        {
            session.Contexts.DestroyContext(context);
        }
    }

    public static partial int MakeCurrent(nint dpy, nuint drawable, nint ctx) => MakeContextCurrent(dpy, drawable, drawable, ctx);

    public static partial int MakeContextCurrent(nint dpy, nuint draw, nuint read, nint ctx)
    {
        if (GuestProcess.CurrentSession is not GuestSession session)
        {
            return 0;
        }

        // A context without any drawable is for the host to judge: newer GL allows it (ARB_create_context).
        if (ctx == 0 ? draw != 0 || read != 0 : (draw == 0) != (read == 0))
        {
            GlxErrors.RaiseCore(dpy, GlxErrors.CoreBadMatch, GlxRequest.MakeContextCurrent);
            return 0;
        }

        if (ctx == 0)
        {
            return GuestThread.Context is null || session.Contexts.MakeCurrent(dpy, null, 0, 0).IsGranted ? 1 : 0;
        }

        // No error for a context that was destroyed: Mesa gives none.
        if (session.Contexts.FindContext(ctx) is not GuestContext context)
        {
            return 0;
        }

        Verdict verdict = session.Contexts.MakeCurrent(dpy, context, draw, read);
        GlxErrors.RaiseError(dpy, verdict, GlxRequest.MakeContextCurrent);
        return verdict.IsGranted ? 1 : 0;
    }

    public static partial void CopyContext(nint dpy, nint src, nint dst, nuint mask)
    {
        if (GuestProcess.CurrentSession is GuestSession session && session.Contexts.FindContext(src) is GuestContext from
            && session.Contexts.FindContext(dst) is GuestContext to)
        {
            Wire.Commands.CopyContext.Write(session.Stream.Reserve(Wire.Commands.CopyContext.Bytes), from.Number, to.Number, (uint)mask);
            session.Stream.FlushBatch();
            to.Program.ForgetProgram();
            to.Group.ChangeAttachments();
            to.Mirror.ForgetEverything();
        }
    }

    public static partial int QueryContext(nint dpy, nint ctx, int attribute, int* value)
    {
        if (GuestProcess.CurrentSession is not GuestSession session)
        {
            return GLX_NO_EXTENSION;
        }

        if (session.Contexts.FindContext(ctx) is not GuestContext context)
        {
            GlxErrors.RaiseError(dpy, GlxErrors.BadContext, GlxRequest.QueryContext);
            return GLX_BAD_CONTEXT;
        }

        int? found = attribute switch
        {
            GLX_FBCONFIG_ID => (int)session.Configs.IdOf(context),
            GLX_RENDER_TYPE => context.Description.RenderType,
            GLX_SCREEN => context.Description.Screen,
            _ => null,
        };
        *value = found ?? *value;
        return found is null ? GLX_BAD_ATTRIBUTE : 0;
    }

    /// <summary>Every context is direct: its commands do not pass through the X server.</summary>
    public static partial int IsDirect(nint dpy, nint ctx) => GuestProcess.CurrentSession?.Contexts.FindContext(ctx) is null ? 0 : 1;

    public static partial nint GetCurrentContext() => GuestThread.Context?.Handle ?? 0;

    public static partial nuint GetCurrentDrawable() => GuestThread.Draw;

    public static partial nuint GetCurrentReadDrawable() => GuestThread.Read;

    public static partial nint GetCurrentDisplay() => GuestThread.Context?.Display ?? 0;

    /// <summary>The FBConfig behind a handle; null, and GLXBadFBConfig raised, for a handle that is not an FBConfig.</summary>
    private static (ScreenConfigs Screen, GuestConfig Config)? FindConfig(nint display, nint config, GlxRequest request,
        out GuestSession? session)
    {
        session = GuestProcess.CurrentSession;
        (ScreenConfigs, GuestConfig)? found = session?.Configs.FindConfig(config);
        if (session is not null && found is null)
        {
            GlxErrors.RaiseError(display, GlxErrors.BadFbConfig, request);
        }

        return found;
    }

    /// <summary>Whether a context of OpenGL ES is asked for: the host may have it, but GLX_EXT_create_context_es_profile is not advertised
    /// here.</summary>
    private static bool IsOfEs(ReadOnlySpan<int> pairs)
    {
        for (int i = 0; i + 1 < pairs.Length; i += 2)
        {
            if (pairs[i] == GLX_CONTEXT_PROFILE_MASK_ARB && (pairs[i + 1] & EsProfileBit) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a context is asked for that would promise more GL than is implemented: newer than the version claimed, or not the
    /// compatibility profile. Versions and profiles that do not exist are left to the host, which refuses them with the right
    /// error.</summary>
    private static bool IsBeyondUs(ReadOnlySpan<int> pairs)
    {
        (int major, int minor, int profile) = (1, 0, GLX_CONTEXT_COMPATIBILITY_PROFILE_BIT_ARB);
        for (int i = 0; i + 1 < pairs.Length; i += 2)
        {
            switch (pairs[i])
            {
                case GLX_CONTEXT_MAJOR_VERSION_ARB: major = pairs[i + 1]; break;
                case GLX_CONTEXT_MINOR_VERSION_ARB: minor = pairs[i + 1]; break;
                case GLX_CONTEXT_PROFILE_MASK_ARB: profile = pairs[i + 1]; break;
                default: break;
            }
        }

        bool exists = (major, minor) is (2, 0 or 1) or (3, >= 0 and <= 3) or (>= 4, >= 0 and <= 6) or (>= 5, >= 0);
        bool isProfile = profile is GLX_CONTEXT_COMPATIBILITY_PROFILE_BIT_ARB or GLX_CONTEXT_CORE_PROFILE_BIT_ARB;
        return exists && isProfile && new Version(major, minor) > Gl.Advertised.Here.Newest;
    }
}
