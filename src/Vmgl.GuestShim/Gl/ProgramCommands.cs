using Vmgl.GuestShim.State;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions about assembly programs whose answers have the length that the host knows (ARB_vertex_program section 6.1.12).</summary>
internal static unsafe partial class GlCommands
{
    public static partial void GetProgramStringARB(uint target, uint pname, void* @string)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetProgramStringARB.Write(stream.Reserve(Wire.Commands.GetProgramStringARB.Bytes), token, target, pname);
        using Reply reply = stream.Ask(token, Opcode.GetProgramStringARB);
        reply.CopyTo(@string, Limits.MaxReplyBytes);
    }

    public static partial void GetProgramStringNV(uint id, uint pname, byte* program)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetProgramStringNV.Write(stream.Reserve(Wire.Commands.GetProgramStringNV.Bytes), token, id, pname);
        using Reply reply = stream.Ask(token, Opcode.GetProgramStringNV);
        reply.CopyTo(program, Limits.MaxReplyBytes);
    }
}
