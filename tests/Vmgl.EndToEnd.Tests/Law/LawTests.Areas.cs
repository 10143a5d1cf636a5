using Vmgl.SuspendResume.Rules;
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
        ["drawbuffers", "rasterization", "fog", "fragments", "framebuffer", "lighting", "transform", "state", "evaluators", "colors",
            "texcoords", "attributes", "textures", "pixels", "programs"];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_IsRebuilt(string area) => CheckSeeds(area, chance => Mixed(chance, OpcodesOf(area)));

    [Fact]
    public void AllAreas_AreRebuilt() => CheckSeeds("all areas", chance =>
        Mixed(chance, OpcodesOf([.. Areas().Select(row => (string)row.Data)])));

    /// <summary>Areas where Mesa 22 keeps the fourth component of one command when the next gives three.</summary>
    private static readonly string[] s_sized = ["texcoords", "attributes"];

    /// <summary>What no program can mean: Mesa reads on behind a single value where a pname wants four, and behind points that strides
    /// leave.</summary>
    private static bool IsMeaningless(LawCommand command) => command.Opcode switch
    {
        Opcode.Materialf or Opcode.Materiali => BitConverter.ToUInt32(command.Bytes, 8) != 0x1601,
        Opcode.Lightf or Opcode.Lighti => BitConverter.ToUInt32(command.Bytes, 8) is 0x1200 or 0x1201 or 0x1202 or 0x1203 or 0x1204,
        _ when s_sized.Contains(ChanceCalls.All[command.Opcode].Area)
            && !command.Opcode.ToString().Contains('4', StringComparison.Ordinal) => true,
        Opcode.ReadBuffer or Opcode.DrawBuffer => BitConverter.ToUInt32(command.Bytes, 4) is < 0x0400 or > 0x0405, // pbuffers have no other
        Opcode.PixelStoref or Opcode.PixelStorei => true, // the guest's own affair; hosts read and write without gaps
        Opcode.Map1d or Opcode.Map1f or Opcode.Map2d or Opcode.Map2f => true,
        _ => false,
    };

    private static Opcode[] OpcodesOf(params string[] areas) =>
        [.. ChanceCalls.All.Where(c => areas.Contains(c.Value.Area) && s_stateEffects.Contains(MirrorRules.Of(c.Key).Effect))
            .Select(c => c.Key)];

    private static IEnumerable<LawCommand> Mixed(Chance chance, Opcode[] opcodes)
    {
        for (int i = 0; i < Commands; i++)
        {
            LawCommand command = LawCommand.By(chance, opcodes[chance.Below(opcodes.Length)]);
            if (!IsMeaningless(command))
            {
                yield return command;
            }
        }
    }
}
