using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Pixel rectangles, bitmaps and pixel storage (GL 1.5 sections 3.6, 3.7 and 4.3).</summary>
internal static unsafe partial class GlCommands
{
    private const uint ColorIndex = 0x1900;
    private const uint BitmapType = 0x1A00;
    private const int StippleSize = 32;

    public static partial void PixelStorei(uint pname, int param) => SetPixelStore(pname, param, param);

    public static partial void PixelStoref(uint pname, float param) => SetPixelStore(pname, (int)MathF.Floor(param + 0.5f), param);

    public static partial void DrawPixels(int width, int height, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, pixels, Unpacked(format, type, width, height));
            if (image.IsRefused)
            {
                return;
            }

            if (!image.IsTooLarge)
            {
                Wire.Commands.DrawPixels.Write(stream.Reserve(Wire.Commands.DrawPixels.Bytes), width, height, format, type, image.Given);
                image.Send(stream);
            }
        }
    }

    public static partial void ReadPixels(int x, int y, int width, int height, uint format, uint type, void* pixels)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        var layout = new ImageLayout(GuestThread.Context!.PixelStore.Pack, format, type, width, height, 1);
        if (GuestThread.Context.PackBuffer is var buffer and not 0)
        {
            ReadInto(stream, buffer, (long)pixels, layout.End, (x, y, width, height), format, type);
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.ReadPixels.Write(stream.Reserve(Wire.Commands.ReadPixels.Bytes), token, x, y, width, height, format, type);
        using Reply reply = stream.Ask(token, Opcode.ReadPixels);
        Scatter(reply, layout, width, height, (byte*)pixels);
    }

    /// <summary>Puts what GL has written of a rectangle into memory.</summary>
    private static void Scatter(Reply reply, in ImageLayout layout, int width, int height, byte* pixels)
    {
        (long x, long y, long columns, long rows) = (reply.Value(), reply.Value(), reply.Value(), reply.Value());
        ReadOnlySpan<byte> image = reply.Array();
        fixed (byte* tight = image)
        {
            if (columns == width && rows == height)
            {
                layout.Scatter(tight, image.Length, pixels);
            }
            else if (x + columns <= width && y + rows <= height && image.Length == layout.Bytes)
            {
                layout.ScatterPart(tight, pixels, x, y, columns, rows);
            }
        }
    }

    public static partial void Bitmap(int width, int height, float xorig, float yorig, float xmove, float ymove, byte* bitmap)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, bitmap, Unpacked(ColorIndex, BitmapType, width, height));
            if (image.IsRefused)
            {
                return;
            }

            Wire.Commands.Bitmap.Write(
                stream.Reserve(Wire.Commands.Bitmap.Bytes), width, height, xorig, yorig, xmove, ymove, image.Given);
            image.Send(stream);
        }
    }

    public static partial void PolygonStipple(byte* mask)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            byte* tight = stackalloc byte[StippleSize * StippleSize / 8];
            ImageLayout layout = Unpacked(ColorIndex, BitmapType, StippleSize, StippleSize);
            void* source = mask;
            if (!TrySource(stream, ref source, layout.End))
            {
                return;
            }

            layout.Gather((byte*)source, tight);
            Wire.Commands.PolygonStipple.Write(
                stream.Reserve(Wire.Commands.PolygonStipple.Bytes), new ReadOnlySpan<byte>(tight, StippleSize * StippleSize / 8));
        }
    }

    public static partial void GetPolygonStipple(byte* mask)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetPolygonStipple.Write(stream.Reserve(Wire.Commands.GetPolygonStipple.Bytes), token);
        using Reply reply = stream.Ask(token, Opcode.GetPolygonStipple);
        var layout = new ImageLayout(GuestThread.Context!.PixelStore.Pack, ColorIndex, BitmapType, StippleSize, StippleSize, 1);
        ScatterArray(reply, layout, mask, stream);
    }

    /// <summary>Unpacking as bitmaps made here lie: rows of whole bytes, the first pixel in the highest bit. <paramref name="saved"/> keeps
    /// the program's own modes for <see cref="UsePixelStore"/>.</summary>
    public static void UseRowsOfBytes(PixelStore saved)
    {
        PixelStore ours = saved.Clone();
        ours.UnpackRowsOfBytes();
        UsePixelStore(ours);
    }

    /// <summary>Makes these modes the context's.</summary>
    public static void UsePixelStore(PixelStore modes)
    {
        GuestThread.Context!.PixelStore = modes;
        TellHost(GuestThread.Stream!, modes);
    }

    private static void SetPixelStore(uint name, int value, float given)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        int wanted = PixelStore.IsHosts(name) && given != 0 ? 1 : value;
        uint error = GuestThread.Context!.PixelStore.Set(name, wanted);
        if (error != 0)
        {
            stream.Record(error);
        }
        else if (PixelStore.IsHosts(name))
        {
            Wire.Commands.PixelStorei.Write(stream.Reserve(Wire.Commands.PixelStorei.Bytes), name, wanted);
        }
    }

    /// <summary>Puts the next array of a reply, an image, into the program's memory or the buffer object that images go to.</summary>
    private static void ScatterArray(Reply reply, in ImageLayout layout, void* memory, GuestStream stream) =>
        ScatterArray(ref reply, layout, memory, stream);

    private static void ScatterArray(ref Reply reply, in ImageLayout layout, void* memory, GuestStream stream)
    {
        ReadOnlySpan<byte> image = reply.Array();
        if (image.IsEmpty || !Destination(stream, ref memory, layout.End, out PackedPart part))
        {
            return;
        }

        fixed (byte* tight = image)
        {
            layout.Scatter(tight, image.Length, (byte*)memory);
        }

        SendPacked(stream, part);
    }
}
