namespace Vmgl.GuestShim.Connection;

/// <summary>What is open at the end of a frame.</summary>
internal enum FrameEnd
{
    /// <summary>Nothing.</summary>
    Closed,

    /// <summary>A display list is being made.</summary>
    InList,

    /// <summary>glBegin came, glEnd did not: nothing can be asked (GL 1.5 section 2.6.3).</summary>
    InPrimitive,
}

/// <summary>A frame on its way to the host: commands and the payloads that go with them.</summary>
/// <param name="stream">The number of the stream that sends it.</param>
/// <param name="commands">The commands.</param>
/// <param name="copied">Payloads that were copied, each padded to 4 bytes.</param>
/// <param name="bulk">One more payload, where it lies; null for none.</param>
/// <param name="bulkBytes">Its bytes, without padding.</param>
internal readonly unsafe ref struct SentFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied, byte* bulk,
    long bulkBytes)
{
    /// <summary>A frame whose payloads are all copied and padded.</summary>
    public SentFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> copied)
        : this(stream, commands, copied, null, 0)
    {
    }

    /// <summary>The number of the stream that sends it.</summary>
    public uint Stream => stream;

    /// <summary>The commands.</summary>
    public ReadOnlySpan<byte> Commands { get; } = commands;

    /// <summary>Payloads that were copied, each padded to 4 bytes.</summary>
    public ReadOnlySpan<byte> Copied { get; } = copied;

    /// <summary>One more payload, where it lies; null for none.</summary>
    public byte* Bulk => bulk;

    /// <summary>The bytes of <see cref="Bulk"/>, without padding.</summary>
    public long BulkBytes => bulkBytes;

    /// <summary>The drawable whose swap it ends with; 0 when it ends with none.</summary>
    public uint Swapped { get; init; }

    /// <summary>What is open at its end.</summary>
    public FrameEnd End { get; init; }

    /// <summary>Whether its stream waits for an answer of the host.</summary>
    public bool IsAwaiting { get; init; }
}
