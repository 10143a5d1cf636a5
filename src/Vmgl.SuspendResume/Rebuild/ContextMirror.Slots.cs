using System.Buffers.Binary;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Pieces of state that one command sets as a whole.</summary>
public sealed partial class ContextMirror
{
    /// <summary>Commands of which it is unknown whether they had an effect, kept for one piece of state.</summary>
    private const int MostUnsure = 16;

    /// <summary>Commands that add to one piece of state.</summary>
    private const int MostAppended = 256;

    private const uint LightPosition = 0x1203;
    private const uint SpotDirection = 0x1204;
    private const uint EyePlane = 0x2502;
    private const uint ColorMaterialCapability = 0x0B57;
    private const uint Texture0 = 0x84C0;

    private readonly Dictionary<SlotKey, Slot> _slots = [];
    private readonly List<Slot>[] _byFamily = [.. Enumerable.Range(0, SlotTable.Count).Select(_ => new List<Slot>())];
    private readonly long[] _lastSerial = new long[SlotTable.Count];
    private readonly Dictionary<ulong, SlotValue> _selectors = [];
    private readonly Dictionary<uint, SlotNeed[]> _unitNeeds = [];
    private readonly List<StaleContent> _stale = [];
    private readonly Slot _activeTexture;
    private readonly Slot _matrixMode;
    private readonly Slot _stencilFace;
    private readonly Slot _colorMaterial;
    private readonly Slot _materialOfColor;
    private readonly SlotNeed[] _uncolored;

    /// <summary>The active texture unit, from 0.</summary>
    private uint Unit => _activeTexture.Value is SlotValue value ? Word(value.Command, 4) - Texture0 : 0;

    private bool IsColorMaterial => _colorMaterial.Value is SlotValue value && (Opcode)(ushort)Word(value.Command, 0) == Opcode.Enable;

    private static uint Word(ReadOnlySpan<byte> command, int at) => BinaryPrimitives.ReadUInt32LittleEndian(command[at..]);

    private void Set(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
        MirrorRule rule = MirrorRules.Of(opcode);
        if (IsInPrimitive && !isSure && rule.Family != SlotFamily.Material)
        {
            return; // refused
        }

        SlotWords words = SlotTable.Words[(int)rule.Family];
        if ((words & SlotWords.ByHand) != 0)
        {
            SetByHand(rule, opcode, command, isSure);
            return;
        }

        uint selector = SelectorOf(words);
        int count = rule.KeyCount;
        var key = new SlotKey(
            rule.Family, selector,
            count > 0 ? Word(command, rule.KeyOffset(0)) : 0, count > 1 ? Word(command, rule.KeyOffset(1)) : 0, count > 2 ? Word(command, rule.KeyOffset(2)) : 0);
        Keep(SlotAt(key), command, bulk, NeedsOf(words, key), isSure, (words & SlotWords.Append) != 0);
    }

    private void SetByHand(MirrorRule rule, Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        switch (rule.Family)
        {
            case SlotFamily.Enable: SetCapability(opcode, command, isSure); break;
            case SlotFamily.ActiveTexture: Select(_activeTexture, opcode, command, isSure || IsUnit(Word(command, 4))); break;
            case SlotFamily.MatrixMode: Select(_matrixMode, opcode, command, isSure || IsMatrixMode(Word(command, 4))); break;
            case SlotFamily.ActiveStencilFace: Select(_stencilFace, opcode, command, isSure || Word(command, 4) is 0x0404 or 0x0405); break;
            case SlotFamily.BindFramebuffer: BindFramebuffer(opcode, command, isSure); break;
            case SlotFamily.RenderMode: SetRenderMode(command, isSure); break;
            default: // ColorMaterial
                SettleColorMaterial();
                Keep(_materialOfColor, command, default, _uncolored, isSure, false);
                break;
        }
    }

    /// <summary>What glEnable and glDisable set. With an index they set one of what they set all of without.</summary>
    private void SetCapability(Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        uint capability = Word(command, 4);
        if (capability == ColorMaterialCapability && opcode == Opcode.Disable)
        {
            SettleColorMaterial();
        }

        bool isPerUnit = SlotTable.IsPerUnit(capability);
        uint unit = isPerUnit ? Unit : 0;
        uint index = opcode is Opcode.Enablei or Opcode.Disablei ? Word(command, 8) + 1 : 0;
        Slot slot = SlotAt(new SlotKey(SlotFamily.Enable, unit, capability, index));
        Keep(slot, command, default, isPerUnit ? UnitNeeds(unit) : [], isSure, false);
    }

    /// <summary>A selector's values are few, and compared by reference.</summary>
    private void Select(Slot slot, Opcode opcode, ReadOnlySpan<byte> command, bool isValid)
    {
        if (isValid)
        {
            Change(slot, Selector(opcode, Word(command, 4)));
        }
    }

    private SlotValue Selector(Opcode opcode, uint value)
    {
        ulong key = ((ulong)opcode << 32) | value;
        if (!_selectors.TryGetValue(key, out SlotValue? kept))
        {
            byte[] command = new byte[ActiveTexture.Bytes];
            ActiveTexture.Write(command, value);
            BinaryPrimitives.WriteUInt16LittleEndian(command, (ushort)opcode);
            kept = new SlotValue(command, [], [], null, 0);
            _selectors[key] = kept;
        }

        return kept;
    }

    private bool IsUnit(uint texture) =>
        texture >= Texture0 && texture - Texture0 < Math.Max(Facts.Limit(0x8B4D, 2), Math.Max(Facts.Limit(0x8871, 2), Facts.Limit(0x84E2, 2)));

