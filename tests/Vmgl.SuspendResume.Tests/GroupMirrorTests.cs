using Vmgl.SuspendResume.Rebuild;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Shaders;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Tests;

/// <summary>What the mirror of shared objects keeps, and what it lets go. That it rebuilds them is the law's affair, in
/// Vmgl.EndToEnd.Tests.</summary>
public sealed class GroupMirrorTests
{
    private const uint Target = 0x0DE1;
    private const uint Rgba = 0x1908;
    private const uint Rgb = 0x1907;
    private const uint UByte = 0x1401;

    private readonly GroupMirror _group = new();
    private readonly TrackedBindings _bindings = new(1);

    private delegate void Filler(Span<byte> to);

    [Fact]
    public void TexSubImage_OfTheSameForm_IsLaidOver_AndKeepsNothingMore()
    {
        Define(64, 64);
        long before = _group.Bytes;
        for (int i = 0; i < 100; i++)
        {
            Update(i % 32, i % 16, 8, 8, (byte)i);
        }

        Assert.Equal(before, _group.Bytes);
        Assert.Equal([Opcode.TexImage2D], ImagesWritten());
    }

    [Fact]
    public void TexSubImage_OfAnotherForm_ReplacesThoseThatItCovers()
    {
        Define(64, 64);
        Update(4, 4, 8, 8, 1, Rgb);
        Update(20, 4, 8, 8, 2, Rgb);
        Assert.Equal([Opcode.TexImage2D, Opcode.TexSubImage2D, Opcode.TexSubImage2D], ImagesWritten());
        Update(0, 0, 64, 64, 3, Rgb);
        Assert.Equal([Opcode.TexImage2D, Opcode.TexSubImage2D], ImagesWritten());
    }

    /// <summary>Tiles of a level that was defined without pixels, overlapping again and again: they become one image.</summary>
    [Fact]
    public void TexSubImages_BeyondTwiceTheImage_AreJoined()
    {
        Define(256, 256, given: false);
        for (int i = 0; i < 200; i++)
        {
            Update(i % 100, i * 7 % 100, 100 + (i % 50), 90, (byte)i);
        }

        Assert.InRange(_group.Bytes, 256 * 256 * 4, (2 * 256 * 256 * 4) + (64 << 10));
        Assert.Empty(_group.Stale);
    }

    /// <summary>Parts of several forms cannot be joined: the level is to be read back instead of growing for ever.</summary>
    [Fact]
    public void TexSubImages_OfManyForms_AreBounded()
    {
        Define(256, 256);
        for (int i = 0; i < 400; i++)
        {
            Update(i % 100, i * 7 % 100, 100 + (i % 50), 90, (byte)i, i % 2 == 0 ? Rgb : 0x80E0);
        }

        Assert.InRange(_group.Bytes, 1, (2 * 256 * 256 * 4) + (64 << 10));
        Assert.Equal("texture 1 level 0", Assert.Single(_group.Stale).What);
    }

    [Fact]
    public void TexImage_ThatMayHaveBeenRefused_StandsBehindTheOneThatWorked()
    {
        Define(8, 8);
        Define(16, 16, isSure: false);
        Assert.Equal([Opcode.TexImage2D, Opcode.TexImage2D], ImagesWritten());
        Define(16, 16, isSure: false);
        Assert.Equal([Opcode.TexImage2D, Opcode.TexImage2D], ImagesWritten());
        Define(4, 4);
        Assert.Equal([Opcode.TexImage2D], ImagesWritten());
    }

    [Fact]
    public void TexImage_OfAProxy_ChangesNothing()
    {
        Fold(Opcode.TexImage2D, TexImage2D.Bytes, to => TexImage2D.Write(to, 0x8064, 0, (int)Rgba, 8, 8, 0, Rgba, UByte, 0));
        Assert.Empty(Written());
    }

