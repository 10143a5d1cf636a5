using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Shaders;

namespace Vmgl.Stub.Replay;

/// <summary>Shader and program objects: what has texts, names or several answers (GL 2.0 sections 2.15 and 6.1.14).</summary>
internal static unsafe class ShaderHandlers
{
    internal static void MakeShader(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new MakeShader(command);
        KeepName(r, c.Shader, r.Gl.CreateShader(c.Type));
    }

    internal static void MakeProgram(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        KeepName(r, new MakeProgram(command).Program, r.Gl.CreateProgram());

    internal static void SetShaderSource(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new SetShaderSource(command);
        int bytes = bulk.Length;
        if (bytes > Limits.MaxShaderBytes)
        {
            throw new ProtocolException($"a shader source of {bytes} bytes; at most {Limits.MaxShaderBytes}");
        }

        fixed (byte* text = &Replayer.OrZeros(bulk))
        {
            byte* one = text;
            r.Gl.ShaderSource(r.Shaders.OfGuest(c.Shader), c.BytesValue < 0 ? 0 : 1, &one, &bytes);
        }
    }

    internal static void LoadShaderBinary(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new LoadShaderBinary(command);
        uint[] names = MemoryMarshal.Cast<byte, uint>(c.Shaders).ToArray();
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = r.Shaders.OfGuest(names[i]);
        }

        fixed (uint* shaders = names)
        fixed (byte* binary = &Replayer.OrZeros(bulk))
        {
            r.Gl.ShaderBinary(c.Count, shaders, c.Format, binary, bulk.Length);
        }
    }

    internal static void BindAttribute(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BindAttribute(command);
        fixed (byte* name = AddTerminator(c.Name))
        {
            r.Gl.BindAttribLocation(r.Shaders.OfGuest(c.Program), c.Index, name);
        }
    }

    internal static void FindAttribute(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new FindAttribute(command);
        fixed (byte* name = AddTerminator(c.Name))
        {
            Replies.SendValue(r, c.Token, (uint)r.Gl.GetAttribLocation(r.Shaders.OfGuest(c.Program), name));
        }
    }

    internal static void FindUniform(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new FindUniform(command);
        fixed (byte* name = AddTerminator(c.Name))
        {
            int location = r.Gl.GetUniformLocation(r.Shaders.OfGuest(c.Program), name);
            Replies.SendValue(r, c.Token, (uint)r.Uniforms.OfHost(r, c.Program, location));
        }
    }

    internal static void ActiveVariable(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ActiveVariable(command);
        int room = Math.Min(c.Room, Limits.MaxShaderBytes);
        int* values = stackalloc int[3] { -1, 0, 0 };
        byte[] answer = new byte[(3 * sizeof(int)) + Math.Max(room, 0) + 1];
        fixed (byte* to = answer)
        {
            var get = c.IsUniform != 0 ? r.Gl.GetActiveUniform : r.Gl.GetActiveAttrib;
            get(r.Shaders.OfGuest(c.Program), c.Index, room, values, values + 1, (uint*)(values + 2), to + (3 * sizeof(int)));
        }

        SendText(r, c.Token, answer, new ReadOnlySpan<int>(values, 3), room);
    }

    internal static void ShaderText(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ShaderText(command);
        int room = Math.Min(c.Room, Limits.MaxShaderBytes);
        uint name = r.Shaders.OfGuest(c.Shader);
        int length = -1;
        byte[] answer = new byte[sizeof(int) + Math.Max(room, 0) + 1];
        fixed (byte* to = answer)
        {
            var get = c.Which switch
            {
                GL_SHADER_SOURCE_LENGTH => r.Gl.GetShaderSource,
                GL_INFO_LOG_LENGTH => r.Gl.GetShaderInfoLog,
                GL_PROGRAM_OBJECT_ARB => r.Gl.GetProgramInfoLog,
                _ => r.Gl.GetInfoLogARB,
            };
            get(name, room, &length, to + sizeof(int));
        }

        SendText(r, c.Token, answer, new ReadOnlySpan<int>(ref length), room);
    }

    /// <summary>The number, then the guest's names; nothing when GL found an error.</summary>
    internal static void AttachedShaders(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new AttachedShaders(command);
        int room = Math.Min(c.Room, Limits.MaxShaders);
        uint[] names = new uint[Math.Max(room, 0) + 1];
        int count = -1;
        fixed (uint* to = names)
        {
            r.Gl.GetAttachedShaders(r.Shaders.OfGuest(c.Program), room, &count, to + 1);
        }

        names[0] = (uint)count;
        for (int i = 1; i <= count; i++)
        {
            names[i] = r.Shaders.OfHost(names[i]);
        }

        Replies.SendBytes(r, c.Token, count < 0 ? [] : MemoryMarshal.AsBytes(names.AsSpan(0, count + 1)));
    }

    internal static void DescribeShader(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DescribeShader(command);
        uint name = r.Shaders.OfGuest(c.Shader);
        Replies.SendBytes(r, c.Token, r.Gl.IsShader(name) == 0 ? [] : ObjectDescriber.DescribeShader(r.Gl, name, c.WithSource != 0)
            .Encode());
    }

    internal static void DescribeProgram(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DescribeProgram(command);
        uint program = c.Program;
        uint name = r.Shaders.OfGuest(program);
        Replies.SendBytes(r, c.Token, r.Gl.IsProgram(name) == 0 ? [] : Placed(ObjectDescriber.DescribeProgram(r.Gl, r.Shaders, name))
            .Encode());

        ObjectDescription Placed(ObjectDescription said) => said with
        {
            Uniforms = said.Uniforms?.Select(variable => r.Uniforms.OfHost(r, program, variable)).ToList(),
        };
    }

    internal static void CurrentProgram(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        int name = 0;
        r.Gl.GetIntegerv(GL_CURRENT_PROGRAM, &name);
        Replies.SendValue(r, new CurrentProgram(command).Token, r.Shaders.OfHost((uint)name));
    }

    private static void KeepName(Replayer r, uint guest, uint host)
    {
        if (r.Groups.Count >= Limits.MaxShaders)
        {
            throw new ProtocolException($"{Limits.MaxShaders} shaders and programs are there already");
        }

        if (host != 0)
        {
            r.Shaders.Add(guest, host);
        }
    }

    /// <summary>A text with the zero that GL wants behind it.</summary>
    internal static byte[] AddTerminator(ReadOnlySpan<byte> text) => [.. text, 0];

    /// <summary>Values, of which the first is the text's length, then as much of the text as GL wrote, with its zero; nothing
    /// when GL left the length alone, which it does when it found an error.</summary>
    private static void SendText(Replayer r, uint token, byte[] answer, ReadOnlySpan<int> values, int room)
    {
        if (values[0] < 0)
        {
            Replies.SendBytes(r, token, []);
            return;
        }

        MemoryMarshal.AsBytes(values).CopyTo(answer);
        int text = room > 0 ? Math.Min(values[0], room - 1) + 1 : 0;
        Replies.SendBytes(r, token, answer.AsSpan(0, (values.Length * sizeof(int)) + text));
    }
}
