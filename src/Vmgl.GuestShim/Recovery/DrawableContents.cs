using System.Runtime.InteropServices;
using Vmgl.GuestShim.Connection;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Recovery;

/// <summary>The contents of a drawable: colours, depth, stencil and accumulation buffer, read from one host and drawn on another.</summary>
/// <remarks>By a context of our own, whose state is the initial one, of the kind of the program's context that drew there; accumulation
/// buffers by the program's contexts. Colours have 8 bits a component. What cannot be read (depth of several samples) is named in
/// <see cref="Lacking"/>.</remarks>
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
    private const string Accumulation = "the accumulation buffer";

    private readonly List<(uint Buffer, uint Format, uint Type, byte[] Pixels)> _parts = [];
    private readonly List<AccumulationContents> _accumulated = [];
    private readonly MirroredContext _like;
    private uint _mainBuffer;
    private int _width;
    private int _height;

    private DrawableContents(uint drawable, MirroredContext like) => (Drawable, _like) = (drawable, like);

    /// <summary>The drawable's number on the host.</summary>
    public uint Drawable { get; }

    /// <summary>Width and height in pixels.</summary>
    public (int Width, int Height) Size => (_width, _height);

    /// <summary>Whether a picture of it was shown to the guest: the next host shows one, too, for the guest keeps none.</summary>
    public bool IsSeen { get; set; }

    /// <summary>The buffer that is not among the contents, as a phrase for the user; null when all are.</summary>
    public string? Lacking { get; private set; }

    /// <summary>Bytes that are kept.</summary>
    public long Bytes => _parts.Sum(part => (long)part.Pixels.Length) + _accumulated.Sum(accumulated => accumulated.Bytes);

    /// <summary>Reads all buffers of a drawable; null when the host cannot bind it: its window is gone.</summary>
    /// <param name="like">The context that drew there.</param>
    /// <param name="accumulating">Contexts that used an accumulation buffer there. They get it back at once, and the drawable its
    /// colours.</param>
    /// <param name="isMidway">Whether a primitive or a display list may be open: no context of the program's can work for us.</param>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static DrawableContents? ReadBuffers(
        IRebuildHost host, MirroredDrawable drawable, MirroredContext like, IReadOnlyList<MirroredContext> accumulating, bool isMidway)
    {
        var contents = new DrawableContents(drawable.Number, like);
        bool accumulates;
        using (var own = OwnContext.EnterContext(host, like, share: 0, drawable.Number))
        {
            if (own is null)
            {
                return null;
            }

            contents.ReadParts(host, isWindow: drawable.Made is Opcode.AttachWindow or Opcode.CreateWindow);
            accumulates = accumulating.Count > 0 && contents._parts.Count > 0 && AskInteger(host, AccumulationBits) > 0;
        }

        if (accumulates && isMidway)
        {
            contents.Lacking ??= Accumulation;
        }
        else if (accumulates)
        {
            contents.ReadAccumulated(host, accumulating);
        }

        return contents;
    }

    private void ReadAccumulated(IRebuildHost host, IReadOnlyList<MirroredContext> accumulating)
    {
        foreach (MirroredContext context in accumulating)
        {
            if (AccumulationContents.ReadBuffer(host, context, Drawable, _mainBuffer, Size) is AccumulationContents accumulated)
            {
                _accumulated.Add(accumulated);
            }
            else
            {
                Lacking ??= Accumulation;
            }
        }

        WriteBuffers(host);
    }

    /// <summary>Draws the contents into the drawable of the same name.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void WriteBuffers(IRebuildHost host)
    {
        _accumulated.ForEach(accumulated => accumulated.WriteBuffer(host));
        using var own = OwnContext.EnterContext(host, _like, share: 0, Drawable);
        if (own is null)
        {
            return; // its window is gone
        }

        DrawablePixels.PrepareToDraw(host.Writer);
        foreach ((uint buffer, uint format, uint type, byte[] pixels) in _parts)
        {
            DrawablePixels.WritePixels(host.Writer, buffer, Size, format, type, pixels);
            if (IsSeen && buffer == Front)
            {
                Flush.Write(host.Writer.Reserve(Flush.Bytes));
            }
        }
    }

    /// <param name="isWindow">The X server keeps what is seen of a window; Mesa's software GLX reads another front buffer than
    /// that.</param>
    private void ReadParts(IHostQuestions host, bool isWindow)
    {
        ReadOnlySpan<int> viewport = AskIntegers(host, Viewport);
        if (viewport.Length < 4)
        {
            return;
        }

        (_width, _height) = (viewport[2], viewport[3]); // a context's first viewport is its first drawable
        bool isDouble = AskInteger(host, DoubleBuffer) != 0;
        _mainBuffer = isDouble ? Back : Front;
        if (!isDouble || !isWindow)
        {
            ReadPart(host, Front, Rgba, UnsignedByte);
        }

        if (isDouble)
        {
            ReadPart(host, Back, Rgba, UnsignedByte);
        }

        if (AskInteger(host, SampleBuffers) > 0)
        {
            Lacking = "the depth and stencil buffers, of several samples,";
            return;
        }

        if (AskInteger(host, DepthBits) > 0)
        {
            ReadPart(host, _mainBuffer, DepthComponent, UnsignedInt);
        }

        if (AskInteger(host, StencilBits) > 0)
        {
            ReadPart(host, _mainBuffer, StencilIndex, UnsignedByte);
        }
    }

    private void ReadPart(IHostQuestions host, uint buffer, uint format, uint type)
    {
        ReadBuffer.Write(host.Writer.Reserve(ReadBuffer.Bytes), buffer);
        if (DrawablePixels.ReadPixels(host, Size, format, type) is byte[] pixels)
        {
            _parts.Add((buffer, format, type, pixels));
        }
    }

    private static int AskInteger(IHostQuestions host, uint name) => AskIntegers(host, name) is { Length: > 0 } values ? values[0] : 0;

    private static ReadOnlySpan<int> AskIntegers(IHostQuestions host, uint name)
    {
        byte[] reply = host.AskQuestion(GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, name));
        return reply.Length < 4 ? default : MemoryMarshal.Cast<byte, int>(reply.AsSpan(4));
    }
}
