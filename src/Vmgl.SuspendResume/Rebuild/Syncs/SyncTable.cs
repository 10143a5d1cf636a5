using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Syncs;

/// <summary>Sync objects (GL 3.2 section 5.2), by the guest's numbers.</summary>
internal sealed class SyncTable(LabelTable labels) : ISyncCommands, IObjectTable
{
    private readonly OrderedDictionary<uint, bool> _syncs = [];

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach (uint sync in _syncs.Keys)
        {
            MakeSync.Write(to.Reserve(MakeSync.Bytes), sync);
        }
    }

    void ISyncCommands.FoldMakeSync(MakeSync view, in FoldedCommand command) => _syncs[view.Sync] = true;

    void ISyncCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            _syncs.Remove(Fields.U32(names, i));
        }

        labels.ForgetLabels(GL_SYNC_FENCE, names);
    }
}
