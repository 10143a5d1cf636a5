using Silk.NET.OpenGL;

namespace Vmgl.Clients;

/// <summary>Program objects from source.</summary>
internal static class GlslProgram
{
    /// <summary>Compiles and links two shaders; attributes get the locations in whose order they are named.</summary>
    /// <exception cref="InvalidOperationException">The driver refuses them; the message is its log.</exception>
    public static uint Link(GL gl, string vertex, string fragment, params ReadOnlySpan<string> attributes)
    {
        uint program = gl.CreateProgram();
        gl.AttachShader(program, Compile(gl, ShaderType.VertexShader, vertex));
        gl.AttachShader(program, Compile(gl, ShaderType.FragmentShader, fragment));
        for (int i = 0; i < attributes.Length; i++)
        {
            gl.BindAttribLocation(program, (uint)i, attributes[i]);
        }

        gl.LinkProgram(program);
        return gl.GetProgram(program, ProgramPropertyARB.LinkStatus) != 0 ? program
            : throw new InvalidOperationException(gl.GetProgramInfoLog(program));
    }

    private static uint Compile(GL gl, ShaderType type, string source)
    {
        uint shader = gl.CreateShader(type);
        gl.ShaderSource(shader, source);
        gl.CompileShader(shader);
        return gl.GetShader(shader, ShaderParameterName.CompileStatus) != 0 ? shader
            : throw new InvalidOperationException(gl.GetShaderInfoLog(shader));
    }
}
