using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Pixel rectangles and pixel storage (GL 1.5 sections 3.6, 3.7 and 4.3).</summary>
internal static unsafe partial class PixelRectangles
{
    public static partial void PixelStorei(GuestStream stream, GuestContext context, uint pname, int param) =>
        SetMode(stream, context.PixelStore, pname, param, param);

    public static partial void PixelStoref(GuestStream stream, GuestContext context, uint pname, float param) =>
        SetMode(stream, context.PixelStore, pname, (int)MathF.Floor(param + 0.5f), param);

    public static partial void ReadPixels(GuestStream stream, GuestContext context, int x, int y, int width, int height, uint format,
        uint type, void* pixels)
    {
        ImageLayout layout = ImageLayout.ForPacking(context, format, type, width, height, 1);
        if (context.PackBuffer != 0)
        {
            ReadIntoPackBuffer(stream, context, (long)pixels, layout.End, (x, y, width, height), format, type);
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.ReadPixels.Write(stream.Reserve(Wire.Commands.ReadPixels.Bytes), token, x, y, width, height, format, type);
        using Reply reply = stream.AskHost(token, Opcode.ReadPixels);
        StoreRectangle(reply, layout, width, height, (byte*)pixels);
    }

    /// <summary>Stores what GL has written of a rectangle in memory.</summary>
    private static void StoreRectangle(Reply reply, in ImageLayout layout, int width, int height, byte* pixels)
    {
        (long x, long y, long columns, long rows) = (reply.NextValue(), reply.NextValue(), reply.NextValue(), reply.NextValue());
        ReadOnlySpan<byte> image = reply.NextArray();
        fixed (byte* tight = image)
        {
            if (columns == width && rows == height)
            {
                layout.ScatterRows(tight, image.Length, pixels);
            }
            else if (x + columns <= width && y + rows <= height && image.Length == layout.Bytes)
            {
                layout.ScatterPart(tight, pixels, x, y, columns, rows);
            }
        }
    }

    /// <summary>Reads into the pack buffer without waiting: the host's GL packs by the program's modes, and the copy here is stale until it
    /// is needed (GL 2.1 section 4.3.2).</summary>
    private static void ReadIntoPackBuffer(
        GuestStream stream, GuestContext context, long offset, long bytes, (int X, int Y, int Width, int Height) from, uint format,
        uint type)
    {
        BufferShadow buffer = context.Group.Buffers.FindOrAdd(context.PackBuffer);
        if (buffer.IsMapped || !buffer.ContainsRange(offset, bytes))
        {
            stream.RecordError(GL_INVALID_OPERATION);
            return;
        }

        ref readonly PixelStorage pack = ref context.PixelStore.Pack;
        ReadIntoBuffer.Write(
            stream.Reserve(ReadIntoBuffer.Bytes), from.X, from.Y, from.Width, from.Height, format, type, context.PackBuffer, offset,
            pack.Alignment, pack.RowLength, pack.SkipRows, pack.SkipPixels, pack.Invert);
        buffer.MarkStale(offset, bytes);
    }

    private static void SetMode(GuestStream stream, PixelStore modes, uint name, int value, float given)
    {
        int wanted = PixelStore.IsAppliedByHost(name) && given != 0 ? 1 : value;
        uint error = modes.SetMode(name, wanted);
        if (error != 0)
        {
            stream.RecordError(error);
        }
        else if (PixelStore.IsAppliedByHost(name))
        {
            Wire.Commands.PixelStorei.Write(stream.Reserve(Wire.Commands.PixelStorei.Bytes), name, wanted);
        }
    }
}
