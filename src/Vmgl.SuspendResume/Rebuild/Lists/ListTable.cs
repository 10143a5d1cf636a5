using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Lists;

/// <summary>A group's display lists, as a table among those of its objects.</summary>
internal sealed class ListTable(DisplayListTable lists) : IListCommands, IObjectTable
{
    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to) => lists.Write(to);

    void IListCommands.FoldDeleteLists(DeleteLists view, in FoldedCommand command)
    {
        if (view.Range > 0)
        {
            lists.Delete(view.List, (uint)view.Range);
        }
    }
}
