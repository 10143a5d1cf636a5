using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using Vmgl.Wire;
using Vmgl.Wire.Handshake;

namespace Vmgl.Link;

/// <summary>Connects to a host and exchanges greetings, within a time limit for all of it. The limit begins when the dialer is
/// made.</summary>
/// <param name="address">Where the host is.</param>
/// <param name="limit">The time limit; 4.5 seconds where it is null, for a program waits.</param>
public sealed class Dialer(StubAddress address, TimeSpan? limit = null)
{
    private const int ConnectionRefused = 111; // ECONNREFUSED
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(4.5);

    private readonly long _start = Stopwatch.GetTimestamp();

    private TimeSpan Left => (limit ?? s_limit) - Stopwatch.GetElapsedTime(_start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Connects and greets.</summary>
    /// <returns>A connection whose host has said welcome, and the welcome.</returns>
    /// <exception cref="AddressException">Nobody answers, or not as a stub-daemon does, or it refuses.</exception>
    public (SocketTransport Transport, Answer Answer) Dial(Hello hello)
    {
        var transport = new SocketTransport(ConnectSocket());
        try
        {
            return transport.SendAll(hello.Encode()) ? (transport, ReadAnswer(transport.Descriptor)) : throw ClosedEarly();
        }
        catch (Exception e)
        {
            transport.Dispose();
            throw e as AddressException ?? ExplainFailure(e is ProtocolException ? $"is not a stub-daemon ({e.Message})" : e.Message);
        }
    }

    private int ConnectSocket()
    {
        string why = "no address";
        foreach (EndPoint endPoint in address.ResolveEndPoints(Left))
        {
            int descriptor = LibcSockets.Connect(endPoint, Left, out int error);
            if (descriptor >= 0)
            {
                return descriptor;
            }

            why = error == ConnectionRefused ? "connection refused" : new Win32Exception(error).Message;
        }

        throw ExplainFailure($"cannot connect: {why}; start stub-daemon there, or correct {address.Setting ?? "the address"}");
    }

    private Answer ReadAnswer(int descriptor)
    {
        try
        {
            return CheckAnswer(Answer.Decode(GreetingReader.ReadAnswer(descriptor, Left) ?? throw ClosedEarly()));
        }
        catch (TimeoutException)
        {
            throw ExplainFailure("does not answer; is it a stub-daemon?");
        }
    }

    private Answer CheckAnswer(Answer answer)
    {
        if (!ProtocolVersion.Current.AcceptsPeer(answer.Version))
        {
            throw ExplainFailure($"speaks protocol {answer.Version}, this guest {ProtocolVersion.Current}; install the same VMGL version on both sides");
        }

        return answer.Status == AnswerStatus.Welcome ? answer : throw ExplainFailure($"refused: {answer.Text}");
    }

    private AddressException ClosedEarly() => ExplainFailure("closed the connection during the greeting; is it a stub-daemon?");

    private AddressException ExplainFailure(string what) => new($"{address.Label} {what}");
}
