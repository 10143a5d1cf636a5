using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vmgl.Cli.Basics;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Control;

/// <summary>One request to one program.</summary>
internal sealed class ControlConnection : IDisposable
{
    private const int MaxLineBytes = 4 << 20;

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly byte[] _received = new byte[64 << 10];
    private int _at;
    private int _end;

    private ControlConnection()
    {
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="SocketException">Nobody listens.</exception>
    public static async Task<ControlConnection> OpenAsync(string path, string request, CancellationToken cancellation)
    {
        var connection = new ControlConnection();
        try
        {
            await connection._socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            await connection._socket.SendAsync(Encoding.UTF8.GetBytes(request + "\n"), cancellation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reads the answer.</summary>
    /// <exception cref="CommandException">The program refused, or said something else.</exception>
    public async Task<T> ReadAnswerAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        string line = await ReadLineAsync(cancellation);
        try
        {
            return line.StartsWith("{\"error\"", StringComparison.Ordinal)
                ? throw new CommandException(JsonSerializer.Deserialize(line, ControlJson.Default.Refused)!.Error)
                : JsonSerializer.Deserialize(line, type)!;
        }
        catch (JsonException)
        {
            throw new CommandException("its answer cannot be read; is it of another VMGL version?");
        }
    }

    /// <summary>Copies exactly so many bytes behind the answer.</summary>
    /// <exception cref="CommandException">The program sent less.</exception>
    public async Task CopyAsync(Stream to, long bytes, CancellationToken cancellation)
    {
        while (bytes > 0)
        {
            if (_at == _end && !await RefillAsync(cancellation))
            {
                throw new CommandException($"the answer is {bytes} bytes short");
            }

            int take = (int)Math.Min(bytes, _end - _at);
            await to.WriteAsync(_received.AsMemory(_at, take), cancellation);
            _at += take;
            bytes -= take;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        List<byte> line = [];
        while (line.Count < MaxLineBytes && (_at < _end || await RefillAsync(cancellation)))
        {
            int length = _received.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            line.AddRange(_received.AsSpan(_at, length < 0 ? _end - _at : length));
            if (length >= 0)
            {
                _at += length + 1;
                return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(line));
            }

            _at = _end;
        }

        throw new CommandException("it closed without an answer");
    }

    private async Task<bool> RefillAsync(CancellationToken cancellation)
    {
        (_at, _end) = (0, await _socket.ReceiveAsync(_received, cancellation));
        return _end > 0;
    }
}
