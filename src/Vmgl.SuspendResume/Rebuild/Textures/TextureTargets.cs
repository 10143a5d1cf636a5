namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>Texture targets (GL 2.1 section 3.8): which of them are faces, which are proxies.</summary>
internal static class TextureTargets
{
    public const uint Texture1D = 0x0DE0;
    public const uint Texture2D = 0x0DE1;
    public const uint Texture3D = 0x806F;
    public const uint CubeMap = 0x8513;
    public const uint FirstFace = 0x8515;
    public const uint Rectangle = 0x84F5;
    public const uint Array1D = 0x8C18;
    public const uint Array2D = 0x8C1A;
    public const uint CubeMapArray = 0x9009;
    public const uint Multisample = 0x9100;
    public const uint MultisampleArray = 0x9102;
    public const int Faces = 6;

    /// <summary>Whether images of it are only tried, never made.</summary>
    public static bool IsProxy(uint target) =>
        target is 0x8063 or 0x8064 or 0x8070 or 0x851B or 0x84F7 or 0x8C19 or 0x8C1B or 0x9101 or 0x9103 or 0x900B;

    /// <summary>Whether textures are bound to it.</summary>
    public static bool IsTarget(uint target) =>
        target is Texture1D or Texture2D or Texture3D or CubeMap or Rectangle or Array1D or Array2D or CubeMapArray or 0x8C2A or Multisample
            or MultisampleArray;

    /// <summary>What a texture is bound to: a face belongs to its cube map.</summary>
    public static uint Bound(uint target) => IsFace(target) ? CubeMap : target;

    /// <summary>Whether it is one side of a cube map.</summary>
    public static bool IsFace(uint target) => target - FirstFace < Faces;

    /// <summary>The number of a face; 0 for every other target.</summary>
    public static int Face(uint target) => IsFace(target) ? (int)(target - FirstFace) : 0;

    /// <summary>The target that an image of a texture is given by.</summary>
    public static uint OfImage(uint target, int face) => target == CubeMap ? FirstFace + (uint)face : target;

    /// <summary>Whether it has several samples a pixel.</summary>
    public static bool IsMultisample(uint target) => target is Multisample or MultisampleArray;

    /// <summary>How many of a level's extents an image command of this target has.</summary>
    public static int Dimensions(uint target) => target switch
    {
        Texture1D => 1,
        Texture3D or Array2D or CubeMapArray or MultisampleArray => 3,
        _ => 2,
    };

    /// <summary>Which extents become smaller with the level: layers do not.</summary>
    public static Box Smaller(uint target, Box box, int levels) => box with
    {
        Width = Math.Max(1, box.Width >> levels),
        Height = target is Array1D or Texture1D ? box.Height : Math.Max(1, box.Height >> levels),
        Depth = target == Texture3D ? Math.Max(1, box.Depth >> levels) : box.Depth,
    };
}
