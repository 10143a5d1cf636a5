using Vmgl.Wire;

namespace Vmgl.GuestShim.Connection;

/// <summary>The streams of the process by their numbers.</summary>
/// <param name="onEnd">Called with the number of a stream whose thread has ended, before another gets it.</param>
internal sealed class StreamTable(Action<uint> onEnd)
{
    private readonly IHostStream?[] _streams = new IHostStream?[Count];
    private readonly ushort[] _sequences = new ushort[Count];

    /// <summary>Numbers that streams may have.</summary>
    public const int Count = LinkQuestions.Stream;

    /// <summary>The stream of a number that is below <see cref="Count"/>; null when there is none.</summary>
    public IHostStream? this[uint number] => _streams[number];

    /// <summary>Gives a stream a number; the numbers of ended threads are used again.</summary>
    /// <exception cref="InvalidOperationException">More threads draw than the protocol allows.</exception>
    public uint RegisterStream(IHostStream stream)
    {
        lock (_streams)
        {
            int free = Array.FindIndex(_streams, s => s is null || s.IsEnded);
            if (free < 0)
            {
                throw new InvalidOperationException($"more than {Count} threads of one process draw");
            }

            if (_streams[free] is IHostStream ended)
            {
                ended.FreeMemory();
                onEnd((uint)free);
                _sequences[free] = ended.LastSequence;
            }

            _streams[free] = stream;
            return (uint)free;
        }
    }

    /// <summary>Where a stream begins to count its tokens: behind those of the stream that had its number before, whose questions may be
    /// sent again.</summary>
    public ushort FirstSequence(uint stream) => _sequences[stream];

    /// <summary>The stream that waits for the reply with this token; null when none does.</summary>
    public IHostStream? FindWaiting(uint token) =>
        token >> 16 < Count && _streams[token >> 16] is IHostStream stream && stream.Awaited == token ? stream : null;

    /// <summary>The stream that a frame of the host is for.</summary>
    /// <exception cref="ProtocolException">There is none of this number.</exception>
    public IHostStream GetStream(uint number) =>
        number < Count && _streams[number] is IHostStream stream
            ? stream
            : throw new ProtocolException($"a frame for stream {number}, which does not exist");
}
