using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Lists;

/// <summary>The display lists of a share group (GL 2.1 section 5.4).</summary>
internal sealed class DisplayListTable
{
    private readonly SortedDictionary<uint, DisplayList> _lists = [];

    /// <summary>Bytes that they keep.</summary>
    public long Bytes { get; private set; }

    public DisplayList? Find(uint name) => _lists.GetValueOrDefault(name);

    public void Define(uint name, DisplayList list)
    {
        Delete(name, 1);
        _lists[name] = list;
        Bytes += list.Data.Length + list.Bulk.Length;
    }

    public void Delete(uint first, uint count)
    {
        uint[] gone = count < 16
            ? [.. Enumerable.Range(0, (int)count).Select(i => first + (uint)i).Where(_lists.ContainsKey)]
            : [.. _lists.Keys.Where(name => name - first < count)];
        foreach (uint name in gone)
        {
            Bytes -= _lists[name].Data.Length + _lists[name].Bulk.Length;
            _lists.Remove(name);
        }
    }

    /// <summary>Writes what makes the lists anew, in a context that makes none.</summary>
    public void Write(RebuildWriter to)
    {
        foreach ((uint name, DisplayList list) in _lists)
        {
            WriteOpenList(to, name, list);
            EndList.Write(to.Reserve(EndList.Bytes));
        }
    }

    /// <summary>Writes a list without its end. It only takes commands up: what it carried out already must not be done twice.</summary>
    public static void WriteOpenList(RebuildWriter to, uint name, DisplayList list)
    {
        NewList.Write(to.Reserve(NewList.Bytes), name, GL_COMPILE);
        foreach (ListedCommand command in list.Commands)
        {
            to.Add(list.CommandOf(command), list.BulkOf(command));
        }
    }
}
