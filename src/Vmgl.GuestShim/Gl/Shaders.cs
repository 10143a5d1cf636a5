using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Making and changing shader and program objects (GL 2.1 section 2.15, ARB_shader_objects). Nothing here waits: compiling and
/// linking begin on the host at once, and go on until the program asks for the result.</summary>
internal static unsafe partial class Shaders
{
    public static partial uint CreateShader(GuestStream stream, GuestContext context, uint type)
    {
        if (type is not (GL_VERTEX_SHADER or GL_FRAGMENT_SHADER))
        {
            stream.RecordError(GL_INVALID_ENUM);
            return 0;
        }

        uint name = ShaderObjects.AddObject(context.Group, type, stream.Bracket.Primitive == 0);
        MakeShader.Write(stream.Reserve(MakeShader.Bytes), name, type);
        return name;
    }

    public static partial uint CreateProgram(GuestStream stream, GuestContext context)
    {
        uint name = ShaderObjects.AddObject(context.Group, 0, stream.Bracket.Primitive == 0);
        MakeProgram.Write(stream.Reserve(MakeProgram.Bytes), name);
        return name;
    }

    /// <summary>The strings travel as one: GL joins them too (section 2.15.1). None at all is a length of -1: Mesa then leaves the source
    /// alone.</summary>
    public static partial void ShaderSource(GuestStream stream, GuestContext context, uint shader, int count, byte** @string, int* length)
    {
        // Before the strings are read: for a name that is not a shader's they may be anything.
        uint error = FindShaderError(context.Group, shader);
        error = error == 0 && (count < 0 || @string is null) ? GL_INVALID_VALUE : error;
        if (error != 0)
        {
            stream.RecordError(error);
            return;
        }

        long bytes = 0;
        for (int i = 0; i < count; i++)
        {
            if (@string[i] is null)
            {
                stream.RecordError(GL_INVALID_OPERATION);
                return;
            }

            bytes += MeasureText(@string[i], length is null ? -1 : length[i]);
        }

        if (bytes > Limits.MaxShaderBytes)
        {
            Failure.ReportLine($"a shader source of {bytes} bytes; at most {Limits.MaxShaderBytes}");
            stream.RecordError(GL_OUT_OF_MEMORY);
            return;
        }

        SendSource(stream, context, shader, count, @string, length, (int)bytes);
    }

    public static partial void BindAttribLocation(GuestStream stream, GuestContext context, uint program, uint index, byte* name)
    {
        if (Texts.TryReadName(stream, name, out ReadOnlySpan<byte> text))
        {
            BindAttribute.Write(stream.Reserve(BindAttribute.Measure(text.Length)), program, index, text.Length, text);
        }
    }

    private static partial void NoteUse(GuestStream stream, GuestContext context, uint program) =>
        context.Program.NoteUse(context.Group, program, stream.Bracket);

    /// <summary>A change is sent before it is counted: see <see cref="ShaderObject"/>.</summary>
    private static partial void NoteChange(GuestStream stream, GuestContext context, uint shader)
    {
        stream.FlushBatch();
        ShaderObjects.FindObject(context.Group, shader)?.CountChange();
    }

    private static partial void NoteLink(GuestStream stream, GuestContext context, uint program)
    {
        NoteChange(stream, context, program);
        ShaderObject.CountLink();
    }

    private static partial void NoteDeletion(GuestStream stream, GuestContext context, uint shader)
    {
        NoteChange(stream, context, shader);
        ShaderObjects.FindObject(context.Group, shader)?.MarkDeleted();
    }

    private static partial void NoteAttachment(GuestStream stream, GuestContext context, uint program)
    {
        stream.FlushBatch();
        ShaderObjects.FindObject(context.Group, program)?.CountAttachmentChange();
    }

    /// <summary>The GL error of a name that is not a shader's; 0 for a shader.</summary>
    private static uint FindShaderError(ShareGroup group, uint name) =>
        ShaderObjects.FindObject(group, name) is not ShaderObject found ? GL_INVALID_VALUE : found.IsProgram ? GL_INVALID_OPERATION : 0;

    private static void SendSource(GuestStream stream, GuestContext context, uint shader, int count, byte** strings, int* lengths,
        int bytes)
    {
        byte* joined = (byte*)NativeMemory.Alloc((nuint)bytes + 1);
        byte* to = joined;
        for (int i = 0; i < count; i++)
        {
            int part = (int)MeasureText(strings[i], lengths is null ? -1 : lengths[i]);
            Buffer.MemoryCopy(strings[i], to, part, part);
            to += part;
        }

        // A zero inside ends the text for GL, and an empty text may be none.
        bool isPlain = count > 0 && stream.Bracket.Primitive == 0 && !new ReadOnlySpan<byte>(joined, bytes).Contains((byte)0);
        SetShaderSource.Write(stream.Reserve(SetShaderSource.Bytes), shader, count == 0 ? -1 : bytes);
        if (bytes > 0)
        {
            stream.SendBulk(joined, bytes);
        }

        NativeMemory.Free(joined);
        NoteChange(stream, context, shader);
        ShaderObjects.FindObject(context.Group, shader)?.NoteSourceLength(isPlain ? bytes : 0);
    }

    /// <summary>A negative length means a text that ends with a zero.</summary>
    private static long MeasureText(byte* text, int length) =>
        length >= 0 ? length : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text).Length;

    public static partial void ShaderBinary(GuestStream stream, GuestContext context, int count, uint* shaders, uint binaryFormat,
        void* binary, int length)
    {
        if (count < 0 || length < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }
        else if (length > Limits.LargestPayload || count > Limits.MaxShaders)
        {
            stream.RecordError(GL_OUT_OF_MEMORY);
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
                NoteChange(stream, context, shaders[i]);
                ShaderObjects.FindObject(context.Group, shaders[i])?.NoteSourceLength(0);
            }
        }
    }
}
