using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Frames;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Connection;

/// <summary>Commands and questions to a worker on a stream of their own, before the session is there or while everything is
/// stopped.</summary>
internal sealed unsafe class LinkQuestions : IRebuildHost
{
    /// <summary>The stream. No thread of the program gets it.</summary>
    public const int Stream = Limits.MaxStreams - 1;

    /// <summary>How long a host may take for what a running program asks of it.</summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(20);

    /// <summary>How long a host may take to play a whole rebuild.</summary>
    public static readonly TimeSpan RebuildPatience = TimeSpan.FromSeconds(180);

    /// <summary>The token of questions whose answers no stream waits for.</summary>
    public const uint NobodysToken = (uint)Stream << 16;

    private readonly HostLink _link;
    private readonly Func<HostFrame, byte[], bool> _others;
    private readonly TimeSpan _patience;
    private ushort _sequence;

    /// <param name="patience">How long the host may send nothing. A rebuild is played before the last of its questions is answered.</param>
    /// <param name="others">Receives frames that are not for this stream; false when there can be none.</param>
    public LinkQuestions(HostLink link, TimeSpan patience, Func<HostFrame, byte[], bool> others)
    {
        (_link, _patience, _others) = (link, patience, others);
        Writer = new RebuildWriter((commands, bulk) => SendFrame(Stream, commands, bulk));
    }

    public RebuildWriter Writer { get; }

    /// <summary>The token of the next question.</summary>
    public uint NextToken()
    {
        _sequence = _sequence == ushort.MaxValue ? (ushort)1 : (ushort)(_sequence + 1);
        return NobodysToken | _sequence;
    }

    public byte[] AskQuestion(int bytes, QuestionWriter write)
    {
        uint token = NextToken();
        write(Writer.Reserve(bytes), token);
        Writer.Flush();
        return ReceiveReply(token);
    }

    public void SendFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk)
    {
        if (!_link.SendFrame(stream, commands, bulk, null, 0))
        {
            throw new HostLostException("the host closed the connection");
        }
    }

    private byte[] ReceiveReply(uint token)
    {
        byte* head = stackalloc byte[HostFrame.HeadBytes];
        while (true)
        {
            if (!_link.WaitForBytes(_patience))
            {
                throw new HostLostException($"the host has sent nothing for {_patience.TotalSeconds:0} s");
            }

            if (!_link.ReceivePayload(head, HostFrame.HeadBytes))
            {
                throw new HostLostException("the host closed the connection");
            }

            HostFrame frame;
            try
            {
                frame = HostFrame.Read(new ReadOnlySpan<byte>(head, HostFrame.HeadBytes));
            }
            catch (ProtocolException e)
            {
                throw new HostLostException($"the host broke the protocol ({e.Message})");
            }

            byte[] payload = _link.ReceivePayload(frame.PayloadBytes) ?? throw new HostLostException("the host closed the connection");
            if (frame.Kind == HostFrameKind.Reply && frame.Token == token)
            {
                return payload;
            }

            if (frame.Kind == HostFrameKind.Ended)
            {
                throw new HostLostException("the host ended the session: " + System.Text.Encoding.UTF8.GetString(payload));
            }

            if (!_others(frame, payload))
            {
                throw new HostLostException("the host sent a frame that nobody waits for");
            }
        }
    }
}
