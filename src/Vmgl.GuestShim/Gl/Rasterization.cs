using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>The polygon stipple (GL 1.5 section 3.5.2), an image of bits.</summary>
internal static unsafe partial class Rasterization
{
    private const int StippleSize = 32;

    public static partial void PolygonStipple(GuestStream stream, GuestContext context, byte* mask)
    {
        byte* tight = stackalloc byte[StippleSize * StippleSize / 8];
        ImageLayout layout = ImageLayout.ForUnpacking(context, GL_COLOR_INDEX, GL_BITMAP, StippleSize, StippleSize);
        void* source = mask;
        if (!PixelSource.TryFind(stream, context, ref source, layout.End))
        {
            return;
        }

        layout.GatherRows((byte*)source, tight);
        Wire.Commands.PolygonStipple.Write(
            stream.Reserve(Wire.Commands.PolygonStipple.Bytes), new ReadOnlySpan<byte>(tight, StippleSize * StippleSize / 8));
    }

    public static partial void GetPolygonStipple(GuestStream stream, GuestContext context, byte* mask)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetPolygonStipple.Write(stream.Reserve(Wire.Commands.GetPolygonStipple.Bytes), token);
        using Reply reply = stream.AskHost(token, Opcode.GetPolygonStipple);
        ImageLayout layout = ImageLayout.ForPacking(context, GL_COLOR_INDEX, GL_BITMAP, StippleSize, StippleSize, 1);
        PixelDestination.StoreImage(stream, context, reply.NextArray(), layout, mask);
    }
}
