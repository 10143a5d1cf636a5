using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>The client attribute stack (GL 1.5 section 6.1.14).</summary>
internal static unsafe partial class GlCommands
{
    private const uint PixelStoreBit = 1;
    private const uint VertexArrayBit = 2;
    private const int ClientStackDepth = 16;

    public static partial void PushClientAttrib(uint mask)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        GuestContext context = GuestThread.Context!;
        if (context.ClientStack.Count == ClientStackDepth)
        {
            stream.Record(GL_STACK_OVERFLOW);
            return;
        }

        context.ClientStack.Push((
            (mask & PixelStoreBit) != 0 ? context.PixelStore.Clone() : null,
            (mask & VertexArrayBit) != 0 ? context.Arrays.Save() : null));
    }

    public static partial void PopClientAttrib()
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        GuestContext context = GuestThread.Context!;
        if (!context.ClientStack.TryPop(out (PixelStore? Pixels, SavedArrays? Arrays) saved))
        {
            stream.Record(GL_STACK_UNDERFLOW);
            return;
        }

        if (saved.Pixels is PixelStore pixels)
        {
            UsePixelStore(pixels);
        }

        if (saved.Arrays is SavedArrays arrays)
        {
            context.Arrays.Restore(arrays);
            BindBuffer(ArrayBufferTarget, context.Arrays.ArrayBuffer);
            BindBuffer(ElementArrayBufferTarget, context.Arrays.ElementBuffer);
        }
    }

    /// <summary>Repeats the modes that the host's GL applies.</summary>
    private static void TellHost(GuestStream stream, PixelStore pixels)
    {
        foreach (uint name in PixelStore.HostModes)
        {
            Wire.Commands.PixelStorei.Write(stream.Reserve(Wire.Commands.PixelStorei.Bytes), name, pixels.Get(name) ?? 0);
        }
    }
}
