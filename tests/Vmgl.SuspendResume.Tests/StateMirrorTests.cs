using System.Buffers.Binary;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire.Commands;
using static Vmgl.SuspendResume.Tests.Mirrored;

namespace Vmgl.SuspendResume.Tests;

/// <summary>What a mirror is sure of, and what it must not be.</summary>
public class StateMirrorTests
{
    private const uint Modelview = 0x1700;
    private const uint ModelviewMatrix = 0x0BA6;

    [Fact]
    public void Ask_BeforeAnything_IsNotAnswered() => Assert.Null(new Mirrored().Ask(DepthTest));

    [Fact]
    public void Ask_AfterValidCommand_GivesItsValue() => Assert.Equal(Always, new Mirrored().SetDepth(Always).Ask(DepthTest));

    [Fact]
    public void Ask_AfterWrongEnum_IsNotAnswered() => Assert.Null(new Mirrored().SetDepth(Always).SetDepth(0x1234).Ask(DepthTest));

    [Fact]
    public void Ask_AfterAnswer_RemembersIt() => Assert.Equal(Less, new Mirrored().Answered(DepthTest, Less).Ask(DepthTest));

    [Fact]
    public void Ask_InsidePrimitive_IsNotAnswered() => Assert.Null(new Mirrored().SetDepth(Less).StartPrimitive().Ask(DepthTest));

