using System.Net;
using System.Net.Sockets;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Handshake;

namespace Vmgl.EndToEnd.Tests;

/// <summary>Without a host, a program says so in one line and ends by itself. No daemon runs here.</summary>
public sealed class UnreachableHostTests(XServer server) : IClassFixture<XServer>
{
    /// <summary>Five seconds for the handshake, and slack for a busy machine.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(9);

    public static TheoryData<string, string?> BadAddresses()
    {
        var rows = new TheoryData<string, string?>();
        foreach (string program in new[] { "glxinfo", "glxgears" })
        {
            foreach (string? glstub in new[] { null, "", "foo", "host:", "host:99999", ":7000", "host:70a", "no-such-host.invalid:7000" })
            {
                rows.Add(program, glstub);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(BadAddresses))]
    public void BadAddress_OneLineAndEnd(string program, string? glstub) => AssertOneLine(program, glstub);

    [Theory]
    [InlineData("glxinfo")]
    [InlineData("glxgears")]
    public void RefusedPort_OneLineAndEnd(string program)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = listener.LocalEndpoint.ToString()!;
        listener.Dispose(); // the port was free a moment ago, so nobody listens there
        AssertOneLine(program, address);
    }

    [Theory]
    [InlineData("glxinfo")]
    [InlineData("glxgears")]
    public void HostAnswersGarbage_OneLineAndEnd(string program)
    {
        using var host = new FakeHost("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
        AssertOneLine(program, host.Address);
    }

    [Theory]
    [InlineData("glxinfo")]
    [InlineData("glxgears")]
    public void HostSaysNothing_OneLineAndEnd(string program)
    {
        using var host = new FakeHost(null);
        AssertOneLine(program, host.Address);
    }

    [Theory]
    [InlineData("glxinfo")]
    [InlineData("glxgears")]
    public void HostOfAnotherVersion_OneLineNamesBoth(string program)
    {
        Answer refusal = Answer.CreateRefusal(AnswerStatus.WrongVersion,
            "this host speaks 99.0") with { Version = new ProtocolVersion(99, 0) };
        using var host = new FakeHost(refusal.Encode());
        string line = AssertOneLine(program, host.Address);
        Assert.Contains("99.0", line, StringComparison.Ordinal);
        Assert.Contains(ProtocolVersion.Current.ToString(), line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("glxinfo")]
    [InlineData("glxgears")]
    public void HostRefuses_OneLineGivesItsReason(string program)
    {
        using var host = new FakeHost(Answer.CreateRefusal(AnswerStatus.Busy, "42 guests are enough").Encode());
        Assert.Contains("42 guests are enough", AssertOneLine(program, host.Address), StringComparison.Ordinal);
    }

    private string AssertOneLine(string program, string? glstub)
    {
        GuestResult result = GuestProgram.Forwarded(server.Display, glstub).Within(s_limit).Run(program);
        Assert.False(result.Crashed, $"{program} crashed: {result}");
        string[] lines = [.. result.Errors.Split('\n').Where(line => line.Contains("GLSTUB", StringComparison.Ordinal))];
        Assert.True(lines.Length == 1, $"{lines.Length} lines on stderr name GLSTUB, not 1: {result}");
        return lines[0];
    }
}
