using System.Buffers.Binary;
using Vmgl.Wire.Frames;

namespace Vmgl.Wire.Tests.Frames;

public class GuestFrameTests
{
    [Theory]
    [InlineData(0u, 0, 0)]
    [InlineData(3u, 4, 8)]
    [InlineData(Limits.MaxStreams - 1u, Limits.MaxCommandBytes, Limits.MaxBulkBytes)]
    public void GuestFrame_WrittenAndRead_IsTheSame(uint stream, int commands, int bulk)
    {
        var frame = new GuestFrame(stream, commands, bulk);
        byte[] head = Write(frame);

        Assert.Equal(frame, GuestFrame.Read(head));
        Assert.Equal((long)commands + bulk, frame.BodyBytes);
    }

    [Theory]
    [InlineData(0, 0u)]
    [InlineData(0, 2u)]
    [InlineData(0, uint.MaxValue)]
    [InlineData(4, (uint)Limits.MaxStreams)]
    [InlineData(4, uint.MaxValue)]
    [InlineData(8, 2u)]
    [InlineData(8, Limits.MaxCommandBytes + 4u)]
    [InlineData(8, uint.MaxValue)]
    [InlineData(8, 0x80000000u)]
    [InlineData(12, 3u)]
    [InlineData(12, Limits.MaxBulkBytes + 4u)]
    [InlineData(12, 0x80000000u)]
    [InlineData(12, uint.MaxValue)]
    public void Read_NumberBeyondItsLimit_IsRefused(int at, uint value)
    {
        byte[] head = Write(new GuestFrame(1, 4, 4));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(at), value);

        Assert.Throws<ProtocolException>(() => GuestFrame.Read(head));
    }

    [Fact]
    public void Read_CutAtEveryByte_NeverMakesUpAFrame()
    {
        byte[] head = Write(new GuestFrame(1, 4, 4));
        for (int cut = 0; cut < head.Length; cut++)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => GuestFrame.Read(head.AsSpan(0, cut)));
        }
    }

    private static byte[] Write(GuestFrame frame)
    {
        byte[] head = new byte[GuestFrame.HeadBytes];
        frame.Write(head);
        return head;
    }
}
