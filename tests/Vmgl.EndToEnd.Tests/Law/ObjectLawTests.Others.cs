using System.Text;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Testing;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Objects other than textures.</summary>
public sealed partial class ObjectLawTests
{
    private const string Vertex = """
        attribute vec4 place; attribute vec2 where; uniform mat4 turn; uniform vec4 tint[4]; uniform float amount; varying vec4 color; varying vec2 at;
        void main() { gl_Position = turn * place; color = tint[0] + tint[1] * amount + tint[2] + tint[3]; at = where; }
        """;

    private const string Fragment = """
        uniform sampler2D one; uniform sampler2D two; varying vec4 color; varying vec2 at;
        void main() { gl_FragColor = color * texture2D(one, at) + texture2D(two, at); }
        """;

    [Fact]
    public void Buffers_AreRebuilt()
    {
        ObjectStream stream = Begin();
        Data(stream, 1, 100, new Chance(1).Bytes(100), 0x88E4);
        Data(stream, 2, 64, null, 0x88E8);
        Data(stream, 3, 40, new Chance(2).Bytes(40), 0x88E0);
        Part(stream, 1, 10, 7, 3);
        Part(stream, 2, 0, 64, 4);
        Data(stream, 3, 12, new Chance(5).Bytes(12), 0x88E0);
        stream.Put(Opcode.BindBuffer, BindBuffer.Bytes, to => BindBuffer.Write(to, 0x8F36, 1));
        stream.Put(Opcode.BindBuffer, BindBuffer.Bytes, to => BindBuffer.Write(to, 0x8F37, 2));
        stream.Put(Opcode.CopyBufferSubData, CopyBufferSubData.Bytes, to => CopyBufferSubData.Write(to, 0x8F36, 0x8F37, 8, 30, 20));
        Data(stream, 4, 8, new Chance(5).Bytes(8), 0x88E0);
        byte[] gone = BitConverter.GetBytes(4u);
        stream.Put(Opcode.DeleteBuffers, DeleteBuffers.Measure(1), to => DeleteBuffers.Write(to, 1, gone));
        Rebuilds(stream);
        Assert.InRange(stream.Group.Bytes, 176, 200);
    }

    [Fact]
    public void Buffer_ThatPixelsWereReadInto_IsReadBack()
    {
        ObjectStream stream = Begin();
        stream.Put(Opcode.ClearColor, ClearColor.Bytes, to => ClearColor.Write(to, 0.3f, 0.6f, 0.9f, 1));
        stream.Put(Opcode.Clear, Clear.Bytes, to => Clear.Write(to, 0x4000));
        Data(stream, 1, 1024, new Chance(1).Bytes(1024), 0x88E4);
        stream.Put(
            Opcode.ReadIntoBuffer, ReadIntoBuffer.Bytes, to => ReadIntoBuffer.Write(to, 0, 0, 8, 8, Rgba, UByte, 1, 64, 1, 0, 0, 0, 0));
        Assert.True(stream.End());
        Assert.Equal("buffer 1", Assert.Single(stream.Group.Stale).What);
        Rebuilds(stream, readsBack: true);
    }

    [Theory]
    [InlineData(0x8058, 0x8CE0, 0x4000)]
    [InlineData(0x8814, 0x8CE0, 0x4000)]
    [InlineData(0x1907, 0x8CE0, 0x4000)]
    [InlineData(0x81A5, 0x8D00, 0x100)]
    [InlineData(0x81A6, 0x8D00, 0x100)]
    [InlineData(0x8CAC, 0x8D00, 0x100)]
    [InlineData(0x8D48, 0x8D20, 0x400)]
    public void Renderbuffer_ThatWasDrawnInto_IsReadBack(int format, int point, int mask)
    {
        ObjectStream stream = Begin();
        Renderbuffer(stream, 1, (uint)format);
        Framebuffer(stream, 1);
        Attach(stream, (uint)point, 1);
        WithoutColor(stream, point != 0x8CE0);
        Paint(stream, (uint)mask);
        Rebuilds(stream, readsBack: true);
    }

