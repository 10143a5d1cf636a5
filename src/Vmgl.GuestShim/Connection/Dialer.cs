using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Vmgl.Wire;
using Vmgl.Wire.Handshake;

namespace Vmgl.GuestShim.Connection;

/// <summary>Connects to a host and exchanges greetings, within a time limit for all of it.</summary>
internal sealed class Dialer(GuestAddress address)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(4.5);

    private readonly long _start = Stopwatch.GetTimestamp();

    private TimeSpan Left => s_limit - Stopwatch.GetElapsedTime(_start) is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>A connected socket whose host has said welcome.</summary>
    /// <exception cref="AddressException">Whatever went wrong, in one line that names GLSTUB and the remedy.</exception>
    public (Socket Socket, Answer Answer) Dial(Hello hello)
    {
        Socket socket = Connect();
        try
        {
            socket.Blocking = true;
            if (!address.IsUnix)
            {
                socket.NoDelay = true;
            }

            socket.Send(hello.Encode());
            return (socket, ReadAnswer(socket));
        }
        catch (Exception e)
        {
            socket.Dispose();
            throw e as AddressException ?? Bad(e is ProtocolException ? $"is not a stub-daemon ({e.Message})" : e.Message);
        }
    }

    private Socket Connect()
    {
        string why = "no address";
        foreach (EndPoint endPoint in address.Resolve(Left))
        {
            if (TryConnect(endPoint, out SocketError error) is Socket socket)
            {
                return socket;
            }

            why = error == SocketError.ConnectionRefused ? "connection refused" : new SocketException((int)error).Message;
        }

        throw Bad($"cannot connect: {why}; start stub-daemon there, or correct {GuestAddress.Variable}");
    }

    private Socket? TryConnect(EndPoint endPoint, out SocketError error)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, address.IsUnix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        error = Connect(socket, endPoint);
        if (error == SocketError.Success)
        {
            return socket;
        }

        socket.Dispose();
        return null;
    }

    private SocketError Connect(Socket socket, EndPoint endPoint)
    {
        try
        {
            socket.Blocking = false;
            socket.Connect(endPoint);
            return SocketError.Success;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            return socket.Poll(Left, SelectMode.SelectWrite)
                ? (SocketError)(int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!
                : SocketError.TimedOut;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode;
        }
    }

    private Answer ReadAnswer(Socket socket)
    {
        byte[] bytes = new byte[Limits.MaxAnswerBytes];
        int have = 0;
        int needed;
        while (!Answer.TryReadLength(bytes.AsSpan(0, have), out needed) || have < needed)
        {
            // One byte at a time past the preamble would be wrong twice: slow, and frames may follow at once. Ask for what is missing.
            int want = (needed > 0 ? needed : Answer.HeadBytes) - have;
            if (!socket.Poll(Left, SelectMode.SelectRead))
            {
                throw Bad("does not answer; is it a stub-daemon?");
            }

            int got = socket.Receive(bytes, have, want, SocketFlags.None);
            if (got == 0)
            {
                throw Bad("closed the connection during the greeting; is it a stub-daemon?");
            }

            have += got;
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

    private AddressException Bad(string what) => new($"{GuestAddress.Variable}={address.Text} {what}");
}
