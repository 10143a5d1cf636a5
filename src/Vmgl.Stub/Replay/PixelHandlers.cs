using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Images and other answers whose size only the host's GL knows.</summary>
internal static unsafe partial class Handlers
{
    /// <summary>Images travel without gaps, so a context packs and unpacks them so from its first use on.</summary>
    internal static void PrepareContext(Replayer r)
    {
        const uint UnpackAlignment = 0x0CF5;
        const uint PackAlignment = 0x0D05;
        r.Gl.PixelStorei(UnpackAlignment, 1);
        r.Gl.PixelStorei(PackAlignment, 1);
    }

    /// <summary>Width, height and depth of the level, then the image.</summary>
    internal static partial void GetTexImage(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint Width = 0x1000;
        const uint Height = 0x1001;
        const uint Depth = 0x8071;
        var c = new GetTexImage(command);
        int width = LevelParameter(r, c.Target, c.Level, Width);
        int height = LevelParameter(r, c.Target, c.Level, Height);
        int depth = LevelParameter(r, c.Target, c.Level, Depth);
        r.Reply.Begin(c.Token, Images.Bytes(c.Format, c.Type, width, height, depth));
        r.Reply.Value((uint)width);
        r.Reply.Value((uint)height);
        r.Reply.Value((uint)depth);
        r.Gl.GetTexImage(c.Target, c.Level, Images.Checked(c.Format, c.Type), c.Type, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    /// <summary>The rectangle of the image that GL wrote (x, y, width, height), then the image.</summary>
    internal static partial void ReadPixels(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadPixels(command);
        int bytes = (int)Math.Min(Images.Bytes(c.Format, c.Type, c.Width, c.Height), int.MaxValue);
        uint format = Images.Checked(c.Format, c.Type);
        r.Reply.Begin(c.Token, bytes);
        byte* image = r.Reply.OutWhole(0);
        r.Gl.ReadPixels(c.X, c.Y, c.Width, c.Height, format, c.Type, image);
        WrittenRectangle written = FindWritten(r, c, format, new ReadOnlySpan<byte>(image, bytes));
        if (written.Width == 0)
        {
            r.Reply.Begin(c.Token, 0); // an error, or all of it outside: no pixel travels
        }

        r.Reply.Value((uint)written.X);
        r.Reply.Value((uint)written.Y);
        r.Reply.Value((uint)written.Width);
        r.Reply.Value((uint)written.Height);
        r.SendReply();
    }

    /// <summary>Everything, unless a corner looks untouched: then the image is read once more, over another pattern.</summary>
    private static WrittenRectangle FindWritten(Replayer r, ReadPixels c, uint format, ReadOnlySpan<byte> image)
    {
        int pixel = Images.PixelBytes(c.Format, c.Type);
        bool suspect = !image.IsEmpty && pixel != 0
            && (WrittenRectangle.Shows(image, 0, pixel, ReplyBuffer.Unwritten)
                || WrittenRectangle.Shows(image, image.Length - pixel, pixel, ReplyBuffer.Unwritten));
        if (!suspect)
        {
            return new WrittenRectangle(0, 0, Math.Max(c.Width, 0), Math.Max(c.Height, 0));
        }

        uint[] again = new uint[(image.Length / 4) + 1];
        Array.Fill(again, ~ReplyBuffer.Unwritten);
        fixed (uint* to = again)
        {
            r.Gl.ReadPixels(c.X, c.Y, c.Width, c.Height, format, c.Type, to);
        }

        ReadOnlySpan<byte> second = MemoryMarshal.AsBytes(again.AsSpan())[..image.Length];
        return WrittenRectangle.Find(image, ReplyBuffer.Unwritten, second, ~ReplyBuffer.Unwritten, c.Width, c.Height);
    }

    internal static partial void GetCompressedTexImage(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint CompressedImageSize = 0x86A0;
        var c = new GetCompressedTexImage(command);
        r.Reply.Begin(c.Token, Math.Max(0, LevelParameter(r, c.Target, c.Level, CompressedImageSize)));
        r.Gl.GetCompressedTexImage(c.Target, c.Level, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    /// <summary>The text of a program, without a final zero: as long as GL says that it is.</summary>
    internal static partial void GetProgramStringARB(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint ProgramLength = 0x8627;
        var c = new GetProgramStringARB(command);
        int length = 0;
        r.Gl.GetProgramivARB(c.Target, ProgramLength, &length);
        r.Reply.Begin(c.Token, Math.Max(0, length));
        r.Gl.GetProgramStringARB(c.Target, c.Pname, r.Reply.Out<byte>(0));
        r.SendReply();
    }

    private static int LevelParameter(Replayer r, uint target, int level, uint name)
    {
        int value = 0;
        r.Gl.GetTexLevelParameteriv(target, level, name, &value);
        return value;
    }
}
