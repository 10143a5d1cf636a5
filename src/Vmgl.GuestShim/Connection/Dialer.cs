using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Handshake;

namespace Vmgl.GuestShim.Connection;

/// <summary>Connects to a host and exchanges greetings, within a time limit for all of it.</summary>
internal sealed unsafe class Dialer(GuestAddress address)
{
    private const int ConnectionRefused = 111; // ECONNREFUSED
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(4.5);

    private readonly long _start = Stopwatch.GetTimestamp();

    private TimeSpan Left => s_limit - Stopwatch.GetElapsedTime(_start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>The descriptor of a socket whose host has said welcome.</summary>
    /// <exception cref="AddressException">Whatever went wrong, in one line that names GLSTUB and the remedy.</exception>
    public (int Descriptor, Answer Answer) Dial(Hello hello)
    {
        int descriptor = Connect();
        try
        {
            byte[] greeting = hello.Encode();
            fixed (byte* bytes = greeting)
            {
                Libc.Piece piece = new() { Base = bytes, Length = (nuint)greeting.Length };
                return Libc.SendAll(descriptor, &piece, 1) ? (descriptor, ReadAnswer(descriptor)) : throw ClosedEarly();
            }
        }
        catch (Exception e)
        {
            _ = LibcSockets.Close(descriptor);
            throw e as AddressException ?? Bad(e is ProtocolException ? $"is not a stub-daemon ({e.Message})" : e.Message);
        }
    }

    private int Connect()
    {
        string why = "no address";
        foreach (EndPoint endPoint in address.Resolve(Left))
        {
            int descriptor = LibcSockets.Connect(endPoint, Left, out int error);
            if (descriptor >= 0)
            {
                return descriptor;
            }

            why = error == ConnectionRefused ? "connection refused" : new Win32Exception(error).Message;
        }

        throw Bad($"cannot connect: {why}; start stub-daemon there, or correct {GuestAddress.Variable}");
    }

    private Answer ReadAnswer(int descriptor)
    {
        byte[] bytes = new byte[Limits.MaxAnswerBytes];
        int have = 0;
        int needed;
        while (!Answer.TryReadLength(bytes.AsSpan(0, have), out needed) || have < needed)
        {
            if (!LibcSockets.WaitForBytes(descriptor, Left))
            {
                throw Bad("does not answer; is it a stub-daemon?");
            }

            // No more than the answer: frames may follow at once.
            int want = (needed > 0 ? needed : Answer.HeadBytes) - have;
            fixed (byte* to = &bytes[have])
            {
                int got = Libc.ReceiveSome(descriptor, to, want);
                have += got > 0 ? got : throw ClosedEarly();
            }
        }

        return Judge(Answer.Decode(bytes.AsSpan(0, needed)));
    }

    private Answer Judge(Answer answer)
    {
        if (!ProtocolVersion.Current.Accepts(answer.Version))
        {
            throw Bad($"speaks protocol {answer.Version}, this guest {ProtocolVersion.Current}; install the same VMGL version on both sides");
        }

        return answer.Status == AnswerStatus.Welcome ? answer : throw Bad($"refused: {answer.Text}");
    }

    private AddressException ClosedEarly() => Bad("closed the connection during the greeting; is it a stub-daemon?");

    private AddressException Bad(string what) => new($"{GuestAddress.Variable}={address.Text} {what}");
}
