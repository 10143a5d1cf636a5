using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>State questions (GL 1.5 section 6.1.1): what the guest keeps is answered here, the rest by the host.</summary>
internal static unsafe partial class GlCommands
{
    public static partial void GetBooleanv(uint pname, byte* data)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (Kept(pname) is int kept)
        {
            *data = kept == 0 ? (byte)0 : (byte)1;
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetBooleanv.Write(stream.Reserve(Wire.Commands.GetBooleanv.Bytes), token, pname);
        using Reply reply = stream.Ask(token, Opcode.GetBooleanv);
        reply.CopyTo(data, Sizes.Get(pname));
    }

    public static partial void GetIntegerv(uint pname, int* data)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (Kept(pname) is int kept)
        {
            *data = kept;
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetIntegerv.Write(stream.Reserve(Wire.Commands.GetIntegerv.Bytes), token, pname);
        using Reply reply = stream.Ask(token, Opcode.GetIntegerv);
        reply.CopyTo(data, Sizes.Get(pname) * sizeof(int));
    }

    public static partial void GetFloatv(uint pname, float* data)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (Kept(pname) is int kept)
        {
            *data = kept;
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetFloatv.Write(stream.Reserve(Wire.Commands.GetFloatv.Bytes), token, pname);
        using Reply reply = stream.Ask(token, Opcode.GetFloatv);
        reply.CopyTo(data, Sizes.Get(pname) * sizeof(float));
    }

    public static partial void GetDoublev(uint pname, double* data)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (Kept(pname) is int kept)
        {
            *data = kept;
            return;
        }

        uint token = stream.NextToken();
        Wire.Commands.GetDoublev.Write(stream.Reserve(Wire.Commands.GetDoublev.Bytes), token, pname);
        using Reply reply = stream.Ask(token, Opcode.GetDoublev);
        reply.CopyTo(data, Sizes.Get(pname) * sizeof(double));
    }

    /// <summary>State that only the guest has; null for everything else.</summary>
    private static int? Kept(uint name) => GuestThread.Context!.PixelStore.Get(name);
}
