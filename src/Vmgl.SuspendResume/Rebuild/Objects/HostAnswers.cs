using System.Buffers.Binary;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Questions about objects, and what the host's answers say.</summary>
internal sealed class HostAnswers(IHostQuestions host)
{
    /// <summary>What a host's memory shows where GL wrote nothing: it leaves such bytes out at an array's end, also where GL wrote just
    /// those.</summary>
    private static ReadOnlySpan<byte> Unwritten => [0xF1, 0x96, 0xC3, 0xA5];

    /// <summary>Where commands go.</summary>
    public RebuildWriter Writer => host.Writer;

    /// <summary>A number that GL says of a texture's level; 0 when it says none.</summary>
    public int Level(uint target, int level, uint parameter) => Number(host.AskQuestion(
        GetTexLevelParameteriv.Bytes, (to, token) => GetTexLevelParameteriv.Write(to, token, target, level, parameter)));

    /// <summary>A number that GL says of the bound renderbuffer.</summary>
    public int Renderbuffer(uint target, uint parameter) => Number(host.AskQuestion(
        GetRenderbufferParameteriv.Bytes, (to, token) => GetRenderbufferParameteriv.Write(to, token, target, parameter)));

    /// <summary>A number that GL says of an attachment of the bound framebuffer.</summary>
    public int Attachment(uint target, uint point, uint parameter) => Number(host.AskQuestion(
        GetFramebufferAttachmentParameteriv.Bytes, (to, token) =>
        GetFramebufferAttachmentParameteriv.Write(to, token, target, point, parameter)));

    /// <summary>A query's result; null when GL gives none.</summary>
    public byte[] Query(uint query, uint parameter) => host.AskQuestion(
        GetQueryObjectuiv.Bytes, (to, token) => GetQueryObjectuiv.Write(to, token, query, parameter));

    /// <summary>The image of a level, padded to 4; null when GL gives none.</summary>
    public byte[]? Image(uint target, int level, PixelForm form, Box box)
    {
        byte[] reply = host.AskQuestion(
            GetTexImage.Bytes, (to, token) => GetTexImage.Write(to, token, target, level, form.Format, form.Type));
        return Whole(reply, 12, Images.MeasureImage(form.Format, form.Type, box.Width, box.Height, box.Depth));
    }

    /// <summary>The compressed image of a level, padded to 4; null when GL gives none.</summary>
    public byte[]? PackedImage(uint target, int level, int bytes)
    {
        byte[] reply = host.AskQuestion(
            GetCompressedTexImage.Bytes, (to, token) => GetCompressedTexImage.Write(to, token, target, level));
        return Whole(reply, 0, bytes);
    }

    /// <summary>Pixels of the framebuffer that is read from, padded to 4; null when GL gives not all of them.</summary>
    public byte[]? Pixels(int width, int height, PixelForm form)
    {
        byte[] reply = host.AskQuestion(
            ReadPixels.Bytes, (to, token) => ReadPixels.Write(to, token, 0, 0, width, height, form.Format, form.Type));
        bool isAll = reply.Length >= 16 && Word(reply, 8) == (uint)width && Word(reply, 12) == (uint)height;
        return isAll ? Whole(reply, 16, Images.MeasureImage(form.Format, form.Type, width, height)) : null;
    }

    /// <summary>A buffer's contents, or as much of them as there is.</summary>
    public byte[] Buffer(uint buffer, long bytes) => host.AskQuestion(
        FetchBuffer.Bytes, (to, token) => FetchBuffer.Write(to, token, buffer, 0, (int)bytes));

    private static int Number(byte[] reply) => reply.Length >= 8 && Word(reply, 0) == 4 ? (int)Word(reply, 4) : 0;

    private static uint Word(byte[] reply, int at) => BinaryPrimitives.ReadUInt32LittleEndian(reply.AsSpan(at));

    /// <summary>An array of a reply, as long as it must be.</summary>
    private static byte[]? Whole(byte[] reply, int at, long bytes)
    {
        if (reply.Length < at + 4 || bytes is <= 0 or > Limits.MaxReplyBytes || Word(reply, at) is var given
            && (given == 0 || given > bytes))
        {
            return null;
        }

        byte[] whole = new byte[Align.To4((int)bytes)];
        reply.AsSpan(at + 4, (int)given).CopyTo(whole);
        for (int i = (int)given; i < bytes; i++)
        {
            whole[i] = Unwritten[i & 3];
        }

        return whole;
    }
}
