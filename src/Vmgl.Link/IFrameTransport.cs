namespace Vmgl.Link;

/// <summary>Carries bytes in order between a guest and a worker, whatever the way: <see cref="SocketTransport"/> is the one there is.
/// Frames and their meaning are the business of <see cref="HostLink"/> and <see cref="GuestConnection"/>.</summary>
/// <remarks>One thread at a time sends, one receives, and any thread may shut it down. No call allocates, and none throws because the other
/// side is gone.</remarks>
public interface IFrameTransport : IDisposable
{
    /// <summary>A descriptor that hangs up when the other side is gone; -1 where there is none.</summary>
    int Descriptor { get; }

    /// <summary>Sends every byte of the pieces, in order, and waits for room as long as it takes.</summary>
    /// <param name="pieces">The pieces. Their content is undefined afterwards.</param>
    /// <returns>False when the other side is gone, or this one was shut down.</returns>
    bool Send(Span<Piece> pieces);

    /// <summary>Waits for bytes, and receives at least one.</summary>
    /// <returns>How many bytes there are; 0 when the other side is gone, or this one was shut down.</returns>
    int Receive(Span<byte> to);

    /// <summary>Waits until <see cref="Receive"/> would not; false at the time limit.</summary>
    bool WaitForBytes(TimeSpan limit);

    /// <summary>Ends both directions: threads that send or receive return.</summary>
    void Shutdown();

    /// <summary>Another descriptor like <see cref="Descriptor"/>, for a thread that watches it while others may dispose of the transport.
    /// The caller closes it.</summary>
    /// <returns>-1 when the transport is disposed of already.</returns>
    int CopyDescriptor();
}
