using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Assembly programs.</summary>
internal static unsafe partial class Handlers
{
    private const uint InvalidEnum = 0x0500;
    private const uint VertexProgram = 0x8620;
    private const uint FragmentProgram = 0x8804;

    /// <summary>Mesa 22 makes a program of a geometry shader's kind for GL_GEOMETRY_PROGRAM_NV and the like before it refuses the target. It ends with the
    /// process when that name is bound again.</summary>
    internal static partial void BindProgramARB(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BindProgramARB(command);
        if (c.Target is VertexProgram or FragmentProgram)
        {
            r.Gl.BindProgramARB(c.Target, c.Program);
        }
        else
        {
            r.Errors.Raise(r.Context, InvalidEnum, r.Gl);
        }
    }
}
