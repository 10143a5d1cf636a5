using System.Text;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Daemon;

namespace Vmgl.Stub.Tests.Daemon;

public class StrangerLogTests
{
    [Fact]
    public void StrangerLog_MoreLinesThanAMinuteMayHave_AreCountedInTheNext()
    {
        using var stream = new MemoryStream();
        var clock = new HandClock();
        var strangers = new StrangerLog(new Log(stream, "test"), clock);

        for (int i = 0; i < DaemonLimits.StrangerLines + 7; i++)
        {
            strangers.WriteLine("knock");
        }

        clock.Seconds = 61;
        strangers.WriteLine("later");

        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(DaemonLimits.StrangerLines + 2, lines.Length);
        Assert.EndsWith("7 more connections like these were not logged", lines[^2], StringComparison.Ordinal);
        Assert.EndsWith("later", lines[^1], StringComparison.Ordinal);
    }

    private sealed class HandClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
