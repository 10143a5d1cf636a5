using System.Buffers.Binary;
using Vmgl.Testing;
using Vmgl.Wire.Commands;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Everything that can be read of the current context's state, as lines. Reading it takes the stacks apart, level by
/// level.</summary>
internal sealed class StateDump
{
    private const int Units = 8;
    private const uint AttributeDepth = 0x0BB0;
    private const uint RasterValid = 0x0B08;
    private const uint ModelviewMode = 0x1700;
    private const uint Texture0 = 0x84C0;

    /// <summary>What no two contexts share: times, memory, names that only the driver makes.</summary>
    private static readonly HashSet<uint> s_passing = [0x8E28, 0x9047, 0x9048, 0x9049, 0x904A, 0x904B, 0x87FB, 0x87FC, 0x87FD, 0x8B8D];

    /// <summary>What goes with a raster position that was not clipped.</summary>
    private static readonly uint[] s_raster = [0x0B04, 0x0B05, 0x0B06, 0x0B07, 0x0B09, 0x845F];

    private static readonly uint[] s_planes = [0x3000, 0x3001, 0x3002, 0x3003, 0x3004, 0x3005];
    private static readonly uint[] s_textureTargets = [0x0DE0, 0x0DE1, 0x806F, 0x8513, 0x84F5];

    private readonly LawHost _host;
    private readonly List<(string Name, long Bytes, QuestionFiller Write)> _asked = [];

    private StateDump(LawHost host) => _host = host;

    /// <summary>The lines, in an order that is always the same.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Reads everything. The context is good for nothing else afterwards.</summary>
    public static List<string> Of(LawHost host)
    {
        var dump = new StateDump(host);
        dump.AskGeneral("top");
        dump.AskTables();
        dump.AskUnits("top");
        dump.Answer();
        dump.Draw();
        int depth = dump.Number(AttributeDepth);
        for (int level = depth; level > 0; level--)
        {
            host.Send(LawHost.CreateCommand(PopAttrib.Bytes, PopAttrib.Write));
            dump.AskGeneral($"attributes {level - 1}");
            dump.AskUnits($"attributes {level - 1}");
            dump.Answer();
        }

        dump.TakeMatricesApart();
        return dump.Lines;
    }

    /// <summary>The first line that differs, for a person; null when none does.</summary>
    public static string? Difference(List<string> expected, List<string> actual)
    {
        for (int i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            string left = i < expected.Count ? expected[i] : "(nothing)";
            string right = i < actual.Count ? actual[i] : "(nothing)";
            if (left != right)
            {
                int others = Enumerable.Range(i, Math.Min(expected.Count, actual.Count) - i).Count(j => expected[j] != actual[j]) - 1;
                return $"  stream: {left}\n  mirror: {right}\n  and {others} other lines";
            }
        }

        return null;
    }

    private void AskGeneral(string when)
    {
        bool hasRaster = Number(RasterValid) != 0;
        foreach (uint name in EnumGroups.GetPName.Where(name => !s_passing.Contains(name) && (hasRaster || !s_raster.Contains(name))))
        {
            Ask($"{when}: glGetDoublev 0x{name:x4}", GetDoublev.Bytes, (to, token) => GetDoublev.Write(to, token, name));
        }

        foreach (uint name in EnumGroups.EnableCap)
        {
            Ask($"{when}: glIsEnabled 0x{name:x4}", IsEnabled.Bytes, (to, token) => IsEnabled.Write(to, token, name));
        }

        for (uint light = 0x4000; light < 0x4008; light++)
        {
            foreach (uint name in EnumGroups.LightParameter)
            {
                uint which = light;
                Ask($"{when}: light {light - 0x4000} 0x{name:x4}", GetLightfv.Bytes, (to, token) =>
                    GetLightfv.Write(to, token, which, name));
            }
        }

        foreach (uint face in (uint[])[0x0404, 0x0405])
        {
            foreach (uint name in (uint[])[0x1200, 0x1201, 0x1202, 0x1600, 0x1601, 0x1603])
            {
                Ask($"{when}: material 0x{face:x} 0x{name:x4}", GetMaterialfv.Bytes, (to, token) =>
                    GetMaterialfv.Write(to, token, face, name));
            }
        }

        foreach (uint plane in s_planes)
        {
            Ask($"{when}: clip plane 0x{plane:x}", GetClipPlane.Bytes, (to, token) => GetClipPlane.Write(to, token, plane));
        }
    }

