using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Images of the imaging subset, whose extents only the host's GL knows (GL 1.5 sections 6.1.7 to 6.1.10).</summary>
internal static unsafe partial class Handlers
{
    private const int MinmaxPixels = 2;

    /// <summary>The width, then the table.</summary>
    internal static partial void GetColorTable(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint ColorTableWidth = 0x80D9;
        var c = new GetColorTable(command);
        int width = 0;
        r.Gl.GetColorTableParameteriv(c.Target, ColorTableWidth, &width);
        r.Reply.Begin(c.Token, Images.Bytes(c.Format, c.Type, width));
        r.Reply.Value((uint)width);
        r.Gl.GetColorTable(c.Target, Images.Checked(c.Format, c.Type), c.Type, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    /// <summary>Width and height, then the filter.</summary>
    internal static partial void GetConvolutionFilter(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetConvolutionFilter(command);
        (int width, int height) = FilterSize(r, c.Target);
        r.Reply.Begin(c.Token, Images.Bytes(c.Format, c.Type, width, height));
        r.Reply.Value((uint)width);
        r.Reply.Value((uint)height);
        r.Gl.GetConvolutionFilter(c.Target, Images.Checked(c.Format, c.Type), c.Type, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    /// <summary>Width and height, then the row and the column.</summary>
    internal static partial void GetSeparableFilter(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetSeparableFilter(command);
        (int width, int height) = FilterSize(r, c.Target);
        r.Reply.Begin(c.Token, Images.Bytes(c.Format, c.Type, width), Images.Bytes(c.Format, c.Type, height));
        r.Reply.Value((uint)width);
        r.Reply.Value((uint)height);
        uint format = Images.Checked(c.Format, c.Type);
        r.Gl.GetSeparableFilter(c.Target, format, c.Type, r.Reply.Out<byte>(0), r.Reply.Out<byte>(1), null);
        r.SendReply();
    }

    /// <summary>The width, then the counts.</summary>
    internal static partial void GetHistogram(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint HistogramWidth = 0x8026;
        var c = new GetHistogram(command);
        int width = 0;
        r.Gl.GetHistogramParameteriv(c.Target, HistogramWidth, &width);
        r.Reply.Begin(c.Token, Images.Bytes(c.Format, c.Type, width));
        r.Reply.Value((uint)width);
        r.Gl.GetHistogram(c.Target, c.Reset, Images.Checked(c.Format, c.Type), c.Type, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    internal static partial void GetMinmax(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetMinmax(command);
        r.Reply.Begin(c.Token, Images.Bytes(c.Format, c.Type, MinmaxPixels));
        r.Gl.GetMinmax(c.Target, c.Reset, Images.Checked(c.Format, c.Type), c.Type, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    /// <summary>The text of a program, without a final zero.</summary>
    internal static partial void GetProgramStringNV(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint ProgramLength = 0x8627;
        var c = new GetProgramStringNV(command);
        int* length = stackalloc int[4]; // as many as the registry says that every answer has
        length[0] = 0;
        r.Gl.GetProgramivNV(c.Id, ProgramLength, length);
        r.Reply.Begin(c.Token, Math.Max(0, length[0]));
        r.Gl.GetProgramStringNV(c.Id, c.Pname, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    private static (int Width, int Height) FilterSize(Replayer r, uint target)
    {
        const uint ConvolutionWidth = 0x8018;
        const uint ConvolutionHeight = 0x8019;
        int width = 0;
        int height = 1;
        r.Gl.GetConvolutionParameteriv(target, ConvolutionWidth, &width);
        r.Gl.GetConvolutionParameteriv(target, ConvolutionHeight, &height);
        return (width, height);
    }
}
