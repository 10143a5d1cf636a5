using System.Buffers.Binary;
using Vmgl.Wire.Pictures;

namespace Vmgl.Wire.Tests.Pictures;

public class PictureFrameTests
{
    private const int KindAt = 0;
    private const int EncodingAt = 20;
    private const int PayloadAt = 24;

    private static readonly PictureFrame Sample =
        new(PictureFrameKind.Area, 0x400007, 9, new PictureArea(64, 128, 100, 60), PictureEncoding.Raw, 4 * 100 * 60);

    [Theory]
    [InlineData(PictureFrameKind.Begin, 0, 0, 1, 1, PictureEncoding.Raw, 0)]
    [InlineData(PictureFrameKind.Begin, 0, 0, Limits.MaxPictureSide, Limits.MaxPictureSide, PictureEncoding.Raw, 0)]
    [InlineData(PictureFrameKind.Area, 16383, 16383, 1, 1, PictureEncoding.Raw, 4)]
    [InlineData(PictureFrameKind.Area, 0, 0, 100, 10, PictureEncoding.Lz4, 1)]
    [InlineData(PictureFrameKind.Area, 0, 0, 100, 10, PictureEncoding.Lz4, 4000 + Limits.PictureSlackBytes)]
    [InlineData(PictureFrameKind.Area, 0, 0, 100, 10, PictureEncoding.Jpeg, 300)]
    [InlineData(PictureFrameKind.Complete, 0, 0, 640, 480, PictureEncoding.Raw, 0)]
    [InlineData(PictureFrameKind.Closed, 0, 0, 0, 0, PictureEncoding.Raw, 0)]
    public void Frame_WrittenAndRead_IsTheSame(PictureFrameKind kind, int x, int y, int width, int height, PictureEncoding encoding,
        int payload)
    {
        var frame = new PictureFrame(kind, uint.MaxValue, 0x80000001, new PictureArea(x, y, width, height), encoding, payload);

        Assert.Equal(frame, PictureFrame.Read(Write(frame)));
    }

    [Theory]
    [InlineData(KindAt, 0u)]
    [InlineData(KindAt, 5u)]
    [InlineData(KindAt, uint.MaxValue)]
    [InlineData(EncodingAt, 3u)]
    [InlineData(EncodingAt, uint.MaxValue)]
    [InlineData(PayloadAt, 0u)]
    [InlineData(PayloadAt, (4 * 100 * 60) - 4u)]
    [InlineData(PayloadAt, (4 * 100 * 60) + 4u)]
    [InlineData(PayloadAt, 0x7FFFFFFFu)]
    [InlineData(PayloadAt, 0x80000000u)]
    [InlineData(PayloadAt, uint.MaxValue)]
    public void Read_NumberThatMakesNoSense_IsRefused(int at, uint value)
    {
        byte[] head = Write(Sample);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(at), value);

