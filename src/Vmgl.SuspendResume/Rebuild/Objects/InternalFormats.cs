namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>What an internal format means for how its pixels are given and read (GL 3.0 section 3.9.1).</summary>
internal static class InternalFormats
{
    public const uint Rgba = 0x1908;
    public const uint RgbaInteger = 0x8D99;
    public const uint DepthComponent = 0x1902;
    public const uint DepthStencil = 0x84F9;
    public const uint StencilIndex = 0x1901;
    public const uint UnsignedByte = 0x1401;
    public const uint UnsignedShort = 0x1403;
    public const uint UnsignedInt = 0x1405;
    public const uint Float = 0x1406;
    public const uint UnsignedInt248 = 0x84FA;
    public const uint FloatDepthStencil = 0x8DAD;

    /// <summary>Whether GL packs images of it itself: what is written over a part of one depends on its surroundings.</summary>
    public static bool IsCompressed(uint format) =>
        format is (>= 0x83F0 and <= 0x83F3) or 0x8225 or 0x8226 or (>= 0x84E9 and <= 0x84EE) or (>= 0x8C48 and <= 0x8C4F)
            or (>= 0x8DBB and <= 0x8DBE) or (>= 0x8C70 and <= 0x8C73) or 0x8837 or (>= 0x8E8C and <= 0x8E8F)
            or 0x86B0 or 0x86B1 or 0x8D64 or (>= 0x9270 and <= 0x9279);

    /// <summary>A pixel format and type that an image without pixels may be defined by.</summary>
    public static (uint Format, uint Type) Neutral(uint format) => format switch
    {
        DepthComponent or (>= 0x81A5 and <= 0x81A7) or 0x8CAC or 0x8DAB => (DepthComponent, Float),
        DepthStencil or 0x88F0 => (DepthStencil, UnsignedInt248),
        0x8CAD or 0x8DAC => (DepthStencil, FloatDepthStencil),
        StencilIndex or (>= 0x8D46 and <= 0x8D49) => (StencilIndex, UnsignedByte),
        (>= 0x8231 and <= 0x823C) or (>= 0x8D70 and <= 0x8D93) or 0x906F => (RgbaInteger, UnsignedInt),
        _ => (Rgba, UnsignedByte),
    };
}
