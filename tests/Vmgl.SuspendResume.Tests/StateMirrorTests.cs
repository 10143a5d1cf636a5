using System.Buffers.Binary;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Tests;

/// <summary>What a mirror is sure of, and what it must not be.</summary>
public class StateMirrorTests
{
    [Fact]
    public void Ask_BeforeAnything_IsNotAnswered() => Assert.Null(new Mirrored().Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Ask_AfterValidCommand_GivesItsValue() => Assert.Equal(GL_ALWAYS, new Mirrored().SetDepth(GL_ALWAYS).Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Ask_AfterWrongEnum_IsNotAnswered() => Assert.Null(new Mirrored().SetDepth(GL_ALWAYS).SetDepth(0x1234).Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Ask_AfterAnswer_RemembersIt() => Assert.Equal(GL_LESS, new Mirrored().Answered(GL_DEPTH_FUNC, GL_LESS).Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Ask_InsidePrimitive_IsNotAnswered() => Assert.Null(new Mirrored().SetDepth(GL_LESS).StartPrimitive().Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Command_InsidePrimitive_MakesItsStateUnknown()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS).Turn(GL_BLEND, true).StartPrimitive().SetDepth(GL_ALWAYS).EndPrimitive();

        Assert.Null(mirrored.Ask(GL_DEPTH_FUNC));
        Assert.Equal(1, mirrored.Ask(GL_BLEND));
    }

    [Fact]
    public void List_OnlyCompiled_ChangesNothingUntilCalled()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS).StartList(7).SetDepth(GL_ALWAYS).EndTheList();

        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
        Assert.Equal(GL_ALWAYS, mirrored.Call(7).Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void List_CompiledAndExecuted_DoesBoth()
    {
        Mirrored mirrored = new Mirrored().StartList(7, GL_COMPILE_AND_EXECUTE).SetDepth(GL_ALWAYS).EndTheList();

        Assert.Equal(GL_ALWAYS, mirrored.Ask(GL_DEPTH_FUNC));
        Assert.Equal(GL_ALWAYS, mirrored.SetDepth(GL_LESS).Call(7).Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void List_MadeBeforeWatching_IsKnown()
    {
        Mirrored mirrored = new Mirrored(watches: false).StartList(7).SetDepth(GL_ALWAYS).EndTheList();
        mirrored.Fold();
        mirrored.Mirror.StartWatching(21);

        Assert.Equal(GL_ALWAYS, mirrored.Call(7).Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void List_CalledFromAnother_IsCarriedOut() => Assert.Equal(
        GL_ALWAYS, new Mirrored().StartList(7).SetDepth(GL_ALWAYS).EndTheList().StartList(8).Call(7).EndTheList().Call(8)
        .Ask(GL_DEPTH_FUNC));

    [Fact]
    public void List_CallingItself_EndsInNothingKnown() =>
        Assert.Null(new Mirrored().SetDepth(GL_LESS).StartList(7).SetDepth(GL_LESS).Call(7).EndTheList().Call(7).Ask(GL_DEPTH_FUNC));

    [Fact]
    public void List_ThatBeginsAPrimitive_LeavesNothingKnown() =>
        Assert.Null(new Mirrored().SetDepth(GL_LESS).StartList(7).StartPrimitive().EndTheList().Call(7).Ask(GL_DEPTH_FUNC));

    [Fact]
    public void List_RedefinedByAnotherContext_ForgetsAll()
    {
        var lists = new DisplayLists();
        Mirrored one = new Mirrored(lists).SetDepth(GL_LESS);
        one.Fold();
        Mirrored other = new Mirrored(lists).StartList(7).SetDepth(GL_ALWAYS).EndTheList();
        other.Fold();

        Assert.Null(one.Ask(GL_DEPTH_FUNC));
        Assert.Equal(GL_ALWAYS, one.Call(7).Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void CallLists_WithUnknownBase_LosesAllAndAsksForIt()
    {
        Mirrored mirrored = new Mirrored().StartList(7).SetDepth(GL_ALWAYS).EndTheList().SetDepth(GL_LESS);
        CallLists.Write(mirrored.Room((int)CallLists.Measure(1, GL_UNSIGNED_BYTE)), 1, GL_UNSIGNED_BYTE, [7]);

        Assert.Null(mirrored.Ask(GL_DEPTH_FUNC));
        mirrored.Answered(GL_ATTRIB_STACK_DEPTH, 0);
        Assert.Equal(GL_LIST_BASE, mirrored.Mirror.FindWantedName(new StateQuestion(GL_DEPTH_FUNC)));
    }

    [Fact]
    public void Pop_OfAGroup_GivesItBackAndNothingElse()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS).Turn(GL_BLEND, false).Push(GL_DEPTH_BUFFER_BIT).SetDepth(GL_ALWAYS)
            .Turn(GL_BLEND, true).Pop();

        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
        Assert.Equal(1, mirrored.Ask(GL_BLEND));
        Assert.Equal(0, mirrored.Ask(GL_ATTRIB_STACK_DEPTH));
    }

    /// <summary>Catches a bug where what an inner level had changed was taken to be given back, which Mesa does not do.</summary>
    [Fact]
    public void Pop_OfWhatAnInnerLevelChanged_IsNotSure() => Assert.Null(
        new Mirrored().SetDepth(GL_LESS).Push(GL_ALL_ATTRIB_BITS).Push(0).SetDepth(GL_ALWAYS).Pop().Pop().Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Pop_BeyondWhatWasSeen_ForgetsAll() => Assert.Null(
        new Mirrored().Answered(GL_ATTRIB_STACK_DEPTH, 1).SetDepth(GL_LESS).Pop().Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Pop_OfAnEmptyStack_IsRefused() => Assert.Equal(GL_LESS, new Mirrored().SetDepth(GL_LESS).Pop().Ask(GL_DEPTH_FUNC));

    [Fact]
    public void Bind_OfANameSeenBound_IsSure()
    {
        Mirrored mirrored = new Mirrored().Bind(5);

        Assert.Null(mirrored.Ask(GL_TEXTURE_BINDING_2D));
        Assert.Equal(5, mirrored.Answered(GL_TEXTURE_BINDING_2D, 5).Bind(0).Bind(5).Ask(GL_TEXTURE_BINDING_2D));
    }

    [Fact]
    public void Bind_OfANameUsedAnew_IsNotSure()
    {
        Mirrored mirrored = new Mirrored().Answered(GL_TEXTURE_BINDING_2D, 5).Bind(0);
        mirrored.Fold();
        mirrored.Proofs.ForgetNames([5]);

        Assert.Null(mirrored.Bind(5).Ask(GL_TEXTURE_BINDING_2D));
    }

    [Fact]
    public void Delete_OfABoundTexture_Unbinds()
    {
        Mirrored mirrored = new Mirrored().Answered(GL_TEXTURE_BINDING_2D, 5);
        Span<byte> name = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(name, 5);
        DeleteTextures.Write(mirrored.Room((int)DeleteTextures.Measure(1)), 1, name);

        Assert.Equal(0, mirrored.Ask(GL_TEXTURE_BINDING_2D));
    }

    [Fact]
    public void Unit_DecidesWhoseStateItIs()
    {
        Mirrored mirrored = new Mirrored().Turn(GL_TEXTURE_2D, true).Unit(1).Turn(GL_TEXTURE_2D, false);

        Assert.Equal(0, mirrored.Ask(GL_TEXTURE_2D));
        Assert.Equal(1, mirrored.Unit(0).Ask(GL_TEXTURE_2D));
    }

    [Fact]
    public void Unit_BeyondWhatIsSure_IsNotKnown() => Assert.Null(new Mirrored().Unit(5).Ask(GL_ACTIVE_TEXTURE));

    [Fact]
    public void Capability_OfAnExtension_NeedsProof()
    {
        Mirrored mirrored = new Mirrored().Turn(GL_POINT_SPRITE, true);

        Assert.Null(mirrored.Ask(GL_POINT_SPRITE));
        Assert.Equal(0, mirrored.Answered(GL_POINT_SPRITE, 1).Turn(GL_POINT_SPRITE, false).Ask(GL_POINT_SPRITE));
    }

    [Theory]
    [InlineData(AnswerForm.Float, 1.0)]
    [InlineData(AnswerForm.Boolean, 1.0)]
    [InlineData(AnswerForm.Integer, null)]
    public void Color_AskedInEveryType_IsAnsweredWhereTheMappingIsCertain(AnswerForm form, double? expected)
    {
        var mirrored = new Mirrored();
        ClearColor.Write(mirrored.Room(ClearColor.Bytes), 1, 0, 0, 0.5f);

        Assert.Equal(expected, mirrored.Ask(GL_COLOR_CLEAR_VALUE, form));
    }

    /// <summary>Catches a bug where a colour that Mesa takes from a list later than the list was made answered for another.</summary>
    [Fact]
    public void CurrentColor_OnceThereAreLists_IsNotSure()
    {
        var mirrored = new Mirrored();
        Color3f.Write(mirrored.Room(Color3f.Bytes), 1, 0, 0);
        Assert.Equal(1, mirrored.Ask(GL_CURRENT_COLOR, AnswerForm.Float));

        mirrored.StartList(7).EndTheList();
        Color3f.Write(mirrored.Room(Color3f.Bytes), 1, 0, 0);
        Assert.Null(mirrored.Ask(GL_CURRENT_COLOR, AnswerForm.Float));
    }

    [Fact]
    public void Matrix_WithTheSameHistory_IsAnsweredAgain()
    {
        Mirrored mirrored = new Mirrored().Answered(GL_MODELVIEW_STACK_DEPTH, 1);
        MatrixMode.Write(mirrored.Room(MatrixMode.Bytes), GL_MODELVIEW);
        Turned(mirrored, 30);
        Assert.Null(mirrored.Ask(GL_MODELVIEW_MATRIX));
        mirrored.Answered(GL_MODELVIEW_MATRIX, [.. Enumerable.Range(0, 16).Select(i => (double)i)]);

        Turned(mirrored, 60);
        Assert.Null(mirrored.Ask(GL_MODELVIEW_MATRIX));
        Turned(mirrored, 30);
        Assert.Equal(0, mirrored.Ask(GL_MODELVIEW_MATRIX));
    }

    /// <summary>Catches a bug where these commands, of which no rule knew, made everything unknown.</summary>
    [Fact]
    public void IndexedMask_MakesTheMaskUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS);
        ColorMask.Write(mirrored.Room(ColorMask.Bytes), 1, 1, 1, 0);
        Assert.Equal(1, mirrored.Ask(GL_COLOR_WRITEMASK));

        ColorMaski.Write(mirrored.Room(ColorMaski.Bytes), 1, 0, 0, 0, 0);
        Assert.Null(mirrored.Ask(GL_COLOR_WRITEMASK));
        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
    }

    [Theory]
    [InlineData(GL_BLEND, true)]
    [InlineData(GL_TEXTURE_2D, true)]
    [InlineData(GL_DITHER, false)]
    [InlineData(0x1234u, false)]
    public void IndexedCapability_MakesItselfUnknownOnly(uint capability, bool isBlendOrTexture)
    {
        Mirrored mirrored = new Mirrored().Turn(GL_BLEND, true).Unit(1).Turn(GL_TEXTURE_2D, true).SetDepth(GL_LESS);
        Enablei.Write(mirrored.Room(Enablei.Bytes), capability, 1);
        Disablei.Write(mirrored.Room(Disablei.Bytes), capability, 0);

        Assert.Equal(isBlendOrTexture ? null : 1, mirrored.Ask(capability == GL_TEXTURE_2D ? GL_TEXTURE_2D : GL_BLEND));
        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
        Assert.Equal(GL_TEXTURE1, mirrored.Ask(GL_ACTIVE_TEXTURE));
    }

    [Fact]
    public void FloatsOfDepth_MakeDepthStateUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS);
        DepthRange.Write(mirrored.Room(DepthRange.Bytes), 0, 1);
        ClearDepth.Write(mirrored.Room(ClearDepth.Bytes), 1);
        Assert.Equal(1, mirrored.Ask(GL_DEPTH_CLEAR_VALUE, AnswerForm.Float));

        DepthRangef.Write(mirrored.Room(DepthRangef.Bytes), 0, 0.5f);
        Assert.Null(mirrored.Ask(GL_DEPTH_RANGE, AnswerForm.Float));
        Assert.Equal(1, mirrored.Ask(GL_DEPTH_CLEAR_VALUE, AnswerForm.Float));
        ClearDepthf.Write(mirrored.Room(ClearDepthf.Bytes), 0.5f);
        Assert.Null(mirrored.Ask(GL_DEPTH_CLEAR_VALUE, AnswerForm.Float));
        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void ClampedOffset_MakesTheOffsetUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS);
        PolygonOffset.Write(mirrored.Room(PolygonOffset.Bytes), 1, 2);
        Assert.Equal(2, mirrored.Ask(GL_POLYGON_OFFSET_UNITS, AnswerForm.Float));

        PolygonOffsetClamp.Write(mirrored.Room(PolygonOffsetClamp.Bytes), 3, 4, 5);
        Assert.Null(mirrored.Ask(GL_POLYGON_OFFSET_UNITS, AnswerForm.Float));
        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void IntegerClearColor_MakesTheClearColorUnknownOnly()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS);
        ClearColor.Write(mirrored.Room(ClearColor.Bytes), 1, 0, 0, 0);
        ClearColorIiEXT.Write(mirrored.Room(ClearColorIiEXT.Bytes), 1, 2, 3, 4);

        Assert.Null(mirrored.Ask(GL_COLOR_CLEAR_VALUE, AnswerForm.Float));
        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void CommandsThatSetNoneOfThisState_ForgetNothing()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS);
        ProvokingVertex.Write(mirrored.Room(ProvokingVertex.Bytes), GL_FIRST_VERTEX_CONVENTION);
        ClampColor.Write(mirrored.Room(ClampColor.Bytes), GL_CLAMP_VERTEX_COLOR, 0);
        SampleMaski.Write(mirrored.Room(SampleMaski.Bytes), 0, 1);
        PopDebugGroup.Write(mirrored.Room(PopDebugGroup.Bytes));
        WatchMessages.Write(mirrored.Room(WatchMessages.Bytes), 1);

        Assert.Equal(GL_LESS, mirrored.Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void ForgetEverything_ForgetsAll()
    {
        Mirrored mirrored = new Mirrored().SetDepth(GL_LESS);
        mirrored.Fold();
        mirrored.Mirror.ForgetEverything();

        Assert.Null(mirrored.Ask(GL_DEPTH_FUNC));
    }

    [Fact]
    public void Watch_WithoutQuestions_Ends()
    {
        var mirrored = new Mirrored();
        for (int i = 0; i < 5; i++)
        {
            for (int n = 0; n < 1 << 17; n++)
            {
                mirrored.SetDepth(GL_LESS);
            }

            mirrored.Fold();
        }

        Assert.False(mirrored.Mirror.IsWatching);
        Assert.Null(mirrored.Ask(GL_DEPTH_FUNC));
    }

    private static void Turned(Mirrored mirrored, float angle)
    {
        LoadIdentity.Write(mirrored.Room(LoadIdentity.Bytes));
        Rotatef.Write(mirrored.Room(Rotatef.Bytes), angle, 0, 0, 1);
    }
}
