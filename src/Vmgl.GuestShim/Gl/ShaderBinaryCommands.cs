using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Shaders that were compiled before (GL 4.1 section 7.2, ARB_ES2_compatibility): which formats there are is the driver's matter.</summary>
internal static unsafe partial class GlCommands
{
    public static partial void ShaderBinary(int count, uint* shaders, uint binaryFormat, void* binary, int length)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (count < 0 || length < 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }
        else if (length > Limits.LargestPayload || count > Limits.MaxShaders)
        {
            stream.Record(GL_OUT_OF_MEMORY);
        }
        else
        {
            ReadOnlySpan<byte> names = MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(shaders, count));
            LoadShaderBinary.Write(stream.Reserve(LoadShaderBinary.Measure(count)), count, binaryFormat, length, names);
            if (length > 0)
            {
                stream.SendBulk((byte*)binary, length);
            }

            for (int i = 0; i < count; i++)
            {
                Changed(stream, shaders[i]);
                ShaderObjects.Find(GuestThread.Context!.Group, shaders[i])?.TakeSource(0);
            }
        }
    }
}
