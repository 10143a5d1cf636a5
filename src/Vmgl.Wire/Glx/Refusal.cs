namespace Vmgl.Wire.Glx;

/// <summary>Why a host's GLX refused something, as the X error that it met with: the program gets the same. As a reply's value: 1 is
/// success, 0 a refusal without an error, and an error has its highest bit set.</summary>
/// <param name="Code">X error code (X protocol, Encoding, Errors), or for GLX's own errors the place after the first (GLX 1.4
/// protocol).</param>
/// <param name="IsGlx">Whether <paramref name="Code"/> is GLX's own.</param>
/// <param name="Minor">The GLX request that failed; 0 where it is not known.</param>
public readonly record struct Refusal(byte Code, bool IsGlx, ushort Minor)
{
    /// <summary>The value of a reply that says yes.</summary>
    public const uint Granted = 1;

    private const uint ErrorBit = 0x8000_0000;
    private const int MostMinor = 0x7FFF;

    /// <summary>As it travels.</summary>
    public uint Encode() => ErrorBit | ((uint)Math.Min((int)Minor, MostMinor) << 16) | (IsGlx ? 0x100u : 0) | Code;

    /// <summary>From a reply's value; null when no error came with it.</summary>
    public static Refusal? Decode(uint value) =>
        (value & ErrorBit) == 0 ? null : new Refusal((byte)value, (value & 0x100) != 0, (ushort)((value >> 16) & MostMinor));
}
