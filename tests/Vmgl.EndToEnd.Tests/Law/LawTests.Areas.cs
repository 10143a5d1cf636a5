using Vmgl.SuspendResume;
using Vmgl.Testing;
using Vmgl.Wire;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Streams of one area of the spec each, every command of it with arguments made by chance.</summary>
public sealed partial class LawTests
{
    /// <summary>What a host without a framebuffer object, or a stream without draws, makes nothing of.</summary>
    private static readonly StateEffect[] s_stateEffects = [StateEffect.Set, StateEffect.Current, StateEffect.Matrix, StateEffect.Bind];

    /// <summary>Areas whose commands set state of the context alone.</summary>
    public static TheoryData<string> Areas() =>
        ["rasterization", "fog", "fragments", "framebuffer", "lighting", "transform", "state", "evaluators", "colors", "texcoords", "attributes", "textures", "pixels", "drawbuffers", "programs"];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_IsRebuilt(string area) => CheckSeeds(area, chance => Mixed(chance, OpcodesOf(area)));

    [Fact]
    public void AllAreas_AreRebuilt() => CheckSeeds("all areas", chance => Mixed(chance, OpcodesOf([.. Areas().Select(row => (string)row.Data)])));

    private static Opcode[] OpcodesOf(params string[] areas) =>
        [.. ChanceCalls.All.Where(c => areas.Contains(c.Value.Area) && s_stateEffects.Contains(MirrorRules.Of(c.Key).Effect)).Select(c => c.Key)];

    private static IEnumerable<LawCommand> Mixed(Chance chance, Opcode[] opcodes)
    {
        for (int i = 0; i < Commands; i++)
        {
            yield return LawCommand.By(chance, opcodes[chance.Below(opcodes.Length)]);
        }
    }
}
