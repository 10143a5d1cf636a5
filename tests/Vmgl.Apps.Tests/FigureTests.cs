using System.Buffers.Binary;

namespace Vmgl.Apps.Tests;

/// <summary>Figures that are read from the output and the files of other programs: rates, sessions in the host's log, demos.</summary>
public sealed class FigureTests
{
    private const string Log = """
        2026-11-21T11:00:36.769Z daemon: worker 5 draws for glxgears (process 89 at 127.0.0.1:42786)
        2026-11-21T11:00:36.769Z worker 5: guest glxgears[89] draws
        2026-11-21T11:00:42.764Z worker 5: guest glxgears[89] left after 6.0 s: 14484 frames, 6 round trips in 1 frames, last in frame 0 (ReadConfigs 1, …), 14490 batches, 3.7 MB
        2026-11-21T11:00:43.769Z daemon: worker 6 draws for glxgears (process 91 at 127.0.0.1:42788)
        2026-11-21T11:00:44.764Z worker 6: guest glxgears[91] was cut off: bad opcode; after 1.0 s: 100 frames, 0 round trips, 20 batches, 0.1 MB
        2026-11-21T11:00:45.769Z daemon: worker 7 draws for a b (process 93 at 127.0.0.1:42790)

        """;

    [Theory]
    [InlineData("12058 frames in 5.0 seconds = 2411.445 FPS\n7 frames in 5.0 seconds = 1.5 FPS", 1.5)]
    [InlineData("600 frames 14.8 seconds 40.5 fps 11.0/24.7/94.0/8.9 ms", 40.5)]
    [InlineData("Rendered 61 frames in 0.054 secs, average of 1110.15 fps", 1110.15)]
    public void Rate_OfEachProgram_IsTheLastOneReported(string output, double rate) => Assert.Equal(rate, FrameRate.FindLast(output));

    [Fact]
    public void Rate_NotReported_IsNull()
    {
        Assert.Null(FrameRate.FindLast("60 fps would be nice"));
        Assert.Null(FrameRate.MedianOf([null, null]));
    }

    [Fact]
    public void Median_IsTheMiddleValue_OrTheMeanOfTheTwoMiddleValues()
    {
        Assert.Equal(2, FrameRate.MedianOf([9, null, 1, 2]));
        Assert.Equal(3, FrameRate.MedianOf([4, 2]));
    }

    [Fact]
    public void Sessions_OfALog_AreDistinguished()
    {
        IReadOnlyList<Session> sessions = SessionLog.Parse(Log);
        Assert.Equal(new Session("glxgears", 89, "left", 14484, 6, "ReadConfigs 1, …", 3.7), sessions[0]);
        Assert.Equal(new Session("glxgears", 91, "was cut off: bad opcode", 100, 0, "", 0.1), sessions[1]);
        Assert.Equal(("a b", null), (sessions[2].Program, sessions[2].End));
        Assert.Equal([true, false, false], sessions.Select(session => session.HasEndedNormally));
    }

    [Fact]
    public void SteadyFrame_CostsTheSlopeBetweenTwoSessions()
    {
        Session one = new("a", 1, "left", 100, 30, "", 0);
        Assert.Equal((0.5, 0.25), SessionLog.MeasureSteadyFrame([one with { Frames = 300, RoundTrips = 130, Megabytes = 50 }, one]));
        Assert.Equal((0, 0), SessionLog.MeasureSteadyFrame([one with { Frames = 300, RoundTrips = 28 }, one]));
        Assert.Null(SessionLog.MeasureSteadyFrame([one, one with { Frames = 110, RoundTrips = 90 }]));
        Assert.Null(SessionLog.MeasureSteadyFrame([one]));
    }

    [Fact]
    public void Demo_Shortened_HasTheTerminatorOfACompleteOne()
    {
        byte[] demo = [.. CreateMessage(1, 3), .. CreateMessage(2, 5), .. CreateMessage(3, 0), .. CreateEnd()];
        Assert.Equal([.. CreateMessage(1, 3), .. CreateMessage(2, 5), .. CreateEnd()], DemoFile.KeepFirstMessages(demo, 2));
        Assert.Equal(demo, DemoFile.KeepFirstMessages(demo, 9));
        _ = Assert.Throws<InvalidDataException>(() => DemoFile.KeepFirstMessages(demo.AsSpan(0, 12), 2));
    }

    private static byte[] CreateEnd() => [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

    private static byte[] CreateMessage(int number, int length)
    {
        byte[] message = new byte[8 + length];
        BinaryPrimitives.WriteInt32LittleEndian(message, number);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(4), length);
        return message;
    }
}
