
namespace Vmgl.Stub.Backends.Egl;

/// <summary>The default framebuffer as GLX programs know it, with a front and a back buffer and, on configs that say so, an accumulation
/// buffer; EGL's pbuffers have one buffer. Which one a program draws in and reads from is kept here, for each context, and the
/// driver is left with its one buffer or none; another choice makes another pbuffer current. Framebuffer objects are the driver's
/// affair.</summary>
internal sealed unsafe partial class EglDefaultFramebuffer(EglGl gl, EglCurrent current, EglCopier copier, EglAccumulation accumulation)
{
    private const int BetweenBeginAndEnd = -1;

    /// <summary>glDrawBuffer.</summary>
    public void DrawBuffer(uint value) => SelectBuffer(value, isRead: false);

    /// <summary>glReadBuffer.</summary>
    public void ReadBuffer(uint value) => SelectBuffer(value, isRead: true);

    /// <summary>glDrawBuffers. One buffer is as good as glDrawBuffer; several of a window's at once the driver refuses.</summary>
    public void DrawBuffers(int count, uint* values)
    {
        bool isOne = count == 1 && *values is GlxBuffers.None or GL_FRONT_LEFT or GL_BACK_LEFT or GL_BACK;
        if (isOne && IsDefault(GL_DRAW_FRAMEBUFFER_BINDING, out _))
        {
            DrawBuffer(*values);
        }
        else
        {
            gl.DrawBuffers(count, values);
        }
    }

    /// <summary>glPushAttrib.</summary>
    public void PushAttrib(uint mask)
    {
        gl.PushAttrib(mask);
        Guest?.Making?.PushAttributes(mask);
        if (Guest is EglContext context && gl.GetInteger(GL_ATTRIB_STACK_DEPTH, BetweenBeginAndEnd) == context.Saved.Count + 1)
        {
            context.Saved.Push((mask, context.DrawBuffer, context.ReadBuffer));
        }
    }

    /// <summary>glPopAttrib.</summary>
    public void PopAttrib()
    {
        if (Guest is { Making: EglListInTheMaking list } making && list.PopAttributes())
        {
            CutList(making, list, EglListCommand.PopAttrib, 0);
            return;
        }

        gl.PopAttrib();
        if (Guest is not { Saved.Count: > 0 } context
            || gl.GetInteger(GL_ATTRIB_STACK_DEPTH, context.Saved.Count) != context.Saved.Count - 1)
        {
            return;
        }

        (uint mask, uint draw, uint read) = context.Saved.Pop();
        if ((mask & GL_COLOR_BUFFER_BIT) != 0 && draw != context.DrawBuffer)
        {
            SelectDraw(context, draw);
        }

        if ((mask & GL_PIXEL_MODE_BIT) != 0 && read != context.ReadBuffer)
        {
            SelectRead(context, read);
        }
    }

    /// <summary>glAccum.</summary>
    public void Accum(uint operation, float value)
    {
        if (!EglAccumulation.IsOperation(operation) || !HasAccumulation() || current.Read != current.Draw
            || !IsDefault(GL_READ_FRAMEBUFFER_BINDING, out EglContext? context))
        {
            gl.Accum(operation, value); // to the driver, which has no accumulation buffer, each of these is an error
            return;
        }

        if (context!.Making is EglListInTheMaking list)
        {
            CutList(context, list, EglListCommand.Accum, operation, value);
            return;
        }

        accumulation.RunOperation(operation, value);
    }

    /// <summary>glClear.</summary>
    public void Clear(uint mask)
    {
        gl.Clear(mask);
        if ((mask & GL_ACCUM_BUFFER_BIT) == 0 || !HasAccumulation())
        {
            return;
        }

        if (Guest is { Making: EglListInTheMaking list } making)
        {
            CutList(making, list, EglListCommand.ClearAccumulation, 0);
        }
        else
        {
            accumulation.ClearBuffer();
        }
    }

    /// <summary>The value for glGet where the driver does not know it; null where it does.</summary>
    public int? FindAnswer(uint name)
    {
        uint binding = name is GL_READ_BUFFER ? GL_READ_FRAMEBUFFER_BINDING : GL_DRAW_FRAMEBUFFER_BINDING;
        if (!IsDefault(binding, out EglContext? context))
        {
            return null;
        }

        return name switch
        {
            GL_DRAW_BUFFER or GL_DRAW_BUFFER0 => (int)context!.DrawBuffer,
            GL_READ_BUFFER => (int)context!.ReadBuffer,
            GL_DOUBLEBUFFER => current.Draw!.IsDouble ? 1 : 0,
            _ => current.Draw!.Config.HasAccumulation ? EglAccumulation.Bits : 0,
        };
    }

