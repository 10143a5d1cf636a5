using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Uniforms, which the program keeps at the locations that another GL gave them.</summary>
internal static unsafe class UniformHandlers
{
    internal static void PlaceUniform(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new PlaceUniform(command);
        fixed (byte* name = ShaderHandlers.AddTerminator(c.Name))
        {
            r.Uniforms.PlaceUniform(r, c.Program, c.Location, r.Gl.GetUniformLocation(r.Shaders.OfGuest(c.Program), name));
        }
    }

    internal static void LinkProgram(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        uint program = new LinkProgram(command).Program;
        r.Uniforms.ForgetProgram(r, program);
        r.Gl.LinkProgram(r.Shaders.OfGuest(program));
    }

    internal static void GetUniformfv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetUniformfv(command);
        r.Reply.BeginReply(c.Token, 16 * sizeof(float));
        r.Gl.GetUniformfv(r.Shaders.OfGuest(c.Program), r.Uniforms.OfGuest(r, c.Program, c.Location), r.Reply.ReserveOutput<float>(0));
        r.SendReply();
    }

    internal static void GetUniformiv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetUniformiv(command);
        r.Reply.BeginReply(c.Token, 16 * sizeof(int));
        r.Gl.GetUniformiv(r.Shaders.OfGuest(c.Program), r.Uniforms.OfGuest(r, c.Program, c.Location), r.Reply.ReserveOutput<int>(0));
        r.SendReply();
    }
}
