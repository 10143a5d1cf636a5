using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Recovery;
using Vmgl.Link;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.GuestShim.Tests.Recovery;

/// <summary>What a program asks of a worker by itself, and workers that do not answer.</summary>
public sealed class LinkQuestionsTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(60);

    [Fact]
    public void Ask_HostAnswers_GivesThePayload()
    {
        using FakeHost host = Answering(HostFrameKind.Reply, LinkQuestions.NobodysToken | 1, [7, 0, 0, 0]);
        Assert.Equal([7, 0, 0, 0], Ask(host, s_long));
    }

    /// <summary>A worker that hangs keeps its connection: only time tells.</summary>
    [Fact]
    public void Ask_HostSaysNothing_IsGivenUp()
    {
        using var host = new FakeHost(Answer.CreateWelcome("a renderer").Encode());
        HostLostException lost = Assert.Throws<HostLostException>(() => Ask(host, s_short));
        Assert.Contains("has sent nothing for", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_HostEndsTheSession_SaysWhy()
    {
        using FakeHost host = Answering(HostFrameKind.Ended, 0, "out of memory"u8);
        Assert.Contains("out of memory", Assert.Throws<HostLostException>(() => Ask(host, s_long)).Message, StringComparison.Ordinal);
    }

    private static FakeHost Answering(HostFrameKind kind, uint token, ReadOnlySpan<byte> payload)
    {
        byte[] head = new byte[HostFrame.HeadBytes];
        new HostFrame(kind, token, payload.Length).Write(head);
        return new FakeHost([.. Answer.CreateWelcome("a renderer").Encode(), .. head, .. payload]);
    }

    private static byte[] Ask(FakeHost host, TimeSpan patience)
    {
        using HostLink link = HostLink.Dial(StubAddress.Parse(host.Address));
        return new LinkQuestions(link, patience, static (_, _) => false).AskQuestion(GetError.Bytes, GetError.Write);
    }
}
