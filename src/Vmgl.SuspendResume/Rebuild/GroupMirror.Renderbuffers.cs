using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Pixels of renderbuffers. No command gives them any, so they come back by being drawn: a texture of the same form is copied over, exactly.</summary>
public sealed partial class GroupMirror
{
    private const uint RenderbufferTarget = 0x8D41;
    private const uint DrawTarget = 0x8CA9;
    private const uint ColorAttachment = 0x8CE0;
    private const uint DepthAttachment = 0x8D00;
    private const uint StencilAttachment = 0x8D20;
    private const uint ColorBit = 0x4000;
    private const uint DepthBit = 0x100;
    private const uint StencilBit = 0x400;
    private const uint Nearest = 0x2600;

    /// <summary>Names that are used for a moment only count down from here.</summary>
    private const uint FirstSpareName = 0x7FFF_FF00;

    private void ReadRenderbuffer(HostAnswers host, Renderbuffer renderbuffer)
    {
        const uint Samples = 0x8CAB;
        const uint ComponentType = 0x8211;
        const uint Width = 0x8D42;
        const uint Height = 0x8D43;
        const uint Format = 0x8D44;
        RebuildWriter to = host.Writer;
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), RenderbufferTarget, renderbuffer.Name);
        (int width, int height, int samples) = (Ask(Width), Ask(Height), Ask(Samples));
        (int depth, int stencil) = (Ask(0x8D54), Ask(0x8D55));
        int bits = Math.Max(Math.Max(Ask(0x8D50), Ask(0x8D51)), Math.Max(Ask(0x8D52), Ask(0x8D53)));
        uint format = (uint)Ask(Format);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), RenderbufferTarget, 0);
        if (width <= 0 || height <= 0)
        {
            renderbuffer.Renew(null, isResolved: false);
            return;
        }

        uint framebuffer = SpareName(_framebuffers.ContainsKey, FirstSpareName);
        var form = PixelForm.Of(bits, 0, depth, 0, stencil);
        AttachSpare(to, framebuffer, form, renderbuffer.Name);
        Framebuffer.Bind(to, Framebuffer.Both, framebuffer);
        uint point = form.HasDepth ? DepthAttachment : form.HasStencil ? StencilAttachment : ColorAttachment;
        uint type = (uint)host.Attachment(Framebuffer.Both, point, ComponentType);
        form = PixelForm.Of(bits, type, depth, type, stencil);
        if (depth > 0)
        {
            format = SizedDepth(depth, stencil, type == InternalFormats.Float);
        }

        byte[]? pixels = samples > 0 ? Resolved(host, framebuffer, form, format, width, height) : host.Pixels(width, height, form);
        Framebuffer.Bind(to, Framebuffer.Both, 0);
        DeleteSpareFramebuffer(to, framebuffer);
        if (pixels is not null)
        {
            renderbuffer.Renew(new RenderbufferContents(format, width, height, form.Format, form.Type, pixels), isResolved: samples > 0);
        }

        int Ask(uint parameter) => host.Renderbuffer(RenderbufferTarget, parameter);
    }

    /// <summary>The pixels of a framebuffer of many samples, which is bound, by way of one that has one.</summary>
    private byte[]? Resolved(HostAnswers host, uint from, PixelForm form, uint format, int width, int height)
    {
        RebuildWriter to = host.Writer;
        uint framebuffer = SpareName(_framebuffers.ContainsKey, from - 1);
        uint single = SpareName(_renderbuffers.ContainsKey, FirstSpareName);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), RenderbufferTarget, single);
        RenderbufferStorage.Write(to.Reserve(RenderbufferStorage.Bytes), RenderbufferTarget, format, width, height);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), RenderbufferTarget, 0);
        AttachSpare(to, framebuffer, form, single);
        Blit(to, from, framebuffer, form, width, height);
        Framebuffer.Bind(to, Framebuffer.Both, framebuffer);
        byte[]? pixels = host.Pixels(width, height, form);
        DeleteSpareFramebuffer(to, framebuffer);
        Span<byte> name = stackalloc byte[sizeof(uint)];
        Fields.Put(name, 0, single);
        Wire.Commands.DeleteRenderbuffers.Write(to.Reserve(Wire.Commands.DeleteRenderbuffers.Measure(1)), 1, name);
        return pixels;
    }

    private void WriteRenderbuffers(RebuildWriter to)
    {
        foreach (Renderbuffer renderbuffer in _renderbuffers.Values)
        {
            WriteRenderbuffer(to, renderbuffer);
        }
    }

    private void WriteRenderbuffer(RebuildWriter to, Renderbuffer renderbuffer)
    {
        renderbuffer.Write(to);
        if (renderbuffer.Contents is not { } contents)
        {
            return;
        }

        var form = new PixelForm(contents.Format, contents.Type);
        uint drawn = SpareName(_framebuffers.ContainsKey, FirstSpareName);
        AttachSpare(to, drawn, form, renderbuffer.Name);
        if (form.Format == InternalFormats.StencilIndex)
        {
            // Few drivers have textures of stencil indices alone. The raster position of a new context is the lower left corner.
            Framebuffer.Bind(to, Framebuffer.Both, drawn);
            byte[] draw = new byte[DrawPixels.Bytes];
            DrawPixels.Write(draw, contents.Width, contents.Height, contents.Format, contents.Type, 1);
            to.Add(draw, contents.Pixels);
            Framebuffer.Bind(to, Framebuffer.Both, 0);
        }
        else
        {
            CopyFromTexture(to, contents, form, drawn);
        }

        DeleteSpareFramebuffer(to, drawn);
    }

    private void CopyFromTexture(RebuildWriter to, RenderbufferContents contents, PixelForm form, uint drawn)
    {
        const uint MinFilter = 0x2801;
        uint read = SpareName(_framebuffers.ContainsKey, drawn - 1);
        uint texture = SpareName(name => _textures.ContainsKey(name), FirstSpareName);
        BindTexture.Write(to.Reserve(BindTexture.Bytes), TextureTargets.Texture2D, texture);
        TexParameteri.Write(to.Reserve(TexParameteri.Bytes), TextureTargets.Texture2D, MinFilter, (int)Nearest);
        var box = new Box(0, 0, 0, contents.Width, contents.Height, 1);
        to.Add(ImageCommands.Define(TextureTargets.Texture2D, 0, contents.InternalFormat, box, 0, form.Format, form.Type, given: 1), contents.Pixels);
        BindTexture.Write(to.Reserve(BindTexture.Bytes), TextureTargets.Texture2D, 0);
        Framebuffer.Bind(to, Framebuffer.Both, read);
        foreach (uint point in Points(form))
        {
            FramebufferTexture2D.Write(
                to.Reserve(FramebufferTexture2D.Bytes), Framebuffer.Both, point, TextureTargets.Texture2D, texture, 0);
        }

        ChooseBuffers(to, form);
        Blit(to, read, drawn, form, contents.Width, contents.Height);
        Framebuffer.Bind(to, Framebuffer.Both, 0);
        DeleteSpareFramebuffer(to, read);
        Span<byte> name = stackalloc byte[sizeof(uint)];
        Fields.Put(name, 0, texture);
        Wire.Commands.DeleteTextures.Write(to.Reserve(Wire.Commands.DeleteTextures.Measure(1)), 1, name);
    }

    private static void AttachSpare(RebuildWriter to, uint framebuffer, PixelForm form, uint renderbuffer)
    {
        Framebuffer.Bind(to, Framebuffer.Both, framebuffer);
        foreach (uint point in Points(form))
        {
            FramebufferRenderbuffer.Write(
                to.Reserve(FramebufferRenderbuffer.Bytes), Framebuffer.Both, point, RenderbufferTarget, renderbuffer);
        }

        ChooseBuffers(to, form);
        Framebuffer.Bind(to, Framebuffer.Both, 0);
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
        uint mask = (form.HasDepth ? DepthBit : 0) | (form.HasStencil ? StencilBit : 0);
        Framebuffer.Bind(to, ReadTarget, read);
        Framebuffer.Bind(to, DrawTarget, draw);
        BlitFramebuffer.Write(to.Reserve(BlitFramebuffer.Bytes), 0, 0, width, height, 0, 0, width, height, mask == 0 ? ColorBit : mask, Nearest);
    }

    private static IEnumerable<uint> Points(PixelForm form)
    {
        if (form.HasDepth)
        {
            yield return DepthAttachment;
        }

        if (form.HasStencil)
        {
            yield return StencilAttachment;
        }

        if (!form.HasDepth && !form.HasStencil)
        {
            yield return ColorAttachment;
        }
    }

    private static uint SizedDepth(int depth, int stencil, bool isFloat) => (depth, stencil) switch
    {
        (_, > 0) => isFloat ? 0x8CADu : 0x88F0,
        (16, _) => 0x81A5,
        (24, _) => 0x81A6,
        _ => isFloat ? 0x8CACu : 0x81A7,
    };

    private static uint SpareName(Func<uint, bool> isTaken, uint first)
    {
        while (isTaken(first))
        {
            first--;
        }

        return first;
    }

    private static void DeleteSpareFramebuffer(RebuildWriter to, uint framebuffer)
    {
        Span<byte> name = stackalloc byte[sizeof(uint)];
        Fields.Put(name, 0, framebuffer);
        Wire.Commands.DeleteFramebuffers.Write(to.Reserve(Wire.Commands.DeleteFramebuffers.Measure(1)), 1, name);
    }

    private IEnumerable<StaleContent> StaleRenderbuffers()
    {
        foreach (Renderbuffer renderbuffer in _renderbuffers.Values.Concat(Orphans.OfType<Renderbuffer>()))
        {
            string name = renderbuffer.IsDeleted ? $"deleted renderbuffer {renderbuffer.Name}" : $"renderbuffer {renderbuffer.Name}";
            if (renderbuffer.IsStale)
            {
                yield return new StaleContent(name, renderbuffer.ContentBytes);
            }
            else if (renderbuffer.IsResolved)
            {
                yield return new StaleContent($"{name}, of which one sample a pixel is kept", renderbuffer.ContentBytes);
            }
        }
    }
}
