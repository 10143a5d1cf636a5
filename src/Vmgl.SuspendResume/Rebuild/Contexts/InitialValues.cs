using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The commands that set the initial state, where something may need it after it was otherwise (GL 2.1 tables 6.5 to
/// 6.9).</summary>
internal sealed class InitialValues(SlotStore slots)
{
    private delegate void CommandWriter(Span<byte> to);

    /// <summary>The initial value of a slot; null where nothing ever needs it.</summary>
    public SlotValue? ValueOf(in SlotKey key)
    {
        uint first = key.First;
        switch (key.Family)
        {
            case SlotFamily.ActiveTexture: return slots.SelectorValues.OfUnit(0);
            case SlotFamily.MatrixMode: return slots.SelectorValues.OfMatrixMode(GL_MODELVIEW);
            case SlotFamily.ActiveStencilFace: return slots.SelectorValues.ValueOf(Opcode.ActiveStencilFaceEXT, GL_FRONT);
            case SlotFamily.UseProgram: return slots.SelectorValues.ValueOf(Opcode.UseProgram, 0);
            case SlotFamily.Enable when first == GL_COLOR_MATERIAL: return slots.SelectorValues.ValueOf(Opcode.Disable, first);
            case SlotFamily.Matrix: return ValueWrittenBy(LoadIdentity.Bytes, LoadIdentity.Write, slots.Selectors.NeedsOfMatrix(key));
            case SlotFamily.ColorMaterial: return ValueWrittenBy(ColorMaterial.Bytes, to =>
                ColorMaterial.Write(to, GL_FRONT_AND_BACK, GL_AMBIENT_AND_DIFFUSE));
            case SlotFamily.BindFramebuffer: return ValueWrittenBy(BindFramebufferEXT.Bytes, to => BindFramebufferEXT.Write(to, first, 0));
            case SlotFamily.BindProgram: return ValueWrittenBy(BindProgramARB.Bytes, to => BindProgramARB.Write(to, first, 0));
            default: return CurrentValueOf(key.Family, first);
        }
    }

    /// <summary>The initial current values (GL 2.1 table 6.5).</summary>
    private SlotValue? CurrentValueOf(SlotFamily family, uint index) => family switch
    {
        SlotFamily.Color => ValueWrittenBy(Color4f.Bytes, to => Color4f.Write(to, 1, 1, 1, 1), slots.Selectors.NeedsOfUncolored),
        SlotFamily.SecondaryColor => ValueWrittenBy(SecondaryColor3f.Bytes, to => SecondaryColor3f.Write(to, 0, 0, 0)),
        SlotFamily.Normal => ValueWrittenBy(Normal3f.Bytes, to => Normal3f.Write(to, 0, 0, 1)),
        SlotFamily.FogCoord => ValueWrittenBy(FogCoordf.Bytes, to => FogCoordf.Write(to, 0)),
        SlotFamily.Index => ValueWrittenBy(Indexf.Bytes, to => Indexf.Write(to, 1)),
        SlotFamily.EdgeFlag => ValueWrittenBy(EdgeFlag.Bytes, to => EdgeFlag.Write(to, 1)),
        SlotFamily.TexCoord => ValueWrittenBy(TexCoord4f.Bytes, to => TexCoord4f.Write(to, 0, 0, 0, 1)),
        SlotFamily.MultiTexCoord => ValueWrittenBy(MultiTexCoord4f.Bytes, to => MultiTexCoord4f.Write(to, GL_TEXTURE0 + index, 0, 0, 0, 1)),
        SlotFamily.VertexAttrib => ValueWrittenBy(VertexAttrib4fARB.Bytes, to => VertexAttrib4fARB.Write(to, index, 0, 0, 0, 1)),
        _ => null,
    };

    private static SlotValue ValueWrittenBy(int bytes, CommandWriter write, SlotNeed[]? needs = null)
    {
        byte[] command = new byte[bytes];
        write(command);
        return new SlotValue(command, [], needs ?? [], null, 0);
    }
}
