using System.ComponentModel;
using System.Net.Sockets;
using Vmgl.Link;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Interop;
using Vmgl.Wire;

namespace Vmgl.Stub.Worker;

/// <summary>The worker's end of the line to its daemon: inherited descriptor 3. It stays open until the process ends, which is
/// how the daemon learns of that.</summary>
internal sealed class DaemonChannel : IDisposable
{
    private readonly Socket _socket;

    /// <summary>Opens descriptor 3.</summary>
    /// <exception cref="SocketException">There is none: this process was not started by a daemon.</exception>
    public DaemonChannel()
    {
        _socket = new Socket(new SafeSocketHandle(Descriptors.Inherited, ownsHandle: true));
        Descriptors.CloseAtExec(Descriptors.Inherited);
    }

    /// <summary>Reports whether the renderer is up; false when the daemon is gone.</summary>
    public bool TrySay(Outcome outcome)
    {
        try
        {
            byte[] line = outcome.Encode();
            return _socket.Send(line.AsSpan(0, Math.Min(line.Length, DaemonLimits.WorkerLineBytes))) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Waits for the guest; null when the daemon has none and is gone, or lets this worker go.</summary>
    /// <param name="key">What the daemon knows this session by.</param>
    /// <param name="greeting">The greeting's bytes.</param>
    /// <exception cref="InvalidDataException">What came is not a hand-over.</exception>
    public SocketTransport? ReceiveGuest(out byte[] key, out byte[] greeting)
    {
        byte[] bytes = new byte[Limits.SessionKeyBytes + Limits.MaxHelloBytes];
        int length = ReceiveOrEnd(bytes, out SafeSocketHandle? connection);
        (key, greeting) = ([], []);
        if (connection is null)
        {
            return null;
        }

        (key, greeting) = (bytes[..Limits.SessionKeyBytes], bytes[Limits.SessionKeyBytes..length]);
        Descriptors.MakeBlocking(connection);
        SayTaken();
        return SocketTransport.Adopt(connection);
    }

    /// <summary>Waits for a further connection of the guest; null when the daemon is gone.</summary>
    public SocketTransport? ReceiveJoining()
    {
        try
        {
            return ReceiveGuest(out _, out _);
        }
        catch (Exception e) when (e is InvalidDataException or ObjectDisposedException or SocketException)
        {
            return null;
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Confirms to the daemon that the guest has arrived. If the daemon is gone, the guest is served nevertheless.</summary>
    private void SayTaken()
    {
        try
        {
            _ = _socket.Send([1]);
        }
        catch (SocketException)
        {
            // Gone.
        }
    }

    private int ReceiveOrEnd(byte[] bytes, out SafeSocketHandle? connection)
    {
        try
        {
            return DescriptorPassing.Receive(_socket.SafeHandle, bytes, out connection);
        }
        catch (Win32Exception)
        {
            // Reset instead of closed: the daemon was killed.
            connection = null;
            return 0;
        }
    }
}
