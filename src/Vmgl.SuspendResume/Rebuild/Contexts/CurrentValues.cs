using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Current values (GL 2.1 section 2.7): the last command that set each of them.</summary>
/// <remarks>Programs send a hundred thousand of these commands a frame, so they are only copied over each other, and become values of slots
/// when somebody looks.</remarks>
internal sealed class CurrentValues(SlotStore slots)
{
    /// <summary>Values of one family: vertex attributes, texture units.</summary>
    private const int MostOfFamily = 32;

    /// <summary>Bytes of the longest command that sets one value: four doubles and an index.</summary>
    private const int LongestCommand = 48;

    private const int Families = (int)SlotFamily.VertexAttribs + 1;

    private readonly byte[] _bytes = new byte[Families * MostOfFamily * LongestCommand];
    private readonly int[] _lengths = new int[Families * MostOfFamily];
    private readonly long[] _serials = new long[Families * MostOfFamily];
    private readonly int[] _changed = new int[Families * MostOfFamily];
    private int _changedCount;

    /// <summary>Copies a command over the last one that set the same value.</summary>
    public void CopyCommand(Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        MirrorRule rule = MirrorRules.Of(opcode);
        uint index = rule.KeyCount > 0 ? IndexOf(rule.Family, Fields.U32(command, rule.KeyOffset(0))) : 0;
        if (index >= MostOfFamily || command.Length > LongestCommand)
        {
            KeepOther(rule, command, index, isSure);
            return;
        }

        int at = ((int)rule.Family * MostOfFamily) + (int)index;
        command.CopyTo(_bytes.AsSpan(at * LongestCommand, LongestCommand));
        _serials[at] = slots.NextSerial();
        if (_lengths[at] == 0)
        {
            _changed[_changedCount++] = at;
        }

        _lengths[at] = command.Length;
    }

    /// <summary>Makes values of slots of the commands copied so far.</summary>
    public void StoreInSlots()
    {
        for (int i = 0; i < _changedCount; i++)
        {
            int at = _changed[i];
            var family = (SlotFamily)(at / MostOfFamily);
            Slot slot = slots.SlotAt(new SlotKey(family, 0, (uint)(at % MostOfFamily)));
            SlotNeed[] needs = family == SlotFamily.Color ? slots.Selectors.NeedsOfUncolored : [];
            byte[] command = _bytes.AsSpan(at * LongestCommand, _lengths[at]).ToArray();
            slots.NoteSerial(family, _serials[at]);
            slots.ChangeSlot(slot, new SlotValue(command, [], needs, null, _serials[at]));
            _lengths[at] = 0;
        }

        _changedCount = 0;
    }

    private static uint IndexOf(SlotFamily family, uint key) => family == SlotFamily.MultiTexCoord ? key - GL_TEXTURE0 : key;

    /// <summary>Keeps a command that sets several attributes at once (NV_vertex_program), or that the driver may refuse or take for another
    /// index.</summary>
    private void KeepOther(MirrorRule rule, ReadOnlySpan<byte> command, uint index, bool isSure) =>
        slots.KeepCommand(slots.SlotAt(new SlotKey(rule.Family, 1, index)), command, default, [], isSure);
}
