using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Names of ATI_fragment_shader's shaders: in a row, and none while one is being defined.</summary>
internal static unsafe partial class AtiShaders
{
    public static partial uint GenFragmentShadersATI(GuestStream stream, GuestContext context, uint range)
    {
        if (range == 0 || context.DefinesAtiShader)
        {
            stream.RecordError(range == 0 ? GL_INVALID_VALUE : GL_INVALID_OPERATION);
            return 0;
        }

        return context.Group.NamesOf(ObjectKind.AtiShader).GenerateRow(range);
    }

    public static partial void DeleteFragmentShaderATI(GuestStream stream, GuestContext context, uint id)
    {
        if (!context.DefinesAtiShader)
        {
            context.Group.NamesOf(ObjectKind.AtiShader).ReleaseNames([id]);
        }

        Wire.Commands.DeleteFragmentShaderATI.Write(stream.Reserve(Wire.Commands.DeleteFragmentShaderATI.Bytes), id);
    }

    private static partial void BeginDefinition(GuestStream stream, GuestContext context) => context.DefinesAtiShader = true;

    private static partial void EndDefinition(GuestStream stream, GuestContext context) => context.DefinesAtiShader = false;
}
