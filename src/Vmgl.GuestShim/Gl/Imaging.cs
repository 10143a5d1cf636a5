using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Images of the imaging subset: colour tables, filters, histograms (GL 1.5 sections 3.6.3 and 6.1.7 to 6.1.10).</summary>
internal static unsafe partial class Imaging
{
    private const int MinmaxPixels = 2;

    public static partial void SeparableFilter2D(GuestStream stream, GuestContext context, uint target, uint internalformat, int width,
        int height, uint format, uint type, void* row, void* column)
    {
        ImageLayout rowLayout = ImageLayout.ForUnpacking(context, format, type, width);
        ImageLayout columnLayout = ImageLayout.ForUnpacking(context, format, type, height);
        if (!PixelSource.TryFind(stream, context, ref row, rowLayout.End)
            || !PixelSource.TryFind(stream, context, ref column, columnLayout.End))
        {
            return;
        }

        if (rowLayout.Bytes + columnLayout.Bytes > Limits.MaxCommandBytes / 2)
        {
            stream.RecordError(GL_OUT_OF_MEMORY);
            return;
        }

        Wire.Commands.SeparableFilter2D.Write(
            stream.Reserve(Wire.Commands.SeparableFilter2D.Measure(width, height, format, type)),
            target, internalformat, width, height, format, type, GatherImage(rowLayout, row), GatherImage(columnLayout, column));
    }

    public static partial void GetColorTable(GuestStream stream, GuestContext context, uint target, uint format, uint type, void* table)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetColorTable.Write(stream.Reserve(Wire.Commands.GetColorTable.Bytes), token, target, format, type);
        using Reply reply = stream.AskHost(token, Opcode.GetColorTable);
        int width = (int)reply.NextValue();
        PixelDestination.StoreImage(stream, context, reply.NextArray(), ImageLayout.ForPacking(context, format, type, width), table);
    }

    public static partial void GetConvolutionFilter(GuestStream stream, GuestContext context, uint target, uint format, uint type,
        void* image)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetConvolutionFilter.Write(stream.Reserve(Wire.Commands.GetConvolutionFilter.Bytes), token, target, format, type);
        using Reply reply = stream.AskHost(token, Opcode.GetConvolutionFilter);
        (int width, int height) = ((int)reply.NextValue(), (int)reply.NextValue());
        PixelDestination.StoreImage(stream, context, reply.NextArray(), ImageLayout.ForPacking(context, format, type, width, height),
            image);
    }

    /// <summary>GL does not change <paramref name="span"/> (section 6.1.8).</summary>
    public static partial void GetSeparableFilter(GuestStream stream, GuestContext context, uint target, uint format, uint type, void* row,
        void* column, void* span)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetSeparableFilter.Write(stream.Reserve(Wire.Commands.GetSeparableFilter.Bytes), token, target, format, type);
        using Reply reply = stream.AskHost(token, Opcode.GetSeparableFilter);
        (int width, int height) = ((int)reply.NextValue(), (int)reply.NextValue());
        PixelDestination.StoreImage(stream, context, reply.NextArray(), ImageLayout.ForPacking(context, format, type, width), row);
        PixelDestination.StoreImage(stream, context, reply.NextArray(), ImageLayout.ForPacking(context, format, type, height), column);
    }

    public static partial void GetHistogram(GuestStream stream, GuestContext context, uint target, byte reset, uint format, uint type,
        void* values)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetHistogram.Write(stream.Reserve(Wire.Commands.GetHistogram.Bytes), token, target, reset, format, type);
        using Reply reply = stream.AskHost(token, Opcode.GetHistogram);
        int width = (int)reply.NextValue();
        PixelDestination.StoreImage(stream, context, reply.NextArray(), ImageLayout.ForPacking(context, format, type, width), values);
    }

    public static partial void GetMinmax(GuestStream stream, GuestContext context, uint target, byte reset, uint format, uint type,
        void* values)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetMinmax.Write(stream.Reserve(Wire.Commands.GetMinmax.Bytes), token, target, reset, format, type);
        using Reply reply = stream.AskHost(token, Opcode.GetMinmax);
        PixelDestination.StoreImage(stream, context, reply.NextArray(), ImageLayout.ForPacking(context, format, type, MinmaxPixels),
            values);
    }

    private static byte[] GatherImage(in ImageLayout layout, void* memory)
    {
        byte[] tight = new byte[layout.Bytes];
        fixed (byte* to = tight)
        {
            layout.GatherRows((byte*)memory, to);
        }

        return tight;
    }
}
