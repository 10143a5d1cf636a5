using System.Net;
using System.Net.Sockets;

namespace Vmgl.Tests.Shared;

/// <summary>A listener that is not a daemon: it reads the greeting, answers with the given bytes (or never), and waits.</summary>
internal sealed class FakeHost : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<Socket> _guests = [];

    public FakeHost(byte[]? answer)
    {
        _listener.Start();
        _ = ServeAsync(answer);
    }

    public string Address => _listener.LocalEndpoint.ToString()!;

    public void Dispose()
    {
        _listener.Dispose();
        lock (_guests)
        {
            _guests.ForEach(guest => guest.Dispose());
        }
    }

    private async Task ServeAsync(byte[]? answer)
    {
        try
        {
            while (true)
            {
                Socket guest = await _listener.AcceptSocketAsync();
                lock (_guests)
                {
                    _guests.Add(guest);
                }

                if (answer is not null)
                {
                    _ = await guest.ReceiveAsync(new byte[1024]);
                    _ = await guest.SendAsync(answer);
                }
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // The test has ended.
        }
    }
}
