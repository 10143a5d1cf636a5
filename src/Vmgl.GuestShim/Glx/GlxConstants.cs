namespace Vmgl.GuestShim.Glx;

/// <summary>GLX values that are no attributes of visuals or FBConfigs (GLX 1.4 specification and extensions).</summary>
internal static class GlxConstants
{
    public const int BadScreen = 1;
    public const int BadAttribute = 2;
    public const int NoExtension = 3;
    public const int BadVisual = 4;
    public const int BadContext = 5;
    public const int BadValue = 6;

    public const int Vendor = 1;
    public const int Version = 2;
    public const int Extensions = 3;

    public const int Screen = 0x800C;
    public const int RgbaType = 0x8014;
    public const int PreservedContents = 0x801B;
    public const int LargestPbuffer = 0x801C;
    public const int PbufferHeight = 0x8040;
    public const int PbufferWidth = 0x8041;
    public const int Width = 0x801D;
    public const int Height = 0x801E;
    public const int EventMask = 0x801F;

    public const int SwapInterval = 0x20F1;
    public const int MaxSwapInterval = 0x20F2;
    public const int LateSwapsTear = 0x20F3;

    public const int ContextMajorVersion = 0x2091;
    public const int ContextMinorVersion = 0x2092;
    public const int ContextProfileMask = 0x9126;
    public const int CoreProfileBit = 1;
    public const int CompatibilityProfileBit = 2;
    public const int EsProfileBit = 4;
}
