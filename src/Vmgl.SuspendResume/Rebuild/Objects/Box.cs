namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Pixels of a level: offsets count from the inside of its border (GL 2.1 section 3.8.2).</summary>
internal readonly record struct Box(int X, int Y, int Z, int Width, int Height, int Depth)
{
    /// <summary>Pixels in it; 0 for what is empty or makes no sense.</summary>
    public long Volume => Width <= 0 || Height <= 0 || Depth <= 0 ? 0 : (long)Width * Height * Depth;

    /// <summary>Whether all of another box lies inside.</summary>
    public bool Contains(Box other) =>
        X <= other.X && Y <= other.Y && Z <= other.Z && (long)other.X + other.Width <= (long)X + Width
        && (long)other.Y + other.Height <= (long)Y + Height && (long)other.Z + other.Depth <= (long)Z + Depth;

    /// <summary>Whether the two have pixels in common.</summary>
    public bool Intersects(Box other) =>
        (long)X + Width > other.X && (long)other.X + other.Width > X && (long)Y + Height > other.Y
        && (long)other.Y + other.Height > Y && (long)Z + Depth > other.Z && (long)other.Z + other.Depth > Z;
}
