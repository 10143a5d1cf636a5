namespace Vmgl.Stub.Backends.Egl;

/// <summary>The numbers of EGL 1.5 and its extensions that are used here (Khronos' registry, egl.xml).</summary>
internal static class Egl
{
    public const int None = 0x3038;
    public const int OpenGlApi = 0x30A2;
    public const int OpenGlBit = 8;
    public const int PbufferBit = 1;

    // Attributes of configs (EGL 1.5 table 3.1).
    public const int AlphaSize = 0x3021;
    public const int BlueSize = 0x3022;
    public const int GreenSize = 0x3023;
    public const int RedSize = 0x3024;
    public const int DepthSize = 0x3025;
    public const int StencilSize = 0x3026;
    public const int ConfigCaveat = 0x3027;
    public const int ConfigId = 0x3028;
    public const int Samples = 0x3031;
    public const int SurfaceType = 0x3033;
    public const int ColorComponentType = 0x3339;
    public const int ColorComponentTypeFloat = 0x333B;
    public const int RenderableType = 0x3040;
    public const int SlowConfig = 0x3050;
    public const int NonConformantConfig = 0x3051;

    // Surfaces.
    public const int Height = 0x3056;
    public const int Width = 0x3057;
    public const int LargestPbuffer = 0x3058;

    // Strings.
    public const int Vendor = 0x3053;
    public const int Extensions = 0x3055;
    public const int DrmDeviceFile = 0x3233;
    public const int DrmRenderNodeFile = 0x3377;

    // Platforms.
    public const int PlatformDevice = 0x313F;
    public const int PlatformSurfaceless = 0x31DD;

    // Attributes of contexts.
    public const int ContextMajorVersion = 0x3098;
    public const int ContextMinorVersion = 0x30FB;
    public const int ContextFlags = 0x30FC;
    public const int ContextProfileMask = 0x30FD;
    public const int ContextRobustAccess = 0x30B2;
    public const int ContextResetStrategy = 0x31BD;
    public const int NoResetNotification = 0x31BE;
    public const int LoseContextOnReset = 0x31BF;
    public const int ContextNoError = 0x31B3;
    public const int ContextReleaseBehavior = 0x2097;

    // Errors.
    public const int BadAlloc = 0x3003;
    public const int BadAttribute = 0x3004;
    public const int BadConfig = 0x3005;
    public const int BadContext = 0x3006;
    public const int BadMatch = 0x3009;
}
