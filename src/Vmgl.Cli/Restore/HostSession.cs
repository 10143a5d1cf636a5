using System.Collections.Concurrent;
using System.Text;
using Vmgl.Cli.Basics;
using Vmgl.Link;
using Vmgl.Wire;
using Vmgl.Wire.Frames;

namespace Vmgl.Cli.Restore;

/// <summary>A session with a stub-daemon, as a guest has it: frames go out, and replies are received on a thread of their own.</summary>
internal sealed class HostSession : IDisposable
{
    private static readonly TimeSpan s_greetingLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_reasonLimit = TimeSpan.FromSeconds(1);

    private readonly HostLink _link;
    private readonly Thread _receiver;
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<byte[]>> _questions = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CommandException? _end;

    private HostSession(HostLink link)
    {
        _link = link;
        _receiver = new Thread(ReceiveFrames) { IsBackground = true, Name = "receive" };
        _receiver.Start();
    }

    /// <summary>The host's description of what it draws with.</summary>
    public string Renderer => _link.Renderer;

    /// <summary>Connects and exchanges greetings.</summary>
    /// <exception cref="CommandException">There is no stub-daemon at the address, or it refuses.</exception>
    public static HostSession Open(StubAddress address, string program)
    {
        try
        {
            return new HostSession(HostLink.Dial(address, program, s_greetingLimit));
        }
        catch (AddressException e)
        {
            throw new CommandException(e.Message);
        }
    }

    /// <summary>Sends one frame.</summary>
    /// <param name="bulk">The payloads, each padded to a multiple of 4 bytes.</param>
    /// <exception cref="CommandException">The host has ended the session.</exception>
    public async Task SendAsync(uint stream, ReadOnlyMemory<byte> commands, ReadOnlyMemory<byte> bulk)
    {
        if (!TrySend(stream, commands.Span, bulk.Span))
        {
            await Task.WhenAny(Task.Delay(s_reasonLimit), WaitForEndAsync()); // the reason may be on its way
            throw _end ?? new CommandException($"{_link.Address.Text} is gone");
        }
    }

    /// <summary>The reply to a command that will be sent with this token.</summary>
    public Task<byte[]> ExpectReply(uint token)
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
    public Task WaitForEndAsync() => _ended.Task;

    public void Dispose()
    {
        _link.Shutdown();
        _receiver.Join();
        _link.Dispose();
    }

    private unsafe bool TrySend(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk) =>
        _link.SendFrame(stream, commands, bulk, null, 0);

    /// <summary>The receiving thread's work.</summary>
    private void ReceiveFrames()
    {
        try
        {
            while (_link.ReceivePayload(HostFrame.HeadBytes) is byte[] head)
            {
                var frame = HostFrame.Read(head);
                if (_link.ReceivePayload(frame.PayloadBytes) is not byte[] payload)
                {
                    break;
                }

                if (frame.Kind == HostFrameKind.Ended)
                {
                    EndSession($"ended the session: {Encoding.UTF8.GetString(payload)}");
                    return;
                }

                if (frame.Kind == HostFrameKind.Reply && _questions.TryRemove(frame.Token, out TaskCompletionSource<byte[]>? question))
                {
                    question.SetResult(payload);
                }
            }

            EndSession("is gone: it closed the connection");
        }
        catch (ProtocolException e)
        {
            EndSession($"is gone: {e.Message}");
        }
    }

    private void EndSession(string why)
    {
        _end = new CommandException($"{_link.Address.Text} {why}");
        _ended.TrySetResult();
        foreach (TaskCompletionSource<byte[]> question in _questions.Values)
        {
            question.TrySetException(_end);
        }
    }
}
