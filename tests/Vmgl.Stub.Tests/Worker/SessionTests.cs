using System.Text;
using Vmgl.Link;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Tests.Replay;
using Vmgl.Stub.Worker;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Tests.Worker;

/// <summary>One guest's whole session over a connection, in this process and without GL.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly TestGuest _guest;
    private readonly RecordingBackend _host = new();
    private readonly MemoryStream _log = new();
    private readonly Task<int> _session;

    public SessionTests()
    {
        _guest = TestGuest.Join(out SocketTransport worker);
        _session = Task.Run(() => Session.ServeGuest(worker, Hello.CreateOpening("test", 42), _host, new Log(_log, "worker")));
    }

    private string Logged => Encoding.UTF8.GetString(_log.ToArray());

    public void Dispose()
    {
        _guest.Dispose();
        _host.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Session_Begins_WithAWelcomeThatNamesTheRenderer()
    {
        Answer answer = _guest.ReadAnswer();

        Assert.Equal(AnswerStatus.Welcome, answer.Status);
        Assert.Equal("recording", answer.Text);
        await EndsWith(0);
        Assert.Contains("guest test[42] draws", Logged, StringComparison.Ordinal);
    }

    /// <summary>Catches a bug where the welcome to a guest that had left already ended the worker by an exception.</summary>
    [Fact]
    public void Session_GuestResetBeforeTheWelcome_EndsAsIfItHadLeft()
    {
        using TestGuest guest = TestGuest.Join(out SocketTransport worker);
        guest.Reset();
        Assert.True(worker.WaitForBytes(TimeSpan.FromSeconds(30)));

        Assert.Equal(0, Session.ServeGuest(worker, Hello.CreateOpening("gone", 43), _host, new Log(_log, "worker")));
    }

    [Fact]
    public async Task Session_Batch_IsPlayedAndAnswered()
    {
        _guest.ReadAnswer();
        SendBatch(1, [.. Say.MakeCurrent(1, 10, 10), .. Say.WaitForDisplay()]);

        (HostFrame frame, byte[] payload) = _guest.ReadFrame();
        Assert.Equal(new HostFrame(HostFrameKind.Reply, Say.Token, 0), frame);
        Assert.Empty(payload);
        await EndsWith(0);
        Assert.Equal(["current 1 10 10", "wait"], _host.Said);
        Assert.Contains("1 round trips in 1 frames, last in frame 0 (WaitForDisplay 1), 1 batches", Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Swap_IsAcknowledgedToItsStream()
    {
        _guest.ReadAnswer();
        SendBatch(7, Say.SwapBuffers(10));

        Assert.Equal(new HostFrame(HostFrameKind.Swapped, 7, 0), _guest.ReadFrame().Frame);
        await EndsWith(0);
    }

    [Fact]
    public async Task Session_FrameSentByteByByte_IsPlayed()
    {
        _guest.ReadAnswer();
        foreach (byte part in TestGuest.Frame(1, Say.SwapBuffers(10)))
        {
            _guest.Send([part]);
        }

        Assert.Equal(HostFrameKind.Swapped, _guest.ReadFrame().Frame.Kind);
        await EndsWith(0);
    }

    [Fact]
    public async Task Session_FrameOfAnUnknownKind_EndsItWithTheReason()
    {
        _guest.ReadAnswer();
        byte[] frame = TestGuest.Frame(1, Say.SwapBuffers(10));
        frame[0] = 9;
        _guest.Send(frame);

        Assert.Equal("frame: unknown kind 9", ReadEnd());
        await EndsWith(3);
        Assert.Contains("was cut off: frame: unknown kind 9", Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_CommandThatIsNone_EndsItWithTheReasonAfterWhatCameBefore()
    {
        _guest.ReadAnswer();
        SendBatch(1, [.. Say.SwapBuffers(10), .. Say.Nonsense()]);

        Assert.Equal(HostFrameKind.Swapped, _guest.ReadFrame().Frame.Kind);
        Assert.Contains("command 0xffff", ReadEnd(), StringComparison.Ordinal);
        await EndsWith(3);
        Assert.Equal(["swap 10"], _host.Said);
    }

    [Fact]
    public async Task Session_FrameLargerThanItsLimit_EndsItBeforeAnyMemoryIsTaken()
    {
        _guest.ReadAnswer();
        byte[] head = new byte[GuestFrame.HeadBytes];
        new GuestFrame(1, int.MaxValue & ~3, 0).Write(head);
        _guest.Send(head);

        Assert.Contains("command bytes; at most", ReadEnd(), StringComparison.Ordinal);
        await EndsWith(3);
    }

    [Fact]
    public async Task Session_GuestLeavesInTheMiddleOfAFrame_EndsWithoutPlayingIt()
    {
        _guest.ReadAnswer();
        SendBatch(1, Say.SwapBuffers(10));
        _guest.Send(TestGuest.Frame(1, Say.SwapBuffers(20)).AsSpan()[..^1]);
        Assert.Equal(HostFrameKind.Swapped, _guest.ReadFrame().Frame.Kind);

        await EndsWith(0);
        Assert.Equal(["swap 10"], _host.Said);
    }

    [Fact]
    public async Task Session_GuestIsKilled_Ends()
    {
        _guest.ReadAnswer();
        SendBatch(1, [.. Enumerable.Repeat(Say.WaitForDisplay(), 1000).SelectMany(bytes => bytes)]);
        _guest.Reset();

        await EndsWith(0);
    }

    private async Task EndsWith(int status)
    {
        _guest.Leave();
        Assert.Equal(status, await _session.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    private void SendBatch(uint stream, byte[] commands) => _guest.Send(TestGuest.Frame(stream, commands));

    private string ReadEnd()
    {
        (HostFrame frame, byte[] payload) = _guest.ReadFrame();
        Assert.Equal(HostFrameKind.Ended, frame.Kind);
        return Encoding.UTF8.GetString(payload);
    }
}
