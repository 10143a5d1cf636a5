using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Whole images of the drawable of the current context, read and drawn.</summary>
internal static class DrawablePixels
{
    private const uint Rgba = 0x1908;
    private const uint DepthTest = 0x0B71;
    private const uint Dither = 0x0BD0;
    private const uint Always = 0x0207;

    /// <summary>Reads the buffer that is chosen for reading; null when GL refuses.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static byte[]? ReadPixels(IHostQuestions host, (int Width, int Height) size, uint format, uint type)
    {
        byte[] reply = host.AskQuestion(Wire.Commands.ReadPixels.Bytes, (to, token) =>
            Wire.Commands.ReadPixels.Write(to, token, 0, 0, size.Width, size.Height, format, type));
        const int Head = 20; // the rectangle that was written, and the bytes of the image
        return reply.Length > Head && BitConverter.ToUInt32(reply, Head - 4) is uint bytes && bytes <= reply.Length - Head
            ? reply.AsSpan(Head, (int)bytes).ToArray() : null;
    }

    /// <summary>Takes a context in its initial state to where images are drawn as they are.</summary>
    public static void PrepareToDraw(RebuildWriter to)
    {
        Disable.Write(to.Reserve(Disable.Bytes), Dither);
        Enable.Write(to.Reserve(Enable.Bytes), DepthTest);
        DepthFunc.Write(to.Reserve(DepthFunc.Bytes), Always);
        WindowPos2i.Write(to.Reserve(WindowPos2i.Bytes), 0, 0);
    }

    /// <summary>Draws colours, depth or stencil, and nothing else, into a prepared context.</summary>
    public static void WritePixels(RebuildWriter to, uint buffer, (int Width, int Height) size, uint format, uint type, byte[] pixels)
    {
        byte isColor = format == Rgba ? (byte)1 : (byte)0;
        DrawBuffer.Write(to.Reserve(DrawBuffer.Bytes), buffer);
        ColorMask.Write(to.Reserve(ColorMask.Bytes), isColor, isColor, isColor, isColor);
        DepthMask.Write(to.Reserve(DepthMask.Bytes), (byte)(1 - isColor));
        byte[] command = new byte[DrawPixels.Bytes];
        DrawPixels.Write(command, size.Width, size.Height, format, type, 1);
        to.Add(command, pixels);
    }
}
