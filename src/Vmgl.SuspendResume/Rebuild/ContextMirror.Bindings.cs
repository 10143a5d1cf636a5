using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>What is bound, by the guest's names.</summary>
public sealed partial class ContextMirror : IBindings
{
    private const uint BothTargets = 0x8D40;
    private const uint ReadTarget = 0x8CA8;
    private const uint DrawTarget = 0x8CA9;
    private const uint CubeMap = 0x8513;
    private const uint FirstFace = 0x8515;
    private const uint LastFace = 0x851A;

    private readonly Slot _drawFramebuffer;
    private readonly Slot _readFramebuffer;

    /// <inheritdoc/>
    public uint DrawFramebuffer => NameIn(_drawFramebuffer.Value);

    /// <inheritdoc/>
    public uint ReadFramebuffer => NameIn(_readFramebuffer.Value);

    uint IBindings.Program => Find(new SlotKey(SlotFamily.UseProgram))?.Value is SlotValue value ? Word(value.Command, 4) : 0;

    uint IBindings.Renderbuffer => NameAt(new SlotKey(SlotFamily.BindRenderbuffer, 0, 0x8D41));

    IReadOnlyList<Kept> IBindings.PixelTransfer
    {
        get
        {
            IEnumerable<SlotValue> values = _byFamily[(int)SlotFamily.PixelTransfer].Concat(_byFamily[(int)SlotFamily.PixelMap])
                .Select(s => s.Value).OfType<SlotValue>();
            return [.. values.SelectMany(v => v.ToArray()).OrderBy(v => v.Serial).Select(v => new Kept(v.Command, v.Bulk))];
        }
    }

    uint IBindings.Texture(uint target) =>
        NameAt(new SlotKey(SlotFamily.BindTexture, Unit, target is >= FirstFace and <= LastFace ? CubeMap : target));

    uint IBindings.Buffer(uint target) => NameAt(new SlotKey(SlotFamily.BindBuffer, 0, target));

    uint IBindings.AssemblyProgram(uint target) => NameAt(new SlotKey(SlotFamily.BindProgram, 0, target));

    private Slot? Find(in SlotKey key) => _slots.GetValueOrDefault(key);

    private uint NameAt(in SlotKey key) => NameIn(Find(key)?.Value);

    /// <summary>The name in a command whose first parameter is a target.</summary>
    private static uint NameIn(SlotValue? value) => value is null ? 0 : Word(value.Command, 8);

    /// <summary>What is bound for both, drawing and reading, is kept for each.</summary>
    private void BindFramebuffer(Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        uint target = Word(command, 4);
        if (isSure || target is BothTargets or DrawTarget or ReadTarget)
        {
            if (target != ReadTarget)
            {
                Change(_drawFramebuffer, Binding(opcode, DrawTarget, Word(command, 8)));
            }

            if (target != DrawTarget)
            {
                Change(_readFramebuffer, Binding(opcode, ReadTarget, Word(command, 8)));
            }
        }
    }

    private SlotValue Binding(Opcode opcode, uint target, uint name)
    {
        byte[] command = new byte[BindFramebufferEXT.Bytes];
        if (opcode == Opcode.BindFramebuffer)
        {
            Vmgl.Wire.Commands.BindFramebuffer.Write(command, target, name);
        }
        else
        {
            BindFramebufferEXT.Write(command, target, name);
        }

        return new SlotValue(command, [], [], null, ++_serial);
    }

    /// <summary>Whether a texture is bound, to whatever unit and target.</summary>
    internal bool Binds(uint texture) => TextureSlots.Any(slot => NameIn(slot.Value) == texture);

    /// <summary>Names of textures that are bound, or that levels of the attribute stack bind again.</summary>
    internal IEnumerable<uint> TextureNames() => TextureSlots.Select(slot => slot.Value)
        .Concat(_levels.SelectMany(level => level.Log).Where(entry => IsTextureSlot(entry.Slot)).Select(entry => entry.Value))
        .Select(NameIn).Where(name => name != 0);

    private IEnumerable<Slot> TextureSlots => _byFamily[(int)SlotFamily.BindTexture].Where(IsTextureSlot);

    private static bool IsTextureSlot(Slot slot) => slot.Key.Family == SlotFamily.BindTexture && TextureTargets.IsTarget(slot.Key.First);

    /// <summary>Deleting what is bound binds nothing in its place; levels of the attribute stack keep the name. A program object in use stays until another is.</summary>
    private void Delete(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        if (opcode == Opcode.DeleteLists)
        {
            DeleteLists(command);
            return;
        }

        Group.Fold(opcode, command, bulk, this, isSure);
        switch (opcode)
        {
            case Opcode.DeleteTextures: Unbind(SlotFamily.BindTexture, new DeleteTextures(command).Textures); break;
            case Opcode.DeleteTexturesEXT: Unbind(SlotFamily.BindTexture, new DeleteTexturesEXT(command).Textures); break;
            case Opcode.DeleteBuffers: Unbind(SlotFamily.BindBuffer, new DeleteBuffers(command).Buffers); break;
            case Opcode.DeleteFramebuffers: Unbind(SlotFamily.BindFramebuffer, new DeleteFramebuffers(command).Framebuffers); break;
            case Opcode.DeleteRenderbuffers: Unbind(SlotFamily.BindRenderbuffer, new DeleteRenderbuffers(command).Renderbuffers); break;
            case Opcode.DeleteProgramsARB: Unbind(SlotFamily.BindProgram, new DeleteProgramsARB(command).Programs); break;
            case Opcode.DeleteProgramsNV: Unbind(SlotFamily.BindProgram, new DeleteProgramsNV(command).Programs); break;
        }
    }

    private void Unbind(SlotFamily family, ReadOnlySpan<byte> names)
    {
        foreach (uint name in MemoryMarshal.Cast<byte, uint>(names))
        {
            foreach (Slot slot in _byFamily[(int)family].Where(slot => name != 0 && NameIn(slot.Value) == name))
            {
                Change(slot, null);
            }
        }
    }
}
