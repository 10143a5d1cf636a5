namespace Vmgl.Stub.Backends.Egl;

/// <summary>Accumulation buffers (GL 2.1 section 4.2.4), which EGL has not: 16 bits with sign for each component, kept and computed here,
/// with Mesa's rounding. The colours cross to this processor and back, 4 bytes a pixel each way; everything is for the scissor box
/// only.</summary>
/// <param name="isSrgb">Whether colours are taken for sRGB, and light is accumulated: Mesa's GLX does so on every window.</param>
internal sealed unsafe class EglAccumulation(EglGl gl, EglCurrent current, EglCopier copier, bool isSrgb)
{
    /// <summary>Bits of each component.</summary>
    public const int Bits = 16;

    private const float One = 32767;

    private readonly float[] _fromColor = [.. Enumerable.Range(0, 256).Select(color => isSrgb ? Srgb.ToLight(color) : color * (1f / 255))];
    private readonly byte[] _toColor = new byte[1 << Bits];
    private readonly byte[] _toAlpha = new byte[1 << Bits];
    private float? _tablesFor;
    private byte[] _scratch = [];

    /// <summary>Whether glAccum has an operation.</summary>
    public static bool IsOperation(uint operation) => operation is >= GL_ACCUM and <= GL_ADD;

    /// <summary>glAccum, on the drawable that the current context draws in and reads from.</summary>
    public void RunOperation(uint operation, float value)
    {
        if (gl.GetInteger(GL_RENDER_MODE) != (int)GL_RENDER || gl.IsEnabled(GL_RASTERIZER_DISCARD) != 0)
        {
            return;
        }

        (EglDrawable drawable, Box box) = (current.Draw!, DrawnBox());
        switch (operation)
        {
            case GL_ADD when value != 0:
                AddTerm(drawable, box, (short)(int)(value * One));
                break;
            case GL_MULT when value != 1:
                MultiplyValues(drawable, box, value);
                break;
            case GL_LOAD:
            case GL_ACCUM when value != 0:
                AccumulateColors(drawable, box, value, isLoad: operation == GL_LOAD);
                break;
            case GL_RETURN:
                ReturnColors(drawable, box, value);
                break;
        }
    }

