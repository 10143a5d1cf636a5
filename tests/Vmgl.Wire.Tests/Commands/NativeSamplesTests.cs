using Vmgl.Testing;
using Vmgl.Tests.Shared;

namespace Vmgl.Wire.Tests.Commands;

/// <summary>Two encoders write the same bytes: the C of libGL.so.1 and the C# of the wire views.</summary>
public class NativeSamplesTests
{
    private const string File = "out/native/samples.bin";

    [Fact]
    public void Samples_WrittenByC_AreTheBytesOfTheEncoders()
    {
        string path = Checkout.PathOf(File);
        Assert.True(System.IO.File.Exists(path), $"{File} is missing: run `make -C native check`, which writes it");

        Sample[] expected = [.. Samples.All.Where(sample => sample.IsWrittenByC)];
        byte[] written = System.IO.File.ReadAllBytes(path);
        int at = 0;
        foreach (Sample sample in expected)
        {
            byte[] whole = [.. sample.Bytes, .. sample.Bulk];
            Assert.Equal($"{sample.Opcode} {Convert.ToHexString(whole)}", $"{sample.Opcode} {Convert.ToHexString(Slice(written, at, whole.Length))}");
            at += whole.Length;
        }

        Assert.Equal(at, written.Length);
        Assert.True(expected.Length > 300, $"{expected.Length} samples");
    }

    private static ReadOnlySpan<byte> Slice(byte[] bytes, int at, int count) =>
        bytes.AsSpan(Math.Min(at, bytes.Length), Math.Min(count, Math.Max(0, bytes.Length - at)));
}
