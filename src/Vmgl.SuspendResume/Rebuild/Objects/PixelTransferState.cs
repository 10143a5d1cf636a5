using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Writes commands under the pixel transfer that they were given under (GL 2.1 section 3.6.3), in a context where it is in its
/// initial state.</summary>
public static class PixelTransferState
{
    /// <summary>GL_PIXEL_MODE_BIT: all of it but the tables.</summary>
    private const uint PixelModeBit = 0x20;

    /// <summary>Whether two lists set the same.</summary>
    public static bool Same(IReadOnlyList<Kept> one, IReadOnlyList<Kept> other)
    {
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        bool same = one.Count == other.Count;
        for (int i = 0; same && i < one.Count; i++)
        {
            same = ReferenceEquals(one[i], other[i])
                || (one[i].Commands.Span.SequenceEqual(other[i].Commands.Span) && one[i].Bulk.Span.SequenceEqual(other[i].Bulk.Span));
        }

        return same;
    }

    /// <summary>Sets it.</summary>
    public static void Enter(RebuildWriter to, IReadOnlyList<Kept> transfer)
    {
        if (transfer.Count == 0)
        {
            return;
        }

        PushAttrib.Write(to.Reserve(PushAttrib.Bytes), PixelModeBit);
        foreach (Kept kept in transfer)
        {
            to.Add(kept);
        }
    }

    /// <summary>Sets it back. The tables are no attribute: each that was set becomes one entry of zero again (table 6.19).</summary>
    public static void Leave(RebuildWriter to, IReadOnlyList<Kept> transfer)
    {
        if (transfer.Count == 0)
        {
            return;
        }

        PopAttrib.Write(to.Reserve(PopAttrib.Bytes));
        foreach (Kept kept in transfer)
        {
            BatchReader reader = new(kept.Commands.Span, kept.Bulk.Span);
            while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
            {
                MirrorRule rule = MirrorRules.Of(opcode);
                if (rule.Family == SlotFamily.PixelMap)
                {
                    ClearMap(to, Fields.U32(command, rule.KeyOffset(0)));
                }
            }
        }
    }

    /// <summary>Makes it initial, tables aside: they do nothing to values that are not colour indices while GL_MAP_COLOR is off.</summary>
    public static void Initial(RebuildWriter to)
    {
        // Maps, index shift and offset, then scale and bias of each component.
        foreach (uint off in (ReadOnlySpan<uint>)[0x0D10, 0x0D11, 0x0D12, 0x0D13, 0x0D15, 0x0D19, 0x0D1B, 0x0D1D, 0x0D1F])
        {
            PixelTransferi.Write(to.Reserve(PixelTransferi.Bytes), off, 0);
        }

        foreach (uint scale in (ReadOnlySpan<uint>)[0x0D14, 0x0D18, 0x0D1A, 0x0D1C, 0x0D1E])
        {
            PixelTransferi.Write(to.Reserve(PixelTransferi.Bytes), scale, 1);
        }
    }

    private static void ClearMap(RebuildWriter to, uint map)
    {
        ReadOnlySpan<byte> zero = [0, 0, 0, 0];
        PixelMapfv.Write(to.Reserve(PixelMapfv.Measure(1)), map, 1, zero);
    }
}