    [Fact]
    public void Renderbuffer_OfDepthAndStencil_IsReadBack()
    {
        ObjectStream stream = Begin();
        Renderbuffer(stream, 1, 0x88F0);
        Framebuffer(stream, 1);
        Attach(stream, 0x8D00, 1);
        Attach(stream, 0x8D20, 1);
        WithoutColor(stream, true);
        Paint(stream, 0x500);
        Rebuilds(stream, readsBack: true);
    }

    /// <summary>Of many samples one is read; where they are all the same nothing is lost.</summary>
    [Theory]
    [InlineData(0x8058, 0x8CE0, 0x4000)]
    [InlineData(0x81A6, 0x8D00, 0x100)]
    public void Renderbuffer_OfManySamples_IsResolved(int format, int point, int mask)
    {
        const int Samples = 4;
        ObjectStream stream = Begin();
        stream.Put(Opcode.BindRenderbuffer, BindRenderbuffer.Bytes, to => BindRenderbuffer.Write(to, 0x8D41, 1));
        stream.Put(
            Opcode.RenderbufferStorageMultisample, RenderbufferStorageMultisample.Bytes,
            to => RenderbufferStorageMultisample.Write(to, 0x8D41, Samples, (uint)format, 8, 8));
        Framebuffer(stream, 1);
        Attach(stream, (uint)point, 1);
        WithoutColor(stream, point != 0x8CE0);
        Paint(stream, (uint)mask);
        Framebuffer(stream, 0);
        Assert.True(stream.End());
        machine.Stream.Share();
        stream.Group.ReadBack(stream);
        stream.Writer.Flush();
        Assert.Equal(0u, machine.Stream.TakeError());
        Assert.Contains("one sample", Assert.Single(stream.Group.Stale).What, StringComparison.Ordinal);
        byte[] expected = Resolve(machine.Stream, (uint)format, (uint)point, (uint)mask);
        Assert.True(expected.Length > 8 * 8, "the renderbuffer was not read");

        machine.Mirror.Renew();
        var writer = new RebuildWriter(machine.Mirror.Send);
        stream.Group.Write(writer);
        writer.Flush();
        Assert.Equal(0u, machine.Mirror.TakeError());
        Assert.Equal(expected, Resolve(machine.Mirror, (uint)format, (uint)point, (uint)mask));
    }

