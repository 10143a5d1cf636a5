using Vmgl.Stub.Worker;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Tests.Worker;

/// <summary>Frames on their way to the GL thread, which has other things to do, too.</summary>
public class FrameQueueTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(5);

    private readonly FrameQueue _queue = new();

    [Fact]
    public void Take_AFrameThatIsThere_IsNoInterruption()
    {
        FrameBuffer frame = Frame();
        Assert.True(_queue.AddFrame(frame));

        Assert.Same(frame, _queue.TakeFrame(TimeSpan.Zero, out bool isInterrupted));
        Assert.False(isInterrupted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Take_NothingWithinItsPatience_IsInterrupted(int milliseconds)
    {
        Assert.Null(_queue.TakeFrame(TimeSpan.FromMilliseconds(milliseconds), out bool isInterrupted));
        Assert.True(isInterrupted);
    }

    [Fact]
    public async Task Take_PokedBefore_IsInterruptedOnce()
    {
        _queue.InterruptWait();
        _queue.InterruptWait();
        Assert.Null(_queue.TakeFrame(Timeout.InfiniteTimeSpan, out bool isInterrupted));
        Assert.True(isInterrupted);

        Task<bool> taking = Taking();
        await Task.Delay(20, TestContext.Current.CancellationToken); // a wait that is interrupted again ends by now
        _queue.EndQueue();
        Assert.False(await taking.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_PokedWhileItWaits_IsInterrupted()
    {
        Task<bool> taking = Taking();
        _queue.InterruptWait();

        Assert.True(await taking.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_EndedWhileItWaits_IsTheEnd()
    {
        Task<bool> taking = Taking();
        _queue.EndQueue();

        Assert.False(await taking.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_FrameComesWhileItWaits_IsTaken()
    {
        FrameBuffer frame = Frame();
        Task<FrameBuffer?> taking = Task.Run(() => _queue.TakeFrame(Timeout.InfiniteTimeSpan, out _));
        Assert.True(_queue.AddFrame(frame));

        Assert.Same(frame, await taking.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    /// <summary>Frames come before pictures: a poke does not make the guest's commands wait.</summary>
    [Fact]
    public void Take_PokedWithFramesThere_TakesThem()
    {
        FrameBuffer[] frames = [Frame(), Frame()];
        Assert.All(frames, frame => Assert.True(_queue.AddFrame(frame)));
        _queue.InterruptWait();

        Assert.Same(frames[0], _queue.TakeFrame(s_long, out _));
        Assert.Same(frames[1], _queue.TakeFrame(s_long, out _));
    }

    [Fact]
    public void Take_EndedWithFramesThere_TakesThemFirst()
    {
        FrameBuffer frame = Frame();
        Assert.True(_queue.AddFrame(frame));
        _queue.EndQueue();

        Assert.Same(frame, _queue.TakeFrame(Timeout.InfiniteTimeSpan, out _));
        Assert.Null(_queue.TakeFrame(Timeout.InfiniteTimeSpan, out bool isInterrupted));
        Assert.False(isInterrupted);
        Assert.False(_queue.AddFrame(frame));
    }

    /// <summary>Catches a bug where an interrupted wait counted a frame's bytes that nobody had taken.</summary>
    [Fact]
    public async Task Add_ToAFullQueue_WaitsForTheTaker_InterruptedOrNot()
    {
        for (int i = 0; i < FrameQueue.Capacity; i++)
        {
            Assert.True(_queue.AddFrame(Frame()));
        }

        Task<bool> adding = Task.Run(() => _queue.AddFrame(Frame()));
        _queue.InterruptWait();
        Assert.NotNull(_queue.TakeFrame(TimeSpan.Zero, out _));

        Assert.True(await adding.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    private Task<bool> Taking() => Task.Run(() =>
    {
        _ = _queue.TakeFrame(Timeout.InfiniteTimeSpan, out bool isInterrupted);
        return isInterrupted;
    });

    private static FrameBuffer Frame()
    {
        FrameBuffer frame = FrameBuffer.CreatePool().Get();
        frame.PrepareFor(new GuestFrame(1, 8, 0));
        return frame;
    }
}