    /// <summary>What is larger: stipples, pixel maps, evaluators, attributes, program parameters, the imaging subset.</summary>
    private void AskTables()
    {
        Ask("stipple", GetPolygonStipple.Bytes, GetPolygonStipple.Write);
        for (uint map = 0x0C70; map <= 0x0C79; map++)
        {
            uint which = map;
            Ask($"pixel map 0x{map:x}", GetPixelMapfv.Bytes, (to, token) => GetPixelMapfv.Write(to, token, which));
        }

        foreach (uint target in EnumGroups.MapTarget)
        {
            foreach (uint query in (uint[])[0x0A00, 0x0A01, 0x0A02])
            {
                Ask($"map 0x{target:x} 0x{query:x}", GetMapfv.Bytes, (to, token) => GetMapfv.Write(to, token, target, query));
            }
        }

        for (uint index = 1; index < 16; index++)
        {
            uint which = index;
            Ask($"attribute {index}", GetVertexAttribfvARB.Bytes, (to, token) => GetVertexAttribfvARB.Write(to, token, which, 0x8626));
        }

        foreach (uint target in (uint[])[0x8620, 0x8804])
        {
            for (uint index = 0; index < 10; index++)
            {
                uint which = index;
                Ask($"program 0x{target:x} {index}", GetProgramEnvParameterfvARB.Bytes, (to, token) =>
                    GetProgramEnvParameterfvARB.Write(to, token, target, which));
            }
        }

        foreach (uint target in (uint[])[0x0BE2, 0x0C23])
        {
            for (uint index = 0; index < 8; index++)
            {
                uint which = index;
                Ask($"indexed 0x{target:x} {index}", GetIntegeri_v.Bytes, (to, token) => GetIntegeri_v.Write(to, token, target, which));
            }
        }
    }

    private void AskUnits(string when)
    {
        for (uint unit = 0; unit < Units; unit++)
        {
            Answer();
            uint active = Texture0 + unit;
            _host.Send(LawHost.CreateCommand(ActiveTexture.Bytes, to => ActiveTexture.Write(to, active)));
            AskUnit($"{when}: unit {unit}");
        }

        Answer();
    }

    private void AskUnit(string when)
    {
        foreach (uint name in (uint[])[0x0BA8, 0x0DE0, 0x0DE1, 0x806F, 0x8513, 0x84F5, 0x0C60, 0x0C61, 0x0C62, 0x0C63, 0x8068, 0x8069,
            0x806A, 0x8514, 0x84F6, 0x0BA5])
        {
            Ask($"{when} 0x{name:x4}", GetDoublev.Bytes, (to, token) => GetDoublev.Write(to, token, name));
        }

        foreach (uint name in EnumGroups.TextureEnvParameter)
        {
            Ask($"{when} environment 0x{name:x4}", GetTexEnvfv.Bytes, (to, token) => GetTexEnvfv.Write(to, token, 0x2300, name));
        }

        Ask($"{when} bias", GetTexEnvfv.Bytes, (to, token) => GetTexEnvfv.Write(to, token, 0x8500, 0x8501));
        Ask($"{when} sprite", GetTexEnvfv.Bytes, (to, token) => GetTexEnvfv.Write(to, token, 0x8861, 0x8862));
        for (uint coordinate = 0x2000; coordinate < 0x2004; coordinate++)
        {
            foreach (uint name in (uint[])[0x2500, 0x2501, 0x2502])
            {
                uint which = coordinate;
                Ask($"{when} generation 0x{coordinate:x} 0x{name:x4}", GetTexGendv.Bytes, (to, token) =>
                    GetTexGendv.Write(to, token, which, name));
            }
        }

        foreach (uint target in s_textureTargets)
        {
            foreach (uint name in EnumGroups.TextureParameterName)
            {
                Ask($"{when} texture 0x{target:x} 0x{name:x4}", GetTexParameterfv.Bytes, (to, token) =>
                    GetTexParameterfv.Write(to, token, target, name));
            }
        }
    }

