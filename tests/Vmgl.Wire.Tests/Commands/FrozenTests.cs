using System.Globalization;
using Vmgl.Testing;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Commands;

namespace Vmgl.Wire.Tests.Commands;

/// <summary>What other builds rely on: numbers and layouts that were published once.</summary>
public class FrozenTests
{
    [Fact]
    public void Opcodes_InTheFrozenList_AreThoseOfTheEnum()
    {
        IEnumerable<string> frozen = Checkout.Lines("spec/opcodes.frozen").Select(line => line.Split(' '))
            .Select(words => $"{words[0]} {(words[1].StartsWith("vmgl", StringComparison.Ordinal) ? words[1][4..] : words[1][2..])}");
        IEnumerable<string> known = Enum.GetValues<Opcode>().Where(opcode => opcode != Opcode.None)
            .Select(opcode => string.Create(CultureInfo.InvariantCulture, $"0x{(ushort)opcode:x4} {opcode}"));

        Assert.Equal(frozen, known);
    }

    [Fact]
    public void Opcodes_InTheFrozenList_AreUniqueAndInOrder()
    {
        int[] numbers = [.. Checkout.Lines("spec/opcodes.frozen")
            .Select(line => int.Parse(line.AsSpan(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    [Fact]
    public void Vertex3f_IsOpcodeAndThreeFloats()
    {
        byte[] to = new byte[Vertex3f.Bytes];
        Vertex3f.Write(to, 1, -2, 0.5f);

        Assert.Equal("B8010400 0000803F 000000C0 0000003F", Hex(to));
    }

    [Fact]
    public void Lightfv_OfPosition_HasItsLengthAndFourFloats()
    {
        byte[] to = new byte[Lightfv.Measure(0x1203)];
        Lightfv.Write(to, 0x4000, 0x1203, Samples.Pattern(16, 0));

        Assert.Equal("CD010000 08000000 00400000 03120000 0714212E 3B485562 6F7C8996 A3B0BDCA", Hex(to));
    }

    [Fact]
    public void CallLists_OfBytes_PadsWithZeros()
    {
        byte[] to = [.. Enumerable.Repeat((byte)0xEE, (int)CallLists.Measure(5, 0x1401))];
        CallLists.Write(to, 5, 0x1401, "hello"u8);

        Assert.Equal("33010000 06000000 05000000 01140000 68656C6C 6F000000", Hex(to));
    }

    [Fact]
    public void GetIntegerv_AsksWithATokenAndTheName()
    {
        byte[] to = new byte[GetIntegerv.Bytes];
        GetIntegerv.Write(to, 0x00070001, 0x0BA2);

        Assert.Equal("26010300 01000700 A20B0000", Hex(to));
    }

    [Fact]
    public void CreateContext_WithAttributes_HasThemLast()
    {
        byte[] to = new byte[CreateContext.Measure(2)];
        CreateContext.Write(to, 1, 2, 3, 4, 5, 6, 7, 8, 2, Batch.Words(0x2091, 3));

        Assert.Equal("07000000 0D000000 01000000 02000000 03000000 04000000 05000000 06000000 07000000 08000000 02000000 91200000 03000000",
            Hex(to));
    }

    /// <summary>Words in the order in which their bytes travel.</summary>
    private static string Hex(byte[] bytes) => string.Join(' ', bytes.Chunk(4).Select(Convert.ToHexString));
}
