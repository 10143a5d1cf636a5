using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Shader and program objects (GL 2.0 section 2.15 and 6.1.14, ARB_shader_objects): what has texts, names or several answers.</summary>
internal static unsafe partial class GlCommands
{
    private const uint VertexShader = 0x8B31;
    private const uint FragmentShader = 0x8B30;
    private const uint ProgramObject = 0x8B40;

    // What vmglShaderText is asked for.
    private const uint InfoLogLength = 0x8B84;
    private const uint ShaderSourceLength = 0x8B88;

    /// <summary>What was made, by name: true for programs. Nothing is taken away, so a name that was deleted is for the host to refuse.</summary>
    private static readonly Dictionary<uint, bool> s_shaders = [];

    public static partial uint CreateShader(uint type)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (type is not (VertexShader or FragmentShader))
        {
            stream.Record(GlErrors.InvalidEnum);
            return 0;
        }

        uint name = NewShader(isProgram: false);
        MakeShader.Write(stream.Reserve(MakeShader.Bytes), name, type);
        return name;
    }

    public static partial uint CreateProgram()
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        uint name = NewShader(isProgram: true);
        MakeProgram.Write(stream.Reserve(MakeProgram.Bytes), name);
        return name;
    }

    /// <summary>The strings travel as one: GL joins them too (section 2.15.1).</summary>
    public static partial void ShaderSource(uint shader, int count, byte** @string, int* length)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        // Before the strings are looked at: what is no shader may come with anything.
        uint error = WhyNoShader(shader);
        error = error == 0 && (count < 0 || @string is null) ? GlErrors.InvalidValue : error;
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
                stream.Record(GlErrors.InvalidOperation);
                return;
            }

            bytes += TextBytes(@string[i], length is null ? -1 : length[i]);
        }

        if (bytes > Limits.MaxShaderBytes)
        {
            Failure.Say($"a shader source of {bytes} bytes; at most {Limits.MaxShaderBytes}");
            stream.Record(GlErrors.OutOfMemory);
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

    public static partial int GetAttribLocation(uint program, byte* name) =>
        GuestThread.Stream is GuestStream stream && ShortText(stream, name, out ReadOnlySpan<byte> text)
            ? Find(stream, program, text, isUniform: false)
            : -1;

    public static partial int GetUniformLocation(uint program, byte* name) =>
        GuestThread.Stream is GuestStream stream && ShortText(stream, name, out ReadOnlySpan<byte> text)
            ? Find(stream, program, text, isUniform: true)
            : -1;

    public static partial void GetActiveAttrib(uint program, uint index, int bufSize, int* length, int* size, uint* type, byte* name) =>
        AskActive(program, index, bufSize, length, size, type, name, isUniform: false);

    public static partial void GetActiveUniform(uint program, uint index, int bufSize, int* length, int* size, uint* type, byte* name) =>
        AskActive(program, index, bufSize, length, size, type, name, isUniform: true);

    public static partial void GetAttachedShaders(uint program, int maxCount, int* count, uint* shaders)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        AttachedShaders.Write(stream.Reserve(AttachedShaders.Bytes), token, program, maxCount);
        using Reply reply = stream.Ask(token, Opcode.AttachedShaders);
        ReadOnlySpan<uint> names = MemoryMarshal.Cast<byte, uint>(reply.Rest);
        if (names.IsEmpty)
        {
            return; // an error
        }

        names = names[1..Math.Min(names.Length, Math.Max(maxCount, 0) + 1)];
        names.CopyTo(new Span<uint>(shaders, names.Length));
        if (count is not null)
        {
            *count = names.Length;
        }
    }

    public static partial void GetAttachedObjectsARB(uint containerObj, int maxCount, int* count, uint* obj) =>
        GetAttachedShaders(containerObj, maxCount, count, obj);

    public static partial void GetShaderInfoLog(uint shader, int bufSize, int* length, byte* infoLog) =>
        AskText(shader, InfoLogLength, bufSize, length, infoLog);

    public static partial void GetProgramInfoLog(uint program, int bufSize, int* length, byte* infoLog) =>
        AskText(program, ProgramObject, bufSize, length, infoLog);

    public static partial void GetInfoLogARB(uint obj, int maxLength, int* length, byte* infoLog) =>
        AskText(obj, 0, maxLength, length, infoLog);

    public static partial void GetShaderSource(uint shader, int bufSize, int* length, byte* source) =>
        AskText(shader, ShaderSourceLength, bufSize, length, source);

    public static partial uint GetHandleARB(uint pname)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (pname != ProgramObject)
        {
            stream.Record(GlErrors.InvalidEnum);
            return 0;
        }

        return AskCurrentProgram(stream);
    }

    /// <summary>A name for a new shader or program: one more than the last, for the whole process.</summary>
    private static uint NewShader(bool isProgram)
    {
        lock (s_shaders)
        {
            uint name = (uint)s_shaders.Count + 1;
            s_shaders[name] = isProgram;
            return name;
        }
    }

    /// <summary>The GL error of a name that is none of a shader; 0 when it is one.</summary>
    private static uint WhyNoShader(uint name)
    {
        lock (s_shaders)
        {
            return !s_shaders.TryGetValue(name, out bool isProgram) ? GlErrors.InvalidValue : isProgram ? GlErrors.InvalidOperation : 0;
        }
    }

    private static uint AskCurrentProgram(GuestStream stream)
    {
        uint token = stream.NextToken();
        CurrentProgram.Write(stream.Reserve(CurrentProgram.Bytes), token);
        using Reply reply = stream.Ask(token, Opcode.CurrentProgram);
        return reply.Value();
    }

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

        SetShaderSource.Write(stream.Reserve(SetShaderSource.Bytes), shader, bytes);
        if (bytes > 0)
        {
            stream.SendBulk(joined, bytes);
        }

        NativeMemory.Free(joined);
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

        stream.Record(GlErrors.InvalidValue);
        return false;
    }

    private static int Find(GuestStream stream, uint program, ReadOnlySpan<byte> name, bool isUniform)
    {
        uint token = stream.NextToken();
        Opcode opcode = isUniform ? Opcode.FindUniform : Opcode.FindAttribute;
        if (isUniform)
        {
            FindUniform.Write(stream.Reserve(FindUniform.Measure(name.Length)), token, program, name.Length, name);
        }
        else
        {
            FindAttribute.Write(stream.Reserve(FindAttribute.Measure(name.Length)), token, program, name.Length, name);
        }

        using Reply reply = stream.Ask(token, opcode);
        return reply.Rest.IsEmpty ? -1 : (int)reply.Value();
    }

    /// <summary>Length, size, type, then the name and its zero. Nothing comes when GL found an error.</summary>
    private static void AskActive(uint program, uint index, int room, int* length, int* size, uint* type, byte* name, bool isUniform)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        ActiveVariable.Write(stream.Reserve(ActiveVariable.Bytes), token, program, index, room, isUniform ? 1u : 0);
        using Reply reply = stream.Ask(token, Opcode.ActiveVariable);
        if (reply.Rest.IsEmpty)
        {
            return;
        }

        (uint characters, uint elements, uint kind) = (reply.Value(), reply.Value(), reply.Value());
        Store(length, (int)characters);
        Store(size, (int)elements);
        Store((int*)type, (int)kind);
        CopyText(reply.Rest, name, room);
    }

    /// <summary>A log or a source: its length, then the text and its zero. Nothing comes when GL found an error.</summary>
    private static void AskText(uint name, uint which, int room, int* length, byte* text)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        uint token = stream.NextToken();
        ShaderText.Write(stream.Reserve(ShaderText.Bytes), token, name, which, room);
        using Reply reply = stream.Ask(token, Opcode.ShaderText);
        if (!reply.Rest.IsEmpty)
        {
            Store(length, (int)reply.Value());
            CopyText(reply.Rest, text, room);
        }
    }

    private static void Store(int* to, int value)
    {
        if (to is not null)
        {
            *to = value;
        }
    }

    private static void CopyText(ReadOnlySpan<byte> text, byte* to, int room)
    {
        if (to is not null && room > 0)
        {
            text[..Math.Min(text.Length, room)].CopyTo(new Span<byte>(to, room));
        }
    }
}
