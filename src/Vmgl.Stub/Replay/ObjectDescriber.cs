using Vmgl.Stub.Host;
using Vmgl.Wire;
using Vmgl.Wire.Shaders;

namespace Vmgl.Stub.Replay;

/// <summary>Asks the host's GL everything about a shader or program object (GL 2.1 section 6.1.14).</summary>
/// <remarks>Asks nothing that could be an error: the guest would see it in its next glGetError.</remarks>
internal static unsafe class ObjectDescriber
{
    /// <summary>The parameters that change only by commands after which the guest asks again: type, delete and compile status,
    /// lengths.</summary>
    private static readonly uint[] s_shaderParameters = [GL_SHADER_TYPE, GL_DELETE_STATUS, GL_COMPILE_STATUS, GL_INFO_LOG_LENGTH,
        GL_SHADER_SOURCE_LENGTH];

    /// <summary>Delete, link and validate status, lengths and counts. A parameter with a command of its own that sets it must not be here
    /// unless that command makes the guest ask again.</summary>
    private static readonly uint[] s_programParameters =
        [GL_DELETE_STATUS, GL_LINK_STATUS, GL_VALIDATE_STATUS, GL_INFO_LOG_LENGTH, GL_ATTACHED_SHADERS, GL_ACTIVE_UNIFORMS,
        GL_ACTIVE_UNIFORM_MAX_LENGTH, GL_ACTIVE_ATTRIBUTES, GL_ACTIVE_ATTRIBUTE_MAX_LENGTH];

    private delegate void AskText(uint name, int room, int* length, byte* text);

    private delegate int AskLocation(uint program, byte* name);

    /// <summary>A shader, by the host's name; it must be one.</summary>
    public static ObjectDescription DescribeShader(GlTable gl, uint shader, bool withSource)
    {
        List<(uint Name, int Value)> parameters = AskParameters(s_shaderParameters, (name, to) => gl.GetShaderiv(shader, name, to));
        return new ObjectDescription
        {
            Parameters = parameters,
            Log = AskForText(ValueOf(parameters, GL_INFO_LOG_LENGTH), shader, (name, room, length, to) =>
                gl.GetShaderInfoLog(name, room, length, to)),
            Source = !withSource ? null
                : AskForText(ValueOf(parameters, GL_SHADER_SOURCE_LENGTH), shader, (name, room, length, to) =>
                gl.GetShaderSource(name, room, length, to)),
        };
    }

    /// <summary>A program, by the host's name; it must be one.</summary>
    public static ObjectDescription DescribeProgram(GlTable gl, ShaderNames names, uint program)
    {
        List<(uint Name, int Value)> parameters = AskParameters(s_programParameters, (name, to) => gl.GetProgramiv(program, name, to));
        bool isLinked = ValueOf(parameters, GL_LINK_STATUS) != 0;
        return new ObjectDescription
        {
            Parameters = parameters,
            Log = AskForText(ValueOf(parameters, GL_INFO_LOG_LENGTH), program, (name, room, length, to) =>
                gl.GetProgramInfoLog(name, room, length, to)),
            Attached = AskAttached(gl, names, program, ValueOf(parameters, GL_ATTACHED_SHADERS)),
            Attributes = !isLinked ? null : DescribeVariables(
                program, ValueOf(parameters, GL_ACTIVE_ATTRIBUTES), ValueOf(parameters, GL_ACTIVE_ATTRIBUTE_MAX_LENGTH), gl.GetActiveAttrib,
                gl.GetAttribLocation),
            Uniforms = !isLinked ? null : DescribeVariables(
                program, ValueOf(parameters, GL_ACTIVE_UNIFORMS), ValueOf(parameters, GL_ACTIVE_UNIFORM_MAX_LENGTH), gl.GetActiveUniform,
                gl.GetUniformLocation),
        };
    }

    private delegate void AskParameter(uint name, int* to);

    private static List<(uint Name, int Value)> AskParameters(uint[] names, AskParameter ask)
    {
        // More room than one value takes: a driver that is asked for what it knows differently must not write beyond.
        int* values = stackalloc int[16];
        var found = new List<(uint, int)>();
        foreach (uint name in names)
        {
            *values = 0;
            ask(name, values);
            found.Add((name, *values));
        }

        return found;
    }

    private static int ValueOf(List<(uint Name, int Value)> parameters, uint name) => parameters.Find(p => p.Name == name).Value;

    /// <summary>A text of <paramref name="bytes"/> bytes, its zero included; null when it is too large to be sent with the rest.</summary>
    private static byte[]? AskForText(int bytes, uint name, AskText ask)
    {
        if (bytes is < 0 or > Limits.MaxDescriptionBytes)
        {
            return null;
        }

        byte[] text = new byte[bytes + 1];
        int length = 0;
        fixed (byte* to = text)
        {
            ask(name, bytes + 1, &length, to);
        }

        return text[..Math.Clamp(length, 0, bytes)];
    }

    private static uint[]? AskAttached(GlTable gl, ShaderNames names, uint program, int count)
    {
        if (count is < 0 or > Limits.MaxVariables)
        {
            return null;
        }

        uint[] attached = new uint[count + 1];
        int written = 0;
        fixed (uint* to = attached)
        {
            gl.GetAttachedShaders(program, count + 1, &written, to);
        }

        return Array.ConvertAll(attached[..Math.Clamp(written, 0, count)], names.OfHost);
    }

    /// <summary>The active attributes or uniforms; null when there are too many to send at once, or the driver contradicts
    /// itself.</summary>
    private static List<InterfaceVariable>? DescribeVariables(
        uint program, int count, int nameRoom, delegate* unmanaged<uint, uint, int, int*, int*, uint*, byte*, void> ask,
        delegate* unmanaged<uint, byte*, int> locate)
    {
        if (count is < 0 or > Limits.MaxVariables || nameRoom is < 0 or > Limits.MaxDescriptionBytes)
        {
            return null;
        }

        byte[] name = new byte[nameRoom + LongestSuffix];
        var found = new List<InterfaceVariable>(count);
        long elements = 0;
        for (uint i = 0; i < count; i++)
        {
            (int length, int size, uint type) = (-1, 0, 0);
            fixed (byte* to = name)
            {
                ask(program, i, nameRoom + 1, &length, &size, &type, to);
            }

            elements += Math.Max(size, 1);
            if (length < 0 || length > nameRoom || elements > Limits.MaxVariableElements)
            {
                return null;
            }

            byte[] own = name[..length];
            int[] locations = FindLocations(program, new InterfaceVariable(size, type, own, 1, 0, []), name, locate);
            found.Add(InterfaceVariable.Of(size, type, own, locations));
        }

        return found;
    }

    /// <summary>Bytes that <c>[65535]</c> and a zero take behind a name.</summary>
    private const int LongestSuffix = 16;

    /// <summary>The location of each element. GL promises no order among them (GL 2.1 section 2.15.3).</summary>
    private static int[] FindLocations(uint program, InterfaceVariable variable, byte[] text, delegate* unmanaged<uint, byte*, int> locate)
    {
        int[] locations = new int[variable.IsArray ? Math.Max(variable.Size, 1) : 1];
        Span<byte> suffix = text.AsSpan(variable.BaseName.Length);
        for (int i = 0; i < locations.Length; i++)
        {
            suffix[0] = 0;
            if (variable.IsArray && System.Text.Unicode.Utf8.TryWrite(suffix, $"[{i}]", out int written))
            {
                suffix[written] = 0;
            }

            fixed (byte* name = text)
            {
                locations[i] = locate(program, name);
            }
        }

        return locations;
    }
}