        Assert.Throws<ProtocolException>(() => PictureFrame.Read(head));
    }

    [Theory]
    [InlineData(PictureEncoding.Lz4)]
    [InlineData(PictureEncoding.Jpeg)]
    public void Read_PackedLargerThanPackingMakesIt_IsRefused(PictureEncoding encoding)
    {
        int most = Sample.PayloadBytes + Limits.PictureSlackBytes;

        Assert.Equal(most, PictureFrame.Read(Write(Sample with { Encoding = encoding, PayloadBytes = most })).PayloadBytes);
        Assert.All([0, -1, most + 1, int.MaxValue, int.MinValue], payload => Assert.Throws<ProtocolException>(
            () => PictureFrame.Read(Write(Sample with { Encoding = encoding, PayloadBytes = payload }))));
    }

    [Theory]
    [InlineData(0, 0, 16385, 1)]
    [InlineData(0, 0, 1, 16385)]
    [InlineData(16384, 0, 1, 1)]
    [InlineData(0, 16384, 1, 1)]
    [InlineData(1, 0, 16384, 1)]
    [InlineData(65535, 65535, 65535, 65535)]
    public void Read_AreaBeyondTheLimit_IsRefused(int x, int y, int width, int height)
    {
        var area = new PictureArea(x, y, width, height);
        int payload = unchecked((int)area.Bytes);

        Assert.Throws<ProtocolException>(() => PictureFrame.Read(Write(Sample with { Area = area, PayloadBytes = payload })));
        Assert.Throws<ProtocolException>(() => PictureFrame.Read(Write(new(PictureFrameKind.Begin, 1, 1, area, PictureEncoding.Raw, 0))));
    }

    /// <summary>Catches a bug where an area without pixels was taken: to a JPEG library 0 means the size that the image says.</summary>
    [Theory]
    [InlineData(0, 10, PictureEncoding.Raw, 0)]
    [InlineData(10, 0, PictureEncoding.Raw, 0)]
    [InlineData(0, 0, PictureEncoding.Lz4, 1)]
    [InlineData(0, 16384, PictureEncoding.Jpeg, 700)]
    [InlineData(16384, 0, PictureEncoding.Jpeg, 700)]
    public void Read_AreaWithoutPixels_IsRefused(int width, int height, PictureEncoding encoding, int payload) =>
        Assert.Throws<ProtocolException>(() => PictureFrame.Read(
            Write(new(PictureFrameKind.Area, 1, 1, new PictureArea(0, 0, width, height), encoding, payload))));

    /// <summary>Catches a bug where a packed head without an area could announce bytes, which nobody then read.</summary>
    [Theory]
    [InlineData(PictureFrameKind.Begin)]
    [InlineData(PictureFrameKind.Complete)]
    [InlineData(PictureFrameKind.Closed)]
    public void Read_PayloadWhereNothingFollows_IsRefused(PictureFrameKind kind)
    {
        PictureFrame frame = Sample with { Kind = kind };

        Assert.Throws<ProtocolException>(() => PictureFrame.Read(Write(frame)));
        Assert.Throws<ProtocolException>(() => PictureFrame.Read(Write(frame with { Encoding = PictureEncoding.Lz4, PayloadBytes = 8 })));
        Assert.Throws<ProtocolException>(() => PictureFrame.Read(Write(frame with { Encoding = PictureEncoding.Jpeg, PayloadBytes = 8 })));
    }

    [Fact]
    public void Read_CutAtEveryByte_NeverMakesUpAFrame()
    {
        byte[] head = Write(Sample);
        for (int cut = 0; cut < PayloadAt + 4; cut++)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => PictureFrame.Read(head.AsSpan(0, cut)));
        }
    }

    [Fact]
    public void Read_AnyBitsFlipped_GivesWhatCanBeReceivedOrIsRefused()
    {
        var random = new Random(20261122);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] head = Write(Sample with { Encoding = (PictureEncoding)random.Next(3) });
            head[random.Next(head.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                PictureFrame read = PictureFrame.Read(head);
                Assert.True(read.Area.X + read.Area.Width <= Limits.MaxPictureSide
                    && read.Area.Y + read.Area.Height <= Limits.MaxPictureSide);
                Assert.InRange(read.PayloadBytes, read.Kind == PictureFrameKind.Area ? 1 : 0, read.Area.Bytes + Limits.PictureSlackBytes);
            }
            catch (ProtocolException)
            {
                // The only exception a host may cause.
            }
        }
    }

    [Fact]
    public void Write_OverOldBytes_LeavesNoneOfThem()
    {
        byte[] head = new byte[PictureFrame.HeadBytes];
        head.AsSpan().Fill(0xFF);
        new PictureFrame(PictureFrameKind.Closed, 0, 0, default, PictureEncoding.Raw, 0).Write(head);

        Assert.Equal([4, .. new byte[PictureFrame.HeadBytes - 1]], head);
    }

    private static byte[] Write(PictureFrame frame)
    {
        byte[] head = new byte[PictureFrame.HeadBytes];
        frame.Write(head);
        return head;
    }
}
