using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Shaders;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions about shader and program objects (GL 2.1 section 6.1.14, ARB_shader_objects).</summary>
/// <remarks>The first question after a change fetches a whole description; those that follow are answered from it. Where a question is an
/// error, or the answer is in doubt, the host answers: each question can travel by itself, too.</remarks>
internal static unsafe partial class ShaderQuestions
{
    private static partial int? FindKeptShaderParameter(GuestStream stream, GuestContext context, uint shader, uint pname) =>
        FindParameter(stream, ShaderObjects.FindShader(context.Group, shader), pname);

    private static partial int? FindKeptProgramParameter(GuestStream stream, GuestContext context, uint program, uint pname) =>
        FindParameter(stream, ShaderObjects.FindProgram(context.Group, program), pname);

    /// <summary>ARB_shader_objects has one question for both kinds, and the same numbers for what is asked.</summary>
    private static partial int? FindKeptObjectParameter(GuestStream stream, GuestContext context, uint obj, uint pname)
    {
        ShaderObject? found = ShaderObjects.FindObject(context.Group, obj);
        return pname != GL_OBJECT_TYPE_ARB ? FindParameter(stream, found, pname)
            : !IsThere(stream, found) ? null
            : (int)(found!.IsProgram ? GL_PROGRAM_OBJECT_ARB : GL_SHADER_OBJECT_ARB);
    }

    private static partial int? FindKeptShader(GuestStream stream, GuestContext context, uint shader) =>
        IsThere(stream, ShaderObjects.FindShader(context.Group, shader)) ? 1 : null;

    private static partial int? FindKeptProgram(GuestStream stream, GuestContext context, uint program) =>
        IsThere(stream, ShaderObjects.FindProgram(context.Group, program)) ? 1 : null;

    public static partial int GetAttribLocation(GuestStream stream, GuestContext context, uint program, byte* name) =>
        FindLocation(stream, context, program, name, isUniform: false);

    public static partial int GetUniformLocation(GuestStream stream, GuestContext context, uint program, byte* name) =>
        FindLocation(stream, context, program, name, isUniform: true);

    public static partial void GetActiveAttrib(GuestStream stream, GuestContext context, uint program, uint index, int bufSize, int* length,
        int* size, uint* type, byte* name) =>
        GetActive(stream, context, program, index, bufSize, length, size, type, name, isUniform: false);

    public static partial void GetActiveUniform(GuestStream stream, GuestContext context, uint program, uint index, int bufSize,
        int* length, int* size, uint* type, byte* name) =>
        GetActive(stream, context, program, index, bufSize, length, size, type, name, isUniform: true);

    public static partial void GetAttachedShaders(GuestStream stream, GuestContext context, uint program, int maxCount, int* count,
        uint* shaders)
    {
        if (maxCount < 0 || FindKnown(stream, ShaderObjects.FindProgram(context.Group, program),
            attachments: true)?.Attached is not uint[] attached)
        {
            AskAttached(stream, program, maxCount, count, shaders);
            return;
        }

        ReadOnlySpan<uint> given = attached.AsSpan(0, Math.Min(maxCount, attached.Length));
        given.CopyTo(new Span<uint>(shaders, given.Length));
        Texts.StoreNumber(count, given.Length);
    }

    public static partial void GetAttachedObjectsARB(GuestStream stream, GuestContext context, uint containerObj, int maxCount, int* count,
        uint* obj) =>
        GetAttachedShaders(stream, context, containerObj, maxCount, count, obj);

    public static partial void GetShaderInfoLog(GuestStream stream, GuestContext context, uint shader, int bufSize, int* length,
        byte* infoLog) =>
        GetLog(stream, shader, ShaderObjects.FindShader(context.Group, shader), GL_INFO_LOG_LENGTH, bufSize, length, infoLog);

    public static partial void GetProgramInfoLog(GuestStream stream, GuestContext context, uint program, int bufSize, int* length,
        byte* infoLog) =>
        GetLog(stream, program, ShaderObjects.FindProgram(context.Group, program), GL_PROGRAM_OBJECT_ARB, bufSize, length, infoLog);

    public static partial void GetInfoLogARB(GuestStream stream, GuestContext context, uint obj, int maxLength, int* length,
        byte* infoLog) =>
        GetLog(stream, obj, ShaderObjects.FindObject(context.Group, obj), 0, maxLength, length, infoLog);

    /// <summary>The guest does not keep the source that it has sent: hardly any program asks for it.</summary>
    public static partial void GetShaderSource(GuestStream stream, GuestContext context, uint shader, int bufSize, int* length,
        byte* source)
    {
        byte[]? text = bufSize < 0 ? null : FindKnown(stream, ShaderObjects.FindShader(context.Group, shader), withSource: true)?.Source;
        StoreText(stream, shader, GL_SHADER_SOURCE_LENGTH, text, bufSize, length, source);
    }

    public static partial uint GetHandleARB(GuestStream stream, GuestContext context, uint pname)
    {
        if (pname != GL_PROGRAM_OBJECT_ARB)
        {
            stream.RecordError(GL_INVALID_ENUM);
            return 0;
        }

        return AskCurrentProgram(stream, context);
    }

