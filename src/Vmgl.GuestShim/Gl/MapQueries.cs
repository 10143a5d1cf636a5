using Vmgl.Wire;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions about evaluator maps (GL 1.5 section 6.1.3). The host knows the map's order, and so how much comes back.</summary>
internal static unsafe partial class GlCommands
{
    /// <summary>More than any map has: order 64 by 64, four values, as doubles.</summary>
    private const int LargestMapBytes = 64 * 64 * 4 * 8;

    public static partial void GetMapdv(uint target, uint query, double* v)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetMapdv.Write(stream.Reserve(Wire.Commands.GetMapdv.Bytes), token, target, query);
            using Reply reply = stream.Ask(token, Opcode.GetMapdv);
            reply.CopyTo(v, LargestMapBytes);
        }
    }

    public static partial void GetMapfv(uint target, uint query, float* v)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetMapfv.Write(stream.Reserve(Wire.Commands.GetMapfv.Bytes), token, target, query);
            using Reply reply = stream.Ask(token, Opcode.GetMapfv);
            reply.CopyTo(v, LargestMapBytes);
        }
    }

    public static partial void GetMapiv(uint target, uint query, int* v)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            uint token = stream.NextToken();
            Wire.Commands.GetMapiv.Write(stream.Reserve(Wire.Commands.GetMapiv.Bytes), token, target, query);
            using Reply reply = stream.Ask(token, Opcode.GetMapiv);
            reply.CopyTo(v, LargestMapBytes);
        }
    }
}
