using System.Numerics;
using System.Runtime.InteropServices;

namespace Vmgl.Wire.Commands;

/// <summary>The lowest and highest index of a draw: they decide which elements of the arrays travel.</summary>
public static class IndexRange
{
    /// <summary>Looks at every index, but for those that end a primitive (GL 3.1 section 2.8, "primitive restart"); empty (1, 0) when there
    /// is none.</summary>
    /// <param name="indices">Whole indices, in this machine's byte order.</param>
    /// <param name="indexBytes">1, 2 or 4; any other number is a type without indices.</param>
    /// <param name="restart">The index that ends a primitive, if one does.</param>
    public static (uint Lowest, uint Highest) FindRange(ReadOnlySpan<byte> indices, int indexBytes, uint? restart = null) =>
        indexBytes switch
    {
        1 => RangeOf(indices, restart),
        2 => RangeOf(MemoryMarshal.Cast<byte, ushort>(indices), restart),
        4 => RangeOf(MemoryMarshal.Cast<byte, uint>(indices), restart),
        _ => (1, 0),
    };

    private static (uint Lowest, uint Highest) RangeOf<T>(ReadOnlySpan<T> indices, uint? restart)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        (T lowest, T highest) = restart is uint end ? FindExtremesBetweenRestarts(indices, end) : FindExtremes(indices);
        return lowest > highest ? (1, 0) : (uint.CreateTruncating(lowest), uint.CreateTruncating(highest));
    }

    private static (T Lowest, T Highest) FindExtremes<T>(ReadOnlySpan<T> indices)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var lows = new Vector<T>(T.MaxValue);
        Vector<T> highs = Vector<T>.Zero;
        ReadOnlySpan<Vector<T>> whole = MemoryMarshal.Cast<T, Vector<T>>(indices);
        foreach (Vector<T> several in whole)
        {
            lows = Vector.Min(lows, several);
            highs = Vector.Max(highs, several);
        }

        (T lowest, T highest) = (T.MaxValue, T.Zero);
        for (int i = 0; i < Vector<T>.Count; i++)
        {
            (lowest, highest) = (T.Min(lowest, lows[i]), T.Max(highest, highs[i]));
        }

        foreach (T index in indices[(whole.Length * Vector<T>.Count)..])
        {
            (lowest, highest) = (T.Min(lowest, index), T.Max(highest, index));
        }

        return (lowest, highest);
    }

    private static (T Lowest, T Highest) FindExtremesBetweenRestarts<T>(ReadOnlySpan<T> indices, uint restart)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        (T lowest, T highest) = (T.MaxValue, T.Zero);
        foreach (T index in indices)
        {
            if (uint.CreateTruncating(index) != restart)
            {
                (lowest, highest) = (T.Min(lowest, index), T.Max(highest, index));
            }
        }

        return (lowest, highest);
    }
}
