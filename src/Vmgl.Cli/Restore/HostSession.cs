using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Cli.Restore;

/// <summary>A session with a stub-daemon, as a guest has it: frames go, replies come on a task of their own.</summary>
internal sealed class HostSession : IDisposable
{
    private static readonly TimeSpan s_greetingLimit = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<byte[]>> _questions = new();
    private readonly string _address;
    private CommandException? _end;

    private HostSession(string address, Socket socket)
    {
        (_address, _socket) = (address, socket);
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>What the host draws with, as it says.</summary>
    public string Renderer { get; private set; } = "";

    /// <summary>Connects and exchanges greetings.</summary>
    /// <exception cref="CommandException">Nobody is there, or refuses.</exception>
    public static async Task<HostSession> OpenAsync(string address, string program)
    {
        using var timeout = new CancellationTokenSource(s_greetingLimit);
        HostSession? session = null;
        try
        {
            session = new HostSession(address, await ConnectAsync(address, timeout.Token));
            await session._stream.WriteAsync(Hello.Of(program, Environment.ProcessId).Encode(), timeout.Token);
            session.Renderer = await session.ReadAnswerAsync(timeout.Token);
            _ = session.ReceiveAsync();
            return session;
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or OperationCanceledException or CommandException)
        {
            session?.Dispose();
            throw e as CommandException ?? new CommandException(
                $"{address}: {(e is OperationCanceledException ? $"no stub-daemon answers within {s_greetingLimit.TotalSeconds:0} s" : e.Message)}");
        }
    }

    /// <summary>Sends one frame.</summary>
    /// <param name="bulk">The payloads, each padded to 4.</param>
    /// <exception cref="CommandException">The host has ended the session.</exception>
    public async Task SendAsync(uint stream, ReadOnlyMemory<byte> commands, ReadOnlyMemory<byte> bulk)
    {
        byte[] head = new byte[GuestFrame.HeadBytes];
        new GuestFrame(stream, commands.Length, bulk.Length).Write(head);
        try
        {
            await _stream.WriteAsync(head);
            await _stream.WriteAsync(commands);
            await _stream.WriteAsync(bulk);
        }
        catch (IOException e)
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(1)), WaitForEndAsync()); // the reason may be on its way
            throw _end ?? new CommandException($"{_address}: {e.Message}");
        }
    }

    /// <summary>The reply to a command that will be sent with this token.</summary>
    public Task<byte[]> Expect(uint token)
    {
        var answer = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions[token] = answer;
        if (_end is not null)
        {
            answer.TrySetException(_end);
        }

        return answer.Task;
    }

    /// <summary>Returns when the host has ended the session.</summary>
    public async Task WaitForEndAsync()
    {
        while (_end is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    public void Dispose() => _stream.Dispose();

    private static async Task<Socket> ConnectAsync(string address, CancellationToken cancellation)
    {
        const string UnixPrefix = "unix:";
        bool isUnix = address.StartsWith(UnixPrefix, StringComparison.Ordinal);
        int colon = address.LastIndexOf(':');
        EndPoint to = isUnix ? new UnixDomainSocketEndPoint(address[UnixPrefix.Length..])
            : new DnsEndPoint(address[..colon].Trim('[', ']'), int.Parse(address[(colon + 1)..]));
        Socket socket = isUnix ? new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(to, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<string> ReadAnswerAsync(CancellationToken cancellation)
    {
        byte[] bytes = new byte[Limits.MaxAnswerBytes];
        await _stream.ReadExactlyAsync(bytes.AsMemory(0, Answer.HeadBytes), cancellation);
        if (!Answer.TryReadLength(bytes.AsSpan(0, Answer.HeadBytes), out int length))
        {
            throw new ProtocolException("answer: shorter than its head");
        }

        await _stream.ReadExactlyAsync(bytes.AsMemory(Answer.HeadBytes, length - Answer.HeadBytes), cancellation);
        var answer = Answer.Decode(bytes.AsSpan(0, length));
        return answer.Status == AnswerStatus.Welcome ? answer.Text : throw new CommandException($"{_address} refused: {answer.Text}");
    }

    private async Task ReceiveAsync()
    {
        byte[] head = new byte[HostFrame.HeadBytes];
        try
        {
            while (true)
            {
                await _stream.ReadExactlyAsync(head);
                var frame = HostFrame.Read(head);
                byte[] payload = new byte[frame.PayloadBytes];
                await _stream.ReadExactlyAsync(payload);
                if (frame.Kind == HostFrameKind.Ended)
                {
                    End($"ended the session: {Encoding.UTF8.GetString(payload)}");
                    return;
                }

                if (frame.Kind == HostFrameKind.Reply && _questions.TryRemove(frame.Token, out TaskCompletionSource<byte[]>? question))
                {
                    question.SetResult(payload);
                }
            }
        }
        catch (Exception e) when (e is IOException or ProtocolException or ObjectDisposedException)
        {
            End($"is gone: {e.Message}");
        }
    }

    private void End(string why)
    {
        _end = new CommandException($"{_address} {why}");
        foreach (TaskCompletionSource<byte[]> question in _questions.Values)
        {
            question.TrySetException(_end);
        }
    }
}
