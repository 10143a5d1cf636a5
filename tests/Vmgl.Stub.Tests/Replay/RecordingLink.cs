using Vmgl.Stub.Replay;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Keeps what would have gone to the guest.</summary>
internal sealed class RecordingLink : IGuestLink
{
    /// <summary>Token and payload of each reply.</summary>
    public List<(uint Token, byte[] Payload)> Replies { get; } = [];

    /// <summary>The stream of each acknowledged swap.</summary>
    public List<uint> Swaps { get; } = [];

    /// <summary>Frames of debug messages, by stream; empty ones say that everything was played.</summary>
    public List<(uint Stream, byte[] Messages)> MessageFrames { get; } = [];

    public void SendReply(uint token, ReadOnlySpan<byte> payload) => Replies.Add((token, payload.ToArray()));

    public void ReportSwap(uint stream, bool hasErred, SwapReport report) => Swaps.Add(stream);

    public void SendMessages(uint stream, ReadOnlySpan<byte> messages) => MessageFrames.Add((stream, messages.ToArray()));
}
