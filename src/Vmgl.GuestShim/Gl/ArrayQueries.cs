using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Answers;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions about vertex arrays (GL 1.5 tables 6.6 and 6.7): the guest alone knows.</summary>
internal static unsafe partial class GlCommands
{
    // pname: slot (texture coordinates mean the client's unit), what is asked.
    private enum ArrayField { Size, Type, Stride, Buffer }

    public static partial byte IsEnabled(uint cap)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        return KeptOfCapability(cap) is bool kept ? (kept ? (byte)1 : (byte)0)
            : StateMirror.IsCapability(cap) ? StateAnswers.IsEnabled(stream, cap) : AskIsEnabled(stream, cap);
    }

    public static partial void GetPointerv(uint pname, void** @params)
    {
        if (GuestThread.Context is not GuestContext context)
        {
            return;
        }

        int slot = pname switch
        {
            >= 0x808E and <= 0x8091 => (int)(pname - 0x808E), // vertex, normal, colour, index
            0x8092 => ArraySlot.TexCoord + context.Arrays.ClientUnit,
            0x8093 => ArraySlot.EdgeFlag,
            0x8456 => ArraySlot.FogCoord,
            0x845D => ArraySlot.SecondaryColor,
            _ => -1,
        };
        if (slot >= 0)
        {
            *@params = (void*)context.Arrays[slot].Pointer;
        }
        else if (pname is 0x8244 or 0x8245)
        {
            *@params = (void*)(pname == 0x8244 ? context.Debug.Callback : context.Debug.User);
        }
        else if (pname is 0x0DF0 or 0x0DF3)
        {
            *@params = (void*)(pname == 0x0DF0 ? context.FeedbackBuffer : context.SelectBuffer);
        }
        else
        {
            GuestThread.Stream!.Record(GL_INVALID_ENUM);
        }
    }

    public static partial void GetVertexAttribPointervARB(uint index, uint pname, void** pointer) =>
        AttribPointer(ArraySlot.Generic, index, pname, pointer);

    public static partial void GetVertexAttribPointervNV(uint index, uint pname, void** pointer) =>
        AttribPointer(ArraySlot.NvAttribute, index, pname, pointer);

    private static void AttribPointer(int firstSlot, uint index, uint name, void** pointer)
    {
        const uint AttribArrayPointer = 0x8645;
        if (GuestThread.Context is not GuestContext context)
        {
            return;
        }

        if (index >= ArraySlot.GenericCount || name != AttribArrayPointer)
        {
            GuestThread.Stream!.Record(index >= ArraySlot.GenericCount ? GL_INVALID_VALUE : GL_INVALID_ENUM);
            return;
        }

        *pointer = (void*)context.Arrays[firstSlot + (int)index].Pointer;
    }

    public static partial void GetVertexAttribdvNV(uint index, uint pname, double* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (KeptOfNvAttribute(index, pname) is int kept) { *@params = kept; }
            else { AskGetVertexAttribdvNV(stream, index, pname, @params); }
        }
    }

    public static partial void GetVertexAttribfvNV(uint index, uint pname, float* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (KeptOfNvAttribute(index, pname) is int kept) { *@params = kept; }
            else { AskGetVertexAttribfvNV(stream, index, pname, @params); }
        }
    }

    public static partial void GetVertexAttribivNV(uint index, uint pname, int* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (KeptOfNvAttribute(index, pname) is int kept) { *@params = kept; }
            else { AskGetVertexAttribivNV(stream, index, pname, @params); }
        }
    }

    public static partial void GetVertexAttribdvARB(uint index, uint pname, double* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (KeptOfGeneric(index, pname) is int kept) { *@params = kept; }
            else { AskGetVertexAttribdvARB(stream, index, pname, @params); }
        }
    }

    public static partial void GetVertexAttribfvARB(uint index, uint pname, float* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (KeptOfGeneric(index, pname) is int kept) { *@params = kept; }
            else { AskGetVertexAttribfvARB(stream, index, pname, @params); }
        }
    }

    public static partial void GetVertexAttribivARB(uint index, uint pname, int* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (KeptOfGeneric(index, pname) is int kept) { *@params = kept; }
            else { AskGetVertexAttribivARB(stream, index, pname, @params); }
        }
    }

    /// <summary>Array state of a generic attribute; null for what the host knows (its current value) or must refuse.</summary>
    private static int? KeptOfGeneric(uint index, uint name)
    {
        if (index >= ArraySlot.GenericCount)
        {
            return null;
        }

        ref VertexArray array = ref GuestThread.Context!.Arrays[ArraySlot.Generic + (int)index];
        return name switch
        {
            0x8622 => GuestThread.Context.Arrays.Bound.IsEnabled(ArraySlot.Generic + (int)index) ? 1 : 0,
            0x8623 => array.Size,
            0x8624 => array.Stride,
            0x8625 => (int)array.Type,
            0x886A => array.IsNormalized ? 1 : 0,
            0x889F => (int)array.Buffer,
            0x88FE => (int)array.Divisor,
            _ => null,
        };
    }

    private static int? KeptOfNvAttribute(uint index, uint name)
    {
        if (index >= ArraySlot.GenericCount)
        {
            return null;
        }

        ref VertexArray array = ref GuestThread.Context!.Arrays[ArraySlot.NvAttribute + (int)index];
        return name switch
        {
            0x8623 => array.Size,
            0x8624 => array.Stride,
            0x8625 => (int)array.Type,
            _ => null,
        };
    }

    /// <summary>Whether an array, or the restart of primitives, is enabled; null for what is the host's.</summary>
    private static bool? KeptOfCapability(uint cap) => cap switch
    {
        PrimitiveRestartCap or PrimitiveRestartArray => GuestThread.Context!.Arrays.Restarts,
        _ => SlotOf(cap) is var slot and >= 0 ? GuestThread.Context!.Arrays.Bound.IsEnabled(slot) : null,
    };

    /// <summary>Array state behind a name of glGet; null for everything else.</summary>
    private static int? KeptOfArrays(uint name)
    {
        VertexArrays arrays = GuestThread.Context!.Arrays;
        if (KeptOfCapability(name) is bool enabled)
        {
            return enabled ? 1 : 0;
        }

        int tex = ArraySlot.TexCoord + arrays.ClientUnit;
        (int slot, ArrayField field) = name switch
        {
            0x807A => (ArraySlot.Vertex, ArrayField.Size),
            0x807B => (ArraySlot.Vertex, ArrayField.Type),
            0x807C => (ArraySlot.Vertex, ArrayField.Stride),
            0x807E => (ArraySlot.Normal, ArrayField.Type),
            0x807F => (ArraySlot.Normal, ArrayField.Stride),
            0x8081 => (ArraySlot.Color, ArrayField.Size),
            0x8082 => (ArraySlot.Color, ArrayField.Type),
            0x8083 => (ArraySlot.Color, ArrayField.Stride),
            0x8085 => (ArraySlot.Index, ArrayField.Type),
            0x8086 => (ArraySlot.Index, ArrayField.Stride),
            0x8088 => (tex, ArrayField.Size),
            0x8089 => (tex, ArrayField.Type),
            0x808A => (tex, ArrayField.Stride),
            0x808C => (ArraySlot.EdgeFlag, ArrayField.Stride),
            0x8454 => (ArraySlot.FogCoord, ArrayField.Type),
            0x8455 => (ArraySlot.FogCoord, ArrayField.Stride),
            0x845A => (ArraySlot.SecondaryColor, ArrayField.Size),
            0x845B => (ArraySlot.SecondaryColor, ArrayField.Type),
            0x845C => (ArraySlot.SecondaryColor, ArrayField.Stride),
            >= 0x8896 and <= 0x8899 => ((int)(name - 0x8896), ArrayField.Buffer), // vertex, normal, colour, index
            0x889A => (tex, ArrayField.Buffer),
            0x889B => (ArraySlot.EdgeFlag, ArrayField.Buffer),
            0x889C => (ArraySlot.SecondaryColor, ArrayField.Buffer),
            0x889D => (ArraySlot.FogCoord, ArrayField.Buffer),
            _ => (-1, ArrayField.Size),
        };
        return slot < 0 ? KeptOfSelectors(name, arrays) : field switch
        {
            ArrayField.Size => arrays[slot].Size,
            ArrayField.Type => (int)arrays[slot].Type,
            ArrayField.Stride => arrays[slot].Stride,
            _ => (int)arrays[slot].Buffer,
        };
    }

    private static int? KeptOfSelectors(uint name, VertexArrays arrays) => name switch
    {
        0x84E1 => (int)FirstTexture + arrays.ClientUnit,
        0x8894 => (int)arrays.ArrayBuffer,
        0x8895 => (int)arrays.ElementBuffer,
        0x85B5 => (int)arrays.Bound.Name,
        0x8559 or 0x8F9E => (int)arrays.RestartIndex,
        CopyReadTarget => (int)GuestThread.Context!.CopyReadBuffer,
        CopyWriteTarget => (int)GuestThread.Context!.CopyWriteBuffer,
        0x88ED => (int)GuestThread.Context!.PackBuffer,
        0x88EF => (int)GuestThread.Context!.UnpackBuffer,
        0x0BB1 => GuestThread.Context!.ClientStack.Count,
        0x0D3B => ClientStackDepth,
        0x8B8D => (int)AskCurrentProgram(GuestThread.Stream!),
        0x81A8 => arrays.Locked.First,
        0x81A9 => arrays.Locked.Count,
        _ => null,
    };
}
