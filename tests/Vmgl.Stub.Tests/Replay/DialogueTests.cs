using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Testing;
using Vmgl.Wire;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Conversations of several streams with one host.</summary>
public sealed class DialogueTests : IDisposable
{
    private readonly RecordingBackend _host = new();
    private readonly RecordingLink _guest = new();
    private readonly Replayer _replayer;

    public DialogueTests()
    {
        _replayer = new Replayer(new GlTable(FakeGl.Find), _host, _guest);
        FakeGl.NewRecording();
    }

    public void Dispose()
    {
        _replayer.Dispose();
        _host.Dispose();
    }

    [Fact]
    public void Streams_WithDifferentBindings_SwitchOnlyWhenTheStreamChanges()
    {
        Play(1, Say.MakeCurrent(1, 10, 10));
        Play(1, Say.Vertex3f(1));
        Play(2, Say.MakeCurrent(2, 20, 21));
        Play(2, Say.Vertex3f(2));
        Play(1, Say.Vertex3f(3));
        Play(1, Say.Vertex3f(4));
        Play(2, Say.Vertex3f(5));

        Assert.Equal(["current 1 10 10", "current 0 0 0", "current 2 20 21", "current 1 10 10", "current 2 20 21"], _host.Said);
    }

    [Fact]
    public void Streams_WithTheSameBinding_NeverSwitch()
    {
        Play(1, Say.MakeCurrent(1, 10, 10));
        Play(2, Say.MakeCurrent(1, 10, 10));
        _host.Said.Clear();

        Play(1, Say.Vertex3f(1));
        Play(2, Say.Vertex3f(2));

        Assert.Empty(_host.Said);
    }

    [Fact]
    public void EndStream_ReleasesAndIsForgotten()
    {
        Play(1, Say.MakeCurrent(1, 10, 10));
        Play(1, Say.EndStream());
        Play(2, Say.Vertex3f(1));
        Play(1, Say.Vertex3f(2));

        Assert.Equal(["current 1 10 10", "current 0 0 0"], _host.Said);
    }

    [Fact]
    public void TryMakeCurrent_HostRefuses_SaysSoAndKeepsTheBinding()
    {
        _host.Refused.Add(9);
        Play(1, Say.MakeCurrent(1, 10, 10));
        Play(1, Say.TryMakeCurrent(9, 10, 10));
        Play(2, Say.Vertex3f(1));
        Play(1, Say.Vertex3f(2));

        Assert.Equal([0, 0, 0, 0], Assert.Single(_guest.Replies).Payload);
        Assert.Equal(["current 1 10 10", "current 9 10 10", "current 1 10 10", "current 0 0 0", "current 1 10 10"], _host.Said);
    }

    [Fact]
    public void TryMakeCurrent_HostAgrees_SaysSo()
    {
        Play(1, Say.TryMakeCurrent(1, 10, 11));

        Assert.Equal([1, 0, 0, 0], Assert.Single(_guest.Replies).Payload);
    }

    /// <summary>The guest needs to know it: the drawable may be gone when the context is made anew.</summary>
    [Fact]
    public void TryMakeCurrent_ContextThatWasNeverCurrent_TellsItsViewport()
    {
        Play(1, Say.CreateContext(1), Say.TryMakeCurrent(1, 10, 10), Say.TryMakeCurrent(1, 11, 11));

        Assert.Equal([4, 12, 4], _guest.Replies.Select(reply => reply.Payload.Length));
        Assert.Single(FakeGl.Said, call => call.StartsWith("glGetIntegerv(pname=2978", StringComparison.Ordinal)); // GL_VIEWPORT
    }

    /// <summary>Catches a bug where a stream whose binding the host no longer takes drew into the context of the stream before
    /// it.</summary>
    [Fact]
    public void Streams_BindingThatTheHostNoLongerTakes_PlaysWithoutAContext()
    {
        Play(1, Say.MakeCurrent(1, 10, 10));
        Play(2, Say.MakeCurrent(2, 20, 20));
        _host.Refused.Add(1);
        _host.Said.Clear();

        Play(1, Say.Vertex3f(1));
        Play(2, Say.Vertex3f(2));

        Assert.Equal(["current 1 10 10", "current 0 0 0", "current 2 20 20"], _host.Said);
    }

