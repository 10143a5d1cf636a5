using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Images of the imaging subset: colour tables, filters, histograms (GL 1.5 sections 3.6.3 and 6.1.7 to 6.1.10).</summary>
internal static unsafe partial class GlCommands
{
    private const int MinmaxPixels = 2;

    public static partial void ColorTable(uint target, uint internalformat, int width, uint format, uint type, void* table)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, table, Unpacked(format, type, width));
            if (image.IsRefused)
            {
                return;
            }

            Wire.Commands.ColorTable.Write(
                stream.Reserve(Wire.Commands.ColorTable.Bytes), target, internalformat, width, format, type, image.Given);
            image.Send(stream);
        }
    }

    public static partial void ColorSubTable(uint target, int start, int count, uint format, uint type, void* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var image = new SentImage(stream, data, Unpacked(format, type, count));
            if (image.IsRefused)
            {
                return;
            }

            Wire.Commands.ColorSubTable.Write(
                stream.Reserve(Wire.Commands.ColorSubTable.Bytes), target, start, count, format, type, image.Given);
            image.Send(stream);
        }
    }

    public static partial void ConvolutionFilter1D(uint target, uint internalformat, int width, uint format, uint type, void* image)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var sent = new SentImage(stream, image, Unpacked(format, type, width));
            if (sent.IsRefused)
            {
                return;
            }

            Wire.Commands.ConvolutionFilter1D.Write(
                stream.Reserve(Wire.Commands.ConvolutionFilter1D.Bytes), target, internalformat, width, format, type, sent.Given);
            sent.Send(stream);
        }
    }

    public static partial void ConvolutionFilter2D(
        uint target, uint internalformat, int width, int height, uint format, uint type, void* image)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            using var sent = new SentImage(stream, image, Unpacked(format, type, width, height));
            if (sent.IsRefused)
            {
                return;
            }

            Wire.Commands.ConvolutionFilter2D.Write(
                stream.Reserve(Wire.Commands.ConvolutionFilter2D.Bytes), target, internalformat, width, height, format, type, sent.Given);
            sent.Send(stream);
        }
    }

    public static partial void SeparableFilter2D(
        uint target, uint internalformat, int width, int height, uint format, uint type, void* row, void* column)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        ImageLayout rowLayout = Unpacked(format, type, width);
        ImageLayout columnLayout = Unpacked(format, type, height);
        if (!TrySource(stream, ref row, rowLayout.End) || !TrySource(stream, ref column, columnLayout.End))
        {
            return;
        }

        if (rowLayout.Bytes + columnLayout.Bytes > Limits.MaxCommandBytes / 2)
        {
            stream.Record(GL_OUT_OF_MEMORY);
            return;
        }

        Wire.Commands.SeparableFilter2D.Write(
            stream.Reserve(Wire.Commands.SeparableFilter2D.Measure(width, height, format, type)),
            target, internalformat, width, height, format, type, Gathered(rowLayout, row), Gathered(columnLayout, column));
    }

    public static partial void GetColorTable(uint target, uint format, uint type, void* table)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetColorTable.Write(stream.Reserve(Wire.Commands.GetColorTable.Bytes), token, target, format, type);
            using Reply reply = stream.Ask(token, Opcode.GetColorTable);
            ScatterArray(reply, Packed(format, type, (int)reply.Value()), table, stream);
        }
    }

    public static partial void GetConvolutionFilter(uint target, uint format, uint type, void* image)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetConvolutionFilter.Write(stream.Reserve(Wire.Commands.GetConvolutionFilter.Bytes), token, target, format, type);
            using Reply reply = stream.Ask(token, Opcode.GetConvolutionFilter);
            (int width, int height) = ((int)reply.Value(), (int)reply.Value());
            ScatterArray(reply, Packed(format, type, width, height), image, stream);
        }
    }

    /// <summary>GL leaves <paramref name="span"/> alone (section 6.1.8).</summary>
    public static partial void GetSeparableFilter(uint target, uint format, uint type, void* row, void* column, void* span)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetSeparableFilter.Write(stream.Reserve(Wire.Commands.GetSeparableFilter.Bytes), token, target, format, type);
            using Reply reply = stream.Ask(token, Opcode.GetSeparableFilter);
            (int width, int height) = ((int)reply.Value(), (int)reply.Value());
            Reply arrays = reply;
            ScatterArray(ref arrays, Packed(format, type, width), row, stream);
            ScatterArray(ref arrays, Packed(format, type, height), column, stream);
        }
    }

    public static partial void GetHistogram(uint target, byte reset, uint format, uint type, void* values)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetHistogram.Write(stream.Reserve(Wire.Commands.GetHistogram.Bytes), token, target, reset, format, type);
            using Reply reply = stream.Ask(token, Opcode.GetHistogram);
            ScatterArray(reply, Packed(format, type, (int)reply.Value()), values, stream);
        }
    }

    public static partial void GetMinmax(uint target, byte reset, uint format, uint type, void* values)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetMinmax.Write(stream.Reserve(Wire.Commands.GetMinmax.Bytes), token, target, reset, format, type);
            using Reply reply = stream.Ask(token, Opcode.GetMinmax);
            ScatterArray(reply, Packed(format, type, MinmaxPixels), values, stream);
        }
    }

    private static ImageLayout Packed(uint format, uint type, int width, int height = 1) =>
        new(GuestThread.Context!.PixelStore.Pack, format, type, width, height, 1);

    private static byte[] Gathered(in ImageLayout layout, void* memory)
    {
        byte[] tight = new byte[layout.Bytes];
        fixed (byte* to = tight)
        {
            layout.Gather((byte*)memory, to);
        }

        return tight;
    }
}
