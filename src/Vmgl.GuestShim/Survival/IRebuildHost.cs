
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;

namespace Vmgl.GuestShim.Survival;

/// <summary>Where a session is made anew: a worker, or a snapshot that one will be told.</summary>
internal interface IRebuildHost : IHostQuestions
{
    /// <summary>Sends a frame of any stream. What <see cref="IHostQuestions.Writer"/> gathered goes first only when that is flushed.</summary>
    /// <param name="bulk">The payloads, each padded to 4.</param>
    /// <exception cref="HostLostException">The host is gone.</exception>
    void Send(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk);
}

/// <summary>Makes the drawables of a session anew.</summary>
internal interface IDrawableMaker
{
    /// <summary>Makes one; false when it is no more.</summary>
    /// <exception cref="RebuildException">The host refuses it.</exception>
    /// <exception cref="HostLostException">The host is gone.</exception>
    bool Make(MirroredDrawable drawable);
}
