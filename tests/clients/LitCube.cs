using System.Numerics;
using Silk.NET.OpenGL;

namespace Vmgl.Clients;

/// <summary>A cube from a vertex buffer and an index buffer, lit in a fragment shader, with depth.</summary>
internal sealed class LitCube : IScene
{
    private const string Vertex = """
        #version 120
        attribute vec3 position;
        attribute vec3 normal;
        uniform mat4 view;
        varying vec3 facing;
        void main() { facing = mat3(view) * normal; gl_Position = vec4(0.5, 0.5, 0.4, 1.0) * (view * vec4(position, 1.0)); }
        """;

    private const string Fragment = """
        #version 120
        uniform vec3 light;
        uniform vec3 color;
        varying vec3 facing;
        void main() { gl_FragColor = vec4(color * (0.25 + 0.75 * max(dot(normalize(facing), light), 0.0)), 1.0); }
        """;

    public string Name => "lit-cube";

    public int MajorVersion => 2;

    public int MinorVersion => 1;

    public unsafe void Draw(GL gl, int size)
    {
        uint program = GlslProgram.Link(gl, Vertex, Fragment, "position", "normal");
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, gl.GenBuffer());
        gl.BufferData<Vector3>(BufferTargetARB.ArrayBuffer, Vertices(), BufferUsageARB.StaticDraw);
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, gl.GenBuffer());
        ushort[] indices = [.. Enumerable.Range(0, 6)
            .SelectMany(side => new[] { 0, 1, 2, 2, 1, 3 }.Select(corner => (ushort)((side * 4) + corner)))];
        gl.BufferData<ushort>(BufferTargetARB.ElementArrayBuffer, indices, BufferUsageARB.StaticDraw);
        gl.EnableVertexAttribArray(0);
        gl.EnableVertexAttribArray(1);
        gl.VertexAttribPointer(0, 3, VertexAttribPointerType.Float, false, 24, (void*)0);
        gl.VertexAttribPointer(1, 3, VertexAttribPointerType.Float, false, 24, (void*)12);

        Matrix4x4 view = Matrix4x4.CreateRotationY(0.7f) * Matrix4x4.CreateRotationX(0.5f);
        Vector3 light = Vector3.Normalize(new Vector3(0.4f, 0.8f, -0.6f));
        gl.Viewport(0, 0, (uint)size, (uint)size);
        gl.ClearColor(0.1f, 0.2f, 0.3f, 1);
        gl.Enable(EnableCap.DepthTest);
        gl.Clear(ClearBufferMask.ColorBufferBit | ClearBufferMask.DepthBufferBit);
        gl.UseProgram(program);
        gl.UniformMatrix4(gl.GetUniformLocation(program, "view"), 1, false, &view.M11);
        gl.Uniform3(gl.GetUniformLocation(program, "light"), light.X, light.Y, light.Z);
        gl.Uniform3(gl.GetUniformLocation(program, "color"), 0.9f, 0.6f, 0.2f);
        gl.DrawElements(PrimitiveType.Triangles, (uint)indices.Length, DrawElementsType.UnsignedShort, (void*)0);
    }

    /// <summary>Four corners of each side, each with its position and its side's normal.</summary>
    private static Vector3[] Vertices() =>
        [.. Enumerable.Range(0, 24).SelectMany(i => new[] { Position(i / 4, i % 4), Normal(i / 4) })];

    private static Vector3 Position(int side, int corner)
    {
        Vector3 at = Normal(side);
        at[((side / 2) + 1) % 3] = corner % 2 == 0 ? -1 : 1;
        at[((side / 2) + 2) % 3] = corner < 2 ? -1 : 1;
        return at;
    }

    private static Vector3 Normal(int side)
    {
        Vector3 normal = default;
        normal[side / 2] = side % 2 == 0 ? 1 : -1;
        return normal;
    }
}
