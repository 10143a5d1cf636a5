using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>The client attribute stack (GL 1.5 section 6.1.14).</summary>
internal static unsafe partial class ClientAttributes
{
    /// <summary>How many pushes the stack holds: GL_MAX_CLIENT_ATTRIB_STACK_DEPTH.</summary>
    public const int StackDepth = 16;

    public static partial void PushClientAttrib(GuestStream stream, GuestContext context, uint mask)
    {
        if (context.ClientStack.Count == StackDepth)
        {
            stream.RecordError(GL_STACK_OVERFLOW);
            return;
        }

        context.ClientStack.Push((
            (mask & GL_CLIENT_PIXEL_STORE_BIT) != 0 ? context.PixelStore.Clone() : null,
            (mask & GL_CLIENT_VERTEX_ARRAY_BIT) != 0 ? context.Arrays.SaveState() : null));
    }

    public static partial void PopClientAttrib(GuestStream stream, GuestContext context)
    {
        if (!context.ClientStack.TryPop(out (PixelStore? Pixels, SavedArrays? Arrays) saved))
        {
            stream.RecordError(GL_STACK_UNDERFLOW);
            return;
        }

        if (saved.Pixels is PixelStore pixels)
        {
            PixelModes.UseModes(stream, context, pixels);
        }

        if (saved.Arrays is SavedArrays arrays)
        {
            context.Arrays.RestoreState(arrays);
            Buffers.BindBuffer(stream, context, GL_ARRAY_BUFFER, context.Arrays.ArrayBuffer);
            Buffers.BindBuffer(stream, context, GL_ELEMENT_ARRAY_BUFFER, context.Arrays.ElementBuffer);
        }
    }
}
