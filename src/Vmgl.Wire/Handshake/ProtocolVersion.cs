namespace Vmgl.Wire.Handshake;

/// <summary>The protocol's version. A different major number is refused; a larger minor number only adds opcodes.</summary>
public readonly record struct ProtocolVersion(ushort Major, ushort Minor)
{
    /// <summary>The version of this build.</summary>
    public static ProtocolVersion Current => new(1, 0);

    /// <summary>Whether a peer of <paramref name="other"/> can be talked to.</summary>
    public bool AcceptsPeer(ProtocolVersion other) => Major == other.Major;

    public override string ToString() => $"{Major}.{Minor}";
}
