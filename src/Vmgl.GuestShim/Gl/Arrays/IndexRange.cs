namespace Vmgl.GuestShim.Gl.Arrays;

/// <summary>The lowest and highest index of a draw: they decide which elements travel.</summary>
internal static unsafe class IndexRange
{
    /// <summary>Looks at every index; empty (1, 0) when there is none.</summary>
    /// <param name="indexBytes">1, 2 or 4.</param>
    public static (uint Lowest, uint Highest) Of(void* indices, int count, int indexBytes) => indexBytes switch
    {
        _ when count <= 0 => (1, 0),
        1 => Bytes((byte*)indices, count),
        2 => Shorts((ushort*)indices, count),
        _ => Words((uint*)indices, count),
    };

    private static (uint Lowest, uint Highest) Bytes(byte* indices, int count)
    {
        (uint lowest, uint highest) = (uint.MaxValue, 0);
        for (int i = 0; i < count; i++)
        {
            lowest = Math.Min(lowest, indices[i]);
            highest = Math.Max(highest, indices[i]);
        }

        return (lowest, highest);
    }

    private static (uint Lowest, uint Highest) Shorts(ushort* indices, int count)
    {
        (uint lowest, uint highest) = (uint.MaxValue, 0);
        for (int i = 0; i < count; i++)
        {
            lowest = Math.Min(lowest, indices[i]);
            highest = Math.Max(highest, indices[i]);
        }

        return (lowest, highest);
    }

    private static (uint Lowest, uint Highest) Words(uint* indices, int count)
    {
        (uint lowest, uint highest) = (uint.MaxValue, 0);
        for (int i = 0; i < count; i++)
        {
            lowest = Math.Min(lowest, indices[i]);
            highest = Math.Max(highest, indices[i]);
        }

        return (lowest, highest);
    }
}
