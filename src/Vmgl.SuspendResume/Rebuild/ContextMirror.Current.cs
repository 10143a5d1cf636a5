using System.Buffers.Binary;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Current values (GL 2.1 section 2.7).</summary>
public sealed partial class ContextMirror
{
    private readonly CurrentValues _current;

    /// <summary>The last command that set each current value. Programs send a hundred thousand of them a frame, so these are only copied
    /// over each other, and become values of slots when somebody looks.</summary>
    private sealed class CurrentValues(ContextMirror mirror)
    {
        /// <summary>Values of one family: vertex attributes, texture units.</summary>
        private const int Most = 32;

        /// <summary>Room for the longest command that sets one value: four doubles and an index.</summary>
        private const int Room = 48;

        private const int Families = (int)SlotFamily.VertexAttribs + 1;

        private readonly byte[] _bytes = new byte[Families * Most * Room];
        private readonly int[] _lengths = new int[Families * Most];
        private readonly long[] _serials = new long[Families * Most];
        private readonly int[] _changed = new int[Families * Most];
        private int _changedCount;

        /// <summary>Remembers a command.</summary>
        public void Take(Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
        {
            MirrorRule rule = MirrorRules.Of(opcode);
            uint index = rule.KeyCount > 0 ? IndexOf(rule.Family, Word(command, rule.KeyOffset(0))) : 0;
            if (index >= Most || command.Length > Room)
            {
                TakeOther(rule, command, index, isSure);
                return;
            }

            int at = ((int)rule.Family * Most) + (int)index;
            command.CopyTo(_bytes.AsSpan(at * Room, Room));
            _serials[at] = ++mirror._serial;
            if (_lengths[at] == 0)
            {
                _changed[_changedCount++] = at;
            }

            _lengths[at] = command.Length;
        }

        /// <summary>Makes values of what was remembered.</summary>
        public void Settle()
        {
            for (int i = 0; i < _changedCount; i++)
            {
                int at = _changed[i];
                var family = (SlotFamily)(at / Most);
                Slot slot = mirror.SlotAt(new SlotKey(family, 0, (uint)(at % Most)));
                SlotNeed[] needs = family == SlotFamily.Color ? mirror._uncolored : [];
                byte[] command = _bytes.AsSpan(at * Room, _lengths[at]).ToArray();
                mirror._lastSerial[(int)family] = Math.Max(mirror._lastSerial[(int)family], _serials[at]);
                mirror.Change(slot, new SlotValue(command, [], needs, null, _serials[at]));
                _lengths[at] = 0;
            }

            _changedCount = 0;
        }

        private static uint IndexOf(SlotFamily family, uint key) => family == SlotFamily.MultiTexCoord ? key - Texture0 : key;

        /// <summary>Several attributes at once (NV_vertex_program), and what the driver may refuse or take for another index.</summary>
        private void TakeOther(MirrorRule rule, ReadOnlySpan<byte> command, uint index, bool isSure) =>
            mirror.Keep(mirror.SlotAt(new SlotKey(rule.Family, 1, index)), command, default, [], isSure, false);
    }

    /// <summary>What sets the initial state, where something may be needed in it after it was otherwise (GL 2.1 tables 6.5 to 6.9).</summary>
    private SlotValue? InitialOf(in SlotKey key)
    {
        switch (key.Family)
        {
            case SlotFamily.ActiveTexture: return Selector(Opcode.ActiveTexture, Texture0);
            case SlotFamily.MatrixMode: return Selector(Opcode.MatrixMode, ModelviewMode);
            case SlotFamily.ActiveStencilFace: return Selector(Opcode.ActiveStencilFaceEXT, 0x0404);
            case SlotFamily.UseProgram: return Selector(Opcode.UseProgram, 0);
            case SlotFamily.Matrix: return InitialMatrix(key);
            case SlotFamily.Enable when key.First == ColorMaterialCapability: return Selector(Opcode.Disable, key.First);
            case SlotFamily.ColorMaterial: return Initial(ColorMaterial.Bytes, to => ColorMaterial.Write(to, 0x0408, 0x1602));
            case SlotFamily.BindFramebuffer: uint target = key.First; return Initial(BindFramebufferEXT.Bytes, to => BindFramebufferEXT.Write(to, target, 0));
            case SlotFamily.BindProgram: uint which = key.First; return Initial(BindProgramARB.Bytes, to => BindProgramARB.Write(to, which, 0));
            case SlotFamily.Color: return Initial(Color4f.Bytes, to => Color4f.Write(to, 1, 1, 1, 1), _uncolored);
            case SlotFamily.SecondaryColor: return Initial(SecondaryColor3f.Bytes, to => SecondaryColor3f.Write(to, 0, 0, 0));
            case SlotFamily.Normal: return Initial(Normal3f.Bytes, to => Normal3f.Write(to, 0, 0, 1));
            case SlotFamily.FogCoord: return Initial(FogCoordf.Bytes, to => FogCoordf.Write(to, 0));
            case SlotFamily.Index: return Initial(Indexf.Bytes, to => Indexf.Write(to, 1));
            case SlotFamily.EdgeFlag: return Initial(EdgeFlag.Bytes, to => EdgeFlag.Write(to, 1));
            case SlotFamily.TexCoord: return Initial(TexCoord4f.Bytes, to => TexCoord4f.Write(to, 0, 0, 0, 1));
            case SlotFamily.MultiTexCoord: uint unit = Texture0 + key.First; return Initial(MultiTexCoord4f.Bytes, to => MultiTexCoord4f.Write(to, unit, 0, 0, 0, 1));
            case SlotFamily.VertexAttrib: uint index = key.First; return Initial(VertexAttrib4fARB.Bytes, to => VertexAttrib4fARB.Write(to, index, 0, 0, 0, 1));
            default: return null;
        }
    }

    private static SlotValue Initial(int bytes, CommandWriter write, SlotNeed[]? needs = null)
    {
        byte[] command = new byte[bytes];
        write(command);
        return new SlotValue(command, [], needs ?? [], null, 0);
    }

    private delegate void CommandWriter(Span<byte> to);
}
