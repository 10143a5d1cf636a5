using System.Buffers.Binary;
using Vmgl.Wire.Frames;

namespace Vmgl.Wire.Tests.Frames;

public class HostFrameTests
{
    [Theory]
    [InlineData(HostFrameKind.Reply, 0u, 0)]
    [InlineData(HostFrameKind.Swapped, uint.MaxValue, 0)]
    [InlineData(HostFrameKind.Ended, 1u, Limits.MaxReplyBytes)]
    public void HostFrame_WrittenAndRead_IsTheSame(HostFrameKind kind, uint token, int payload)
    {
        var frame = new HostFrame(kind, token, payload);

        Assert.Equal(frame, HostFrame.Read(Write(frame)));
    }

    [Theory]
    [InlineData(0, 0u)]
    [InlineData(0, 6u)]
    [InlineData(0, uint.MaxValue)]
    [InlineData(8, Limits.MaxReplyBytes + 1u)]
    [InlineData(8, 0x80000000u)]
    [InlineData(8, uint.MaxValue)]
    public void Read_NumberBeyondItsLimit_IsRefused(int at, uint value)
    {
        byte[] head = Write(new HostFrame(HostFrameKind.Reply, 1, 4));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(at), value);

        Assert.Throws<ProtocolException>(() => HostFrame.Read(head));
    }

    [Fact]
    public void Write_OverOldBytes_LeavesNoneOfThem()
    {
        byte[] head = new byte[HostFrame.HeadBytes];
        head.AsSpan().Fill(0xFF);
        new HostFrame(HostFrameKind.Reply, 0, 0).Write(head);

        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], head);
    }

    private static byte[] Write(HostFrame frame)
    {
        byte[] head = new byte[HostFrame.HeadBytes];
        frame.Write(head);
        return head;
    }
}
