using System.Text;
using Vmgl.Stub.Basics;

namespace Vmgl.Stub.Tests;

public class LogTests
{
    [Fact]
    public void Line_BearsTimeInUtcAndWhoSpeaks()
    {
        using var stream = new MemoryStream();
        new Log(stream, "daemon").WriteLine("hello");

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z daemon: hello\n$", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Line_WithControlCharacters_StaysOneLineAndDrivesNoTerminal()
    {
        using var stream = new MemoryStream();
        new Log(stream, "daemon").WriteVerbatim("a\nSet GLSTUB\r\u001b[2Jb\u0085c");

        Assert.Equal("a Set GLSTUB  [2Jb c\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Line_ToAStreamThatFails_IsLostQuietly()
    {
        using var broken = new BrokenStream();
        new Log(broken, "daemon").WriteLine("hello");
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no space left on device");
    }
}