    private uint SelectorOf(SlotWords words) =>
        (words & SlotWords.Unit) != 0 ? Unit
        : (words & SlotWords.DrawFramebuffer) != 0 ? DrawFramebuffer
        : (words & SlotWords.ReadFramebuffer) != 0 ? ReadFramebuffer
        : (words & SlotWords.Face) != 0 && _stencilFace.Value is SlotValue face ? Word(face.Command, 4)
        : 0;

    private SlotNeed[] NeedsOf(SlotWords words, in SlotKey key)
    {
        if ((words & SlotWords.Modelview) != 0 && IsTransformed(key))
        {
            var modelview = new SlotNeed(MatrixAt(ModelviewMode, 0).Top, MatrixAt(ModelviewMode, 0).Top.Value);
            return (words & SlotWords.Unit) != 0 ? [.. UnitNeeds(key.Selector), modelview] : [modelview];
        }

        return (words & SlotWords.Unit) != 0 ? UnitNeeds(key.Selector)
            : (words & SlotWords.Colored) != 0 ? _uncolored
            : (words & SlotWords.Face) != 0 ? [new SlotNeed(_stencilFace, _stencilFace.Value)]
            : (words & SlotWords.DrawFramebuffer) != 0 ? [new SlotNeed(_drawFramebuffer, _drawFramebuffer.Value)]
            : (words & SlotWords.ReadFramebuffer) != 0 ? [new SlotNeed(_readFramebuffer, _readFramebuffer.Value)]
            : [];
    }

    /// <summary>Positions, directions and planes in eye coordinates (GL 2.1 sections 2.12, 2.14.1 and 2.11.4).</summary>
    private static bool IsTransformed(in SlotKey key) =>
        key.Family == SlotFamily.ClipPlane || key.Second is LightPosition or SpotDirection or EyePlane;

    private SlotNeed[] UnitNeeds(uint unit)
    {
        if (!_unitNeeds.TryGetValue(unit, out SlotNeed[]? needs))
        {
            needs = [new SlotNeed(_activeTexture, Selector(Opcode.ActiveTexture, Texture0 + unit))];
            _unitNeeds[unit] = needs;
        }

        return needs;
    }

    private Slot SlotAt(in SlotKey key)
    {
        if (!_slots.TryGetValue(key, out Slot? slot))
        {
            uint groups = key.Family == SlotFamily.Enable ? SlotTable.CapabilityGroups(key.First) : SlotTable.Groups[(int)key.Family];
            slot = new Slot(key, groups, InitialOf(key));
            _slots[key] = slot;
            _byFamily[(int)key.Family].Add(slot);
        }

        return slot;
    }

    /// <summary>Keeps a command as a slot's value: instead of what was there, or behind it where either may count.</summary>
    private void Keep(Slot slot, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, SlotNeed[] needs, bool isSure, bool appends)
    {
        ref long last = ref _lastSerial[(int)slot.Key.Family];
        if (slot.Value is SlotValue now && now.Serial == last && (now.Before is null || !isSure) && now.IsSame(command, bulk, needs))
        {
            return;
        }

        SlotValue? before = isSure && !appends ? null : Without(slot.Value, command, bulk, needs, appends ? MostAppended : MostUnsure);
        last = ++_serial;
        Change(slot, new SlotValue(command.ToArray(), bulk.ToArray(), needs, before, last));
    }

    /// <summary>A chain without a command that comes again, and not longer than it may be.</summary>
    private static SlotValue? Without(SlotValue? chain, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, SlotNeed[] needs, int most)
    {
        if (chain is null || (chain.Before is null && !chain.IsSame(command, bulk, needs)))
        {
            return chain;
        }

        SlotValue? kept = null;
        int spare = chain.Links - most;
        foreach (SlotValue link in chain.ToArray())
        {
            bool goes = link.IsSame(command, bulk, needs) || (link.Before is not null && spare-- > 0);
            kept = goes ? kept : link.Before == kept ? link : new SlotValue(link.Command, link.Bulk, link.Needs, kept, link.Serial);
        }

        return kept;
    }

    /// <summary>While glColorMaterial is enabled the material follows the current colour. Before it stops, the colour of that moment is kept.</summary>
    private void SettleColorMaterial()
    {
        if (!IsColorMaterial)
        {
            return;
        }

        _current.Settle();
        byte[] both = new byte[CallList.Bytes + Enable.Bytes + Disable.Bytes];
        CallList.Write(both.AsSpan(0, CallList.Bytes), StateWriter.NoList); // materials that Mesa has not taken over yet would come after it
        Enable.Write(both.AsSpan(CallList.Bytes, Enable.Bytes), ColorMaterialCapability);
        Disable.Write(both.AsSpan(CallList.Bytes + Enable.Bytes), ColorMaterialCapability);
        Slot color = SlotAt(new SlotKey(SlotFamily.Color));
        SlotNeed[] needs = [new(color, color.Value), new(_materialOfColor, _materialOfColor.Value), .. _uncolored];
        SlotValue? face = _materialOfColor.Value;
        (uint first, uint second) = face is null ? (0u, 0u) : (Word(face.Command, 4), Word(face.Command, 8));
        Keep(SlotAt(new SlotKey(SlotFamily.Material, 1, first, second)), both, default, needs, true, false);
    }

    private void NoteCopy(Opcode opcode)
    {
        if (MirrorRules.Of(opcode).KeyCount == 1 && opcode is Opcode.CopyColorTable or Opcode.CopyConvolutionFilter1D or Opcode.CopyConvolutionFilter2D or Opcode.CopyColorSubTable)
        {
            var content = new StaleContent($"imaging table of context {Context}", 0);
            _stale.Remove(content);
            _stale.Add(content);
        }
    }
}
