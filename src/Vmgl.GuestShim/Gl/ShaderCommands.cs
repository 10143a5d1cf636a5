using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>What makes and changes shader and program objects (GL 2.1 section 2.15, ARB_shader_objects). Nothing here waits: compiling and
/// linking begin on the host at once, and go on until someone asks how they ended.</summary>
internal static unsafe partial class GlCommands
{
    private const uint VertexShader = 0x8B31;
    private const uint FragmentShader = 0x8B30;

    public static partial uint CreateShader(uint type)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (type is not (VertexShader or FragmentShader))
        {
            stream.Record(GL_INVALID_ENUM);
            return 0;
        }

        uint name = ShaderObjects.Add(GuestThread.Context!.Group, type, stream.Bracket.Primitive == 0);
        MakeShader.Write(stream.Reserve(MakeShader.Bytes), name, type);
        return name;
    }

    public static partial uint CreateProgram()
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        uint name = ShaderObjects.Add(GuestThread.Context!.Group, 0, stream.Bracket.Primitive == 0);
        MakeProgram.Write(stream.Reserve(MakeProgram.Bytes), name);
        return name;
    }

    /// <summary>The strings travel as one: GL joins them too (section 2.15.1). None at all is a length of -1: Mesa then leaves the source alone.</summary>
    public static partial void ShaderSource(uint shader, int count, byte** @string, int* length)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        // Before the strings are looked at: what is no shader may come with anything.
        uint error = WhyNoShader(shader);
        error = error == 0 && (count < 0 || @string is null) ? GL_INVALID_VALUE : error;
        if (error != 0)
        {
            stream.Record(error);
            return;
        }

        long bytes = 0;
        for (int i = 0; i < count; i++)
        {
            if (@string[i] is null)
            {
                stream.Record(GL_INVALID_OPERATION);
                return;
            }

            bytes += TextBytes(@string[i], length is null ? -1 : length[i]);
        }

        if (bytes > Limits.MaxShaderBytes)
        {
            Failure.Say($"a shader source of {bytes} bytes; at most {Limits.MaxShaderBytes}");
            stream.Record(GL_OUT_OF_MEMORY);
            return;
        }

        SendSource(stream, shader, count, @string, length, (int)bytes);
    }

    public static partial void BindAttribLocation(uint program, uint index, byte* name)
    {
        if (GuestThread.Stream is GuestStream stream && ShortText(stream, name, out ReadOnlySpan<byte> text))
        {
            BindAttribute.Write(stream.Reserve(BindAttribute.Measure(text.Length)), program, index, text.Length, text);
        }
    }

    public static partial void CompileShader(uint shader)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.CompileShader.Write(stream.Reserve(Wire.Commands.CompileShader.Bytes), shader);
            Changed(stream, shader);
        }
    }

    public static partial void LinkProgram(uint program)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.LinkProgram.Write(stream.Reserve(Wire.Commands.LinkProgram.Bytes), program);
            Changed(stream, program);
            ShaderObject.CountLink();
        }
    }

    public static partial void ValidateProgram(uint program)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.ValidateProgram.Write(stream.Reserve(Wire.Commands.ValidateProgram.Bytes), program);
            Changed(stream, program);
        }
    }

    public static partial void DeleteShader(uint shader)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.DeleteShader.Write(stream.Reserve(Wire.Commands.DeleteShader.Bytes), shader);
            Deleted(stream, shader);
        }
    }

    public static partial void DeleteProgram(uint program)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.DeleteProgram.Write(stream.Reserve(Wire.Commands.DeleteProgram.Bytes), program);
            Deleted(stream, program);
        }
    }

    public static partial void DeleteObjectARB(uint obj)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.DeleteObjectARB.Write(stream.Reserve(Wire.Commands.DeleteObjectARB.Bytes), obj);
            Deleted(stream, obj);
        }
    }

    public static partial void AttachShader(uint program, uint shader)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.AttachShader.Write(stream.Reserve(Wire.Commands.AttachShader.Bytes), program, shader);
            stream.Flush();
            ShaderObjects.Find(GuestThread.Context!.Group, program)?.ChangeAttachments();
        }
    }

    public static partial void DetachShader(uint program, uint shader)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.DetachShader.Write(stream.Reserve(Wire.Commands.DetachShader.Bytes), program, shader);
            stream.Flush();
            ShaderObjects.Find(GuestThread.Context!.Group, program)?.ChangeAttachments();
        }
    }

    public static partial void UseProgram(uint program)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            GuestThread.Context!.Program.Use(GuestThread.Context.Group, program, stream.Bracket);
            Wire.Commands.UseProgram.Write(stream.Reserve(Wire.Commands.UseProgram.Bytes), program);
        }
    }

    /// <summary>A change is sent before it is counted: see <see cref="ShaderObject"/>.</summary>
    private static void Changed(GuestStream stream, uint name)
    {
        stream.Flush();
        ShaderObjects.Find(GuestThread.Context!.Group, name)?.Change();
    }

    private static void Deleted(GuestStream stream, uint name)
    {
        Changed(stream, name);
        ShaderObjects.Find(GuestThread.Context!.Group, name)?.Delete();
    }

    /// <summary>The GL error of a name that is none of a shader; 0 when it is one.</summary>
    private static uint WhyNoShader(uint name) =>
        ShaderObjects.Find(GuestThread.Context!.Group, name) is not ShaderObject found ? GL_INVALID_VALUE : found.IsProgram ? GL_INVALID_OPERATION : 0;

    private static void SendSource(GuestStream stream, uint shader, int count, byte** strings, int* lengths, int bytes)
    {
        byte* joined = (byte*)NativeMemory.Alloc((nuint)bytes + 1);
        byte* to = joined;
        for (int i = 0; i < count; i++)
        {
            int part = (int)TextBytes(strings[i], lengths is null ? -1 : lengths[i]);
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
        Changed(stream, shader);
        ShaderObjects.Find(GuestThread.Context!.Group, shader)?.TakeSource(isPlain ? bytes : 0);
    }

    /// <summary>A negative length means a text that ends with a zero.</summary>
    private static long TextBytes(byte* text, int length) => length >= 0 ? length : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text).Length;

    /// <summary>A name of a variable; false, and an error recorded, for one that no shader can have.</summary>
    private static bool ShortText(GuestStream stream, byte* text, out ReadOnlySpan<byte> found)
    {
        found = text is null ? default : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        if (text is not null && found.Length <= Limits.MaxShaderBytes)
        {
            return true;
        }

        stream.Record(GL_INVALID_VALUE);
        return false;
    }
}
