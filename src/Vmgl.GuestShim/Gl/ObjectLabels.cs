using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Labels of objects (KHR_debug section "Debug Labels"). They travel, so that a debugger on the host shows them; those of vertex
/// array objects, which exist in the guest alone, stay.</summary>
internal static unsafe partial class ObjectLabels
{
    public static partial void ObjectLabel(GuestStream stream, GuestContext context, uint identifier, uint name, int length, byte* label)
    {
        ReadOnlySpan<byte> text = Texts.ReadText(label, length);
        if (identifier != GL_VERTEX_ARRAY)
        {
            LabelObject.Write(
                stream.Reserve(LabelObject.Measure(text.Length)), identifier, name, label is null ? 0u : 1, text.Length, text);
        }
        else if (FindLabelled(stream, context, name) is VertexArrayObject arrays)
        {
            arrays.Label = text.ToArray();
        }
    }

    public static partial void GetObjectLabel(GuestStream stream, GuestContext context, uint identifier, uint name, int bufSize,
        int* length, byte* label)
    {
        if (bufSize < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else if (identifier != GL_VERTEX_ARRAY)
        {
            AskLabel(stream, identifier, name, bufSize, length, label);
        }
        else if (FindLabelled(stream, context, name) is VertexArrayObject arrays)
        {
            Texts.StoreLabel(arrays.Label, bufSize, length, label);
        }
    }

    public static partial void ObjectPtrLabel(GuestStream stream, GuestContext context, void* ptr, int length, byte* label)
    {
        if (!context.Group.Syncs.IsName((nint)ptr))
        {
            stream.RecordError(GL_INVALID_VALUE);
            return;
        }

        ReadOnlySpan<byte> text = Texts.ReadText(label, length);
        LabelObject.Write(
            stream.Reserve(LabelObject.Measure(text.Length)), GL_SYNC_FENCE, (uint)ptr, label is null ? 0u : 1, text.Length, text);
    }

    public static partial void GetObjectPtrLabel(GuestStream stream, GuestContext context, void* ptr, int bufSize, int* length, byte* label)
    {
        if (!context.Group.Syncs.IsName((nint)ptr) || bufSize < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return;
        }

        AskLabel(stream, GL_SYNC_FENCE, (uint)ptr, bufSize, length, label);
    }

    private static VertexArrayObject? FindLabelled(GuestStream stream, GuestContext context, uint name)
    {
        VertexArrayObject? found = context.Arrays.FindObject(name);
        if (found is { WasBound: true })
        {
            return found;
        }

        stream.RecordError(GL_INVALID_VALUE);
        return null;
    }

    private static void AskLabel(GuestStream stream, uint identifier, uint name, int room, int* length, byte* label)
    {
        uint token = stream.NextToken();
        ReadLabel.Write(stream.Reserve(ReadLabel.Bytes), token, identifier, name, room);
        using Reply reply = stream.AskHost(token, Opcode.ReadLabel);
        if (!reply.Rest.IsEmpty)
        {
            _ = reply.NextValue(); // there is one: nothing comes when GL found an error
            Texts.StoreLabel(reply.NextArray(), room, length, label);
        }
    }
}
