using Silk.NET.OpenGL;

namespace Vmgl.Clients;

/// <summary>A texture that a framebuffer object draws into, mipmapped, and drawn into the window in parts.</summary>
internal sealed class DrawnTexture : IScene
{
    private const uint TextureSize = 64;

    private const string Vertex = """
        #version 120
        attribute vec2 corner;
        uniform vec4 place;
        varying vec2 at;
        void main() { at = corner; gl_Position = vec4(place.xy + place.zw * corner, 0.0, 1.0); }
        """;

    private const string Rings = """
        #version 120
        varying vec2 at;
        void main() { float r = length(at - 0.5) * 12.0; gl_FragColor = vec4(fract(r), at.x, 1.0 - at.y, 1.0); }
        """;

    private const string Textured = """
        #version 120
        uniform sampler2D image;
        varying vec2 at;
        void main() { gl_FragColor = texture2D(image, at * 3.0); }
        """;

    public string Name => "drawn-texture";

    public int MajorVersion => 2;

    public int MinorVersion => 1;

    public unsafe void Draw(GL gl, int size)
    {
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, gl.GenBuffer());
        gl.BufferData<float>(BufferTargetARB.ArrayBuffer, [0, 0, 1, 0, 0, 1, 1, 1], BufferUsageARB.StaticDraw);
        gl.EnableVertexAttribArray(0);
        gl.VertexAttribPointer(0, 2, VertexAttribPointerType.Float, false, 8, (void*)0);

        DrawIntoTexture(gl, CreateTexture(gl));
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        gl.Viewport(0, 0, (uint)size, (uint)size);
        gl.ClearColor(0.3f, 0.3f, 0.3f, 1);
        gl.Clear(ClearBufferMask.ColorBufferBit);
        uint program = GlslProgram.Link(gl, Vertex, Textured, "corner");
        gl.UseProgram(program);
        int place = gl.GetUniformLocation(program, "place");
        gl.Uniform4(place, -0.9f, -0.9f, 1.2f, 1.2f);
        gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
        gl.Uniform4(place, 0.5f, 0.5f, 0.2f, 0.4f);
        gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
    }

    private static unsafe uint CreateTexture(GL gl)
    {
        uint texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, texture);
        gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, TextureSize, TextureSize, 0, PixelFormat.Rgba,
            PixelType.UnsignedByte, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.LinearMipmapNearest);
        return texture;
    }

    private static void DrawIntoTexture(GL gl, uint texture)
    {
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, gl.GenFramebuffer());
        gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, texture, 0);
        GLEnum status = gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        if (status != GLEnum.FramebufferComplete)
        {
            throw new InvalidOperationException($"the framebuffer is {status}");
        }

        gl.Viewport(0, 0, TextureSize, TextureSize);
        uint program = GlslProgram.Link(gl, Vertex, Rings, "corner");
        gl.UseProgram(program);
        gl.Uniform4(gl.GetUniformLocation(program, "place"), -1f, -1f, 2f, 2f);
        gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
        gl.GenerateMipmap(TextureTarget.Texture2D);
    }
}
