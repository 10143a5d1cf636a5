using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Connection;

/// <summary>The place where a session is rebuilt: a worker, or a snapshot that a worker will be given.</summary>
internal interface IRebuildHost : IHostQuestions
{
    /// <summary>Sends a frame of any stream. Commands that <see cref="IHostQuestions.Writer"/> gathered go first only when they are
    /// flushed.</summary>
    /// <param name="bulk">The payloads, each padded to 4.</param>
    /// <exception cref="HostLostException">The host is gone.</exception>
    void SendFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk);
}
