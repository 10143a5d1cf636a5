using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Labels of objects (KHR_debug section "Debug Labels"). They travel, so that a debugger on the host shows them; those of vertex
/// array objects, which exist in the guest alone, stay.</summary>
internal static unsafe partial class GlCommands
{
    private const uint VertexArrayIdentifier = 0x8074;

    public static partial void ObjectLabel(uint identifier, uint name, int length, byte* label)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        ReadOnlySpan<byte> text = DebugText(label, length);
        if (identifier != VertexArrayIdentifier)
        {
            LabelObject.Write(
                stream.Reserve(LabelObject.Measure(text.Length)), identifier, name, label is null ? 0u : 1, text.Length, text);
        }
        else if (Labelled(stream, name) is VertexArrayObject arrays)
        {
            arrays.Label = text.ToArray();
        }
    }

    public static partial void GetObjectLabel(uint identifier, uint name, int bufSize, int* length, byte* label)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (bufSize < 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }
        else if (identifier != VertexArrayIdentifier)
        {
            AskLabel(stream, identifier, name, bufSize, length, label);
        }
        else if (Labelled(stream, name) is VertexArrayObject arrays)
        {
            GiveLabel(arrays.Label, bufSize, length, label);
        }
    }

    public static partial void ObjectPtrLabel(void* ptr, int length, byte* label)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (!GuestThread.Context!.Group.Syncs.Has((nint)ptr))
        {
            stream.Record(GL_INVALID_VALUE);
            return;
        }

        ReadOnlySpan<byte> text = DebugText(label, length);
        LabelObject.Write(
            stream.Reserve(LabelObject.Measure(text.Length)), SyncFence, (uint)ptr, label is null ? 0u : 1, text.Length, text);
    }

    public static partial void GetObjectPtrLabel(void* ptr, int bufSize, int* length, byte* label)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (!GuestThread.Context!.Group.Syncs.Has((nint)ptr) || bufSize < 0)
        {
            stream.Record(GL_INVALID_VALUE);
            return;
        }

        AskLabel(stream, SyncFence, (uint)ptr, bufSize, length, label);
    }

    private static VertexArrayObject? Labelled(GuestStream stream, uint name)
    {
        VertexArrayObject? found = GuestThread.Context!.Arrays.Find(name);
        if (found is { WasBound: true })
        {
            return found;
        }

        stream.Record(GL_INVALID_VALUE);
        return null;
    }

    private static void AskLabel(GuestStream stream, uint identifier, uint name, int room, int* length, byte* label)
    {
        uint token = stream.NextToken();
        ReadLabel.Write(stream.Reserve(ReadLabel.Bytes), token, identifier, name, room);
        using Reply reply = stream.Ask(token, Opcode.ReadLabel);
        if (!reply.Rest.IsEmpty)
        {
            _ = reply.Value(); // there is one: nothing comes when GL found an error
            GiveLabel(reply.Array(), room, length, label);
        }
    }

    /// <summary>The text, cut to the room that there is, and its length without the zero.</summary>
    private static void GiveLabel(ReadOnlySpan<byte> text, int room, int* length, byte* label)
    {
        if (label is null)
        {
            Store(length, text.Length);
            return;
        }

        int copied = Math.Max(0, Math.Min(text.Length, room - 1));
        text[..copied].CopyTo(new Span<byte>(label, room));
        if (room > 0)
        {
            label[copied] = 0;
        }

        Store(length, copied);
    }
}
