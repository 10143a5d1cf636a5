using System.Runtime.InteropServices;
using Vmgl.SuspendResume;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Survival;

/// <summary>What GL drew into a drawable: colours, depth and stencil, read from one host and drawn on another.</summary>
/// <remarks>By a context of our own, whose state is the initial one, of the kind of the program's context that drew there. Colours have 8 bits
/// a component. What cannot be read (depth of several samples; the accumulation buffer, which Mesa keeps by context) is named in <see cref="Lacking"/>.</remarks>
internal sealed class DrawableContents
{
    private const uint Rgba = 0x1908;
    private const uint UnsignedByte = 0x1401;
    private const uint UnsignedInt = 0x1405;
    private const uint DepthComponent = 0x1902;
    private const uint StencilIndex = 0x1901;
    private const uint Front = 0x0404;
    private const uint Back = 0x0405;
    private const uint Viewport = 0x0BA2;
    private const uint DoubleBuffer = 0x0C32;
    private const uint DepthBits = 0x0D56;
    private const uint StencilBits = 0x0D57;
    private const uint AccumulationBits = 0x0D58;
    private const uint SampleBuffers = 0x80A8;
    private const uint DepthTest = 0x0B71;
    private const uint Dither = 0x0BD0;
    private const uint Always = 0x0207;

    private readonly List<(uint Buffer, uint Format, uint Type, byte[] Pixels)> _parts = [];
    private readonly MirroredContext _like;
    private int _width;
    private int _height;

    private DrawableContents(uint drawable, MirroredContext like) => (Drawable, _like) = (drawable, like);

    /// <summary>What the host calls the drawable.</summary>
    public uint Drawable { get; }

    /// <summary>Width and height in pixels.</summary>
    public (int Width, int Height) Size => (_width, _height);

    /// <summary>Whether a picture of it was shown to the guest: the next host shows one, too, for the guest keeps none.</summary>
    public bool IsSeen { get; set; }

    /// <summary>What is not among the contents, for the user.</summary>
    public string? Lacking { get; private set; }

    /// <summary>Bytes that are kept.</summary>
    public long Bytes => _parts.Sum(part => (long)part.Pixels.Length);

    /// <summary>Reads all buffers of a drawable; null when the host cannot bind it: its window is gone.</summary>
    /// <param name="like">The context that drew there.</param>
    /// <param name="hasAccumulated">Whether anybody used an accumulation buffer.</param>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static DrawableContents? Read(IHostQuestions host, MirroredDrawable drawable, MirroredContext like, bool hasAccumulated)
    {
        using var own = OwnContext.Enter(host, like, share: 0, drawable.Number);
        if (own is null)
        {
            return null;
        }

        var contents = new DrawableContents(drawable.Number, like);
        contents.ReadParts(host, isWindow: drawable.Made is Opcode.AttachWindow or Opcode.CreateWindow);
        contents.Lacking ??= hasAccumulated && Integer(host, AccumulationBits) > 0 ? "the accumulation buffer" : null;
        return contents;
    }

    /// <summary>Draws the contents into the drawable of the same name.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void Write(IHostQuestions host)
    {
        using var own = OwnContext.Enter(host, _like, share: 0, Drawable);
        if (own is null)
        {
            return; // its window is gone
        }

        PrepareToDraw(host.Writer);
        foreach ((uint buffer, uint format, uint type, byte[] pixels) in _parts)
        {
            WritePart(host.Writer, buffer, format, type, pixels);
            if (IsSeen && buffer == Front)
            {
                Flush.Write(host.Writer.Reserve(Flush.Bytes));
            }
        }
    }

    private static void PrepareToDraw(RebuildWriter to)
    {
        Disable.Write(to.Reserve(Disable.Bytes), Dither);
        Enable.Write(to.Reserve(Enable.Bytes), DepthTest);
        DepthFunc.Write(to.Reserve(DepthFunc.Bytes), Always);
        WindowPos2i.Write(to.Reserve(WindowPos2i.Bytes), 0, 0);
    }

    private void WritePart(RebuildWriter to, uint buffer, uint format, uint type, byte[] pixels)
    {
        byte isColor = format == Rgba ? (byte)1 : (byte)0;
        DrawBuffer.Write(to.Reserve(DrawBuffer.Bytes), buffer);
        ColorMask.Write(to.Reserve(ColorMask.Bytes), isColor, isColor, isColor, isColor);
        DepthMask.Write(to.Reserve(DepthMask.Bytes), (byte)(1 - isColor));
        byte[] command = new byte[DrawPixels.Bytes];
        DrawPixels.Write(command, _width, _height, format, type, 1);
        to.Add(command, pixels);
    }

    /// <param name="isWindow">The X server keeps what is seen of a window; Mesa's software GLX reads another front buffer than that.</param>
    private void ReadParts(IHostQuestions host, bool isWindow)
    {
        ReadOnlySpan<int> viewport = Integers(host, Viewport);
        if (viewport.Length < 4)
        {
            return;
        }

        (_width, _height) = (viewport[2], viewport[3]); // a context's first viewport is its first drawable
        bool isDouble = Integer(host, DoubleBuffer) != 0;
        if (!isDouble || !isWindow)
        {
            ReadPart(host, Front, Rgba, UnsignedByte);
        }

        if (isDouble)
        {
            ReadPart(host, Back, Rgba, UnsignedByte);
        }

        if (Integer(host, SampleBuffers) > 0)
        {
            Lacking = "the depth and stencil buffers, of several samples,";
            return;
        }

        uint buffer = isDouble ? Back : Front;
        if (Integer(host, DepthBits) > 0)
        {
            ReadPart(host, buffer, DepthComponent, UnsignedInt);
        }

        if (Integer(host, StencilBits) > 0)
        {
            ReadPart(host, buffer, StencilIndex, UnsignedByte);
        }
    }

    private void ReadPart(IHostQuestions host, uint buffer, uint format, uint type)
    {
        if (Pixels(host, buffer, format, type) is byte[] pixels)
        {
            _parts.Add((buffer, format, type, pixels));
        }
    }

    private byte[]? Pixels(IHostQuestions host, uint buffer, uint format, uint type)
    {
        ReadBuffer.Write(host.Writer.Reserve(ReadBuffer.Bytes), buffer);
        byte[] reply = host.Ask(ReadPixels.Bytes, (to, token) => ReadPixels.Write(to, token, 0, 0, _width, _height, format, type));
        const int Head = 20; // the rectangle that was written, and the bytes of the image
        return reply.Length > Head && BitConverter.ToUInt32(reply, Head - 4) is uint bytes && bytes <= reply.Length - Head
            ? reply.AsSpan(Head, (int)bytes).ToArray() : null;
    }

    private static int Integer(IHostQuestions host, uint name) => Integers(host, name) is { Length: > 0 } values ? values[0] : 0;

    private static ReadOnlySpan<int> Integers(IHostQuestions host, uint name)
    {
        byte[] reply = host.Ask(GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, name));
        return reply.Length < 4 ? default : MemoryMarshal.Cast<byte, int>(reply.AsSpan(4));
    }
}
