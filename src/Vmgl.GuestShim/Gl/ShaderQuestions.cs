using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Shaders;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions about shader and program objects (GL 2.1 section 6.1.14, ARB_shader_objects).</summary>
/// <remarks>The first question after a change fetches all there is to know; those that follow are answered here. What is an error, or in doubt,
/// is the host's to answer: each question can travel by itself, too.</remarks>
internal static unsafe partial class GlCommands
{
    private const uint ProgramObject = 0x8B40;
    private const uint ShaderObjectType = 0x8B48;
    private const uint ObjectType = 0x8B4E;
    private const uint AttachedShaderCount = 0x8B85;

    // What vmglShaderText is asked for.
    private const uint InfoLogLength = 0x8B84;
    private const uint ShaderSourceLength = 0x8B88;

    public static partial void GetShaderiv(uint shader, uint pname, int* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Parameter(stream, ShaderObjects.FindShader(GuestThread.Context!.Group, shader), pname) is int value) { *@params = value; }
            else { AskGetShaderiv(stream, shader, pname, @params); }
        }
    }

    public static partial void GetProgramiv(uint program, uint pname, int* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Parameter(stream, ShaderObjects.FindProgram(GuestThread.Context!.Group, program), pname) is int value) { *@params = value; }
            else { AskGetProgramiv(stream, program, pname, @params); }
        }
    }

    public static partial void GetObjectParameterivARB(uint obj, uint pname, int* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (ObjectParameter(stream, obj, pname) is int value) { *@params = value; }
            else { AskGetObjectParameterivARB(stream, obj, pname, @params); }
        }
    }

    public static partial void GetObjectParameterfvARB(uint obj, uint pname, float* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (ObjectParameter(stream, obj, pname) is int value) { *@params = value; }
            else { AskGetObjectParameterfvARB(stream, obj, pname, @params); }
        }
    }

    public static partial byte IsShader(uint shader) =>
        GuestThread.Stream is not GuestStream stream ? (byte)0
        : IsThere(stream, ShaderObjects.FindShader(GuestThread.Context!.Group, shader)) ? (byte)1
        : AskIsShader(stream, shader);

    public static partial byte IsProgram(uint program) =>
        GuestThread.Stream is not GuestStream stream ? (byte)0
        : IsThere(stream, ShaderObjects.FindProgram(GuestThread.Context!.Group, program)) ? (byte)1
        : AskIsProgram(stream, program);

    public static partial int GetAttribLocation(uint program, byte* name) => Locate(program, name, isUniform: false);

    public static partial int GetUniformLocation(uint program, byte* name) => Locate(program, name, isUniform: true);

    public static partial void GetActiveAttrib(uint program, uint index, int bufSize, int* length, int* size, uint* type, byte* name) =>
        GetActive(program, index, bufSize, length, size, type, name, isUniform: false);

    public static partial void GetActiveUniform(uint program, uint index, int bufSize, int* length, int* size, uint* type, byte* name) =>
        GetActive(program, index, bufSize, length, size, type, name, isUniform: true);

    public static partial void GetAttachedShaders(uint program, int maxCount, int* count, uint* shaders)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (maxCount < 0 || Known(stream, ShaderObjects.FindProgram(GuestThread.Context!.Group, program), attachments: true)?.Attached is not uint[] attached)
        {
            AskAttached(stream, program, maxCount, count, shaders);
            return;
        }

        ReadOnlySpan<uint> told = attached.AsSpan(0, Math.Min(maxCount, attached.Length));
        told.CopyTo(new Span<uint>(shaders, told.Length));
        Store(count, told.Length);
    }

    public static partial void GetAttachedObjectsARB(uint containerObj, int maxCount, int* count, uint* obj) =>
        GetAttachedShaders(containerObj, maxCount, count, obj);

    public static partial void GetShaderInfoLog(uint shader, int bufSize, int* length, byte* infoLog) =>
        GetLog(shader, ShaderObjects.FindShader(GuestThread.Context!.Group, shader), InfoLogLength, bufSize, length, infoLog);

    public static partial void GetProgramInfoLog(uint program, int bufSize, int* length, byte* infoLog) =>
        GetLog(program, ShaderObjects.FindProgram(GuestThread.Context!.Group, program), ProgramObject, bufSize, length, infoLog);

    public static partial void GetInfoLogARB(uint obj, int maxLength, int* length, byte* infoLog) =>
        GetLog(obj, ShaderObjects.Find(GuestThread.Context!.Group, obj), 0, maxLength, length, infoLog);

    /// <summary>The guest has sent the source, and keeps no copy of what hardly any program asks for.</summary>
    public static partial void GetShaderSource(uint shader, int bufSize, int* length, byte* source)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            byte[]? text = bufSize < 0 ? null : Known(stream, ShaderObjects.FindShader(GuestThread.Context!.Group, shader), withSource: true)?.Source;
            GiveText(stream, shader, ShaderSourceLength, text, bufSize, length, source);
        }
    }

    public static partial uint GetHandleARB(uint pname)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (pname != ProgramObject)
        {
            stream.Record(GL_INVALID_ENUM);
            return 0;
        }

        return AskCurrentProgram(stream);
    }

    /// <summary>The program in use, from what is known or from the host.</summary>
    private static uint AskCurrentProgram(GuestStream stream)
    {
        ProgramInUse inUse = GuestThread.Context!.Program;
        if (inUse.Get() is uint known)
        {
            return known;
        }

        uint token = stream.NextToken();
        CurrentProgram.Write(stream.Reserve(CurrentProgram.Bytes), token);
        using Reply reply = stream.Ask(token, Opcode.CurrentProgram);
        uint program = reply.Value();
        inUse.Remember(program);
        return program;
    }

    /// <summary>What is known of an object, from the host if need be; null where the host must answer itself: for what is no such object, and
    /// between glBegin and glEnd, where every question is an error.</summary>
    private static KnownObject? Known(GuestStream stream, ShaderObject? found, bool attachments = false, bool withSource = false) =>
        found is null || stream.Bracket.Primitive != 0 ? null : found.Ask(stream, attachments, withSource);

    private static int? Parameter(GuestStream stream, ShaderObject? found, uint name) =>
        (stream.Bracket.Primitive == 0 ? found?.Given(name) : null)
        ?? Known(stream, found, attachments: name == AttachedShaderCount)?.Parameter(name);

    private static bool IsThere(GuestStream stream, ShaderObject? found) =>
        found is { IsSurelyThere: true } && stream.Bracket.Primitive == 0;

    /// <summary>ARB_shader_objects has one question for both kinds, and the same numbers for what is asked.</summary>
    private static int? ObjectParameter(GuestStream stream, uint name, uint parameter)
    {
        ShaderObject? found = ShaderObjects.Find(GuestThread.Context!.Group, name);
        return parameter != ObjectType ? Parameter(stream, found, parameter)
            : !IsThere(stream, found) ? null
            : (int)(found!.IsProgram ? ProgramObject : ShaderObjectType);
    }

    private static int Locate(uint program, byte* name, bool isUniform)
    {
        if (GuestThread.Stream is not GuestStream stream || !ShortText(stream, name, out ReadOnlySpan<byte> text))
        {
            return -1;
        }

        KnownObject? known = Known(stream, ShaderObjects.FindProgram(GuestThread.Context!.Group, program));
        if (known is not null && known.TryLocate(text, isUniform, out int location))
        {
            return location;
        }

        location = AskLocation(stream, program, text, isUniform);
        known?.Remember(text, isUniform, location);
        return location;
    }

    private static int AskLocation(GuestStream stream, uint program, ReadOnlySpan<byte> name, bool isUniform)
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

    private static void GetActive(uint program, uint index, int room, int* length, int* size, uint* type, byte* name, bool isUniform)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (room < 0 || Known(stream, ShaderObjects.FindProgram(GuestThread.Context!.Group, program)) is not { IsLinked: true } known
            || known.Variable(index, isUniform) is not InterfaceVariable variable)
        {
            AskActive(stream, program, index, room, length, size, type, name, isUniform);
            return;
        }

        Store(size, variable.Size);
        Store((int*)type, (int)variable.Type);
        CutText(variable.Name, room, length, name);
    }

    /// <summary>Length, size, type, then the name and its zero. Nothing comes when GL found an error.</summary>
    private static void AskActive(
        GuestStream stream, uint program, uint index, int room, int* length, int* size, uint* type, byte* name, bool isUniform)
    {
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

    private static void AskAttached(GuestStream stream, uint program, int maxCount, int* count, uint* shaders)
    {
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

    private static void GetLog(uint name, ShaderObject? found, uint which, int room, int* length, byte* log)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            byte[]? text = room < 0 ? null : Known(stream, found)?.Log;
            GiveText(stream, name, which, text, room, length, log);
        }
    }

    /// <summary>Gives a text that is known, or asks for it.</summary>
    private static void GiveText(GuestStream stream, uint name, uint which, byte[]? known, int room, int* length, byte* text)
    {
        if (known is not null)
        {
            CutText(known, room, length, text);
        }
        else
        {
            AskText(stream, name, which, room, length, text);
        }
    }

    /// <summary>A log or a source: its length, then the text and its zero. Nothing comes when GL found an error.</summary>
    private static void AskText(GuestStream stream, uint name, uint which, int room, int* length, byte* text)
    {
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

    /// <summary>As much of a text as there is room for, and a zero; the length is told without it.</summary>
    private static void CutText(ReadOnlySpan<byte> text, int room, int* length, byte* to)
    {
        ReadOnlySpan<byte> cut = text[..Math.Min(text.Length, Math.Max(room - 1, 0))];
        Store(length, cut.Length);
        if (to is not null && room > 0)
        {
            cut.CopyTo(new Span<byte>(to, cut.Length));
            to[cut.Length] = 0;
        }
    }
}
