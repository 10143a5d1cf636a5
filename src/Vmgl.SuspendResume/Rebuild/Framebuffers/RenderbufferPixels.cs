using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.SuspendResume.Rebuild.Textures;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Framebuffers;

/// <summary>Pixels of renderbuffers. No command gives them any, so they come back by being drawn: a texture of the same form is copied
/// over, exactly.</summary>
internal sealed class RenderbufferPixels(FramebufferSet framebuffers, TextureTable textures)
{
    /// <summary>Reads a renderbuffer's pixels from the host.</summary>
    /// <param name="isTaken">Whether a name is that of a renderbuffer.</param>
    public void Read(HostAnswers host, Renderbuffer renderbuffer, Func<uint, bool> isTaken)
    {
        RebuildWriter to = host.Writer;
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), GL_RENDERBUFFER, renderbuffer.Name);
        (int width, int height, int samples) = (Ask(GL_RENDERBUFFER_WIDTH), Ask(GL_RENDERBUFFER_HEIGHT), Ask(GL_RENDERBUFFER_SAMPLES));
        (int depth, int stencil) = (Ask(GL_RENDERBUFFER_DEPTH_SIZE), Ask(GL_RENDERBUFFER_STENCIL_SIZE));
        int bits = Math.Max(
            Math.Max(Ask(GL_RENDERBUFFER_RED_SIZE), Ask(GL_RENDERBUFFER_GREEN_SIZE)),
            Math.Max(Ask(GL_RENDERBUFFER_BLUE_SIZE), Ask(GL_RENDERBUFFER_ALPHA_SIZE)));
        uint format = (uint)Ask(GL_RENDERBUFFER_INTERNAL_FORMAT);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), GL_RENDERBUFFER, 0);
        if (width <= 0 || height <= 0)
        {
            renderbuffer.Renew(null, isResolved: false);
            return;
        }

        uint framebuffer = SpareNames.Find(framebuffers.IsTaken);
        var form = PixelForm.Of(bits, 0, depth, 0, stencil);
        AttachSpare(to, framebuffer, form, renderbuffer.Name);
        Framebuffer.Bind(to, GL_FRAMEBUFFER, framebuffer);
        uint point = form.HasDepth ? GL_DEPTH_ATTACHMENT : form.HasStencil ? GL_STENCIL_ATTACHMENT : GL_COLOR_ATTACHMENT0;
        uint type = (uint)host.Attachment(GL_FRAMEBUFFER, point, GL_FRAMEBUFFER_ATTACHMENT_COMPONENT_TYPE);
        form = PixelForm.Of(bits, type, depth, type, stencil);
        if (depth > 0)
        {
            format = SizedDepth(depth, stencil, type == InternalFormats.Float);
        }

        byte[]? pixels = samples > 0 ? Resolved(host, framebuffer, form, format, (width, height), isTaken)
            : host.Pixels(width, height, form);
        Framebuffer.Bind(to, GL_FRAMEBUFFER, 0);
        DeleteSpareFramebuffer(to, framebuffer);
        if (pixels is not null)
        {
            renderbuffer.Renew(new RenderbufferContents(format, width, height, form.Format, form.Type, pixels), isResolved: samples > 0);
        }

        int Ask(uint parameter) => host.Renderbuffer(GL_RENDERBUFFER, parameter);
    }

    /// <summary>The pixels of a framebuffer of many samples, which is bound, by way of one that has one.</summary>
    private byte[]? Resolved(HostAnswers host, uint from, PixelForm form, uint format, (int Width, int Height) size,
        Func<uint, bool> isTaken)
    {
        (int width, int height) = size;
        RebuildWriter to = host.Writer;
        uint framebuffer = SpareNames.Find(framebuffers.IsTaken, from - 1);
        uint single = SpareNames.Find(isTaken);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), GL_RENDERBUFFER, single);
        RenderbufferStorage.Write(to.Reserve(RenderbufferStorage.Bytes), GL_RENDERBUFFER, format, width, height);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), GL_RENDERBUFFER, 0);
        AttachSpare(to, framebuffer, form, single);
        Blit(to, from, framebuffer, form, width, height);
        Framebuffer.Bind(to, GL_FRAMEBUFFER, framebuffer);
        byte[]? pixels = host.Pixels(width, height, form);
        DeleteSpareFramebuffer(to, framebuffer);
        DeleteRenderbuffers.Write(to.Reserve(DeleteRenderbuffers.Measure(1)), 1, SpareNames.ArrayOf(single));
        return pixels;
    }

    /// <summary>Writes what makes a renderbuffer, and its pixels if they are known.</summary>
    public void Write(RebuildWriter to, Renderbuffer renderbuffer)
    {
        renderbuffer.Write(to);
        if (renderbuffer.Contents is not { } contents)
        {
            return;
        }

        var form = new PixelForm(contents.Format, contents.Type);
        uint drawn = SpareNames.Find(framebuffers.IsTaken);
        AttachSpare(to, drawn, form, renderbuffer.Name);
        if (form.Format == InternalFormats.StencilIndex)
        {
            // Few drivers have textures of stencil indices alone. The raster position of a new context is the lower left corner.
            Framebuffer.Bind(to, GL_FRAMEBUFFER, drawn);
            byte[] draw = new byte[DrawPixels.Bytes];
            DrawPixels.Write(draw, contents.Width, contents.Height, contents.Format, contents.Type, 1);
            to.Add(draw, contents.Pixels);
            Framebuffer.Bind(to, GL_FRAMEBUFFER, 0);
        }
        else
        {
            CopyFromTexture(to, contents, form, drawn);
        }

        DeleteSpareFramebuffer(to, drawn);
    }

    private void CopyFromTexture(RebuildWriter to, RenderbufferContents contents, PixelForm form, uint drawn)
    {
        uint read = SpareNames.Find(framebuffers.IsTaken, drawn - 1);
        uint texture = SpareNames.Find(name => textures.TextureNamed(name) is not null);
        BindTexture.Write(to.Reserve(BindTexture.Bytes), GL_TEXTURE_2D, texture);
        TexParameteri.Write(to.Reserve(TexParameteri.Bytes), GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, (int)GL_NEAREST);
        var box = new Box(0, 0, 0, contents.Width, contents.Height, 1);
        to.Add(ImageCommands.Define(GL_TEXTURE_2D, 0, contents.InternalFormat, box, 0, form.Format, form.Type, given: 1), contents.Pixels);
        BindTexture.Write(to.Reserve(BindTexture.Bytes), GL_TEXTURE_2D, 0);
        Framebuffer.Bind(to, GL_FRAMEBUFFER, read);
        foreach (uint point in Points(form))
        {
            FramebufferTexture2D.Write(
                to.Reserve(FramebufferTexture2D.Bytes), GL_FRAMEBUFFER, point, GL_TEXTURE_2D, texture, 0);
        }

        ChooseBuffers(to, form);
        Blit(to, read, drawn, form, contents.Width, contents.Height);
        Framebuffer.Bind(to, GL_FRAMEBUFFER, 0);
        DeleteSpareFramebuffer(to, read);
        DeleteTextures.Write(to.Reserve(DeleteTextures.Measure(1)), 1, SpareNames.ArrayOf(texture));
    }

    private static void AttachSpare(RebuildWriter to, uint framebuffer, PixelForm form, uint renderbuffer)
    {
        Framebuffer.Bind(to, GL_FRAMEBUFFER, framebuffer);
        foreach (uint point in Points(form))
        {
            FramebufferRenderbuffer.Write(
                to.Reserve(FramebufferRenderbuffer.Bytes), GL_FRAMEBUFFER, point, GL_RENDERBUFFER, renderbuffer);
        }

        ChooseBuffers(to, form);
        Framebuffer.Bind(to, GL_FRAMEBUFFER, 0);
    }

    /// <summary>A framebuffer without colour must neither draw into nor read from one, or older drivers call it incomplete.</summary>
    private static void ChooseBuffers(RebuildWriter to, PixelForm form)
    {
        if (form.HasDepth || form.HasStencil)
        {
            DrawBuffer.Write(to.Reserve(DrawBuffer.Bytes), 0);
            ReadBuffer.Write(to.Reserve(ReadBuffer.Bytes), 0);
        }
    }

    private static void Blit(RebuildWriter to, uint read, uint draw, PixelForm form, int width, int height)
    {
        uint mask = (form.HasDepth ? GL_DEPTH_BUFFER_BIT : 0) | (form.HasStencil ? GL_STENCIL_BUFFER_BIT : 0);
        Framebuffer.Bind(to, GL_READ_FRAMEBUFFER, read);
        Framebuffer.Bind(to, GL_DRAW_FRAMEBUFFER, draw);
        BlitFramebuffer.Write(to.Reserve(BlitFramebuffer.Bytes), 0, 0, width, height, 0, 0, width, height,
            mask == 0 ? GL_COLOR_BUFFER_BIT : mask, GL_NEAREST);
    }

    private static IEnumerable<uint> Points(PixelForm form)
    {
        if (form.HasDepth)
        {
            yield return GL_DEPTH_ATTACHMENT;
        }

        if (form.HasStencil)
        {
            yield return GL_STENCIL_ATTACHMENT;
        }

        if (!form.HasDepth && !form.HasStencil)
        {
            yield return GL_COLOR_ATTACHMENT0;
        }
    }

    private static uint SizedDepth(int depth, int stencil, bool isFloat) => (depth, stencil) switch
    {
        (_, > 0) => isFloat ? GL_DEPTH32F_STENCIL8 : GL_DEPTH24_STENCIL8,
        (16, _) => GL_DEPTH_COMPONENT16,
        (24, _) => GL_DEPTH_COMPONENT24,
        _ => isFloat ? GL_DEPTH_COMPONENT32F : GL_DEPTH_COMPONENT32,
    };

    private static void DeleteSpareFramebuffer(RebuildWriter to, uint framebuffer) =>
        DeleteFramebuffers.Write(to.Reserve(DeleteFramebuffers.Measure(1)), 1, SpareNames.ArrayOf(framebuffer));
}
