using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>The guest's contexts by their numbers, and which of them is current on the GL thread.</summary>
internal sealed unsafe class GlxContexts(GlxLibrary glx, nint display, GlxConfigReader configs)
{
    private const int Direct = 1;

    private readonly Dictionary<uint, nint> _contexts = [];
    private (uint Context, nuint Draw, nuint Read) _last;
    private bool _isTrusted = true;

    /// <summary>Creates a context by the call that the guest made; false when the host refuses or names are wrong.</summary>
    public bool CreateContext(ContextRequest request)
    {
        XErrors.ForgetRefusal();
        if (_contexts.ContainsKey(request.Context) || !TryFind(request.Share, out nint share))
        {
            return false;
        }

        XErrors.BeginTrap(display);
        nint context = request.Visual != 0 ? ByVisual(request, share) : ByConfig(request, share);
        bool clean = XErrors.EndTrap(display);
        if (context == 0)
        {
            return false;
        }

        if (!clean)
        {
            glx.DestroyContext(display, context);
            return false;
        }

        _contexts.Add(request.Context, context);
        return true;
    }

    /// <summary>Destroys a context; GLX itself waits until it is no longer current.</summary>
    public void DestroyContext(uint context)
    {
        if (_contexts.Remove(context, out nint handle))
        {
            ForgetBinding(_last.Context == context);
            glx.DestroyContext(display, handle);
        }
    }

    /// <summary>Makes a context current, which costs nothing when it already is.</summary>
    public bool MakeCurrent(uint context, nuint draw, nuint read)
    {
        XErrors.ForgetRefusal();
        if (_isTrusted && _last == (context, draw, read))
        {
            return true;
        }

        if (!TryFind(context, out nint handle))
        {
            return false;
        }

        XErrors.BeginTrap(display);
        bool made = glx.MakeContextCurrent(display, draw, read, handle) != 0;
        made &= XErrors.EndTrap(display);
        _isTrusted = made;
        _last = made ? (context, draw, read) : _last;
        return made;
    }

    /// <summary>Forgets that a drawable is current: X may give its number to a new window.</summary>
    public void ForgetDrawable(nuint drawable) => ForgetBinding(_last.Draw == drawable || _last.Read == drawable);

    /// <summary>Makes a context of the back end's own current on drawables; false when the host refuses, and nothing is current
    /// then.</summary>
    public bool EnterOwn(nint context, nuint draw, nuint read) => glx.MakeContextCurrent(display, draw, read, context) != 0;

    /// <summary>Makes current again what was before <see cref="EnterOwn"/>; nothing, if that can no longer be.</summary>
    public void LeaveOwn()
    {
        if (!TryFind(_last.Context, out nint handle) || glx.MakeContextCurrent(display, _last.Draw, _last.Read, handle) == 0)
        {
            _ = glx.MakeContextCurrent(display, 0, 0, 0);
            _isTrusted = false;
        }
    }

    /// <summary>One drawable takes another one's place where that is current.</summary>
    public void ReplaceDrawable(nuint old, nuint another)
    {
        (uint context, nuint draw, nuint read) = _last;
        if (draw == old || read == old)
        {
            _isTrusted = false;
            _ = MakeCurrent(context, draw == old ? another : draw, read == old ? another : read);
        }
    }

    /// <summary>glXCopyContext; nothing happens when a name is unknown.</summary>
    public void CopyContext(uint source, uint destination, uint mask)
    {
        if (_contexts.TryGetValue(source, out nint from) && _contexts.TryGetValue(destination, out nint to))
        {
            glx.CopyContext(display, from, to, mask);
        }
    }

    /// <summary>Releases the current context and destroys all.</summary>
    public void DestroyAll()
    {
        _ = glx.MakeContextCurrent(display, 0, 0, 0);
        _last = default;
        foreach (nint context in _contexts.Values)
        {
            glx.DestroyContext(display, context);
        }

        _contexts.Clear();
    }

    private void ForgetBinding(bool changed) => _isTrusted &= !changed;

    private bool TryFind(uint name, out nint context)
    {
        context = 0;
        return name == 0 || _contexts.TryGetValue(name, out context);
    }

    private nint ByVisual(ContextRequest request, nint share)
    {
        XVisualInfo* visual = configs.FindVisual(configs.ClampScreen(request.Screen), request.Visual);
        if (visual is null)
        {
            return 0;
        }

        nint context = glx.CreateContext(display, visual, share, Direct);
        X11.Free(visual);
        return context;
    }

    private nint ByConfig(ContextRequest request, nint share)
    {
        nint config = configs.FindConfig(configs.ClampScreen(request.Screen), request.Config);
        if (config == 0)
        {
            return 0;
        }

        return request.Attributes is null
            ? glx.CreateNewContext(display, config, request.RenderType, share, Direct)
            : ByAttributes(config, share, request.Attributes);
    }

    private nint ByAttributes(nint config, nint share, int[] attributes)
    {
        if (glx.CreateContextAttribs is null)
        {
            return 0;
        }

        fixed (int* list = GlxConfigReader.TerminateList(attributes))
        {
            return glx.CreateContextAttribs(display, config, share, Direct, list);
        }
    }
}
