namespace Vmgl.Wire;

/// <summary>Padding. Everything on the wire begins at a multiple of four bytes.</summary>
public static class Align
{
    /// <summary><paramref name="bytes"/> rounded up to a multiple of four. Callers have bounded it far below 2³¹.</summary>
    public static int To4(int bytes) => (bytes + 3) & ~3;

    /// <summary><paramref name="bytes"/> rounded up to a multiple of four.</summary>
    public static long To4(long bytes) => (bytes + 3) & ~3L;
}
