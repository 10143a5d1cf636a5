namespace Vmgl.Stub.Backends.Egl;

/// <summary>The back end's own contexts, one for each format: what they do no guest's state can disturb, and they disturb no
/// guest's.</summary>
internal sealed unsafe class EglCopier(EglLibrary egl, nint display, EglGl gl)
{
    private readonly Dictionary<nint, nint> _contexts = [];
    private (nint Format, nint Draw, nint Read) _entered;

    /// <summary>Makes an own context current on two pbuffers of a format; false when the host refuses, and what is current then is
    /// undefined.</summary>
    public bool EnterContext(EglFormat format, nint draw, nint read)
    {
        if (_entered == (format.Handle, draw, read))
        {
            return true;
        }

        bool entered = CreateContext(format, draw, read);
        _entered = entered ? (format.Handle, draw, read) : default;
        return entered;
    }

    /// <summary>Whether one of these contexts is current.</summary>
    public bool IsEntered => _entered != default;

    /// <summary>Something else is current now.</summary>
    public void NoteOtherCurrent() => _entered = default;

    /// <summary>Copies the colours of the entered read pbuffer to the draw one.</summary>
    public void CopyColor(EglDrawable drawable) => BlitBuffers(drawable, GL_COLOR_BUFFER_BIT);

    /// <summary>Moves depth and stencil of a drawable to another of its pbuffers. Something else is current afterwards.</summary>
    public void MoveDepth(EglDrawable drawable, nint to)
    {
        EglFormat format = drawable.Config.Format;
        uint mask = (format.Depth > 0 ? GL_DEPTH_BUFFER_BIT : 0) | (format.Stencil > 0 ? GL_STENCIL_BUFFER_BIT : 0);
        if (mask != 0 && EnterContext(format, to, drawable.DepthHolder))
        {
            BlitBuffers(drawable, mask);
        }

        drawable.DepthHolder = to;
    }

    /// <summary>Fills all buffers of a drawable with zeros, depth with ones: the driver allocates its memory now, and its previous contents
    /// stay hidden. False when it cannot be drawn in. Something else is current afterwards.</summary>
    public bool ClearBuffers(EglDrawable drawable)
    {
        foreach (nint pbuffer in (ReadOnlySpan<nint>)[drawable.Main, drawable.Front])
        {
            if (pbuffer == 0)
            {
                continue;
            }

            if (!EnterContext(drawable.Config.Format, pbuffer, pbuffer))
            {
                return false;
            }

            _ = gl.GetError();
            gl.Clear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
            if (gl.GetError() != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a rectangle of the entered read pbuffer, four bytes a pixel, rows from below.</summary>
    public void ReadRectangle(int x, int y, int width, int height, Span<byte> pixels)
    {
        gl.BindBuffer(GL_PIXEL_PACK_BUFFER, 0); // whoever reads surfaces may have left one bound
        fixed (byte* to = pixels)
        {
            gl.ReadPixels(x, y, width, height, GL_RGBA, GL_UNSIGNED_BYTE, to);
        }
    }

    /// <summary>Writes a rectangle of the entered draw pbuffer.</summary>
    /// <param name="mask">Which of red, green, blue and alpha are written.</param>
    public void WriteRectangle(int x, int y, int width, int height, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> mask)
    {
        gl.BindBuffer(GL_PIXEL_UNPACK_BUFFER, 0);
        gl.ColorMask(mask[0], mask[1], mask[2], mask[3]);
        gl.WindowPos2i(x, y);
        fixed (byte* from = pixels)
        {
            gl.DrawPixels(width, height, GL_RGBA, GL_UNSIGNED_BYTE, from);
        }

        gl.ColorMask(1, 1, 1, 1);
    }

    /// <summary>Destroys the contexts.</summary>
    public void DestroyContexts()
    {
        foreach (nint context in _contexts.Values.Where(context => context != 0))
        {
            _ = egl.DestroyContext(display, context);
        }

        _contexts.Clear();
    }

    private bool CreateContext(EglFormat format, nint draw, nint read)
    {
        if (!_contexts.TryGetValue(format.Handle, out nint context))
        {
            int none = Egl.None;
            // They share their objects: who reads with a buffer object has it whatever the format.
            context = egl.CreateContext(display, format.Handle, _contexts.Values.FirstOrDefault(other => other != 0), &none);
            _contexts[format.Handle] = context;
            if (context != 0 && egl.MakeCurrent(display, draw, read, context) != 0)
            {
                gl.Disable(GL_DITHER);
                return true;
            }
        }

        return context != 0 && egl.MakeCurrent(display, draw, read, context) != 0;
    }

    private void BlitBuffers(EglDrawable drawable, uint mask)
    {
        (int width, int height) = ((int)drawable.Width, (int)drawable.Height);
        gl.BlitFramebuffer(0, 0, width, height, 0, 0, width, height, mask, GL_NEAREST);
    }
}
