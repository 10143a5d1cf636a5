using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Tests;

/// <summary>What the mirror of a context writes, read as a list of opcodes. The law over a real GL stands in
/// Vmgl.EndToEnd.Tests/Law.</summary>
public class ContextMirrorTests
{
    private delegate void Filler(Span<byte> to);

    private readonly ContextMirror _mirror = new(1, new GroupMirror(), HostFacts.Least);

    [Fact]
    public void Nothing_WritesNothing() => Assert.Empty(Written());

    [Fact]
    public void TheLastCommand_StandsAlone()
    {
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 2));
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 3));
        Assert.Equal(["LineWidth"], Written());
    }

    [Fact]
    public void ADoubtfulCommand_StandsBehindTheOneBefore_AndOnce()
    {
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 2));
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, -1), isSure: false);
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, -1), isSure: false);
        Assert.Equal(["LineWidth", "LineWidth"], Written());
    }

    [Fact]
    public void DoubtfulCommands_AreBounded()
    {
        for (int i = 0; i < 1000; i++)
        {
            float width = i;
            Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, width), isSure: false);
        }

        Assert.InRange(Written().Count, 2, 32);
    }

    [Fact]
    public void TextureEnvironment_NeedsItsUnit_AndTheUnitStands()
    {
        Fold(Opcode.ActiveTexture, ActiveTexture.Bytes, to => ActiveTexture.Write(to, GL_TEXTURE1));
        Fold(Opcode.TexEnvf, TexEnvf.Bytes, to => TexEnvf.Write(to, GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, GL_MODULATE));
        Fold(Opcode.ActiveTexture, ActiveTexture.Bytes, to => ActiveTexture.Write(to, GL_TEXTURE0));
        Assert.Equal(["ActiveTexture", "TexEnvf", "ActiveTexture"], Written());
    }

    [Fact]
    public void APoppedLevel_LeavesNothing()
    {
        Fold(Opcode.PushAttrib, PushAttrib.Bytes, to => PushAttrib.Write(to, GL_LINE_BIT));
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 2));
        Fold(Opcode.PopAttrib, PopAttrib.Bytes, PopAttrib.Write);
        Assert.Empty(Written());
    }

    [Fact]
    public void MatricesBelowTheTop_ArePushed()
    {
        Fold(Opcode.Translatef, Translatef.Bytes, to => Translatef.Write(to, 1, 2, 3));
        Fold(Opcode.PushMatrix, PushMatrix.Bytes, PushMatrix.Write);
        Fold(Opcode.Scalef, Scalef.Bytes, to => Scalef.Write(to, 1, 2, 3));
        Assert.Equal(["Translatef", "PushMatrix", "Scalef"], Written().Where(name => name != "MatrixMode"));
    }

    [Fact]
    public void ALongHistory_BecomesOneLoad()
    {
        for (int i = 0; i < 1000; i++)
        {
            Fold(Opcode.Rotatef, Rotatef.Bytes, to => Rotatef.Write(to, 0.36f, 0, 0, 1));
        }

        Assert.Contains("LoadMatrixd", Written());
        Assert.InRange(Written().Count, 2, 300);
    }

    [Fact]
    public void InsideAPrimitive_OnlyVertexValuesCount()
    {
        Fold(Opcode.Begin, Begin.Bytes, to => Begin.Write(to, GL_TRIANGLES));
        Assert.True(_mirror.IsInPrimitive);
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 2), isSure: false);
        Fold(Opcode.Color3f, Color3f.Bytes, to => Color3f.Write(to, 1, 0, 0));
        Fold(Opcode.End, End.Bytes, End.Write);
        Assert.Equal(["Color3f"], Written());
    }

    [Fact]
    public void AList_IsWrittenWhole_AndCarriedOutWhenItIsCalled()
    {
        Fold(Opcode.NewList, NewList.Bytes, to => NewList.Write(to, 7, GL_COMPILE));
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 2));
        Fold(Opcode.Vertex3f, Vertex3f.Bytes, to => Vertex3f.Write(to, 1, 2, 3));
        Fold(Opcode.EndList, EndList.Bytes, EndList.Write);
        Assert.Equal(["NewList", "LineWidth", "Vertex3f", "EndList"], Written());
        Fold(Opcode.CallList, CallList.Bytes, to => CallList.Write(to, 7));
        Assert.Equal(["NewList", "LineWidth", "Vertex3f", "EndList", "LineWidth"], Written());
    }

    [Fact]
    public void ListsThatCallEachOther_End()
    {
        for (uint list = 1; list <= 2; list++)
        {
            uint name = list;
            Fold(Opcode.NewList, NewList.Bytes, to => NewList.Write(to, name, GL_COMPILE));
            Fold(Opcode.CallList, CallList.Bytes, to => CallList.Write(to, 3 - name));
            Fold(Opcode.CallList, CallList.Bytes, to => CallList.Write(to, 3 - name));
            Fold(Opcode.EndList, EndList.Bytes, EndList.Write);
        }

        Fold(Opcode.CallList, CallList.Bytes, to => CallList.Write(to, 1));
        Assert.Equal(8, Written().Count);
    }

    [Fact]
    public void ALight_IsSetUnderItsMatrix()
    {
        Fold(Opcode.Translatef, Translatef.Bytes, to => Translatef.Write(to, 1, 2, 3));
        Fold(Opcode.Lightfv, Lightfv.Measure(GL_POSITION), to => Lightfv.Write(to, GL_LIGHT0, GL_POSITION, new byte[16]));
        Fold(Opcode.LoadIdentity, LoadIdentity.Bytes, LoadIdentity.Write);
        Assert.Equal(["Translatef", "Lightfv", "LoadIdentity"], Written().Where(name => name != "MatrixMode"));
    }

    [Fact]
    public void ADeletedTexture_IsBoundNoMore()
    {
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, GL_TEXTURE_2D, 5));
        Assert.Equal(5u, _mirror.Bindings.Texture(GL_TEXTURE_2D));
        Fold(Opcode.DeleteTextures, DeleteTextures.Measure(1), to => DeleteTextures.Write(to, 1, BitConverter.GetBytes(5)));
        Assert.Equal(0u, _mirror.Bindings.Texture(GL_TEXTURE_2D));
        Assert.Empty(Written());
    }

    /// <summary>Catches a bug where what glXCopyContext copied needed the source's matrix, and a copy of the initial state copied
    /// nothing.</summary>
    [Fact]
    public void ACopiedLight_IsSetUnderItsMatrix_AndTheInitialStateIsCopiedToo()
    {
        const uint LightingAndLine = GL_LIGHTING_BIT | GL_LINE_BIT;
        var source = new ContextMirror(2, new GroupMirror(), HostFacts.Least);
        Fold(source, Opcode.Translatef, Translatef.Bytes, to => Translatef.Write(to, 1, 2, 3));
        Fold(source, Opcode.Lightfv, Lightfv.Measure(GL_POSITION), to => Lightfv.Write(to, GL_LIGHT0, GL_POSITION, new byte[16]));
        Fold(source, Opcode.Translatef, Translatef.Bytes, to => Translatef.Write(to, 3, 4, 5));
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 3));
        _mirror.CopyState(source, LightingAndLine);
        Assert.Equal(["Translatef", "Lightfv", "LoadIdentity"], Written().Where(name => name != "MatrixMode"));
    }

    [Fact]
    public void WhatIsSetAfterACopy_ComesAfterIt()
    {
        var source = new ContextMirror(2, new GroupMirror(), HostFacts.Least);
        for (int i = 1; i < 9; i++)
        {
            float width = i;
            Fold(source, Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, width));
        }

        Fold(source, Opcode.LineStipple, LineStipple.Bytes, to => LineStipple.Write(to, 1, 2));
        _mirror.CopyState(source, GL_LINE_BIT);
        Fold(Opcode.LineWidth, LineWidth.Bytes, to => LineWidth.Write(to, 2));
        Assert.Equal(["LineStipple", "LineWidth"], Written());
    }

    [Fact]
    public void TexturesOfALevel_GetTheParametersOfItsMoment_ThenThoseOfNow()
    {
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, GL_TEXTURE_2D, 5));
        Fold(Opcode.TexParameteri, TexParameteri.Bytes, to =>
            TexParameteri.Write(to, GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, (int)GL_NEAREST));
        Fold(Opcode.PushAttrib, PushAttrib.Bytes, to => PushAttrib.Write(to, GL_TEXTURE_BIT));
        Fold(Opcode.TexParameteri, TexParameteri.Bytes, to =>
            TexParameteri.Write(to, GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, (int)GL_LINEAR));
        List<string> written = Written();
        int push = written.IndexOf("PushAttrib");
        Assert.Contains("TexParameteri", written[..push]);
        Assert.Single(written[push..], name => name == "TexParameteri");
        Fold(Opcode.PopAttrib, PopAttrib.Bytes, PopAttrib.Write);
        Assert.Single(Written(), name => name == "TexParameteri");
    }

    /// <summary>It is made, bound, and deleted when everything else is there; nothing is left of it once it is bound nowhere.</summary>
    [Fact]
    public void ATextureDeletedElsewhere_LivesWhileItIsBound()
    {
        byte[] five = BitConverter.GetBytes(5u);
        var other = new ContextMirror(2, _mirror.Group, HostFacts.Least);
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, GL_TEXTURE_2D, 5));
        Fold(other, Opcode.DeleteTextures, DeleteTextures.Measure(1), to => DeleteTextures.Write(to, 1, five));
        Fold(Opcode.TexParameteri, TexParameteri.Bytes, to =>
            TexParameteri.Write(to, GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, (int)GL_NEAREST));
        Assert.Contains("TexParameteri", WrittenBy(_mirror.Group.Write));
        Assert.Equal(["DeleteTextures"], WrittenBy(_mirror.Group.WriteLast));
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, GL_TEXTURE_2D, 0));
        Assert.Empty(WrittenBy(_mirror.Group.Write));
        Assert.Empty(WrittenBy(_mirror.Group.WriteLast));
    }

    /// <summary>In a frame with errors, too, it is known that GL refused this, and that it had no other effect.</summary>
    [Fact]
    public void ABindingOfATextureOfAnotherTarget_IsDropped()
    {
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, GL_TEXTURE_2D, 5));
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, GL_TEXTURE_1D, 5), isSure: false);
        Assert.Equal(["BindTexture"], WrittenBy(_mirror.WriteState));
    }

    /// <summary>glPopAttrib binds by name: a texture of that name is made again.</summary>
    [Fact]
    public void ATextureDeletedInsideALevel_IsBoundAgainBehindIt()
    {
        byte[] five = BitConverter.GetBytes(5u);
        Fold(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, GL_TEXTURE_2D, 5));
        Fold(Opcode.PushAttrib, PushAttrib.Bytes, to => PushAttrib.Write(to, GL_TEXTURE_BIT));
        Fold(Opcode.DeleteTextures, DeleteTextures.Measure(1), to => DeleteTextures.Write(to, 1, five));
        Assert.Equal("BindTexture", Written()[0]);
        Assert.Null(_mirror.Group.Textures.TextureNamed(5));
        Assert.Equal(["DeleteTextures"], WrittenBy(_mirror.Group.WriteLast));
        Fold(Opcode.PopAttrib, PopAttrib.Bytes, PopAttrib.Write);
        Assert.NotNull(_mirror.Group.Textures.TextureNamed(5));
        Assert.Empty(WrittenBy(_mirror.Group.WriteLast));
    }

    private void Fold(Opcode opcode, long bytes, Filler write, bool isSure = true) => Fold(_mirror, opcode, bytes, write, isSure);

    private static void Fold(ContextMirror mirror, Opcode opcode, long bytes, Filler write, bool isSure = true)
    {
        byte[] command = new byte[bytes];
        write(command);
        mirror.FoldCommand(opcode, command, default, isSure);
    }

    private List<string> Written() => WrittenBy(to =>
    {
        _mirror.Group.Write(to);
        _mirror.WriteState(to);
    });

    private static List<string> WrittenBy(Action<RebuildWriter> write)
    {
        var names = new List<string>();
        var writer = new RebuildWriter((commands, bulk) =>
        {
            var reader = new BatchReader(commands, bulk);
            while (reader.TryNext(out Opcode opcode, out _))
            {
                names.Add(opcode.ToString());
            }
        });
        write(writer);
        writer.Flush();
        return names;
    }
}
