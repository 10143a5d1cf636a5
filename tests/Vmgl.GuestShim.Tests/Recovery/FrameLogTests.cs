using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Recovery;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Tests.Recovery;

/// <summary>What is kept of the frames that were sent, and when it is let go.</summary>
public sealed class FrameLogTests
{
    private readonly HashSet<(uint Drawable, uint Picture)> _shown = [];
    private readonly FrameLog _log;

    public FrameLogTests() => _log = new FrameLog((drawable, picture) => picture == 0 || _shown.Contains((drawable, picture)));

    [Fact]
    public void Take_NoSwapDone_TakesNothing()
    {
        Draw(1);
        Swap(1);
        Assert.Empty(_log.TakeFoldable(force: false, out _));
    }

    [Fact]
    public void Take_SwapDone_TakesWhatLiesBeforeIt_AndJudgesIt()
    {
        Draw(1);
        Swap(1);
        Draw(1);
        _log.NoteSwap(1, hasErred: true, new SwapReport(0x501, 0));
        List<KeptFrame> taken = _log.TakeFoldable(force: false, out bool lacksSwap);
        Assert.Equal([false, false], taken.Select(frame => frame.IsErrorFree));
        Assert.Equal(0x501u, taken[^1].PendingError);
        Assert.False(lacksSwap);
        _ = Assert.Single(_log.CopyAll());
    }

    [Fact]
    public void Take_AnotherStreamSwapsToo_WaitsForBoth()
    {
        Swap(1);
        Swap(2);
        _log.NoteSwap(1, hasErred: false, default);
        _ = Assert.Single(_log.TakeFoldable(force: false, out _));
        _log.NoteSwap(2, hasErred: false, default);
        _ = Assert.Single(_log.TakeFoldable(force: false, out _));
    }

    [Fact]
    public void TakeByForce_QuestionUnanswered_LeavesIt()
    {
        Draw(1);
        _log.AddFrame(new KeptFrame(new SentFrame(1, [], []) { IsAwaiting = true }));
        _ = Assert.Single(_log.TakeFoldable(force: true, out bool lacksSwap));
        Assert.True(lacksSwap);
        _log.NoteAnswer(1);
        _ = Assert.Single(_log.TakeFoldable(force: true, out _));
    }

    [Fact]
    public void TakeByForce_OpenPrimitive_LeavesIt()
    {
        Draw(1);
        _log.AddFrame(new KeptFrame(new SentFrame(1, [], []) { End = FrameEnd.InPrimitive }));
        _ = Assert.Single(_log.TakeFoldable(force: true, out _));
        Assert.True(_log.IsInPrimitive);
    }

    /// <summary>Catches a bug where a window kept an old picture for ever: the host was lost with the last one, which was not sent
    /// again.</summary>
    [Fact]
    public void Take_PictureNotShown_LeavesItsFrame_UntilItIsOrALaterOneComes()
    {
        Swap(1);
        _log.NoteSwap(1, hasErred: false, new SwapReport(0, 3));
        Assert.Empty(_log.TakeFoldable(force: false, out _));
        Swap(1);
        _log.NoteSwap(1, hasErred: false, new SwapReport(0, 4));
        _ = Assert.Single(_log.TakeFoldable(force: false, out _));
        _shown.Add((100, 4));
        _ = Assert.Single(_log.TakeFoldable(force: false, out bool lacksSwap));
        Assert.False(lacksSwap);
    }

    [Fact]
    public void TakeByForce_PictureNotShown_SaysSo()
    {
        Swap(1);
        _log.NoteSwap(1, hasErred: false, new SwapReport(0, 3));
        _ = Assert.Single(_log.TakeFoldable(force: true, out bool lacksSwap));
        Assert.True(lacksSwap);
    }

    /// <summary>Another host counts its pictures anew.</summary>
    [Fact]
    public void DoneAgain_TellsTheOtherHostsPicture()
    {
        Swap(1);
        _log.NoteSwap(1, hasErred: false, new SwapReport(0, 3));
        _log.CopyAll()[0].Picture = null;
        _shown.Add((100, 3));
        Assert.Empty(_log.TakeFoldable(force: false, out _));
        _log.NoteRepeatedSwap(1, 1);
        Assert.Empty(_log.TakeFoldable(force: false, out _));
        _shown.Add((100, 1));
        _ = Assert.Single(_log.TakeFoldable(force: false, out _));
    }

    /// <summary>Catches a bug where a swap's answer was taken for the next one's, and a program waited for ever for one that its host had
    /// not given.</summary>
    [Fact]
    public void TakeByForce_SwapUnderWay_ItsAnswerIsItsOwn()
    {
        Swap(1);
        Swap(1);
        _ = _log.TakeFoldable(force: true, out _);
        Draw(1);
        Swap(1);
        _log.NoteSwap(1, hasErred: false, default);
        Assert.DoesNotContain(_log.CopyAll(), frame => frame.IsAcknowledged);
        Assert.Equal([1u], _log.TakeUnacknowledged());
        Assert.Empty(_log.TakeUnacknowledged());
        Assert.Equal(2, _log.AcknowledgedSwaps);
        _log.NoteSwap(1, hasErred: false, default);
        Assert.True(_log.CopyAll()[^1].IsAcknowledged);
    }

    /// <summary>Catches a bug where a program heard debug messages again when its frames were sent to another host.</summary>
    [Fact]
    public void Heard_CountsTheMessagesOfFramesThatAreKept()
    {
        Swap(1);
        _log.CountMessages(1, 3);
        _log.CountMessages(2, 9);
        _log.NoteSwap(1, hasErred: false, default);
        _log.CountMessages(1, 2);
        Assert.Equal(5, _log.MessagesOf(1));
        _ = _log.TakeFoldable(force: false, out _);
        Assert.Equal(2, _log.MessagesOf(1));
        _log.JudgeAll(hasErred: false);
        Assert.Equal(0, _log.MessagesOf(1));
    }

    [Fact]
    public void BoundDrawables_TellsTheLastOfEachContext()
    {
        Bind(1, context: 7, draw: 10);
        Bind(2, context: 8, draw: 11);
        Bind(1, context: 7, draw: 12);
        Bind(1, context: 0, draw: 0);
        Assert.Equal([new(7, 12), new(8, 11)], _log.FindBoundDrawables().OrderBy(pair => pair.Key));
    }

    private void Draw(uint stream) => _log.AddFrame(new KeptFrame(new SentFrame(stream, [], [])));

    private void Swap(uint stream, uint drawable = 100) =>
        _log.AddFrame(new KeptFrame(new SentFrame(stream, [], []) { Swapped = drawable }));

    private void Bind(uint stream, uint context, uint draw)
    {
        byte[] command = new byte[MakeCurrent.Bytes];
        MakeCurrent.Write(command, context, draw, draw);
        _log.AddFrame(new KeptFrame(new SentFrame(stream, command, [])));
    }
}
