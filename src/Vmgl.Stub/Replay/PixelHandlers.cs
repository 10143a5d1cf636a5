using System.Runtime.InteropServices;
using Vmgl.Stub.Host;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Images and other answers whose size only the host's GL knows.</summary>
internal static unsafe class PixelHandlers
{
    /// <summary>Images travel without gaps, so a context packs and unpacks them so from its first use on.</summary>
    internal static void PrepareContext(Replayer r)
    {
        r.Gl.PixelStorei(GL_UNPACK_ALIGNMENT, 1);
        r.Gl.PixelStorei(GL_PACK_ALIGNMENT, 1);
    }

    /// <summary>Width, height and depth of the level, then the image.</summary>
    internal static void GetTexImage(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetTexImage(command);
        int width = LevelParameter(r, c.Target, c.Level, GL_TEXTURE_WIDTH);
        int height = LevelParameter(r, c.Target, c.Level, GL_TEXTURE_HEIGHT);
        int depth = LevelParameter(r, c.Target, c.Level, GL_TEXTURE_DEPTH);
        r.Reply.BeginReply(c.Token, Images.MeasureImage(c.Format, c.Type, width, height, depth));
        r.Reply.AddValue((uint)width);
        r.Reply.AddValue((uint)height);
        r.Reply.AddValue((uint)depth);
        r.Gl.GetTexImage(c.Target, c.Level, Images.CheckFormat(c.Format, c.Type), c.Type, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    /// <summary>The rectangle of the image that GL wrote (x, y, width, height), then the image.</summary>
    internal static void ReadPixels(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadPixels(command);
        int bytes = (int)Math.Min(Images.MeasureImage(c.Format, c.Type, c.Width, c.Height), int.MaxValue);
        uint format = Images.CheckFormat(c.Format, c.Type);
        r.Reply.BeginReply(c.Token, bytes);
        byte* image = r.Reply.OutWhole(0);
        r.Gl.ReadPixels(c.X, c.Y, c.Width, c.Height, format, c.Type, image);
        WrittenRectangle written = FindWritten(r, c, format, new ReadOnlySpan<byte>(image, bytes));
        if (written.Width == 0)
        {
            r.Reply.BeginReply(c.Token, 0); // an error, or all of it outside: no pixel travels
        }

        r.Reply.AddValue((uint)written.X);
        r.Reply.AddValue((uint)written.Y);
        r.Reply.AddValue((uint)written.Width);
        r.Reply.AddValue((uint)written.Height);
        r.SendReply();
    }

    /// <summary>Reads into a buffer object; images for the guest travel without gaps, so the modes go back to that at once.</summary>
    internal static void ReadIntoBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadIntoBuffer(command);
        ReadOnlySpan<uint> modes = [GL_PACK_ALIGNMENT, GL_PACK_ROW_LENGTH, GL_PACK_SKIP_ROWS, GL_PACK_SKIP_PIXELS];
        ReadOnlySpan<int> values = [c.Alignment, c.RowLength, c.SkipRows, c.SkipPixels];
        for (int i = 0; i < modes.Length; i++)
        {
            r.Gl.PixelStorei(modes[i], values[i]);
        }

        if (c.Invert != 0)
        {
            r.Gl.PixelStorei(GL_PACK_INVERT_MESA, 1);
        }

        r.Gl.BindBuffer(GL_PIXEL_PACK_BUFFER, c.Buffer);
        if (IsBound(r.Gl, c.Buffer))
        {
            r.Gl.ReadPixels(c.X, c.Y, c.Width, c.Height, c.Format, c.Type, (void*)c.Offset);
        }

        r.Gl.BindBuffer(GL_PIXEL_PACK_BUFFER, 0);
        for (int i = 0; i < modes.Length; i++)
        {
            r.Gl.PixelStorei(modes[i], modes[i] == GL_PACK_ALIGNMENT ? 1 : 0);
        }

        if (c.Invert != 0)
        {
            r.Gl.PixelStorei(GL_PACK_INVERT_MESA, 0);
        }
    }

    /// <summary>Whether a pack buffer is bound: without one GL would take the offset for an address of this process.</summary>
    private static bool IsBound(GlTable gl, uint buffer)
    {
        int bound = 0;
        gl.GetIntegerv(GL_PIXEL_PACK_BUFFER_BINDING, &bound);
        return buffer != 0 && (uint)bound == buffer;
    }

    /// <summary>As many of the bytes as the buffer has.</summary>
    internal static void FetchBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new FetchBuffer(command);
        int size = 0;
        r.Gl.BindBuffer(GL_PIXEL_PACK_BUFFER, c.Buffer);
        r.Gl.GetBufferParameteriv(GL_PIXEL_PACK_BUFFER, GL_BUFFER_SIZE, &size);
        byte[] bytes = new byte[Math.Clamp(c.Count, 0, Math.Max(0, size - Math.Max(c.Offset, 0)))];
        fixed (byte* to = bytes)
        {
            if (bytes.Length > 0 && c.Offset >= 0 && IsBound(r.Gl, c.Buffer))
            {
                r.Gl.GetBufferSubData(GL_PIXEL_PACK_BUFFER, c.Offset, bytes.Length, to);
            }
        }

        r.Gl.BindBuffer(GL_PIXEL_PACK_BUFFER, 0);
        Replies.SendBytes(r, c.Token, bytes);
    }

    /// <summary>Everything, unless a corner looks untouched: then the image is read once more, over another pattern.</summary>
    private static WrittenRectangle FindWritten(Replayer r, ReadPixels c, uint format, ReadOnlySpan<byte> image)
    {
        int pixel = Images.PixelBytes(c.Format, c.Type);
        bool suspect = !image.IsEmpty && pixel != 0
            && (WrittenRectangle.ShowsPattern(image, 0, pixel, ReplyBuffer.Unwritten)
                || WrittenRectangle.ShowsPattern(image, image.Length - pixel, pixel, ReplyBuffer.Unwritten));
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
        return WrittenRectangle.FindRectangle(image, ReplyBuffer.Unwritten, second, ~ReplyBuffer.Unwritten, c.Width, c.Height);
    }

    internal static void GetCompressedTexImage(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetCompressedTexImage(command);
        r.Reply.BeginReply(c.Token, Math.Max(0, LevelParameter(r, c.Target, c.Level, GL_TEXTURE_COMPRESSED_IMAGE_SIZE)));
        r.Gl.GetCompressedTexImage(c.Target, c.Level, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    /// <summary>The text of a program, without a final zero: as long as GL says that it is.</summary>
    internal static void GetProgramStringARB(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetProgramStringARB(command);
        int length = 0;
        r.Gl.GetProgramivARB(c.Target, GL_PROGRAM_LENGTH_ARB, &length);
        r.Reply.BeginReply(c.Token, Math.Max(0, length));
        r.Gl.GetProgramStringARB(c.Target, c.Pname, r.Reply.ReserveOutput<byte>(0));
        r.SendReply();
    }

    private static int LevelParameter(Replayer r, uint target, int level, uint name)
    {
        int value = 0;
        r.Gl.GetTexLevelParameteriv(target, level, name, &value);
        return value;
    }
}
