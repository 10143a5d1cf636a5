using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>glColorMaterial (GL 2.1 section 2.14.3): while it is enabled, the material follows the current colour.</summary>
internal sealed class ColorTracking(SlotStore slots, CurrentValues current)
{
    private readonly Slot _tracked = slots.SlotAt(new SlotKey(SlotFamily.ColorMaterial));

    private bool IsEnabled => slots.Selectors.ColorMaterial.Value is SlotValue { Opcode: Opcode.Enable };

    /// <summary>Makes values of slots of the current values, and of the material that follows the current colour.</summary>
    public void StoreColors()
    {
        current.StoreInSlots();
        KeepMaterial();
    }

    /// <summary>glColorMaterial: another face or another colour follows.</summary>
    public void SetTracked(ReadOnlySpan<byte> command, bool isSure)
    {
        KeepMaterial();
        slots.KeepCommand(_tracked, command, default, slots.Selectors.NeedsOfUncolored, isSure);
    }

    /// <summary>Keeps the colour of this moment as the material's, before it stops to follow.</summary>
    public void KeepMaterial()
    {
        if (!IsEnabled)
        {
            return;
        }

        current.StoreInSlots();
        byte[] both = new byte[CallList.Bytes + Enable.Bytes + Disable.Bytes];
        CallList.Write(both.AsSpan(0, CallList.Bytes), StateWriter.NoList); // materials that Mesa has not applied yet would come after it
        Enable.Write(both.AsSpan(CallList.Bytes, Enable.Bytes), GL_COLOR_MATERIAL);
        Disable.Write(both.AsSpan(CallList.Bytes + Enable.Bytes), GL_COLOR_MATERIAL);
        Slot color = slots.SlotAt(new SlotKey(SlotFamily.Color));
        SlotNeed[] needs = [new(color, color.Value), new(_tracked, _tracked.Value), .. slots.Selectors.NeedsOfUncolored];
        SlotValue? face = _tracked.Value;
        (uint first, uint second) = face is null ? (0u, 0u) : (Fields.U32(face.Command, 4), Fields.U32(face.Command, 8));
        slots.KeepCommand(slots.SlotAt(new SlotKey(SlotFamily.Material, 1, first, second)), both, default, needs, isSure: true);
    }
}
