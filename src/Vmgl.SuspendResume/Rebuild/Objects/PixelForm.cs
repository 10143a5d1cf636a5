namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>A pixel format and type in which the pixels of an image travel without loss, both ways.</summary>
internal readonly record struct PixelForm(uint Format, uint Type)
{
    private const uint SignedNormalized = 0x8F9C;
    private const uint SignedInteger = 0x1404;

    /// <summary>Whether it has depth.</summary>
    public bool HasDepth => Format is InternalFormats.DepthComponent or InternalFormats.DepthStencil;

    /// <summary>Whether it has stencil indices.</summary>
    public bool HasStencil => Format is InternalFormats.StencilIndex or InternalFormats.DepthStencil;

    /// <summary>The form for what GL says of an image.</summary>
    /// <param name="bits">Of the widest colour component, luminance and intensity among them.</param>
    /// <param name="type">GL's word for the components' type, 0 when it has none (GL 3.0 section 6.1.3).</param>
    /// <param name="depthType">The same of its depth.</param>
    public static PixelForm Of(int bits, uint type, int depth, uint depthType, int stencil)
    {
        bool isFloatDepth = depthType == InternalFormats.Float;
        if (depth > 0 && stencil > 0)
        {
            return new(InternalFormats.DepthStencil, isFloatDepth ? InternalFormats.FloatDepthStencil : InternalFormats.UnsignedInt248);
        }

        if (depth > 0)
        {
            return new(InternalFormats.DepthComponent, isFloatDepth ? InternalFormats.Float : InternalFormats.UnsignedInt);
        }

        if (stencil > 0)
        {
            return new(InternalFormats.StencilIndex, InternalFormats.UnsignedByte);
        }

        return type switch
        {
            SignedInteger or InternalFormats.UnsignedInt => new(InternalFormats.RgbaInteger, type),
            InternalFormats.Float or SignedNormalized => new(InternalFormats.Rgba, InternalFormats.Float),
            _ => new(InternalFormats.Rgba, bits <= 8 ? InternalFormats.UnsignedByte : bits <= 16 ? InternalFormats.UnsignedShort
                : InternalFormats.Float),
        };
    }
}