    [Fact]
    public void CreateContext_NumberInUseOrZero_IsRefusedWithoutAskingTheHost()
    {
        Play(1, Say.CreateContext(1), Say.CreateContext(1), Say.CreateContext(0), Say.DestroyContext(1), Say.CreateContext(1));

        Assert.Equal(["create 1", "destroy 1", "create 1"], _host.Said);
        Assert.Equal([1, 0, 0, 1], _guest.Replies.Select(reply => (int)reply.Payload[0]));
    }

    [Fact]
    public void CreateContext_BeyondTheLimit_IsRefused()
    {
        Play(1, [.. Enumerable.Range(1, Limits.MaxContexts + 1).Select(number => Say.CreateContext((uint)number))]);

        Assert.Equal(Limits.MaxContexts, _host.Said.Count);
        Assert.Equal([0, 0, 0, 0], _guest.Replies[^1].Payload);
    }

    /// <summary>Catches a bug where a context that the host refused to create kept its number and its place under the limit.</summary>
    [Fact]
    public void CreateContext_HostRefused_LeavesTheNumberFree()
    {
        _host.Refused.Add(1);
        Play(1, Say.CreateContext(1));
        _host.Refused.Clear();
        Play(1, Say.CreateContext(1));

        Assert.Equal([0, 1], _guest.Replies.Select(reply => (int)reply.Payload[0]));
    }

    /// <summary>While a list is being made no other can be.</summary>
    private const string AsksForListIndex = "glGetIntegerv(pname=2867, data=out)";

    [Fact]
    public void MakeLists_MakesThemEmptyAndInOrder()
    {
        FakeGl.AnswersZeros = true;

        Play(1, Say.MakeLists(5, 2));

        Assert.Equal(
            [AsksForListIndex, "glNewList(list=5, mode=4864)", "glEndList()", "glNewList(list=6, mode=4864)", "glEndList()"], FakeGl.Said);
    }

    [Fact]
    public void MakeLists_WhileAListIsMade_LeavesItAlone()
    {
        Play(1, Say.MakeLists(5, 2));

        Assert.Equal([AsksForListIndex], FakeGl.Said);
    }

    [Fact]
    public void MakeLists_OfNone_MakesNone()
    {
        Play(1, Say.MakeLists(5, 0));

        Assert.Equal([AsksForListIndex], FakeGl.Said);
    }

    [Theory]
    [InlineData(Limits.MaxLists + 1)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void MakeLists_RangeBeyondTheLimit_EndsTheSession(int range)
    {
        Assert.Throws<ProtocolException>(() => Play(1, Say.MakeLists(5, range)));
        Assert.Empty(FakeGl.Said);
    }

    [Fact]
    public void SwapBuffers_AcknowledgesTheStreamThatAsked()
    {
        Play(3, Say.SwapBuffers(10));
        Play(4, Say.SwapBuffers(20), Say.SwapBuffers(20));

        Assert.Equal(["swap 10", "swap 20", "swap 20"], _host.Said);
        Assert.Equal([3u, 4u, 4u], _guest.Swaps);
        Assert.Equal(3, _replayer.Statistics.Frames);
    }

    [Fact]
    public void ChooseVisual_ListWithoutAnEnd_IsGivenOne()
    {
        Play(1, Say.ChooseVisual(4, 12, 24), Say.ChooseVisual(4, 0), Say.ChooseVisual());

        Assert.Equal(["choose visual 4 12 24 0 0", "choose visual 4 0", "choose visual 0 0"], _host.Said);
    }

    [Fact]
    public void Play_BatchThatBreaksInTheMiddle_HasPlayedWhatCameBefore()
    {
        Assert.Throws<ProtocolException>(() => Play(1, Say.Vertex3f(1), Say.Nonsense(), Say.Vertex3f(2)));

        Assert.Equal(["glVertex3f(x=1, y=0, z=0)"], FakeGl.Said);
    }

    private void Play(uint stream, params byte[][] commands) =>
        _replayer.PlayBatch(stream, commands.SelectMany(bytes => bytes).ToArray(), []);
}
