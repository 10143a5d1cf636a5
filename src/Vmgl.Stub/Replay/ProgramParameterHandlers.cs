using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Several parameters of assembly programs at once (EXT_gpu_program_parameters).</summary>
/// <remarks>Mesa (22.3) goes on after the error for a count that is none, and adds index and count in 32 bits: it would copy what the guest
/// sent to where its own pointers are. So what cannot be right is given to GL as one parameter at an index that nobody has, which it
/// refuses with the same error.</remarks>
internal static unsafe class ProgramParameterHandlers
{
    private const uint NobodysIndex = int.MaxValue;

    internal static void ProgramEnvParameters4fvEXT(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var view = new ProgramEnvParameters4fvEXT(command);
        (uint index, int count) = ClampRange(view.Index, view.Count);
        fixed (byte* values = &Replayer.OrZeros(view.Params))
        {
            r.Gl.ProgramEnvParameters4fvEXT(view.Target, index, count, (float*)values);
        }
    }

    internal static void ProgramLocalParameters4fvEXT(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var view = new ProgramLocalParameters4fvEXT(command);
        (uint index, int count) = ClampRange(view.Index, view.Count);
        fixed (byte* values = &Replayer.OrZeros(view.Params))
        {
            r.Gl.ProgramLocalParameters4fvEXT(view.Target, index, count, (float*)values);
        }
    }

    private static (uint Index, int Count) ClampRange(uint index, int count) =>
        count > 0 && index < NobodysIndex - (uint)count ? (index, count) : (NobodysIndex, 1);
}
