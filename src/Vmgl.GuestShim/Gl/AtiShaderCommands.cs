using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Names of ATI_fragment_shader's shaders: in a row, and none while one is being defined.</summary>
internal static unsafe partial class GlCommands
{
    public static partial uint GenFragmentShadersATI(uint range)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (range == 0 || GuestThread.Context!.DefinesAtiShader)
        {
            stream.Record(range == 0 ? GL_INVALID_VALUE : GL_INVALID_OPERATION);
            return 0;
        }

        return GuestThread.Context.Group.Names(ObjectKind.AtiShader).GenerateRow(range);
    }

    public static partial void DeleteFragmentShaderATI(uint id)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (!GuestThread.Context!.DefinesAtiShader)
            {
                GuestThread.Context.Group.Names(ObjectKind.AtiShader).Release([id]);
            }

            Wire.Commands.DeleteFragmentShaderATI.Write(stream.Reserve(Wire.Commands.DeleteFragmentShaderATI.Bytes), id);
        }
    }

    public static partial void BeginFragmentShaderATI()
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            GuestThread.Context!.DefinesAtiShader = true;
            Wire.Commands.BeginFragmentShaderATI.Write(stream.Reserve(Wire.Commands.BeginFragmentShaderATI.Bytes));
        }
    }

    public static partial void EndFragmentShaderATI()
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            GuestThread.Context!.DefinesAtiShader = false;
            Wire.Commands.EndFragmentShaderATI.Write(stream.Reserve(Wire.Commands.EndFragmentShaderATI.Bytes));
        }
    }
}
