using Vmgl.Testing;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Streams with an order of their own: stacks, lists, positions that depend on what was set before.</summary>
public sealed partial class LawTests
{
    private const uint AllGroups = 0x000FFFFF;

    private static readonly Opcode[] s_matrices = OpcodesOf("transform");
    private static readonly Opcode[] s_lighting = OpcodesOf("lighting", "colors");
    private static readonly Opcode[] s_regular =
        OpcodesOf("rasterization", "fog", "fragments", "framebuffer", "lighting", "transform", "state", "colors", "textures", "pixels");

    [Fact]
    public void MatrixStacks_AreRebuilt() => CheckSeeds("matrix stacks", chance => Stream(chance, Matrices));

    [Fact]
    public void LightsAndPlanes_KeepTheMatrixOfTheirMoment() =>
        CheckSeeds("lights", chance => Stream(chance, c => c.Once(2) ? Matrices(c) : Placed(c)));

    [Fact]
    public void AttributeLevels_AreRebuilt() =>
        CheckSeeds("attribute levels", chance => Levels(chance, chance.Bits(EnumGroups.AttribMask)), 1);

    /// <summary>Levels inside levels save everything: what an inner level of fewer groups left changed, Mesa 22 does not give back with the
    /// outer one.</summary>
    [Fact]
    public void NestedAttributeLevels_AreRebuilt() => CheckSeeds("nested levels", chance => Levels(chance, AllGroups), 1);

    [Fact]
    public void TextureLevels_AreRebuilt() => CheckSeeds("texture levels", TextureLevels, 1);

    [Fact]
    public void RasterPosition_IsRebuilt() => CheckSeeds("raster position", chance => Stream(chance, Rasters));

    [Fact]
    public void ColorMaterial_IsRebuilt() => CheckSeeds("colour material", chance => Stream(chance, Materials).SelectMany(Unfollowed), 1);

    [Fact]
    public void DisplayLists_AreRebuilt() => CheckSeeds("display lists", Lists);

    [Fact]
    public void Selection_IsRebuilt() => CheckSeeds("selection", Names);

    private static IEnumerable<LawCommand> Stream(Chance chance, Func<Chance, LawCommand> next)
    {
        for (int i = 0; i < Commands; i++)
        {
            LawCommand command = next(chance);
            if (!IsMeaningless(command))
            {
                yield return command;
            }
        }
    }

    private static LawCommand By(Chance chance, Opcode[] opcodes) => LawCommand.By(chance, opcodes[chance.Below(opcodes.Length)]);

    private static LawCommand Matrices(Chance chance) => chance.Below(8) switch
    {
        0 => LawCommand.Of(Opcode.PushMatrix, PushMatrix.Bytes, PushMatrix.Write),
        1 => LawCommand.Of(Opcode.PopMatrix, PopMatrix.Bytes, PopMatrix.Write),
        2 => Unit(chance),
        _ => By(chance, s_matrices),
    };

    private static LawCommand Unit(Chance chance)
    {
        uint unit = 0x84C0 + (uint)chance.Below(chance.Once(10) ? 40 : 4);
        return LawCommand.Of(Opcode.ActiveTexture, ActiveTexture.Bytes, to => ActiveTexture.Write(to, unit));
    }

    private static LawCommand Placed(Chance chance) => LawCommand.By(chance, chance.Below(5) switch
    {
        0 => Opcode.ClipPlane,
        1 => Opcode.TexGenfv,
        2 => Opcode.TexGendv,
        3 => Opcode.Lightiv,
        _ => Opcode.Lightfv,
    });

    private static IEnumerable<LawCommand> Levels(Chance chance, uint mask)
    {
        int depth = 0;
        foreach (LawCommand command in Stream(chance, c => By(c, s_regular)))
        {
            yield return command;
            bool pops = depth > 0 && chance.Once(8);
            if (pops || (chance.Once(6) && (depth == 0 || mask == AllGroups)))
            {
                depth += pops ? -1 : 1;
                yield return pops
                    ? LawCommand.Of(Opcode.PopAttrib, PopAttrib.Bytes, PopAttrib.Write)
                    : LawCommand.Of(Opcode.PushAttrib, PushAttrib.Bytes, to => PushAttrib.Write(to, mask));
            }
        }
    }

