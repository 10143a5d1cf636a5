using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Images of the imaging subset, whose extents only the host's GL knows (GL 1.5 sections 6.1.7 to 6.1.10).</summary>
internal static unsafe class ImagingHandlers
{
    private const int MinmaxPixels = 2;

    /// <summary>The width, then the table.</summary>
    internal static void GetColorTable(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetColorTable(command);
        int width = 0;
        r.Gl.GetColorTableParameteriv(c.Target, GL_COLOR_TABLE_WIDTH, &width);
        r.Reply.BeginReply(c.Token, Images.MeasureImage(c.Format, c.Type, width));
        r.Reply.AddValue((uint)width);
        r.Gl.GetColorTable(c.Target, Images.CheckFormat(c.Format, c.Type), c.Type, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    /// <summary>Width and height, then the filter.</summary>
    internal static void GetConvolutionFilter(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetConvolutionFilter(command);
        (int width, int height) = FilterSize(r, c.Target);
        r.Reply.BeginReply(c.Token, Images.MeasureImage(c.Format, c.Type, width, height));
        r.Reply.AddValue((uint)width);
        r.Reply.AddValue((uint)height);
        r.Gl.GetConvolutionFilter(c.Target, Images.CheckFormat(c.Format, c.Type), c.Type, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    /// <summary>Width and height, then the row and the column.</summary>
    internal static void GetSeparableFilter(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetSeparableFilter(command);
        (int width, int height) = FilterSize(r, c.Target);
        r.Reply.BeginReply(c.Token, Images.MeasureImage(c.Format, c.Type, width), Images.MeasureImage(c.Format, c.Type, height));
        r.Reply.AddValue((uint)width);
        r.Reply.AddValue((uint)height);
        uint format = Images.CheckFormat(c.Format, c.Type);
        r.Gl.GetSeparableFilter(c.Target, format, c.Type, r.Reply.ReserveOutput<byte>(0), r.Reply.ReserveOutput<byte>(1), null);
        r.SendReply();
    }

    /// <summary>The width, then the counts.</summary>
    internal static void GetHistogram(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetHistogram(command);
        int width = 0;
        r.Gl.GetHistogramParameteriv(c.Target, GL_HISTOGRAM_WIDTH, &width);
        r.Reply.BeginReply(c.Token, Images.MeasureImage(c.Format, c.Type, width));
        r.Reply.AddValue((uint)width);
        r.Gl.GetHistogram(c.Target, c.Reset, Images.CheckFormat(c.Format, c.Type), c.Type, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    internal static void GetMinmax(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetMinmax(command);
        r.Reply.BeginReply(c.Token, Images.MeasureImage(c.Format, c.Type, MinmaxPixels));
        r.Gl.GetMinmax(c.Target, c.Reset, Images.CheckFormat(c.Format, c.Type), c.Type, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    /// <summary>The text of a program, without a final zero.</summary>
    internal static void GetProgramStringNV(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetProgramStringNV(command);
        int* length = stackalloc int[4]; // as many as the registry says that every answer has
        length[0] = 0;
        r.Gl.GetProgramivNV(c.Id, GL_PROGRAM_LENGTH_NV, length);
        r.Reply.BeginReply(c.Token, Math.Max(0, length[0]));
        r.Gl.GetProgramStringNV(c.Id, c.Pname, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    private static (int Width, int Height) FilterSize(Replayer r, uint target)
    {
        int width = 0;
        int height = 1;
        r.Gl.GetConvolutionParameteriv(target, GL_CONVOLUTION_WIDTH, &width);
        r.Gl.GetConvolutionParameteriv(target, GL_CONVOLUTION_HEIGHT, &height);
        return (width, height);
    }
}
