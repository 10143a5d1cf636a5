using System.Text;
using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Control;

/// <summary>One client of the control socket: its request as far as it came, and what of its answer has not gone yet. Never
/// waits.</summary>
internal sealed class ControlClient(int descriptor) : IDisposable
{
    private const int PieceBytes = 64 << 10;

    private readonly byte[] _request = new byte[ControlRequest.MaxBytes];
    private int _requestBytes;
    private ReadOnlyMemory<byte> _answer;
    private Stream? _payload;

    /// <summary>Its socket.</summary>
    public int Descriptor { get; } = descriptor;

    /// <summary>When it is given up, in microseconds of the monotonic clock, unless it gets on.</summary>
    public long Deadline { get; set; }

    /// <summary>Whether its request is there and its answer is on its way.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>Reads what came. True when the line is whole, or too long to be one: then it is null.</summary>
    /// <param name="isGone">The client has closed.</param>
    public bool TryReadLine(out string? line, out bool isGone)
    {
        line = null;
        int got = LibcControl.TryReceive(Descriptor, _request.AsSpan(_requestBytes));
        isGone = got == LibcControl.Gone;
        _requestBytes += Math.Max(0, got);
        int end = _request.AsSpan(0, _requestBytes).IndexOf((byte)'\n');
        if (end >= 0)
        {
            line = Encoding.UTF8.GetString(_request, 0, end).TrimEnd('\r');
        }

        return end >= 0 || _requestBytes == _request.Length;
    }

    /// <summary>Begins to answer.</summary>
    /// <param name="payload">What follows the line; closed with the client.</param>
    public void SetAnswer(ReadOnlyMemory<byte> line, Stream? payload) => (_answer, _payload, IsAnswered) = (line, payload, true);

    /// <summary>Sends as much as the client takes; false when all of it has gone, or the client has.</summary>
    /// <param name="moved">Whether anything went.</param>
    public bool SendAnswer(out bool moved)
    {
        moved = false;
        while (true)
        {
            if (_answer.IsEmpty && !ReadPayload())
            {
                return false;
            }

            int sent = LibcControl.TrySend(Descriptor, _answer.Span);
            if (sent < 0)
            {
                return sent == LibcControl.Later;
            }

            _answer = _answer[sent..];
            moved = true;
        }
    }

    public void Dispose()
    {
        _payload?.Dispose();
        LibcSockets.Shutdown(Descriptor); // a child process may have a copy, which would keep the client waiting
        LibcSockets.Close(Descriptor);
    }

    private bool ReadPayload()
    {
        if (_payload is null)
        {
            return false;
        }

        byte[] piece = new byte[PieceBytes];
        int read = _payload.Read(piece);
        _answer = piece.AsMemory(0, read);
        return read > 0;
    }
}