    [Fact]
    public void Drawing_MarksWhatIsAttached_UntilItIsDefinedAnew()
    {
        Define(8, 8);
        Fold(Opcode.BindFramebufferEXT, BindFramebufferEXT.Bytes, to => BindFramebufferEXT.Write(to, 0x8D40, 2));
        Fold(Opcode.FramebufferTexture2D, FramebufferTexture2D.Bytes, to => FramebufferTexture2D.Write(to, 0x8D40, 0x8CE0, Target, 1, 0));
        _group.Draw(_bindings);
        Assert.Equal("texture 1 level 0", Assert.Single(_group.Stale).What);
        Define(8, 8);
        Assert.Empty(_group.Stale);
        _group.Draw(_bindings);
        Assert.Single(_group.Stale);
    }

    [Fact]
    public void BufferData_IsKeptOnce()
    {
        byte[] data = new byte[1000];
        Fold(Opcode.BindBuffer, BindBuffer.Bytes, to => BindBuffer.Write(to, 0x8892, 1));
        for (int i = 0; i < 10; i++)
        {
            Fold(Opcode.BufferData, BufferData.Bytes, to => BufferData.Write(to, 0x8892, data.Length, 0x88E8, 1), data);
            Fold(Opcode.BufferSubData, BufferSubData.Bytes, to => BufferSubData.Write(to, 0x8892, 10, 100), data.AsSpan(0, 100));
        }

        Assert.Equal(1000, _group.Bytes);
    }

    /// <summary>Uniforms are set thousands of times a frame.</summary>
    [Fact]
    public void Uniform_SetAgain_AllocatesNothing()
    {
        MakeProgramOne();
        byte[] one = new byte[Uniform1f.Bytes];
        byte[] matrix = new byte[UniformMatrix4fv.Measure(4)];
        UniformMatrix4fv.Write(matrix, 7, 4, 0, new byte[256]);
        Set();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Set();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Set()
        {
            Uniform1f.Write(one, 3, 0.5f);
            _group.Fold(Opcode.Uniform1f, one, default, _bindings, isSure: true);
            _group.Fold(Opcode.UniformMatrix4fv, matrix, default, _bindings, isSure: true);
        }
    }

    [Fact]
    public void Uniform_OfASampler_ThatMayHaveBeenRefused_StandsBehindTheOneThatWorked()
    {
        MakeProgramOne();
        Fold(Opcode.Uniform1i, Uniform1i.Bytes, to => Uniform1i.Write(to, 3, 1));
        Fold(Opcode.Uniform1i, Uniform1i.Bytes, to => Uniform1i.Write(to, 3, 99), isSure: false);
        Fold(Opcode.Uniform1i, Uniform1i.Bytes, to => Uniform1i.Write(to, 3, 98), isSure: false);
        Assert.Equal(2, Written().Count(opcode => opcode == Opcode.Uniform1i));
        Fold(Opcode.Uniform1i, Uniform1i.Bytes, to => Uniform1i.Write(to, 3, 2));
        Assert.Equal(1, Written().Count(opcode => opcode == Opcode.Uniform1i));
    }

    [Fact]
    public void Program_DeletedWhileInUse_GoesWhenItIsLeft()
    {
        MakeProgramOne();
        Fold(Opcode.DeleteProgram, DeleteProgram.Bytes, to => DeleteProgram.Write(to, 1));
        Assert.Contains(Opcode.MakeProgram, Written());
        Fold(Opcode.UseProgram, UseProgram.Bytes, to => UseProgram.Write(to, 0));
        Assert.DoesNotContain(Opcode.MakeProgram, Written());
    }

