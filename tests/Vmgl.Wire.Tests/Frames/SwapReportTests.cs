using Vmgl.Wire.Frames;

namespace Vmgl.Wire.Tests.Frames;

/// <summary>What a host says of a swap takes no more bytes than it needs.</summary>
public sealed class SwapReportTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0x501, 0, 4)]
    [InlineData(0, 7, 8)]
    [InlineData(0x502, uint.MaxValue, 8)]
    public void Write_ReadsBack_AndTakesSoManyBytes(uint error, uint picture, int bytes)
    {
        var report = new SwapReport(error, picture);
        Span<byte> room = stackalloc byte[SwapReport.MaxBytes];
        Assert.Equal(bytes, report.Write(room));
        Assert.Equal(report, SwapReport.Read(room[..bytes]));
    }

    [Fact]
    public void Read_LongerThanKnown_IgnoresTheRest() =>
        Assert.Equal(new SwapReport(1, 2), SwapReport.Read([1, 0, 0, 0, 2, 0, 0, 0, 9, 9, 9, 9]));
}