    /// <summary>The four sorts of matrices, from the top of their stacks to the bottom.</summary>
    private void TakeMatricesApart()
    {
        TakeApart("modelview", ModelviewMode, 0x0BA3, 0x0BA6);
        TakeApart("projection", 0x1701, 0x0BA4, 0x0BA7);
        TakeApart("color", 0x1800, 0x80B2, 0x80B1);
        for (uint unit = 0; unit < Units; unit++)
        {
            uint active = Texture0 + unit;
            _host.Send(LawHost.CreateCommand(ActiveTexture.Bytes, to => ActiveTexture.Write(to, active)));
            TakeApart($"texture {unit}", 0x1702, 0x0BA5, 0x0BA8);
        }
    }

    private void TakeApart(string what, uint mode, uint depthName, uint matrixName)
    {
        _host.Send(LawHost.CreateCommand(MatrixMode.Bytes, to => MatrixMode.Write(to, mode)));
        for (int level = Number(depthName); level > 0; level--)
        {
            Ask($"{what} matrix {level}", GetDoublev.Bytes, (to, token) => GetDoublev.Write(to, token, matrixName));
            Answer();
            if (level > 1)
            {
                _host.Send(LawHost.CreateCommand(PopMatrix.Bytes, PopMatrix.Write));
            }
        }
    }

    /// <summary>A picture that the state decides.</summary>
    private void Draw()
    {
        var batch = new List<byte>();
        Put(Clear.Bytes, to => Clear.Write(to, 0x4700));
        Put(Begin.Bytes, to => Begin.Write(to, 4));
        (float X, float Y)[] corners = [(-0.9f, -0.8f), (0.9f, -0.7f), (0.1f, 0.9f)];
        foreach ((float x, float y) in corners)
        {
            Put(Vertex3f.Bytes, to => Vertex3f.Write(to, x, y, x * 0.5f));
        }

        Put(End.Bytes, End.Write);
        // Colours that are drawn with would go into materials, and no level would take them back
        Put(Disable.Bytes, to => Disable.Write(to, 0x0B57));
        Put(Begin.Bytes, to => Begin.Write(to, 4));
        foreach ((float x, float y) in corners)
        {
            Put(Normal3f.Bytes, to => Normal3f.Write(to, x, y, 1));
            Put(Color4f.Bytes, to => Color4f.Write(to, x, 0.7f, y, 0.5f));
            Put(TexCoord2f.Bytes, to => TexCoord2f.Write(to, x, y));
            Put(Vertex3f.Bytes, to => Vertex3f.Write(to, -y, x, 0));
        }

        Put(End.Bytes, End.Write);
        _host.Send(batch.ToArray());
        Ask("picture", ReadPixels.Bytes, (to, token) => ReadPixels.Write(to, token, 0, 0, LawHost.Side, LawHost.Side, 0x1908, 0x1401));
        Answer();
        return;

        void Put(int bytes, CommandFiller write) => batch.AddRange(LawHost.CreateCommand(bytes, write));
    }

    /// <summary>An integer behind the length of the answer; 0 when there is none.</summary>
    private int Number(uint name)
    {
        byte[] answer = _host.Ask(GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, name));
        return answer.Length < 8 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(answer.AsSpan(4));
    }

    private void Ask(string name, long bytes, QuestionFiller write) => _asked.Add((name, bytes, write));

    private void Answer()
    {
        List<byte[]> answers = _host.AskAll([.. _asked.Select(a => (a.Bytes, a.Write))]);
        Lines.AddRange(answers.Select((answer, i) => $"{_asked[i].Name} = {Text(answer)}"));
        _asked.Clear();
    }

    private static string Text(byte[] answer) => answer.Length <= 256
        ? Convert.ToHexStringLower(answer)
        : $"{answer.Length} bytes {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(answer))}";
}