    /// <summary>Programs that are linked anew again and again, and nobody asks how that went, would grow for ever.</summary>
    [Fact]
    public void Program_LinkedAnewWhileInUse_IsBounded_AndForgetsWhenItIsLeft()
    {
        MakeProgramOne();
        for (int i = 0; i < 100; i++)
        {
            Fold(Opcode.LinkProgram, LinkProgram.Bytes, to => LinkProgram.Write(to, 1));
        }

        Assert.Equal(3, WrittenLast().Count(opcode => opcode == Opcode.LinkProgram));
        Assert.Equal(1, Written().Count(opcode => opcode == Opcode.LinkProgram));
        Fold(Opcode.UseProgram, UseProgram.Bytes, to => UseProgram.Write(to, 0));
        Assert.Empty(WrittenLast());
        Assert.Equal(1, Written().Count(opcode => opcode == Opcode.LinkProgram));
    }

    [Fact]
    public void Program_LinkedAnewWithSuccess_ForgetsWhatItWas()
    {
        const uint LinkStatus = 0x8B82;
        MakeProgramOne();
        Fold(Opcode.LinkProgram, LinkProgram.Bytes, to => LinkProgram.Write(to, 1));
        byte[] question = new byte[DescribeProgram.Bytes];
        DescribeProgram.Write(question, 7, 1);
        _group.Learn(Opcode.DescribeProgram, question, new ObjectDescription { Parameters = [(LinkStatus, 0)] }.Encode());
        Assert.Contains(Opcode.LinkProgram, WrittenLast());
        _group.Learn(Opcode.DescribeProgram, question, new ObjectDescription { Parameters = [(LinkStatus, 1)] }.Encode());
        Assert.Empty(WrittenLast());
    }

    /// <summary>Catches a bug where the mirror dropped conditional rendering: behind a loss the program's next glEndConditionalRender was
    /// an error.</summary>
    [Fact]
    public void ConditionalRender_ThatIsOpen_IsBegunAgain_WhenEverythingElseIsThere()
    {
        Fold(Opcode.BeginQuery, BeginQuery.Bytes, to => BeginQuery.Write(to, GL_SAMPLES_PASSED, 5));
        Fold(Opcode.EndQuery, EndQuery.Bytes, to => EndQuery.Write(to, GL_SAMPLES_PASSED));
        Fold(Opcode.BeginConditionalRender, BeginConditionalRender.Bytes, to => BeginConditionalRender.Write(to, 5, GL_QUERY_WAIT));
        Assert.Equal([Opcode.BeginConditionalRender], Written(to => _group.WriteActive(to, 1)));
        Assert.Empty(Written(to => _group.WriteActive(to, 2)));
        Fold(Opcode.EndConditionalRender, EndConditionalRender.Bytes, EndConditionalRender.Write);
        Assert.Empty(Written(to => _group.WriteActive(to, 1)));
    }

    [Fact]
    public void ConditionalRender_ThatGlRefuses_IsNotBegun()
    {
        Fold(Opcode.BeginConditionalRender, BeginConditionalRender.Bytes, to => BeginConditionalRender.Write(to, 5, GL_QUERY_WAIT),
            isSure: false);
        Fold(Opcode.BeginQuery, BeginQuery.Bytes, to => BeginQuery.Write(to, GL_SAMPLES_PASSED, 5));
        Fold(Opcode.BeginConditionalRender, BeginConditionalRender.Bytes, to => BeginConditionalRender.Write(to, 5, GL_QUERY_WAIT),
            isSure: false);
        Assert.Equal([Opcode.BeginQuery], Written(to => _group.WriteActive(to, 1)));
    }

    /// <summary>What a rebuilt session was told holds when it is rebuilt once more.</summary>
    [Fact]
    public void QueryResult_ThatWasGiven_IsGivenAgain()
    {
        Fold(Opcode.BeginQuery, BeginQuery.Bytes, to => BeginQuery.Write(to, GL_SAMPLES_PASSED, 5));
        Fold(Opcode.EndQuery, EndQuery.Bytes, to => EndQuery.Write(to, GL_SAMPLES_PASSED));
        Assert.Single(_group.Stale);
        Fold(Opcode.GiveQueryResult, GiveQueryResult.Bytes, to => GiveQueryResult.Write(to, 5, 7, 0));
        Assert.Empty(_group.Stale);
        Assert.Equal([Opcode.BeginQuery, Opcode.EndQuery, Opcode.GiveQueryResult], Written(to => _group.WriteOwn(to, 1)));
    }

