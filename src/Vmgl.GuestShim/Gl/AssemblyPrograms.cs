using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions about assembly programs whose answers have the length that the host knows (ARB_vertex_program section
/// 6.1.12).</summary>
internal static unsafe partial class AssemblyPrograms
{
    public static partial void GetProgramStringARB(GuestStream stream, GuestContext context, uint target, uint pname, void* @string)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetProgramStringARB.Write(stream.Reserve(Wire.Commands.GetProgramStringARB.Bytes), token, target, pname);
        using Reply reply = stream.AskHost(token, Opcode.GetProgramStringARB);
        reply.CopyTo(@string, Limits.MaxReplyBytes);
    }
}
