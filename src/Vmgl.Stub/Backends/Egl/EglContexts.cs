using Vmgl.Stub.Host;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>The guest's contexts by their numbers.</summary>
internal sealed unsafe class EglContexts(EglLibrary egl, nint display, EglConfigs configs, EglRefusals refusals)
{
    private readonly Dictionary<uint, EglContext> _contexts = [];

    /// <summary>A context without a config goes with every drawable, as Mesa's GLX lets any go with any of its screen.</summary>
    private readonly bool _needsConfig = !EglLibrary.ReadText(egl.QueryString(display, Egl.Extensions)).Split(' ')
        .Contains("EGL_KHR_no_config_context");

    /// <summary>The context of a number; null for 0 and for what is unknown.</summary>
    public EglContext? FindContext(uint context) => _contexts.GetValueOrDefault(context);

    /// <summary>Creates a context; false when the host refuses or names are wrong.</summary>
    public bool CreateContext(ContextRequest request)
    {
        refusals.ForgetError();
        EglContext? share = FindContext(request.Share);
        if (request.Context == 0 || _contexts.ContainsKey(request.Context) || (share is null && request.Share != 0))
        {
            return false;
        }

        ushort minor = request switch
        {
            { Visual: not 0 } => EglRefusals.CreateContext,
            { Attributes: null } => EglRefusals.CreateNewContext,
            _ => EglRefusals.CreateContextAttribs,
        };
        EglConfig? config = request.Visual != 0 ? configs.FindVisual(request.Visual) : configs.Find(request.Config);
        if (config is null)
        {
            return request.Visual != 0 ? refusals.RaiseError(EglRefusals.BadValue, minor)
                : refusals.SayGlx(EglRefusals.GlxBadFBConfig, minor);
        }

        return request.Visual == 0 && request.Attributes is null && request.RenderType != GLX_RGBA_TYPE
            ? refusals.RaiseError(EglRefusals.BadValue, minor) // colour indices, floats: no config has them
            : CreateContext(request, config, share, minor);
    }

    /// <summary>Destroys a context; EGL itself waits until it is no longer current. Null when it is unknown.</summary>
    public EglContext? DestroyContext(uint context)
    {
        if (_contexts.Remove(context, out EglContext? removed))
        {
            _ = egl.DestroyContext(display, removed.Handle);
        }

        return removed;
    }

    /// <summary>Destroys all.</summary>
    public void DestroyAll()
    {
        foreach (EglContext context in _contexts.Values)
        {
            _ = egl.DestroyContext(display, context.Handle);
        }

        _contexts.Clear();
    }

    private bool CreateContext(ContextRequest request, EglConfig config, EglContext? share, ushort minor)
    {
        int[]? attributes = EglContextAttributes.TranslateList(request.Attributes ?? [], out Refusal? problem);
        if (attributes is null)
        {
            return problem is Refusal { IsGlx: true } glx ? refusals.SayGlx(glx.Code, minor)
                : refusals.RaiseError(problem!.Value.Code, minor);
        }

        nint handle;
        fixed (int* list = attributes)
        {
            handle = egl.CreateContext(display, _needsConfig ? config.Format.Handle : 0, share?.Handle ?? 0, list);
        }

        if (handle == 0)
        {
            return refusals.SayEgl(minor);
        }

        _contexts.Add(request.Context, new EglContext(handle, share?.Lists ?? new EglListGroup()));
        return true;
    }
}