    /// <summary>GL_TEXTURE_BIT saves what is bound and the parameters of that (GL 2.1 section 6.1.14).</summary>
    private static IEnumerable<LawCommand> TextureLevels(Chance chance)
    {
        const uint Target = 0x0DE1;
        (uint Name, int First, int Count)[] parameters =
            [(0x2800, 0x2600, 2), (0x2801, 0x2600, 2), (0x2802, 0x812F, 1), (0x2803, 0x2901, 1), (0x813C, 0, 4), (0x813D, 4, 4)];
        int depth = 0;
        for (int i = 0; i < Commands; i++)
        {
            uint texture = (uint)chance.Below(4);
            (uint parameter, int first, int count) = parameters[chance.Below(parameters.Length)];
            int value = first + chance.Below(count);
            int what = chance.Below(8);
            depth += what == 0 && depth < 8 ? 1 : what == 1 && depth > 0 ? -1 : 0;
            yield return what switch
            {
                0 when depth < 8 => LawCommand.Of(Opcode.PushAttrib, PushAttrib.Bytes, to => PushAttrib.Write(to, 0x40000)),
                1 => LawCommand.Of(Opcode.PopAttrib, PopAttrib.Bytes, PopAttrib.Write),
                2 or 3 => LawCommand.Of(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, Target, texture)),
                4 => Unit(chance),
                _ => LawCommand.Of(Opcode.TexParameteri, TexParameteri.Bytes, to => TexParameteri.Write(to, Target, parameter, value)),
            };
        }
    }

    private static LawCommand Rasters(Chance chance) => chance.Below(10) switch
    {
        0 or 1 => LawCommand.By(chance, OpcodesWith(Opcode.RasterPos2f, chance)),
        2 => LawCommand.Of(Opcode.WindowPos2f, WindowPos2f.Bytes, to => WindowPos2f.Write(to, 3, 5)),
        3 or 4 => LawCommand.Of(Opcode.Bitmap, Bitmap.Bytes, to => Bitmap.Write(to, 0, 0, 0, 0, 1.25f, 0.1f, 0)),
        5 or 6 => Matrices(chance),
        7 => LawCommand.By(chance, Opcode.Enable),
        _ => By(chance, s_lighting),
    };

    private static Opcode OpcodesWith(Opcode first, Chance chance) => (Opcode)((ushort)first - 2 + chance.Below(16));

    /// <summary>glColorMaterial while it is enabled takes colours that Mesa has not passed on yet to the new face.</summary>
    private static IEnumerable<LawCommand> Unfollowed(LawCommand command) => command.Opcode == Opcode.ColorMaterial
        ? [LawCommand.Of(Opcode.Disable, Disable.Bytes, to => Disable.Write(to, 0x0B57)), command]
        : [command];

    private static LawCommand Materials(Chance chance)
    {
        uint follows = 0x0B57;
        return chance.Below(8) switch
        {
            0 => LawCommand.Of(Opcode.Enable, Enable.Bytes, to => Enable.Write(to, follows)),
            1 => LawCommand.Of(Opcode.Disable, Disable.Bytes, to => Disable.Write(to, follows)),
            2 => LawCommand.By(chance, Opcode.ColorMaterial),
            3 => LawCommand.By(chance, Opcode.Materialfv),
            4 => LawCommand.Of(Opcode.PushAttrib, PushAttrib.Bytes, to => PushAttrib.Write(to, AllGroups)),
            5 => LawCommand.Of(Opcode.PopAttrib, PopAttrib.Bytes, PopAttrib.Write),
            _ => By(chance, s_lighting),
        };
    }

    /// <summary>Lists call only lists with lower names, so that calling ends.</summary>
    private static IEnumerable<LawCommand> Lists(Chance chance)
    {
        uint made = 0;
        foreach (LawCommand command in Stream(chance, c => c.Once(3) ? Matrices(c) : By(c, s_regular)))
        {
            yield return command;
            uint list = 1 + (uint)chance.Below(5);
            uint called = made == 0 ? list : list % made;
            uint mode = 0x1300 + (uint)chance.Below(2);
            switch (chance.Below(12))
            {
                case 0:
                    made = made == 0 ? list : made;
                    yield return LawCommand.Of(Opcode.NewList, NewList.Bytes, to => NewList.Write(to, list, mode));
                    break;
                case 1 or 2:
                    made = 0;
                    yield return LawCommand.Of(Opcode.EndList, EndList.Bytes, EndList.Write);
                    break;
                case 3 or 4: yield return LawCommand.Of(Opcode.CallList, CallList.Bytes, to => CallList.Write(to, called)); break;
                case 5:
                    byte[] names = [(byte)called, (byte)(called / 2), (byte)(called / 3)];
                    yield return LawCommand.Of(Opcode.CallLists, CallLists.Measure(3, 0x1401), to => CallLists.Write(to, 3, 0x1401, names));
                    break;
                case 6 when chance.Once(3): yield return LawCommand.Of(Opcode.DeleteLists, DeleteLists.Bytes, to =>
                    DeleteLists.Write(to, list, 2)); break;
            }
        }

        yield return LawCommand.Of(Opcode.EndList, EndList.Bytes, EndList.Write);
        for (uint list = 1; list < 6; list++)
        {
            uint name = list;
            yield return LawCommand.Of(Opcode.CallList, CallList.Bytes, to => CallList.Write(to, name));
        }
    }

    private static IEnumerable<LawCommand> Names(Chance chance)
    {
        yield return LawCommand.Of(Opcode.SelectBuffer, SelectBuffer.Bytes, to => SelectBuffer.Write(to, 64));
        yield return LawCommand.Of(Opcode.RenderMode, RenderMode.Bytes, to => RenderMode.Write(to, 0, 0x1C02));
        foreach (LawCommand command in Stream(chance, c =>
            LawCommand.By(c, (Opcode)((ushort)Opcode.InitNames + (c.Once(8) ? 0 : 1 + c.Below(4))))))
        {
            yield return command.Opcode == Opcode.PassThrough ? LawCommand.By(chance, Opcode.PushName) : command;
        }
    }
}
