using System.Buffers.Binary;
using Vmgl.Wire.Glx;

namespace Vmgl.Wire.Tests.Glx;

public class HostConfigsTests
{
    private static readonly HostConfigs Sample = new(
        [4, 5],
        [new HostVisual(0x21, 4, 24, 0xFF0000, 0xFF00, 0xFF, [1, HostConfigs.Absent]), new HostVisual(0xFFFFFFFF, 5, 32, 0, 0, 0, [-1, 2])],
        [7, 8, 9],
        [new HostConfig(1, [10, 11, 12]), new HostConfig(2, [13, 14, 15])]);

    [Fact]
    public void HostConfigs_EncodedAndDecoded_AreTheSame()
    {
        HostConfigs decoded = HostConfigs.Decode(Sample.Encode());

        Assert.Equal(Sample.VisualAttributes, decoded.VisualAttributes);
        Assert.Equal(Sample.ConfigAttributes, decoded.ConfigAttributes);
        Assert.Equal(Sample.Visuals.Select(Words), decoded.Visuals.Select(Words));
        Assert.Equal(Sample.Configs.SelectMany(c => c.Values.Prepend((int)c.Id)),
            decoded.Configs.SelectMany(c => c.Values.Prepend((int)c.Id)));
    }

    [Fact]
    public void HostConfigs_WithNothingInThem_AreFourWords() =>
        Assert.Equal(new byte[16], new HostConfigs([], [], [], []).Encode());

    [Fact]
    public void Decode_CutAtEveryByte_IsRefused()
    {
        byte[] bytes = Sample.Encode();
        for (int cut = 0; cut < bytes.Length; cut++)
        {
            Assert.Throws<ProtocolException>(() => HostConfigs.Decode(bytes.AsSpan(0, cut)));
        }
    }

    [Fact]
    public void Decode_BytesLeftOver_IsRefused() =>
        Assert.Throws<ProtocolException>(() => HostConfigs.Decode([.. Sample.Encode(), 0, 0, 0, 0]));

    [Fact]
    public void Decode_AnyCountWrong_IsRefused()
    {
        uint[] absurd = [0, 1, 7, 16384, 16385, 0x40000000, 0x7FFFFFFF, 0x80000000, uint.MaxValue];
        foreach (int at in (int[])[0, 4, 8, 12])
        {
            foreach (uint count in absurd)
            {
                byte[] bytes = Sample.Encode();
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), count);
                Assert.Throws<ProtocolException>(() => HostConfigs.Decode(bytes));
            }
        }
    }

    private static string Words(HostVisual v) =>
        $"{v.Id} {v.Class} {v.Depth} {v.RedMask} {v.GreenMask} {v.BlueMask} {string.Join(' ', v.Values)}";
}