    /// <summary>What comes from a host may be cut short: nothing of it is taken, and nothing is lost.</summary>
    [Fact]
    public void ReadBack_FromAHostThatGoesAway_LeavesWhatWasThere()
    {
        Define(8, 8);
        Fold(Opcode.CopyTexSubImage2D, CopyTexSubImage2D.Bytes, to => CopyTexSubImage2D.Write(to, Target, 0, 0, 0, 0, 0, 4, 4));
        for (int answers = 0; answers < 14; answers++) // one less than are asked
        {
            Assert.Throws<HostLostException>(() => _group.ReadBack(new DyingHost(answers)));
            Assert.Single(_group.Stale);
            Assert.Equal([Opcode.TexImage2D], ImagesWritten());
        }
    }

    private void MakeProgramOne()
    {
        Fold(Opcode.MakeProgram, MakeProgram.Bytes, to => MakeProgram.Write(to, 1));
        Fold(Opcode.LinkProgram, LinkProgram.Bytes, to => LinkProgram.Write(to, 1));
        Fold(Opcode.UseProgram, UseProgram.Bytes, to => UseProgram.Write(to, 1));
    }

    private void Define(int width, int height, bool given = true, bool isSure = true)
    {
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, Target, 1));
        byte[] pixels = given ? new byte[width * height * 4] : [];
        Fold(
            Opcode.TexImage2D, TexImage2D.Bytes, to =>
            TexImage2D.Write(to, Target, 0, (int)Rgba, width, height, 0, Rgba, UByte, given ? 1u : 0), pixels, isSure);
    }

    private void Update(int x, int y, int width, int height, byte value, uint format = Rgba)
    {
        byte[] pixels = new byte[Images.MeasureImage(format, UByte, width, height)];
        Array.Fill(pixels, value);
        Fold(
            Opcode.TexSubImage2D, TexSubImage2D.Bytes, to => TexSubImage2D.Write(to, Target, 0, x, y, width, height, format, UByte, 1),
            pixels);
    }

    private void Fold(Opcode opcode, int bytes, Filler write, ReadOnlySpan<byte> bulk = default, bool isSure = true)
    {
        byte[] command = new byte[bytes];
        write(command);
        _group.Fold(opcode, command, bulk, _bindings, isSure);
        _bindings.Track(opcode, command);
    }

    private IEnumerable<Opcode> ImagesWritten() => Written().Where(opcode => opcode is Opcode.TexImage2D or Opcode.TexSubImage2D);

    /// <summary>What the mirror writes, through the door.</summary>
    private List<Opcode> Written() => Written(_group.Write);

    private List<Opcode> WrittenLast() => Written(_group.WriteLast);

    private static List<Opcode> Written(Action<RebuildWriter> write)
    {
        var found = new List<Opcode>();
        var writer = new RebuildWriter((commands, bulk) =>
        {
            var reader = new BatchReader(commands, bulk);
            while (reader.TryNext(out Opcode opcode, out _))
            {
                found.Add(opcode);
            }
        });
        write(writer);
        writer.Flush();
        return found;
    }

    /// <summary>A host that gives some answers, all of them 8, and then no more.</summary>
    private sealed class DyingHost(int answers) : IHostQuestions
    {
        private int _left = answers;

        public RebuildWriter Writer { get; } = new((_, _) => { });

        public byte[] AskQuestion(int bytes, QuestionWriter write)
        {
            write(new byte[bytes], 1);
            return _left-- > 0 ? [4, 0, 0, 0, 8, 0, 0, 0] : throw new HostLostException("it has gone");
        }
    }
}