    /// <summary>glGetFramebufferAttachmentParameteriv: the driver's one buffer answers for both.</summary>
    public void GetAttachmentParameter(uint target, uint attachment, uint name, int* values)
    {
        bool isRead = target == GL_READ_FRAMEBUFFER;
        EglDrawable? drawable = isRead ? current.Read : current.Draw;
        bool isThere = attachment is GL_FRONT_LEFT or GL_BACK_LEFT && drawable is not null
            && (drawable.IsDouble || attachment == GL_FRONT_LEFT)
            && IsDefault(isRead ? GL_READ_FRAMEBUFFER_BINDING : GL_DRAW_FRAMEBUFFER_BINDING, out _);
        gl.GetFramebufferAttachmentParameteriv(target, isThere ? OnlyBuffer(isRead) : attachment, name, values);
    }

    /// <summary>Before depths or stencil values are read: those are with the pbuffer that is drawn in, whatever buffer colours are read
    /// from. Whether <see cref="EndDepthRead"/> is due afterwards.</summary>
    public bool BeginDepthRead()
    {
        bool moves = current.Read == current.Draw && current.ReadHandle != current.DrawHandle
            && IsDefault(GL_READ_FRAMEBUFFER_BINDING, out _);
        if (moves)
        {
            current.ReadWhereDrawn();
        }

        return moves;
    }

    /// <summary>Colours are read again from the buffer that the program chose.</summary>
    public void EndDepthRead() => _ = current.BindAgain();

    private void SelectBuffer(uint value, bool isRead)
    {
        // What is not there is not there on the driver's pbuffers either, and it has the error for it.
        if (!IsDefault(isRead ? GL_READ_FRAMEBUFFER_BINDING : GL_DRAW_FRAMEBUFFER_BINDING, out EglContext? context)
            || !GlxBuffers.IsThere(value))
        {
            SelectOnDriver(value, isRead);
            return;
        }

        if (context!.Making is EglListInTheMaking list)
        {
            CutList(context, list, isRead ? EglListCommand.ReadBuffer : EglListCommand.DrawBuffer, value);
            return;
        }

        SelectOnDriver(value == GlxBuffers.None ? value : isRead ? context.OnlyReadBuffer : context.OnlyDrawBuffer, isRead);
        if (isRead)
        {
            SelectRead(context, value);
        }
        else
        {
            SelectDraw(context, value);
        }
    }

    private void SelectOnDriver(uint value, bool isRead)
    {
        if (isRead)
        {
            gl.ReadBuffer(value);
        }
        else
        {
            gl.DrawBuffer(value);
        }
    }

    private uint OnlyBuffer(bool isRead)
    {
        uint only = isRead ? current.Context!.OnlyReadBuffer : current.Context!.OnlyDrawBuffer;
        return only is GL_FRONT ? GL_FRONT_LEFT : GL_BACK_LEFT;
    }

    /// <summary>The program's context; null while the back end's own is current.</summary>
    private EglContext? Guest => copier.IsEntered ? null : current.Context;

    private bool HasAccumulation() => IsDefault(GL_DRAW_FRAMEBUFFER_BINDING, out _) && current.Draw!.Config.HasAccumulation;

    /// <summary>Whether a program's context is current on a drawable with the default framebuffer bound, outside of glBegin and glEnd.
    /// Between them GL answers nothing, and the error is the one that the caller's command has there as well.</summary>
    private bool IsDefault(uint binding, out EglContext? context)
    {
        context = Guest;
        return context is not null && current is { Draw: not null, Read: not null } && gl.GetInteger(binding, BetweenBeginAndEnd) == 0;
    }

    private void SelectDraw(EglContext context, uint value)
    {
        bool wasBoth = current.CatchUp();
        context.DrawBuffer = value;
        if (wasBoth || current.MustBind)
        {
            _ = current.BindAgain();
        }
    }

    private void SelectRead(EglContext context, uint value)
    {
        context.ReadBuffer = value;
        if (current.MustBind)
        {
            _ = current.BindAgain();
        }
    }
}
