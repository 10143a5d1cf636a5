using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Rebuild.Textures;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The objects that are bound in a context, by the guest's names.</summary>
internal sealed class Bindings(SlotStore slots, ContextIdentity context) : IBindings
{
    private readonly Selectors _selectors = slots.Selectors;

    /// <inheritdoc/>
    public uint Context => context.Number;

    /// <inheritdoc/>
    public uint DrawFramebuffer => _selectors.DrawFramebufferName;

    /// <inheritdoc/>
    public uint ReadFramebuffer => _selectors.ReadFramebufferName;

    /// <inheritdoc/>
    public uint Program => slots.ValueAt(new SlotKey(SlotFamily.UseProgram)) is SlotValue value ? Fields.U32(value.Command, 4) : 0;

    /// <inheritdoc/>
    public uint Renderbuffer => NameAt(new SlotKey(SlotFamily.BindRenderbuffer, 0, GL_RENDERBUFFER));

    /// <inheritdoc/>
    public IReadOnlyList<Kept> PixelTransfer
    {
        get
        {
            IEnumerable<SlotValue> values = slots.SlotsOf(SlotFamily.PixelTransfer).Concat(slots.SlotsOf(SlotFamily.PixelMap))
                .Select(s => s.Value).OfType<SlotValue>();
            return [.. values.SelectMany(v => v.ToArray()).OrderBy(v => v.Serial).Select(v => new Kept(v.Command, v.Bulk))];
        }
    }

    /// <summary>The slots of textures that are bound to a unit and target.</summary>
    private IEnumerable<Slot> TextureSlots => slots.SlotsOf(SlotFamily.BindTexture).Where(IsTextureSlot);

    /// <summary>The names of all bound textures.</summary>
    public IEnumerable<uint> TextureNames => TextureSlots.Select(slot => slot.BoundName).Where(name => name != 0);

    /// <inheritdoc/>
    public uint Texture(uint target) => NameAt(new SlotKey(
        SlotFamily.BindTexture, _selectors.Unit, target is >= GL_TEXTURE_CUBE_MAP_POSITIVE_X and <= GL_TEXTURE_CUBE_MAP_NEGATIVE_Z
        ? GL_TEXTURE_CUBE_MAP : target));

    /// <inheritdoc/>
    public uint Buffer(uint target) => NameAt(new SlotKey(SlotFamily.BindBuffer, 0, target));

    /// <inheritdoc/>
    public uint AssemblyProgram(uint target) => NameAt(new SlotKey(SlotFamily.BindProgram, 0, target));

    /// <summary>Whether a texture is bound, to any unit and target.</summary>
    public bool BindsTexture(uint texture) => TextureSlots.Any(slot => slot.BoundName == texture);

    /// <summary>Whether a slot is a texture's binding, and not that of an unknown target.</summary>
    public static bool IsTextureSlot(Slot slot) => slot.Key.Family == SlotFamily.BindTexture && TextureTargets.IsTarget(slot.Key.First);

    /// <summary>Keeps what is bound for both, drawing and reading, for each of them.</summary>
    public void BindFramebuffer(ReadOnlySpan<byte> command, bool isSure)
    {
        uint target = Fields.U32(command, 4);
        if (isSure || target is GL_FRAMEBUFFER or GL_DRAW_FRAMEBUFFER or GL_READ_FRAMEBUFFER)
        {
            if (target != GL_READ_FRAMEBUFFER)
            {
                slots.ChangeSlot(_selectors.DrawFramebuffer, WithTarget(command, GL_DRAW_FRAMEBUFFER));
            }

            if (target != GL_DRAW_FRAMEBUFFER)
            {
                slots.ChangeSlot(_selectors.ReadFramebuffer, WithTarget(command, GL_READ_FRAMEBUFFER));
            }
        }
    }

    /// <summary>Deleting what is bound binds nothing in its place; levels of the attribute stack keep the name. A program object in use
    /// stays until another is.</summary>
    public void UnbindDeleted(Opcode opcode, ReadOnlySpan<byte> command)
    {
        SlotFamily family = MirrorRules.Of(opcode).Object switch
        {
            ObjectFamily.Texture => SlotFamily.BindTexture,
            ObjectFamily.Buffer => SlotFamily.BindBuffer,
            ObjectFamily.Framebuffer => SlotFamily.BindFramebuffer,
            ObjectFamily.Renderbuffer => SlotFamily.BindRenderbuffer,
            ObjectFamily.Program => SlotFamily.BindProgram,
            _ => SlotFamily.None,
        };
        if (family != SlotFamily.None)
        {
            UnbindNames(family, ObjectDispatch.NamesDeletedBy(opcode, command));
        }
    }

    private void UnbindNames(SlotFamily family, ReadOnlySpan<byte> names)
    {
        foreach (uint name in MemoryMarshal.Cast<byte, uint>(names))
        {
            foreach (Slot slot in slots.SlotsOf(family).Where(slot => name != 0 && slot.BoundName == name))
            {
                slots.ChangeSlot(slot, null);
            }
        }
    }

    private uint NameAt(in SlotKey key) => slots.FindSlot(key)?.BoundName ?? 0;

    private SlotValue WithTarget(ReadOnlySpan<byte> command, uint target)
    {
        byte[] bound = command.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bound.AsSpan(4), target);
        return new SlotValue(bound, [], [], null, slots.NextSerial());
    }
}
