using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Link;

/// <summary>The guest's end of a connection to a worker that has said welcome: batches out, replies in. One thread at a time sends, one
/// receives.</summary>
public sealed unsafe class HostLink : IDisposable
{
    private const int ReceiveBytes = 64 << 10;
    private const int MostFramesInFlight = 8;

    private readonly IFrameTransport _transport;
    private readonly byte* _received = (byte*)NativeMemory.Alloc(ReceiveBytes);
    private int _at;
    private int _end;

    /// <summary>The guest's end of a transport whose host has sent its answer.</summary>
    public HostLink(StubAddress address, IFrameTransport transport, Answer answer)
    {
        (Address, _transport) = (address, transport);
        FramesInFlight = (int)Math.Clamp(answer.FramesInFlight, 1, MostFramesInFlight);
        Renderer = answer.Text;
    }

    /// <summary>The host's address.</summary>
    public StubAddress Address { get; }

    /// <summary>The transport's descriptor.</summary>
    public int Descriptor => _transport.Descriptor;

    /// <summary>Swaps that may be on their way, as the host wants it.</summary>
    public int FramesInFlight { get; }

    /// <summary>The host's description of what it draws with.</summary>
    public string Renderer { get; }

    /// <summary>Whether there are bytes that were received already.</summary>
    public bool HasReceived => _at < _end;

    /// <summary>Connects and greets as this process.</summary>
    /// <exception cref="AddressException">There is no connection; the message is for the user.</exception>
    public static HostLink Dial(StubAddress address) => Dial(address, File.ReadAllText("/proc/self/comm").Trim());

    /// <summary>Connects and greets for a program.</summary>
    /// <param name="address">Where the host is.</param>
    /// <param name="program">The program's name, for the host's log.</param>
    /// <param name="limit">The time limit; that of <see cref="Dialer"/> where it is null.</param>
    /// <exception cref="AddressException">There is no connection; the message is for the user.</exception>
    public static HostLink Dial(StubAddress address, string program, TimeSpan? limit = null)
    {
        (SocketTransport transport, Answer answer) = new Dialer(address, limit).Dial(Hello.CreateOpening(program, Environment.ProcessId));
        return new HostLink(address, transport, answer);
    }

    /// <summary>Sends one frame: commands, payloads that are padded already, and one more from where it lies. False when the host is
    /// gone.</summary>
    public bool SendFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied, byte* bulk, long bulkBytes)
    {
        byte* head = stackalloc byte[GuestFrame.HeadBytes];
        uint padding = 0;
        int paddingBytes = (int)(Align.To4(bulkBytes) - bulkBytes);
        new GuestFrame(stream, commands.Length, copied.Length + (int)bulkBytes + paddingBytes).Write(
            new Span<byte>(head, GuestFrame.HeadBytes));
        fixed (byte* first = commands, second = copied)
        {
            Span<Piece> pieces =
            [
                new(head, GuestFrame.HeadBytes), new(first, commands.Length), new(second, copied.Length), new(bulk, bulkBytes),
                new((byte*)&padding, paddingBytes),
            ];
            return _transport.Send(pieces);
        }
    }

    /// <summary>Receives exactly so many bytes; false when the host is gone.</summary>
    public bool ReceivePayload(byte* to, int count)
    {
        while (count > 0)
        {
            if (_at == _end && !RefillBuffer())
            {
                return false;
            }

            int take = Math.Min(count, _end - _at);
            new ReadOnlySpan<byte>(_received + _at, take).CopyTo(new Span<byte>(to, take));
            _at += take;
            to += take;
            count -= take;
        }

        return true;
    }

    /// <summary>Receives a payload into an array of its own; null when the host is gone.</summary>
    public byte[]? ReceivePayload(int count)
    {
        byte[] payload = new byte[count];
        fixed (byte* to = payload)
        {
            return ReceivePayload(to, count) ? payload : null;
        }
    }

    /// <summary>Waits for bytes of the host; false at the time limit.</summary>
    public bool WaitForBytes(TimeSpan limit) => HasReceived || _transport.WaitForBytes(limit);

    /// <summary>Ends both directions: threads that send or receive find the host gone.</summary>
    public void Shutdown() => _transport.Shutdown();

    /// <inheritdoc cref="IFrameTransport.CopyDescriptor"/>
    public int CopyDescriptor() => _transport.CopyDescriptor();

    /// <summary>Closes the connection. No thread uses it any more.</summary>
    public void Dispose()
    {
        _transport.Dispose();
        NativeMemory.Free(_received);
    }

    private bool RefillBuffer()
    {
        _at = 0;
        _end = _transport.Receive(new Span<byte>(_received, ReceiveBytes));
        return _end > 0;
    }
}
