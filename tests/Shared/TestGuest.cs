using Vmgl.Link;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Tests.Shared;

/// <summary>A guest, as far as a test needs one.</summary>
internal sealed class TestGuest : GuestSocket
{
    private TestGuest(int port)
        : base(port)
    {
    }

    private TestGuest(out SocketTransport host)
        : base(out host)
    {
    }

    /// <summary>Connects to a daemon.</summary>
    public static TestGuest Connect(int port) => new(port);

    /// <summary>Connects to a daemon, greets and returns when the answer is there.</summary>
    public static TestGuest Greet(int port, out Answer answer)
    {
        var guest = new TestGuest(port);
        guest.Send(Hello.CreateOpening("test", 1).Encode());
        answer = guest.ReadAnswer();
        return guest;
    }

    /// <summary>Connects to a host in this process.</summary>
    public static TestGuest Join(out SocketTransport host) => new(out host);

    /// <summary>One frame of commands, without payload.</summary>
    public static byte[] Frame(uint stream, byte[] commands)
    {
        byte[] head = new byte[GuestFrame.HeadBytes];
        new GuestFrame(stream, commands.Length, 0).Write(head);
        return [.. head, .. commands];
    }

    /// <summary>One frame of what the host sends.</summary>
    public (HostFrame Frame, byte[] Payload) ReadFrame()
    {
        HostFrame frame = HostFrame.Read(Read(HostFrame.HeadBytes));
        return (frame, Read(frame.PayloadBytes));
    }
}
