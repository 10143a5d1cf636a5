using Vmgl.Testing;
using Vmgl.Wire;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Streams of one area of the spec each, every command of it with arguments made by chance.</summary>
public sealed partial class LawTests
{
    /// <summary>Areas whose commands set state of the context alone.</summary>
    public static TheoryData<string> Areas() => ["rasterization", "fog", "fragments"];

    [Theory(Skip = "the mirror is being built")]
    [MemberData(nameof(Areas))]
    public void Area_IsRebuilt(string area) => CheckSeeds(area, chance => Mixed(chance, OpcodesOf(area)));

    private static Opcode[] OpcodesOf(params string[] areas) => [.. ChanceCalls.All.Where(c => areas.Contains(c.Value.Area)).Select(c => c.Key)];

    private static IEnumerable<LawCommand> Mixed(Chance chance, Opcode[] opcodes)
    {
        for (int i = 0; i < Commands; i++)
        {
            yield return LawCommand.By(chance, opcodes[chance.Below(opcodes.Length)]);
        }
    }
}
