using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Names of display lists (GL 1.5 section 5.4).</summary>
internal static unsafe partial class DisplayLists
{
    /// <summary>Names in a row; the host makes them empty lists, which is what glIsList then sees.</summary>
    public static partial uint GenLists(GuestStream stream, GuestContext context, int range)
    {
        if (range <= 0)
        {
            if (range < 0)
            {
                stream.RecordError(GL_INVALID_VALUE);
            }

            return 0;
        }

        uint first = context.Group.NamesOf(ObjectKind.List).GenerateRow((uint)range);
        if (first != 0)
        {
            stream.TouchesLists();
            MakeLists.Write(stream.Reserve(MakeLists.Bytes), first, range);
        }

        return first;
    }

    public static partial void DeleteLists(GuestStream stream, GuestContext context, uint list, int range)
    {
        context.Group.NamesOf(ObjectKind.List).ReleaseRow(list, (uint)Math.Max(range, 0));
        stream.TouchesLists();
        Wire.Commands.DeleteLists.Write(stream.Reserve(Wire.Commands.DeleteLists.Bytes), list, range);
    }
}