    [Fact]
    public void Command_InsidePrimitive_MakesItsStateUnknown()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less).Turn(Blend, true).StartPrimitive().SetDepth(Always).EndPrimitive();

        Assert.Null(mirrored.Ask(DepthTest));
        Assert.Equal(1, mirrored.Ask(Blend));
    }

    [Fact]
    public void List_OnlyCompiled_ChangesNothingUntilCalled()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less).StartList(7).SetDepth(Always).EndTheList();

        Assert.Equal(Less, mirrored.Ask(DepthTest));
        Assert.Equal(Always, mirrored.Call(7).Ask(DepthTest));
    }

    [Fact]
    public void List_CompiledAndExecuted_DoesBoth()
    {
        Mirrored mirrored = new Mirrored().StartList(7, CompileAndExecute).SetDepth(Always).EndTheList();

        Assert.Equal(Always, mirrored.Ask(DepthTest));
        Assert.Equal(Always, mirrored.SetDepth(Less).Call(7).Ask(DepthTest));
    }

    [Fact]
    public void List_MadeBeforeWatching_IsKnown()
    {
        Mirrored mirrored = new Mirrored(watches: false).StartList(7).SetDepth(Always).EndTheList();
        mirrored.Fold();
        mirrored.Mirror.Watch(21);

        Assert.Equal(Always, mirrored.Call(7).Ask(DepthTest));
    }

    [Fact]
    public void List_CalledFromAnother_IsCarriedOut() => Assert.Equal(
        Always, new Mirrored().StartList(7).SetDepth(Always).EndTheList().StartList(8).Call(7).EndTheList().Call(8).Ask(DepthTest));

    [Fact]
    public void List_CallingItself_EndsInNothingKnown() =>
        Assert.Null(new Mirrored().SetDepth(Less).StartList(7).SetDepth(Less).Call(7).EndTheList().Call(7).Ask(DepthTest));

    [Fact]
    public void List_ThatBeginsAPrimitive_LeavesNothingKnown() =>
        Assert.Null(new Mirrored().SetDepth(Less).StartList(7).StartPrimitive().EndTheList().Call(7).Ask(DepthTest));

    [Fact]
    public void List_RedefinedByAnotherContext_ForgetsAll()
    {
        var lists = new DisplayLists();
        Mirrored one = new Mirrored(lists).SetDepth(Less);
        one.Fold();
        Mirrored other = new Mirrored(lists).StartList(7).SetDepth(Always).EndTheList();
        other.Fold();

        Assert.Null(one.Ask(DepthTest));
        Assert.Equal(Always, one.Call(7).Ask(DepthTest));
    }

    [Fact]
    public void CallLists_WithUnknownBase_LosesAllAndAsksForIt()
    {
        Mirrored mirrored = new Mirrored().StartList(7).SetDepth(Always).EndTheList().SetDepth(Less);
        CallLists.Write(mirrored.Room((int)CallLists.Measure(1, 0x1401)), 1, 0x1401, [7]);

        Assert.Null(mirrored.Ask(DepthTest));
        mirrored.Answered(AttribDepth, 0);
        Assert.Equal(0x0B32u, mirrored.Mirror.Wanted(new StateQuestion(DepthTest)));
    }

    [Fact]
    public void Pop_OfAGroup_GivesItBackAndNothingElse()
    {
        const uint DepthBit = 0x100;
        Mirrored mirrored = new Mirrored().SetDepth(Less).Turn(Blend, false).Push(DepthBit).SetDepth(Always).Turn(Blend, true).Pop();

        Assert.Equal(Less, mirrored.Ask(DepthTest));
        Assert.Equal(1, mirrored.Ask(Blend));
        Assert.Equal(0, mirrored.Ask(AttribDepth));
    }

    /// <summary>Catches a bug where what an inner level had changed was taken to be given back, which Mesa does not do.</summary>
    [Fact]
    public void Pop_OfWhatAnInnerLevelChanged_IsNotSure() => Assert.Null(
        new Mirrored().SetDepth(Less).Push(AllBits).Push(0).SetDepth(Always).Pop().Pop().Ask(DepthTest));

    [Fact]
    public void Pop_BeyondWhatWasSeen_ForgetsAll() => Assert.Null(
        new Mirrored().Answered(AttribDepth, 1).SetDepth(Less).Pop().Ask(DepthTest));

    [Fact]
    public void Pop_OfAnEmptyStack_IsRefused() => Assert.Equal(Less, new Mirrored().SetDepth(Less).Pop().Ask(DepthTest));

    [Fact]
    public void Bind_OfANameSeenBound_IsSure()
    {
        Mirrored mirrored = new Mirrored().Bind(5);

        Assert.Null(mirrored.Ask(Binding2D));
        Assert.Equal(5, mirrored.Answered(Binding2D, 5).Bind(0).Bind(5).Ask(Binding2D));
    }

    [Fact]
    public void Bind_OfANameUsedAnew_IsNotSure()
    {
        Mirrored mirrored = new Mirrored().Answered(Binding2D, 5).Bind(0);
        mirrored.Fold();
        mirrored.Proofs.Forget([5]);

        Assert.Null(mirrored.Bind(5).Ask(Binding2D));
    }

    [Fact]
    public void Delete_OfABoundTexture_Unbinds()
    {
        Mirrored mirrored = new Mirrored().Answered(Binding2D, 5);
        Span<byte> name = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(name, 5);
        DeleteTextures.Write(mirrored.Room((int)DeleteTextures.Measure(1)), 1, name);

        Assert.Equal(0, mirrored.Ask(Binding2D));
    }

    [Fact]
    public void Unit_DecidesWhoseStateItIs()
    {
        Mirrored mirrored = new Mirrored().Turn(Texture2D, true).Unit(1).Turn(Texture2D, false);

        Assert.Equal(0, mirrored.Ask(Texture2D));
        Assert.Equal(1, mirrored.Unit(0).Ask(Texture2D));
    }

    [Fact]
    public void Unit_BeyondWhatIsSure_IsNotKnown() => Assert.Null(new Mirrored().Unit(5).Ask(ActiveUnit));

    [Fact]
    public void Capability_OfAnExtension_NeedsProof()
    {
        const uint PointSprite = 0x8861;
        Mirrored mirrored = new Mirrored().Turn(PointSprite, true);

        Assert.Null(mirrored.Ask(PointSprite));
        Assert.Equal(0, mirrored.Answered(PointSprite, 1).Turn(PointSprite, false).Ask(PointSprite));
    }

    [Theory]
    [InlineData(AnswerForm.Float, 1.0)]
    [InlineData(AnswerForm.Boolean, 1.0)]
    [InlineData(AnswerForm.Integer, null)]
    public void Color_AskedInEveryType_IsAnsweredWhereTheMappingIsCertain(AnswerForm form, double? expected)
    {
        var mirrored = new Mirrored();
        ClearColor.Write(mirrored.Room(ClearColor.Bytes), 1, 0, 0, 0.5f);

        Assert.Equal(expected, mirrored.Ask(0x0C22, form));
    }

    /// <summary>Catches a bug where a colour that Mesa takes from a list later than the list was made answered for another.</summary>
    [Fact]
    public void CurrentColor_OnceThereAreLists_IsNotSure()
    {
        const uint CurrentColor = 0x0B00;
        var mirrored = new Mirrored();
        Color3f.Write(mirrored.Room(Color3f.Bytes), 1, 0, 0);
        Assert.Equal(1, mirrored.Ask(CurrentColor, AnswerForm.Float));

        mirrored.StartList(7).EndTheList();
        Color3f.Write(mirrored.Room(Color3f.Bytes), 1, 0, 0);
        Assert.Null(mirrored.Ask(CurrentColor, AnswerForm.Float));
    }

    [Fact]
    public void Matrix_WithTheSameHistory_IsAnsweredAgain()
    {
        Mirrored mirrored = new Mirrored().Answered(0x0BA3, 1);
        MatrixMode.Write(mirrored.Room(MatrixMode.Bytes), Modelview);
        Turned(mirrored, 30);
        Assert.Null(mirrored.Ask(ModelviewMatrix));
        mirrored.Answered(ModelviewMatrix, [.. Enumerable.Range(0, 16).Select(i => (double)i)]);

        Turned(mirrored, 60);
        Assert.Null(mirrored.Ask(ModelviewMatrix));
        Turned(mirrored, 30);
        Assert.Equal(0, mirrored.Ask(ModelviewMatrix));
    }

    /// <summary>Catches a bug where these commands, of which no rule knew, made everything unknown.</summary>
    [Fact]
    public void IndexedMask_MakesTheMaskUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less);
        ColorMask.Write(mirrored.Room(ColorMask.Bytes), 1, 1, 1, 0);
        Assert.Equal(1, mirrored.Ask(GL_COLOR_WRITEMASK));

        ColorMaski.Write(mirrored.Room(ColorMaski.Bytes), 1, 0, 0, 0, 0);
        Assert.Null(mirrored.Ask(GL_COLOR_WRITEMASK));
        Assert.Equal(Less, mirrored.Ask(DepthTest));
    }

    [Theory]
    [InlineData(GL_BLEND, true)]
    [InlineData(GL_TEXTURE_2D, true)]
    [InlineData(GL_DITHER, false)]
    [InlineData(0x1234u, false)]
    public void IndexedCapability_MakesItselfUnknownOnly(uint capability, bool isBlendOrTexture)
    {
        Mirrored mirrored = new Mirrored().Turn(GL_BLEND, true).Unit(1).Turn(GL_TEXTURE_2D, true).SetDepth(Less);
        Enablei.Write(mirrored.Room(Enablei.Bytes), capability, 1);
        Disablei.Write(mirrored.Room(Disablei.Bytes), capability, 0);

        Assert.Equal(isBlendOrTexture ? null : 1, mirrored.Ask(capability == GL_TEXTURE_2D ? GL_TEXTURE_2D : GL_BLEND));
        Assert.Equal(Less, mirrored.Ask(DepthTest));
        Assert.Equal(GL_TEXTURE1, mirrored.Ask(ActiveUnit));
    }

    [Fact]
    public void FloatsOfDepth_MakeDepthStateUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less);
        DepthRange.Write(mirrored.Room(DepthRange.Bytes), 0, 1);
        ClearDepth.Write(mirrored.Room(ClearDepth.Bytes), 1);
        Assert.Equal(1, mirrored.Ask(GL_DEPTH_CLEAR_VALUE, AnswerForm.Float));

        DepthRangef.Write(mirrored.Room(DepthRangef.Bytes), 0, 0.5f);
        Assert.Null(mirrored.Ask(GL_DEPTH_RANGE, AnswerForm.Float));
        Assert.Equal(1, mirrored.Ask(GL_DEPTH_CLEAR_VALUE, AnswerForm.Float));
        ClearDepthf.Write(mirrored.Room(ClearDepthf.Bytes), 0.5f);
        Assert.Null(mirrored.Ask(GL_DEPTH_CLEAR_VALUE, AnswerForm.Float));
        Assert.Equal(Less, mirrored.Ask(DepthTest));
    }

    [Fact]
    public void ClampedOffset_MakesTheOffsetUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less);
        PolygonOffset.Write(mirrored.Room(PolygonOffset.Bytes), 1, 2);
        Assert.Equal(2, mirrored.Ask(GL_POLYGON_OFFSET_UNITS, AnswerForm.Float));

        PolygonOffsetClamp.Write(mirrored.Room(PolygonOffsetClamp.Bytes), 3, 4, 5);
        Assert.Null(mirrored.Ask(GL_POLYGON_OFFSET_UNITS, AnswerForm.Float));
        Assert.Equal(Less, mirrored.Ask(DepthTest));
    }

    [Fact]
    public void IntegerClearColor_MakesTheClearColorUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less);
        ClearColor.Write(mirrored.Room(ClearColor.Bytes), 1, 0, 0, 0);
        ClearColorIiEXT.Write(mirrored.Room(ClearColorIiEXT.Bytes), 1, 2, 3, 4);

        Assert.Null(mirrored.Ask(GL_COLOR_CLEAR_VALUE, AnswerForm.Float));
        Assert.Equal(Less, mirrored.Ask(DepthTest));
    }

    [Fact]
    public void CommandsThatSetNoneOfThisState_ForgetNothing()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less);
        ProvokingVertex.Write(mirrored.Room(ProvokingVertex.Bytes), GL_FIRST_VERTEX_CONVENTION);
        ClampColor.Write(mirrored.Room(ClampColor.Bytes), GL_CLAMP_VERTEX_COLOR, 0);
        SampleMaski.Write(mirrored.Room(SampleMaski.Bytes), 0, 1);
        PopDebugGroup.Write(mirrored.Room(PopDebugGroup.Bytes));
        WatchMessages.Write(mirrored.Room(WatchMessages.Bytes), 1);

        Assert.Equal(Less, mirrored.Ask(DepthTest));
    }

    [Fact]
    public void ForgetEverything_ForgetsAll()
    {
        Mirrored mirrored = new Mirrored().SetDepth(Less);
        mirrored.Fold();
        mirrored.Mirror.ForgetEverything();

        Assert.Null(mirrored.Ask(DepthTest));
    }

    [Fact]
    public void Watch_WithoutQuestions_Ends()
    {
        var mirrored = new Mirrored();
        for (int i = 0; i < 5; i++)
        {
            for (int n = 0; n < 1 << 17; n++)
            {
                mirrored.SetDepth(Less);
            }

            mirrored.Fold();
        }

        Assert.False(mirrored.Mirror.IsWatching);
        Assert.Null(mirrored.Ask(DepthTest));
    }

    private static void Turned(Mirrored mirrored, float angle)
    {
        LoadIdentity.Write(mirrored.Room(LoadIdentity.Bytes));
        Rotatef.Write(mirrored.Room(Rotatef.Bytes), angle, 0, 0, 1);
    }
}