    /// <summary>Clears the accumulation buffer, as glClear does.</summary>
    public void ClearBuffer()
    {
        float* color = stackalloc float[4];
        gl.GetFloatv(GL_ACCUM_CLEAR_VALUE, color);
        (EglDrawable drawable, Box box) = (current.Draw!, DrawnBox());
        Span<short> value = [ToFixedPoint(color[0]), ToFixedPoint(color[1]), ToFixedPoint(color[2]), ToFixedPoint(color[3])];
        for (int row = 0; row < box.Height; row++)
        {
            Span<short> pixels = RowOf(drawable, box, row);
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = value[i & 3];
            }
        }
    }

    private static short ToFixedPoint(float value) => (short)(((int)(65535 * value) - 1) / 2);

    private static void AddTerm(EglDrawable drawable, Box box, short term)
    {
        for (int row = 0; row < box.Height; row++)
        {
            foreach (ref short component in RowOf(drawable, box, row))
            {
                component += term;
            }
        }
    }

    private static void MultiplyValues(EglDrawable drawable, Box box, float factor)
    {
        for (int row = 0; row < box.Height; row++)
        {
            foreach (ref short component in RowOf(drawable, box, row))
            {
                component = (short)(int)(component * factor);
            }
        }
    }

    private void AccumulateColors(EglDrawable drawable, Box box, float value, bool isLoad)
    {
        if (current.Context!.ReadBuffer == GlxBuffers.None || box.IsEmpty)
        {
            return;
        }

        Span<byte> colors = RentScratch(box);
        nint from = current.ReadHandle;
        if (copier.EnterContext(drawable.Config.Format, from, from))
        {
            copier.ReadRectangle(box.X, box.Y, box.Width, box.Height, colors);
        }

        _ = current.BindAgain();
        Span<short> terms = stackalloc short[256];
        Span<short> alphaTerms = stackalloc short[256];
        for (int color = 0; color < 256; color++)
        {
            terms[color] = (short)(int)(_fromColor[color] * (value * One));
            alphaTerms[color] = (short)(int)(color * (1f / 255) * (value * One));
        }

        for (int row = 0; row < box.Height; row++)
        {
            Span<short> pixels = RowOf(drawable, box, row);
            ReadOnlySpan<byte> taken = colors.Slice(row * box.Width * 4, pixels.Length);
            for (int i = 0; i < pixels.Length; i++)
            {
                short term = (i & 3) == 3 ? alphaTerms[taken[i]] : terms[taken[i]];
                pixels[i] = isLoad ? term : (short)(pixels[i] + term);
            }
        }
    }

    private void ReturnColors(EglDrawable drawable, Box box, float value)
    {
        if (current.Context!.DrawBuffer == GlxBuffers.None || box.IsEmpty)
        {
            return;
        }

        Span<byte> colors = RentScratch(box);
        FillTables(value);
        for (int row = 0; row < box.Height; row++)
        {
            ReadOnlySpan<short> pixels = RowOf(drawable, box, row);
            Span<byte> returned = colors.Slice(row * box.Width * 4, pixels.Length);
            for (int i = 0; i < pixels.Length; i++)
            {
                returned[i] = ((i & 3) == 3 ? _toAlpha : _toColor)[(ushort)pixels[i]];
            }
        }

        byte* mask = stackalloc byte[4];
        gl.GetBooleanv(GL_COLOR_WRITEMASK, mask);
        nint to = current.DrawHandle;
        if (copier.EnterContext(drawable.Config.Format, to, to))
        {
            copier.WriteRectangle(box.X, box.Y, box.Width, box.Height, colors, new ReadOnlySpan<byte>(mask, 4));
        }

        _ = current.BindAgain();
    }

    /// <summary>Room for a box's colours, kept for the next time.</summary>
    private Span<byte> RentScratch(Box box)
    {
        int bytes = box.Width * box.Height * 4;
        _scratch = _scratch.Length < bytes ? new byte[bytes] : _scratch;
        return _scratch.AsSpan(0, bytes);
    }

    /// <summary>The colour that each value of a component returns as: programs return with the same factor again and again.</summary>
    private void FillTables(float value)
    {
        for (int bits = 0; bits < _toColor.Length && _tablesFor != value; bits++)
        {
            float component = Math.Clamp((short)bits * (value / One), 0, 1);
            _toAlpha[bits] = (byte)MathF.Round(component * 255);
            _toColor[bits] = isSrgb ? Srgb.FromLight(component) : _toAlpha[bits];
        }

        _tablesFor = value;
    }

    /// <summary>The whole drawable, or what of it is in the scissor box.</summary>
    private Box DrawnBox()
    {
        EglDrawable drawable = current.Draw!;
        if (gl.IsEnabled(GL_SCISSOR_TEST) == 0)
        {
            return new Box(0, 0, (int)drawable.Width, (int)drawable.Height);
        }

        int* box = stackalloc int[4];
        gl.GetIntegerv(GL_SCISSOR_BOX, box);
        int left = (int)Math.Clamp(box[0], 0, drawable.Width);
        int bottom = (int)Math.Clamp(box[1], 0, drawable.Height);
        int right = (int)Math.Clamp((long)box[0] + box[2], left, drawable.Width);
        int top = (int)Math.Clamp((long)box[1] + box[3], bottom, drawable.Height);
        return new Box(left, bottom, right - left, top - bottom);
    }

    private static Span<short> RowOf(EglDrawable drawable, Box box, int row)
    {
        drawable.Accumulation ??= new short[drawable.Width * drawable.Height * 4];
        int at = checked((((box.Y + row) * (int)drawable.Width) + box.X) * 4);
        return drawable.Accumulation.AsSpan(at, box.Width * 4);
    }

    /// <summary>Pixels from the lower left.</summary>
    private readonly record struct Box(int X, int Y, int Width, int Height)
    {
        public bool IsEmpty => Width == 0 || Height == 0;
    }
}

/// <summary>The sRGB curve (GL 4.5 section 17.3.9).</summary>
internal static class Srgb
{
    /// <summary>Light of a colour of 0 to 255, from 0 to 1.</summary>
    public static float ToLight(int color)
    {
        double value = color / 255.0;
        return (float)(value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4));
    }

    /// <summary>The nearest colour of light from 0 to 1.</summary>
    public static byte FromLight(float light) =>
        (byte)Math.Round(255 * (light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055));
}
