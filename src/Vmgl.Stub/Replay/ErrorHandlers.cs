using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>GL errors, the driver's and those that guests found.</summary>
internal static unsafe class ErrorHandlers
{
    internal static void RaiseError(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        r.Errors.RaiseError(r.Context, new RaiseError(command).Error, r.Gl);

    /// <summary>Whether an error was found since this was asked last, and the one that the program may still ask for.</summary>
    internal static void HasErred(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        Replies.SendWords(r, new HasErred(command).Token, r.Errors.TakeHasErred(r.Context, r.Gl) ? 1u : 0, r.Errors.PeekError(r.Context));

    internal static void GetError(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        Replies.SendValue(r, new GetError(command).Token, r.Errors.TakeError(r.Context, r.Gl));
}
