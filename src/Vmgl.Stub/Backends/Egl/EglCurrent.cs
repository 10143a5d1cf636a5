namespace Vmgl.Stub.Backends.Egl;

/// <summary>The current context of the GL thread, and the pbuffers that stand for the buffers that it draws in and reads from.</summary>
internal sealed unsafe class EglCurrent(EglLibrary egl, nint display, EglGl gl, EglCopier copier)
{
    private bool _isTrusted = true;

    /// <summary>The guest's context; null when none is current.</summary>
    public EglContext? Context { get; private set; }

    /// <summary>The drawable that it draws in; null for a context without drawables.</summary>
    public EglDrawable? Draw { get; private set; }

    /// <summary>The drawable that it reads from.</summary>
    public EglDrawable? Read { get; private set; }

    /// <summary>The pbuffer that it draws in; 0 for none.</summary>
    public nint DrawHandle { get; private set; }

    /// <summary>The pbuffer that it reads colours from.</summary>
    public nint ReadHandle { get; private set; }

    /// <summary>Whether the program's choice of buffers asks for others than those that are current.</summary>
    public bool MustBind => Context is EglContext context
        && ChooseHandles(context) != (DrawHandle, ReadHandle, Draw is { FrontIsBehind: true });

    /// <summary>Makes a context current, which costs nothing when it already is. False when the host refuses, and nothing is current
    /// then.</summary>
    public bool MakeCurrent(EglContext? context, EglDrawable? draw, EglDrawable? read)
    {
        if (_isTrusted && Context == context && Draw == draw && Read == read)
        {
            return true;
        }

        CatchUp();
        (Context, Draw, Read) = (context, draw, read);
        return BindAgain();
    }

    /// <summary>Makes current again what should be: after the back end's own context, another choice of buffers or another size.</summary>
    public bool BindAgain()
    {
        copier.NoteOtherCurrent();
        _isTrusted = Context is null ? ReleaseCurrent() : BindContext(Context);
        if (!_isTrusted)
        {
            _ = ReleaseCurrent();
            (Context, Draw, Read) = (null, null, null);
        }

        return _isTrusted;
    }

    /// <summary>Reads from the pbuffer that is drawn in, until <see cref="BindAgain"/>.</summary>
    public void ReadWhereDrawn() => _ = egl.MakeCurrent(display, DrawHandle, DrawHandle, Context!.Handle);

    /// <summary>Forgets the current binding, which may be gone: the next <see cref="MakeCurrent"/> does not rely on it.</summary>
    public void ForgetBinding() => _isTrusted = false;

    /// <summary>Copies to the front buffer what was drawn in both. The own context is current afterwards if that was needed.</summary>
    public bool CatchUp()
    {
        if (Draw is not { FrontIsBehind: true } drawable || !copier.EnterContext(drawable.Config.Format, drawable.Front, drawable.Main))
        {
            return false;
        }

        copier.CopyColor(drawable);
        drawable.FrontIsBehind = false;
        return true;
    }

    private bool ReleaseCurrent() => egl.MakeCurrent(display, 0, 0, 0) != 0;

    private bool BindContext(EglContext context)
    {
        (nint draw, nint read, bool isBoth) = ChooseHandles(context);
        if (Draw is not null)
        {
            Draw.FrontIsBehind = isBoth;
            if (Draw.DepthHolder != draw)
            {
                copier.MoveDepth(Draw, draw);
            }
        }

        copier.NoteOtherCurrent();
        if (egl.MakeCurrent(display, draw, read, context.Handle) == 0)
        {
            return false;
        }

        (DrawHandle, ReadHandle) = (draw, read);
        if (Draw is not null && !context.HasDefaults)
        {
            TakeDefaults(context, Draw);
        }

        return true;
    }

    /// <summary>The pbuffers for the context's choice of buffers, and whether it draws in both: then the back one plays them.</summary>
    private (nint Draw, nint Read, bool IsBoth) ChooseHandles(EglContext context)
    {
        bool isBoth = Draw is { IsDouble: true } && GlxBuffers.IsBoth(context.DrawBuffer);
        nint draw = Draw is null ? 0 : Draw.PbufferOf(GlxBuffers.DrawnIn(context.DrawBuffer, Draw.IsDouble));
        nint read = Read is null ? 0 : Draw == Read && isBoth ? Read.Main
            : Read.PbufferOf(GlxBuffers.ReadFrom(context.ReadBuffer, Read.IsDouble));
        return (draw, read, isBoth);
    }

    private void TakeDefaults(EglContext context, EglDrawable draw)
    {
        context.HasDefaults = true;
        context.OnlyDrawBuffer = (uint)gl.GetInteger(GL_DRAW_BUFFER) is var drawn and not 0 ? drawn : GL_BACK;
        context.OnlyReadBuffer = (uint)gl.GetInteger(GL_READ_BUFFER) is var readFrom and not 0 ? readFrom : GL_BACK;
        context.DrawBuffer = context.ReadBuffer = draw.IsDouble ? GL_BACK : GL_FRONT;
    }
}