    /// <summary>The program in use, as the guest knows it or from the host.</summary>
    public static uint AskCurrentProgram(GuestStream stream, GuestContext context)
    {
        ProgramInUse inUse = context.Program;
        if (inUse.FindProgram() is uint known)
        {
            return known;
        }

        uint token = stream.NextToken();
        CurrentProgram.Write(stream.Reserve(CurrentProgram.Bytes), token);
        using Reply reply = stream.AskHost(token, Opcode.CurrentProgram);
        uint program = reply.NextValue();
        inUse.KeepProgram(program);
        return program;
    }

    /// <summary>The description of an object, from the host if need be; null where the host must answer itself: for a name without such an
    /// object, and between glBegin and glEnd, where every question is an error.</summary>
    private static KnownObject? FindKnown(GuestStream stream, ShaderObject? found, bool attachments = false, bool withSource = false) =>
        found is null || stream.Bracket.Primitive != 0 ? null : found.FindOrAsk(stream, attachments, withSource);

    private static int? FindParameter(GuestStream stream, ShaderObject? found, uint name) =>
        (stream.Bracket.Primitive == 0 ? found?.FindGivenParameter(name) : null)
        ?? FindKnown(stream, found, attachments: name == GL_ATTACHED_SHADERS)?.FindParameter(name);

    private static bool IsThere(GuestStream stream, ShaderObject? found) =>
        found is { IsSurelyThere: true } && stream.Bracket.Primitive == 0;

    private static int FindLocation(GuestStream stream, GuestContext context, uint program, byte* name, bool isUniform)
    {
        if (!Texts.TryReadName(stream, name, out ReadOnlySpan<byte> text))
        {
            return -1;
        }

        KnownObject? known = FindKnown(stream, ShaderObjects.FindProgram(context.Group, program));
        if (known is not null && known.TryLocate(text, isUniform, out int location))
        {
            return location;
        }

        location = AskLocation(stream, program, text, isUniform);
        known?.KeepLocation(text, isUniform, location);
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

        using Reply reply = stream.AskHost(token, opcode);
        return reply.Rest.IsEmpty ? -1 : (int)reply.NextValue();
    }

    private static void GetActive(GuestStream stream, GuestContext context, uint program, uint index, int room, int* length, int* size,
        uint* type, byte* name, bool isUniform)
    {
        if (room < 0 || FindKnown(stream, ShaderObjects.FindProgram(context.Group, program)) is not { IsLinked: true } known
            || known.FindVariable(index, isUniform) is not InterfaceVariable variable)
        {
            AskActive(stream, program, index, room, length, size, type, name, isUniform);
            return;
        }

        Texts.StoreNumber(size, variable.Size);
        Texts.StoreNumber((int*)type, (int)variable.Type);
        Texts.StoreCut(variable.Name, room, length, name);
    }

    /// <summary>Length, size, type, then the name and its zero. Nothing comes when GL found an error.</summary>
    private static void AskActive(
        GuestStream stream, uint program, uint index, int room, int* length, int* size, uint* type, byte* name, bool isUniform)
    {
        uint token = stream.NextToken();
        ActiveVariable.Write(stream.Reserve(ActiveVariable.Bytes), token, program, index, room, isUniform ? 1u : 0);
        using Reply reply = stream.AskHost(token, Opcode.ActiveVariable);
        if (reply.Rest.IsEmpty)
        {
            return;
        }

        (uint characters, uint elements, uint kind) = (reply.NextValue(), reply.NextValue(), reply.NextValue());
        Texts.StoreNumber(length, (int)characters);
        Texts.StoreNumber(size, (int)elements);
        Texts.StoreNumber((int*)type, (int)kind);
        Texts.CopyText(reply.Rest, name, room);
    }

    private static void AskAttached(GuestStream stream, uint program, int maxCount, int* count, uint* shaders)
    {
        uint token = stream.NextToken();
        AttachedShaders.Write(stream.Reserve(AttachedShaders.Bytes), token, program, maxCount);
        using Reply reply = stream.AskHost(token, Opcode.AttachedShaders);
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

    private static void GetLog(GuestStream stream, uint name, ShaderObject? found, uint which, int room, int* length, byte* log)
    {
        byte[]? text = room < 0 ? null : FindKnown(stream, found)?.Log;
        StoreText(stream, name, which, text, room, length, log);
    }

    /// <summary>Stores a text that is known, or asks for it.</summary>
    private static void StoreText(GuestStream stream, uint name, uint which, byte[]? known, int room, int* length, byte* text)
    {
        if (known is not null)
        {
            Texts.StoreCut(known, room, length, text);
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
        using Reply reply = stream.AskHost(token, Opcode.ShaderText);
        if (!reply.Rest.IsEmpty)
        {
            Texts.StoreNumber(length, (int)reply.NextValue());
            Texts.CopyText(reply.Rest, text, room);
        }
    }
}