    [Fact]
    public void Framebuffers_AndWhatIsDrawnThroughThem_AreRebuilt()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 8, 8, 1);
        Image(stream, 2, 0x8058, 8, 8, 2);
        Renderbuffer(stream, 1, 0x88F0);
        Framebuffer(stream, 1);
        Texture(stream, 0x8CE0, 1);
        Attach(stream, 0x821A, 1);
        Paint(stream, 0x4500);
        Framebuffer(stream, 2);
        Texture(stream, 0x8CE1, 2);
        stream.Put(Opcode.DrawBuffer, DrawBuffer.Bytes, to => DrawBuffer.Write(to, 0x8CE1));
        stream.Put(Opcode.ReadBuffer, ReadBuffer.Bytes, to => ReadBuffer.Write(to, 0x8CE1));
        Framebuffer(stream, 3);
        Attach(stream, 0x821A, 1);
        Attach(stream, 0x8D20, 0);
        Framebuffer(stream, 0);
        Assert.True(stream.End());
        Assert.Equal(["texture 1 level 0", "renderbuffer 1"], stream.Group.Stale.Select(stale => stale.What));
        Rebuilds(stream, readsBack: true);
    }

    [Fact]
    public void Framebuffer_KeepsDeletedObjects_BesideNewOnesOfTheirName()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 8, 8, 1);
        Renderbuffer(stream, 1, 0x8058);
        Framebuffer(stream, 1);
        Texture(stream, 0x8CE0, 1);
        Attach(stream, 0x8CE1, 1);
        Framebuffer(stream, 0);
        byte[] one = BitConverter.GetBytes(1u);
        stream.Put(Opcode.DeleteTextures, DeleteTextures.Measure(1), to => DeleteTextures.Write(to, 1, one));
        stream.Put(Opcode.DeleteRenderbuffers, DeleteRenderbuffers.Measure(1), to => DeleteRenderbuffers.Write(to, 1, one));
        Image(stream, 1, 0x8051, 4, 4, 2);
        Renderbuffer(stream, 1, 0x8814);
        Rebuilds(stream);
    }

    [Fact]
    public void Programs_WithUniforms_AreRebuilt()
    {
        ObjectStream stream = Begin();
        LinkedPair(stream, 3, 1, 2);
        Assert.True(stream.End());
        Describe(stream, 3);
        SetUniforms(stream, 3);
        Rebuilds(stream);
    }

    /// <summary>Sources changed, a shader deleted and another one attached since the link: what was linked stays.</summary>
    [Fact]
    public void Program_WhoseShadersChangedSinceTheLink_IsRebuilt()
    {
        ObjectStream stream = Begin();
        LinkedPair(stream, 3, 1, 2);
        Assert.True(stream.End());
        Describe(stream, 3);
        SetUniforms(stream, 3);
        Source(stream, 1, "void main() { gl_Position = gl_Vertex; }");
        stream.Put(Opcode.DetachShader, DetachShader.Bytes, to => DetachShader.Write(to, 3, 2));
        stream.Put(Opcode.DeleteShader, DeleteShader.Bytes, to => DeleteShader.Write(to, 2));
        Shader(stream, 4, 0x8B30, "void main() { gl_FragColor = vec4(1.0); }");
        stream.Put(Opcode.AttachShader, AttachShader.Bytes, to => AttachShader.Write(to, 3, 4));
        stream.Put(Opcode.DeleteShader, DeleteShader.Bytes, to => DeleteShader.Write(to, 4));
        Bind(stream, 3, "place", 9);
        Rebuilds(stream);
    }

    /// <summary>GL goes on with what a program in use was (GL 2.0 section 2.15.2), with its uniforms, and knows the program as one that is
    /// not linked.</summary>
    [Theory]
    [InlineData("nonsense", 0)]
    [InlineData("uniform vec4 tint; void main() { gl_FragColor = tint + 0.6; }", 1)]
    public void Program_LinkedAnewWhileInUse_DrawsAsBefore(string second, byte isLinked)
    {
        const uint LinkStatus = 0x8B82;
        ObjectStream stream = Begin();
        Shader(stream, 1, 0x8B30, "uniform vec4 tint; void main() { gl_FragColor = tint; }");
        stream.Put(Opcode.MakeProgram, MakeProgram.Bytes, to => MakeProgram.Write(to, 2));
        stream.Put(Opcode.AttachShader, AttachShader.Bytes, to => AttachShader.Write(to, 2, 1));
        stream.Put(Opcode.LinkProgram, LinkProgram.Bytes, to => LinkProgram.Write(to, 2));
        Assert.True(stream.End());
        int tint = stream.Locate(2, "tint");
        stream.Put(Opcode.UseProgram, UseProgram.Bytes, to => UseProgram.Write(to, 2));
        stream.Put(Opcode.Uniform4f, Uniform4f.Bytes, to => Uniform4f.Write(to, tint, 0.2f, 0.4f, 0.8f, 1));
        Source(stream, 1, second);
        stream.Put(Opcode.CompileShader, CompileShader.Bytes, to => CompileShader.Write(to, 1));
        stream.Put(Opcode.LinkProgram, LinkProgram.Bytes, to => LinkProgram.Write(to, 2));
        stream.Put(Opcode.DeleteShader, DeleteShader.Bytes, to => DeleteShader.Write(to, 1));
        Assert.True(stream.End());

        machine.Mirror.Renew();
        var writer = new RebuildWriter(machine.Mirror.Send);
        stream.Group.Write(writer);
        stream.Context.WriteState(writer);
        stream.Group.WriteLast(writer);
        writer.Flush();
        foreach (LawHost host in (LawHost[])[machine.Stream, machine.Mirror])
        {
            host.Send(LawHost.CreateCommand(Rectf.Bytes, to => Rectf.Write(to, -1, -1, 1, 1)));
            byte[] picture = host.Ask(ReadPixels.Bytes, (to, token) => ReadPixels.Write(to, token, 8, 8, 1, 1, Rgba, UByte));
            Assert.Equal(isLinked == 1 ? [153, 153, 153, 153] : [51, 102, 204, 255], picture[^4..]);
            Assert.Equal([isLinked, 0, 0, 0], host.Ask(GetProgramiv.Bytes, (to, token) =>
                GetProgramiv.Write(to, token, 2, LinkStatus))[4..8]);
            // Flagged for deletion
            Assert.Equal([1, 0, 0, 0], host.Ask(GetShaderiv.Bytes, (to, token) => GetShaderiv.Write(to, token, 1, 0x8B80))[4..8]);
            Assert.Equal(0u, host.TakeError());
        }
    }

    [Fact]
    public void Program_BeforeItIsLinked_IsRebuilt()
    {
        ObjectStream stream = Begin();
        Shader(stream, 1, 0x8B31, "nonsense");
        stream.Put(Opcode.MakeProgram, MakeProgram.Bytes, to => MakeProgram.Write(to, 2));
        stream.Put(Opcode.AttachShader, AttachShader.Bytes, to => AttachShader.Write(to, 2, 1));
        Shader(stream, 3, 0x8B30, Fragment);
        Source(stream, 3, "changed");
        stream.Put(Opcode.MakeShader, MakeShader.Bytes, to => MakeShader.Write(to, 4, 0x8B30));
        Rebuilds(stream);
    }

    [Fact]
    public void AssemblyPrograms_AreRebuilt()
    {
        ObjectStream stream = Begin();
        Assembly(stream, 1, 0x8804, "!!ARBfp1.0\nMOV result.color, program.local[2];\nEND\n");
        stream.Put(
            Opcode.ProgramLocalParameter4fARB, ProgramLocalParameter4fARB.Bytes, to =>
            ProgramLocalParameter4fARB.Write(to, 0x8804, 2, 1, 2, 3, 4));
        byte[] three = new byte[48];
        BitConverter.GetBytes(7.5f).CopyTo(three, 20);
        stream.Put(
            Opcode.ProgramLocalParameters4fvEXT, ProgramLocalParameters4fvEXT.Measure(3), to =>
            ProgramLocalParameters4fvEXT.Write(to, 0x8804, 4, 3, three));
        Assembly(stream, 2, 0x8620, "!!ARBvp1.0\nMOV result.position, vertex.position;\nEND\n");
        Rebuilds(stream);
    }

    [Fact]
    public void Labels_AreRebuilt()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 8, 8, 1);
        Data(stream, 2, 8, new Chance(5).Bytes(8), 0x88E0);
        Shader(stream, 3, 0x8B31, Vertex);
        foreach ((uint kind, uint name) in (ReadOnlySpan<(uint, uint)>)[(0x1702, 1), (0x82E0, 2), (0x82E1, 3)])
        {
            stream.Put(Opcode.LabelObject, LabelObject.Measure(5), to => LabelObject.Write(to, kind, name, 1, 5, "label"u8));
        }

        Rebuilds(stream);
    }

    /// <summary>A query of the first host: its result is what the second host says, until it begins anew.</summary>
    [Fact]
    public void QueryResults_AreRepeated()
    {
        const uint SamplesPassed = 0x8914;
        const uint Result = 0x8866;
        ObjectStream stream = Begin();
        stream.Put(Opcode.BeginQuery, BeginQuery.Bytes, to => BeginQuery.Write(to, SamplesPassed, 1));
        stream.Put(Opcode.Begin, Vmgl.Wire.Commands.Begin.Bytes, to => Vmgl.Wire.Commands.Begin.Write(to, 7));
        foreach ((float x, float y) in (ReadOnlySpan<(float, float)>)[(-1, -1), (1, -1), (1, 1), (-1, 1)])
        {
            stream.Put(Opcode.Vertex2f, Vertex2f.Bytes, to => Vertex2f.Write(to, x, y));
        }

        stream.Put(Opcode.End, Vmgl.Wire.Commands.End.Bytes, Vmgl.Wire.Commands.End.Write);
        stream.Put(Opcode.EndQuery, EndQuery.Bytes, to => EndQuery.Write(to, SamplesPassed));
        Assert.True(stream.End());
        Assert.Equal("query 1, its result", Assert.Single(stream.Group.Stale).What);
        stream.Group.ReadBackOwn(stream, 1);
        Assert.Empty(stream.Group.Stale);

        machine.Mirror.Renew();
        var writer = new RebuildWriter(machine.Mirror.Send);
        stream.Group.WriteOwn(writer, 1);
        writer.Flush();
        Assert.Equal([1, 0, 0, 0], machine.Mirror.Ask(IsQuery.Bytes, (to, token) => IsQuery.Write(to, token, 1)));
        Assert.Equal(LawHost.Side * LawHost.Side, Count());
        machine.Mirror.Send(LawHost.CreateCommand(BeginQuery.Bytes, to => BeginQuery.Write(to, SamplesPassed, 1)));
        machine.Mirror.Send(LawHost.CreateCommand(EndQuery.Bytes, to => EndQuery.Write(to, SamplesPassed)));
        Assert.Equal(0, Count());
        Assert.Equal(0u, machine.Mirror.TakeError());

        int Count() => BitConverter.ToInt32(machine.Mirror.Ask(GetQueryObjectuiv.Bytes, (to, token) =>
            GetQueryObjectuiv.Write(to, token, 1, Result)), 4);
    }

    /// <summary>The places that a driver of another kind chose stay valid: the second host translates.</summary>
    [Fact]
    public void UniformPlaces_OfAnotherDriver_StayValid()
    {
        ObjectStream stream = Begin();
        LinkedPair(stream, 3, 1, 2);
        Assert.True(stream.End());
        int amount = stream.Locate(3, "amount");
        const int Elsewhere = 70;
        byte[] name = Encoding.ASCII.GetBytes("amount");
        byte[] value = BitConverter.GetBytes(0.625f);
        machine.Stream.Send(LawHost.CreateCommand(PlaceUniform.Measure(name.Length), to =>
            PlaceUniform.Write(to, 3, Elsewhere, name.Length, name)));
        Assert.Equal(Elsewhere, stream.Locate(3, "amount"));
        machine.Stream.Send(LawHost.CreateCommand(UseProgram.Bytes, to => UseProgram.Write(to, 3)));
        machine.Stream.Send(LawHost.CreateCommand(Uniform1fv.Measure(1), to => Uniform1fv.Write(to, Elsewhere, 1, value)));
        Assert.Equal(0u, machine.Stream.TakeError());
        Assert.Equal(value, machine.Stream.Ask(GetUniformfv.Bytes, (to, token) => GetUniformfv.Write(to, token, 3, Elsewhere))[4..8]);
        machine.Stream.Send(LawHost.CreateCommand(LinkProgram.Bytes, to => LinkProgram.Write(to, 3)));
        Assert.Equal(amount, stream.Locate(3, "amount"));
    }

    private static void Data(ObjectStream stream, uint name, int size, byte[]? data, uint usage)
    {
        stream.Put(Opcode.BindBuffer, BindBuffer.Bytes, to => BindBuffer.Write(to, 0x8892, name));
        stream.Put(Opcode.BufferData, BufferData.Bytes, to => BufferData.Write(to, 0x8892, size, usage, data is null ? 0u : 1), data);
    }

    private static void Part(ObjectStream stream, uint name, int offset, int size, int seed)
    {
        stream.Put(Opcode.BindBuffer, BindBuffer.Bytes, to => BindBuffer.Write(to, 0x8892, name));
        stream.Put(Opcode.BufferSubData, BufferSubData.Bytes, to => BufferSubData.Write(to, 0x8892, offset, size),
            new Chance(seed).Bytes(size));
    }

    private static void Renderbuffer(ObjectStream stream, uint name, uint format)
    {
        stream.Put(Opcode.BindRenderbuffer, BindRenderbuffer.Bytes, to => BindRenderbuffer.Write(to, 0x8D41, name));
        stream.Put(Opcode.RenderbufferStorage, RenderbufferStorage.Bytes, to => RenderbufferStorage.Write(to, 0x8D41, format, 8, 8));
    }

    private static void Attach(ObjectStream stream, uint point, uint renderbuffer) => stream.Put(
        Opcode.FramebufferRenderbuffer, FramebufferRenderbuffer.Bytes, to =>
        FramebufferRenderbuffer.Write(to, 0x8D40, point, 0x8D41, renderbuffer));

    private static void Texture(ObjectStream stream, uint point, uint texture) => stream.Put(
        Opcode.FramebufferTexture2D, FramebufferTexture2D.Bytes, to => FramebufferTexture2D.Write(to, 0x8D40, point, Target2D, texture, 0));

    /// <summary>The pixels of renderbuffer 1, which framebuffer 1 has, by way of another one of one sample.</summary>
    private static byte[] Resolve(LawHost host, uint format, uint point, uint mask)
    {
        host.Send(LawHost.CreateCommand(BindRenderbuffer.Bytes, to => BindRenderbuffer.Write(to, 0x8D41, 9)));
        host.Send(LawHost.CreateCommand(RenderbufferStorage.Bytes, to => RenderbufferStorage.Write(to, 0x8D41, format, 8, 8)));
        host.Send(LawHost.CreateCommand(BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8D40, 9)));
        host.Send(LawHost.CreateCommand(FramebufferRenderbuffer.Bytes, to => FramebufferRenderbuffer.Write(to, 0x8D40, point, 0x8D41, 9)));
        if (point != 0x8CE0)
        {
            host.Send(LawHost.CreateCommand(DrawBuffer.Bytes, to => DrawBuffer.Write(to, 0)));
            host.Send(LawHost.CreateCommand(ReadBuffer.Bytes, to => ReadBuffer.Write(to, 0)));
        }

        host.Send(LawHost.CreateCommand(BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8CA8, 1)));
        host.Send(LawHost.CreateCommand(BlitFramebuffer.Bytes, to => BlitFramebuffer.Write(to, 0, 0, 8, 8, 0, 0, 8, 8, mask, 0x2600)));
        host.Send(LawHost.CreateCommand(BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8CA8, 9)));
        return host.Ask(
            ReadPixels.Bytes, (to, token) => ReadPixels.Write(to, token, 0, 0, 8, 8, point == 0x8CE0 ? Rgba : 0x1902,
            point == 0x8CE0 ? UByte : 0x1406));
    }

    private static void WithoutColor(ObjectStream stream, bool isSo)
    {
        if (isSo)
        {
            stream.Put(Opcode.DrawBuffer, DrawBuffer.Bytes, to => DrawBuffer.Write(to, 0));
            stream.Put(Opcode.ReadBuffer, ReadBuffer.Bytes, to => ReadBuffer.Write(to, 0));
        }
    }

    /// <summary>Clears rectangles to different values.</summary>
    private static void Paint(ObjectStream stream, uint mask)
    {
        stream.Put(Opcode.Enable, Enable.Bytes, to => Enable.Write(to, 0x0C11));
        for (int i = 0; i < 8; i++)
        {
            int x = i;
            stream.Put(Opcode.Scissor, Scissor.Bytes, to => Scissor.Write(to, x, 0, 8, 8));
            stream.Put(Opcode.ClearColor, ClearColor.Bytes, to => ClearColor.Write(to, x / 9f, 1 - (x / 11f), x / 37f, x / 10f));
            stream.Put(Opcode.ClearDepth, ClearDepth.Bytes, to => ClearDepth.Write(to, x / 13.0));
            stream.Put(Opcode.ClearStencil, ClearStencil.Bytes, to => ClearStencil.Write(to, x * 31));
            stream.Put(Opcode.Clear, Clear.Bytes, to => Clear.Write(to, mask));
        }
    }

    private static void Shader(ObjectStream stream, uint name, uint type, string source)
    {
        stream.Put(Opcode.MakeShader, MakeShader.Bytes, to => MakeShader.Write(to, name, type));
        Source(stream, name, source);
        stream.Put(Opcode.CompileShader, CompileShader.Bytes, to => CompileShader.Write(to, name));
    }

    private static void Source(ObjectStream stream, uint name, string source)
    {
        byte[] text = Encoding.ASCII.GetBytes(source);
        stream.Put(Opcode.SetShaderSource, SetShaderSource.Bytes, to => SetShaderSource.Write(to, name, text.Length), text);
    }

    private static void Bind(ObjectStream stream, uint program, string attribute, uint place)
    {
        byte[] text = Encoding.ASCII.GetBytes(attribute);
        stream.Put(Opcode.BindAttribute, BindAttribute.Measure(text.Length), to =>
            BindAttribute.Write(to, program, place, text.Length, text));
    }

    private static void LinkedPair(ObjectStream stream, uint program, uint vertex, uint fragment)
    {
        Shader(stream, vertex, 0x8B31, Vertex);
        Shader(stream, fragment, 0x8B30, Fragment);
        stream.Put(Opcode.MakeProgram, MakeProgram.Bytes, to => MakeProgram.Write(to, program));
        stream.Put(Opcode.AttachShader, AttachShader.Bytes, to => AttachShader.Write(to, program, vertex));
        stream.Put(Opcode.AttachShader, AttachShader.Bytes, to => AttachShader.Write(to, program, fragment));
        Bind(stream, program, "where", 5);
        stream.Put(Opcode.LinkProgram, LinkProgram.Bytes, to => LinkProgram.Write(to, program));
    }

    private static void Describe(ObjectStream stream, uint program) =>
        stream.Learn(Opcode.DescribeProgram, DescribeProgram.Bytes, (to, token) => DescribeProgram.Write(to, token, program));

    private static void SetUniforms(ObjectStream stream, uint program)
    {
        (int tint, int turn, int amount, int two) = (stream.Locate(program, "tint"), stream.Locate(program, "turn"),
            stream.Locate(program, "amount"), stream.Locate(program, "two"));
        byte[] values = new byte[64];
        for (int i = 0; i < 16; i++)
        {
            BitConverter.GetBytes(i * 0.25f).CopyTo(values, i * 4);
        }

        stream.Put(Opcode.UseProgram, UseProgram.Bytes, to => UseProgram.Write(to, program));
        stream.Put(Opcode.Uniform4fv, Uniform4fv.Measure(4), to => Uniform4fv.Write(to, tint, 4, values));
        stream.Put(Opcode.Uniform4fv, Uniform4fv.Measure(1), to => Uniform4fv.Write(to, tint + 2, 1, values.AsSpan(16, 16)));
        stream.Put(Opcode.Uniform4fv, Uniform4fv.Measure(2), to => Uniform4fv.Write(to, tint, 2, values.AsSpan(32, 32)));
        stream.Put(Opcode.UniformMatrix4fv, UniformMatrix4fv.Measure(1), to => UniformMatrix4fv.Write(to, turn, 1, 1, values));
        stream.Put(Opcode.Uniform1f, Uniform1f.Bytes, to => Uniform1f.Write(to, amount, 2.5f));
        stream.Put(Opcode.Uniform1i, Uniform1i.Bytes, to => Uniform1i.Write(to, two, 3));
        Assert.True(stream.End());
        stream.Put(Opcode.Uniform1i, Uniform1i.Bytes, to => Uniform1i.Write(to, two, 5));
        stream.Put(Opcode.UseProgram, UseProgram.Bytes, to => UseProgram.Write(to, 0));
    }

    private static void Assembly(ObjectStream stream, uint name, uint target, string source)
    {
        byte[] text = Encoding.ASCII.GetBytes(source);
        stream.Put(Opcode.BindProgramARB, BindProgramARB.Bytes, to => BindProgramARB.Write(to, target, name));
        stream.Put(Opcode.ProgramStringARB, ProgramStringARB.Bytes, to => ProgramStringARB.Write(to, target, 0x8875, text.Length), text);
    }
}
