using Vmgl.SuspendResume.Rebuild.Textures;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>Writes the parameters of textures that levels of the attribute stack have saved.</summary>
internal sealed class SavedTextureWriter(SlotStore slots, StateWriter writer, RebuildWriter to)
{
    /// <summary>Gives bound textures the parameters that a level saves, just before it is pushed.</summary>
    public void WriteSavedParameters(AttributeLevel level, Dictionary<Slot, SlotValue?> state)
    {
        foreach (SavedTexture saved in level.Textures.Where(saved => !saved.Texture.IsDeleted))
        {
            WriteWithTexture(saved.Texture, state, () => saved.Parameters.Write(to));
        }
    }

    /// <summary>Gives textures that levels have saved the parameters that they have now.</summary>
    public void WriteParametersOfNow(IEnumerable<AttributeLevel> levels, Dictionary<Slot, SlotValue?> state)
    {
        foreach (Texture texture in levels.SelectMany(level => level.Textures).Select(saved => saved.Texture).Distinct()
            .Where(texture => !texture.IsDeleted))
        {
            WriteWithTexture(texture, state, () => texture.WriteParameters(to));
        }
    }

    /// <summary>Writes commands to a texture while it is bound to the first unit.</summary>
    private void WriteWithTexture(Texture texture, Dictionary<Slot, SlotValue?> state, Action write)
    {
        Slot active = slots.Selectors.ActiveTexture;
        writer.EstablishValue(active, active.Initial);
        BindTexture.Write(to.Reserve(BindTexture.Bytes), texture.Target, texture.Name);
        write();
        Slot? slot = slots.FindSlot(new SlotKey(SlotFamily.BindTexture, 0, texture.Target));
        BindTexture.Write(to.Reserve(BindTexture.Bytes), texture.Target, slot is null ? 0 : Slot.NameIn(state.GetValueOrDefault(slot)));
        writer.EstablishValue(active, state.GetValueOrDefault(active));
    }
}
