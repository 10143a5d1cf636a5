using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>GL_TEXTURE_BIT of the attribute stack: with the bindings of all units go the parameters of what is bound (GL 2.1 section 6.1.14).</summary>
public sealed partial class ContextMirror
{
    private const uint TextureBit = 0x0004_0000;

    /// <summary>Takes down the parameters of everything that is bound.</summary>
    private SavedTexture[] SaveTextures(uint mask)
    {
        if ((mask & TextureBit) == 0)
        {
            return [];
        }

        IEnumerable<(uint Unit, Texture? Texture)> named = _byFamily[(int)SlotFamily.BindTexture].Where(slot => NameIn(slot.Value) != 0)
            .Select(slot => (slot.Key.Selector, Group.TextureNamed(NameIn(slot.Value))));
        IEnumerable<(uint Unit, Texture? Texture)> own = Group.OwnTextures(Context).Select(texture => (0u, (Texture?)texture));
        return [.. named.Concat(own).Where(bound => bound.Texture is not null).DistinctBy(bound => bound.Texture)
            .Select(bound => new SavedTexture(bound.Unit, bound.Texture!, bound.Texture!.Save()))];
    }

    /// <summary>The context is destroyed, and with it its attribute stack.</summary>
    internal void End()
    {
        foreach (SavedTexture saved in _levels.SelectMany(level => level.Textures))
        {
            saved.Texture.Drop(saved.Parameters);
        }
    }

    /// <summary>Gives what is bound the parameters that a level saves, just before it is pushed.</summary>
    private void WriteSaved(StateWriter writer, RebuildWriter to, AttributeLevel level, Dictionary<Slot, SlotValue?> state)
    {
        foreach (SavedTexture saved in level.Textures.Where(saved => !saved.Texture.IsDeleted))
        {
            WithTexture(writer, to, saved.Texture, state, () => saved.Parameters.Write(to));
        }
    }

    /// <summary>Gives textures that levels have saved the parameters that they have now.</summary>
    private void WriteUnsaved(StateWriter writer, RebuildWriter to, Dictionary<Slot, SlotValue?> state)
    {
        foreach (Texture texture in _levels.SelectMany(level => level.Textures).Select(saved => saved.Texture).Distinct().Where(texture => !texture.IsDeleted))
        {
            WithTexture(writer, to, texture, state, () => texture.WriteParameters(to));
        }
    }

    /// <summary>Binds a texture to the first unit for a moment.</summary>
    private void WithTexture(StateWriter writer, RebuildWriter to, Texture texture, Dictionary<Slot, SlotValue?> state, Action write)
    {
        writer.Establish(_activeTexture, Selector(Opcode.ActiveTexture, Texture0));
        BindTexture.Write(to.Reserve(BindTexture.Bytes), texture.Target, texture.Name);
        write();
        Slot? slot = Find(new SlotKey(SlotFamily.BindTexture, 0, texture.Target));
        BindTexture.Write(to.Reserve(BindTexture.Bytes), texture.Target, slot is null ? 0 : NameIn(state.GetValueOrDefault(slot)));
        writer.Establish(_activeTexture, state.GetValueOrDefault(_activeTexture));
    }
}
