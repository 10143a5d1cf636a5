using System.Text;
using Vmgl.Wire;
using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.Connection;

/// <summary>Hands frames of the host to the streams that they are for, but for those that a stream had from a worker that was lost. Used by
/// one thread at a time, which holds the lock for receiving.</summary>
internal sealed unsafe class FrameDelivery(StreamTable streams, IFrameKeeper keeper, ILossHandler losses)
{
    private readonly int[] _repeatedSwaps = new int[StreamTable.Count];
    private readonly int[] _repeatedMessages = new int[StreamTable.Count];

    /// <summary>Receives the payload of a frame and delivers it; false when the host is gone, or ended the session.</summary>
    /// <exception cref="ProtocolException">The frame is not one that could come.</exception>
    public bool ReceivePayload(HostLink link, HostFrame frame)
    {
        if (frame.Kind == HostFrameKind.Reply)
        {
            return ReceiveReply(link, frame);
        }

        if (frame.Kind is HostFrameKind.Messages or HostFrameKind.Swapped or HostFrameKind.SwappedAfterErrors)
        {
            return link.ReceivePayload(frame.PayloadBytes) is byte[] payload && DeliverFrame(frame, payload);
        }

        byte[]? reason = link.ReceivePayload(Math.Min(frame.PayloadBytes, Limits.MaxAnswerBytes));
        losses.GiveUp("ended the session: " + Encoding.UTF8.GetString(reason ?? []));
        return false;
    }

    /// <summary>Delivers a frame that is received already.</summary>
    /// <returns>True: there may always be such a frame.</returns>
    /// <exception cref="ProtocolException">The frame is not one that could come.</exception>
    public bool DeliverFrame(HostFrame frame, byte[] payload)
    {
        switch (frame.Kind)
        {
            case HostFrameKind.Reply:
                if (streams.FindWaiting(frame.Token) is IHostStream waiting)
                {
                    payload.CopyTo(new Span<byte>(waiting.ReserveReply(payload.Length), payload.Length));
                    CompleteReply(waiting, frame, payload);
                }

                break;
            case HostFrameKind.Messages:
                DeliverMessages(frame.Token, payload);
                break;
            default:
                DeliverSwap(frame, SwapReport.Read(payload));
                break;
        }

        return true;
    }

    /// <summary>Frames are about to be sent again: the swaps in them, and debug messages that the program got, come a second
    /// time.</summary>
    public void BeginReplay()
    {
        Array.Clear(_repeatedSwaps);
        for (uint stream = 0; stream < _repeatedMessages.Length; stream++)
        {
            _repeatedMessages[stream] = streams[stream] is null ? 0 : keeper.MessagesOf(stream);
        }
    }

    /// <summary>A swap that was acknowledged is sent again: its stream does not wait for it.</summary>
    public void ExpectRepeatedSwap(uint stream) => _repeatedSwaps[stream]++;

    /// <summary>Counts swaps as carried out, one for each stream named: no acknowledgement will come.</summary>
    public void FinishSwaps(uint[] swapping)
    {
        foreach (uint stream in swapping)
        {
            streams[stream]?.AcknowledgeSwap();
        }
    }

    private bool ReceiveReply(HostLink link, HostFrame frame)
    {
        if (streams.FindWaiting(frame.Token) is not IHostStream waiting)
        {
            return link.ReceivePayload(frame.PayloadBytes) is not null; // it came before, from the worker that was lost
        }

        if (!link.ReceivePayload(waiting.ReserveReply(frame.PayloadBytes), frame.PayloadBytes))
        {
            return false;
        }

        CompleteReply(waiting, frame, new ReadOnlySpan<byte>(waiting.ReserveReply(0), frame.PayloadBytes));
        return true;
    }

    /// <summary>The keeper gets a reply before its stream stops waiting for it: a loss in between must find it kept.</summary>
    private void CompleteReply(IHostStream waiting, HostFrame frame, ReadOnlySpan<byte> payload)
    {
        _repeatedMessages[frame.Token >> 16] = 0; // all that was sent again before this is done
        keeper.NoteReply(frame.Token >> 16, frame.Token, waiting.Asked, payload);
        waiting.CompleteReply(frame.Token, frame.PayloadBytes);
    }

    private void DeliverSwap(HostFrame frame, SwapReport report)
    {
        uint stream = frame.Token;
        if (stream < (uint)_repeatedSwaps.Length && _repeatedSwaps[stream] > 0)
        {
            _repeatedSwaps[stream]--;
            keeper.NoteRepeatedSwap(stream, report.Picture);
            return;
        }

        IHostStream swapping = streams.GetStream(stream);
        _repeatedMessages[stream] = 0;
        swapping.AcknowledgeSwap();
        keeper.NoteSwap(stream, frame.Kind == HostFrameKind.SwappedAfterErrors, report);
    }

    /// <summary>Delivers debug messages, but for those that the program got from a worker that was lost. Empty ones end a stream's
    /// wait.</summary>
    private void DeliverMessages(uint stream, byte[] payload)
    {
        IHostStream receiver = streams.GetStream(stream);
        if (payload.Length == 0)
        {
            if (receiver.IsSettling)
            {
                _repeatedMessages[stream] = 0;
                keeper.NoteSettled(stream);
            }

            receiver.ReceiveMessages(payload);
            return;
        }

        List<DebugMessage> messages = DebugMessage.Decode(payload);
        int known = Math.Min(messages.Count, _repeatedMessages[stream]);
        _repeatedMessages[stream] -= known;
        keeper.CountMessages(stream, messages.Count - known);
        if (known < messages.Count)
        {
            receiver.ReceiveMessages(known == 0 ? payload : DebugMessage.Encode(messages[known..]));
        }
    }
}
