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
        Assert.True(_queue.Add(frame));

        Assert.Same(frame, _queue.Take(TimeSpan.Zero, out bool isInterrupted));
        Assert.False(isInterrupted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Take_NothingWithinItsPatience_IsInterrupted(int milliseconds)
    {
        Assert.Null(_queue.Take(TimeSpan.FromMilliseconds(milliseconds), out bool isInterrupted));
        Assert.True(isInterrupted);
    }

    [Fact]
    public void Take_PokedBefore_IsInterruptedOnce()
    {
        _queue.Poke();
        _queue.Poke();
        Assert.Null(_queue.Take(Timeout.InfiniteTimeSpan, out bool isInterrupted));
        Assert.True(isInterrupted);

        _queue.End();
        Assert.Null(_queue.Take(Timeout.InfiniteTimeSpan, out isInterrupted));
        Assert.False(isInterrupted);
    }

    [Fact]
    public async Task Take_PokedWhileItWaits_IsInterrupted()
    {
        Task<bool> taking = Taking();
        _queue.Poke();

        Assert.True(await taking.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_EndedWhileItWaits_IsTheEnd()
    {
        Task<bool> taking = Taking();
        _queue.End();

        Assert.False(await taking.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_FrameComesWhileItWaits_IsTaken()
    {
        FrameBuffer frame = Frame();
        Task<FrameBuffer?> taking = Task.Run(() => _queue.Take(Timeout.InfiniteTimeSpan, out _));
        Assert.True(_queue.Add(frame));

        Assert.Same(frame, await taking.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    /// <summary>Frames come before pictures: a poke does not make the guest's commands wait.</summary>
    [Fact]
    public void Take_PokedWithFramesThere_TakesThem()
    {
        FrameBuffer[] frames = [Frame(), Frame()];
        Assert.All(frames, frame => Assert.True(_queue.Add(frame)));
        _queue.Poke();

        Assert.Same(frames[0], _queue.Take(s_long, out _));
        Assert.Same(frames[1], _queue.Take(s_long, out _));
    }

    [Fact]
    public void Take_EndedWithFramesThere_TakesThemFirst()
    {
        FrameBuffer frame = Frame();
        Assert.True(_queue.Add(frame));
        _queue.End();

        Assert.Same(frame, _queue.Take(Timeout.InfiniteTimeSpan, out _));
        Assert.Null(_queue.Take(Timeout.InfiniteTimeSpan, out bool isInterrupted));
        Assert.False(isInterrupted);
        Assert.False(_queue.Add(frame));
    }

    /// <summary>Catches a bug where an interrupted wait counted a frame's bytes that nobody had taken.</summary>
    [Fact]
    public async Task Add_ToAFullQueue_WaitsForTheTaker_InterruptedOrNot()
    {
        for (int i = 0; i < FrameQueue.Capacity; i++)
        {
            Assert.True(_queue.Add(Frame()));
        }

        Task<bool> adding = Task.Run(() => _queue.Add(Frame()));
        _queue.Poke();
        Assert.NotNull(_queue.Take(TimeSpan.Zero, out _));

        Assert.True(await adding.WaitAsync(s_long, TestContext.Current.CancellationToken));
    }

    private Task<bool> Taking() => Task.Run(() =>
    {
        _ = _queue.Take(Timeout.InfiniteTimeSpan, out bool isInterrupted);
        return isInterrupted;
    });

    private static FrameBuffer Frame()
    {
        FrameBuffer frame = FrameBuffer.CreatePool().Get();
        frame.Prepare(new GuestFrame(1, 8, 0));
        return frame;
    }
}
