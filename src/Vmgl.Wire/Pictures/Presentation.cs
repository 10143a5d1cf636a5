namespace Vmgl.Wire.Pictures;

/// <summary>The way in which the pictures of a surface reach the user.</summary>
public enum Presentation : uint
{
    /// <summary>They return to the guest, which puts them into its window.</summary>
    Return = 1,

    /// <summary>The host shows them in a window of its own.</summary>
    Window = 2,
}

/// <summary>The compression of pictures that the guest asks for.</summary>
public enum PictureCompression : uint
{
    /// <summary>Without loss, and only where the link is slower than the packing.</summary>
    Automatic = 0,

    /// <summary>Never.</summary>
    None = 1,

    /// <summary>Always, without loss.</summary>
    Lossless = 2,

    /// <summary>Always, with loss.</summary>
    Lossy = 3,
}
