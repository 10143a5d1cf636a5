using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.GuestShim.Connection;

/// <summary>A socket to a worker that has said welcome: frames out, frames in. One thread at a time sends, one receives.</summary>
internal sealed unsafe class HostLink : IDisposable
{
    private const int ReceiveBytes = 64 << 10;

    private readonly Lock _closing = new();
    private readonly byte* _received = (byte*)NativeMemory.Alloc(ReceiveBytes);
    private int _at;
    private int _end;
    private bool _isClosed;

    private HostLink(GuestAddress address, int descriptor, Answer answer)
    {
        (Address, Descriptor) = (address, descriptor);
        FramesInFlight = (int)Math.Clamp(answer.FramesInFlight, 1, 8);
        Renderer = answer.Text;
    }

    /// <summary>Where the host is.</summary>
    public GuestAddress Address { get; }

    /// <summary>The socket.</summary>
    public int Descriptor { get; }

    /// <summary>Swaps that may be on their way, as the host wants it.</summary>
    public int FramesInFlight { get; }

    /// <summary>What the host said it draws with.</summary>
    public string Renderer { get; }

    /// <summary>Whether there are bytes that were received already.</summary>
    public bool HasReceived => _at < _end;

    /// <summary>Connects and greets.</summary>
    /// <exception cref="AddressException">No connection; the message is for the user.</exception>
    public static HostLink Dial(GuestAddress address)
    {
        string program = File.ReadAllText("/proc/self/comm").Trim();
        (int descriptor, Answer answer) = new Dialer(address).Dial(Hello.Of(program, Environment.ProcessId));
        return new HostLink(address, descriptor, answer);
    }

    /// <summary>Sends one frame: commands, payloads that are padded already, and one more from where it lies. False when the host is gone.</summary>
    public bool Send(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied, byte* bulk, long bulkBytes)
    {
        byte* head = stackalloc byte[GuestFrame.HeadBytes];
        uint padding = 0;
        int paddingBytes = (int)(Align.To4(bulkBytes) - bulkBytes);
        new GuestFrame(stream, commands.Length, copied.Length + (int)bulkBytes + paddingBytes).Write(new Span<byte>(head, GuestFrame.HeadBytes));
        Libc.Piece* pieces = stackalloc Libc.Piece[5];
        fixed (byte* first = commands, second = copied)
        {
            pieces[0] = new() { Base = head, Length = GuestFrame.HeadBytes };
            pieces[1] = new() { Base = first, Length = (nuint)commands.Length };
            pieces[2] = new() { Base = second, Length = (nuint)copied.Length };
            pieces[3] = new() { Base = bulk, Length = (nuint)bulkBytes };
            pieces[4] = new() { Base = (byte*)&padding, Length = (nuint)paddingBytes };
            return Libc.SendAll(Descriptor, pieces, 5);
        }
    }

    /// <summary>Receives exactly so many bytes; false when the host is gone.</summary>
    public bool Receive(byte* to, int count)
    {
        while (count > 0)
        {
            if (_at == _end && !Refill())
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
    public byte[]? Receive(int count)
    {
        byte[] payload = new byte[count];
        fixed (byte* to = payload)
        {
            return Receive(to, count) ? payload : null;
        }
    }

    /// <summary>Ends both directions: whoever waits for this socket wakes up.</summary>
    public void Shutdown() => LibcSockets.Shutdown(Descriptor);

    /// <summary>Another descriptor of the socket, for who looks at it while others use it and may close it; -1 when they have.</summary>
    public int CopyDescriptor()
    {
        lock (_closing)
        {
            return _isClosed ? -1 : LibcTcp.Copy(Descriptor);
        }
    }

    /// <summary>Closes the socket. Nobody uses it any more.</summary>
    public void Dispose()
    {
        lock (_closing)
        {
            _ = LibcSockets.Close(Descriptor);
            _isClosed = true;
        }

        NativeMemory.Free(_received);
    }

    private bool Refill()
    {
        _at = 0;
        _end = Libc.ReceiveSome(Descriptor, _received, ReceiveBytes);
        return _end > 0;
    }
}
