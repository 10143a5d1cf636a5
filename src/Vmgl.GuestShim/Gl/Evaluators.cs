using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Evaluator maps (GL 1.5 section 5.1): control points are packed here, so that only what is used travels.</summary>
internal static unsafe partial class Evaluators
{
    /// <summary>Orders above this are an error on every GL there is (GL_MAX_EVAL_ORDER is 8 to 50); they travel as 0, which is one
    /// too.</summary>
    private const int LargestOrder = 1024;

    public static partial void Map1d(GuestStream stream, GuestContext context, uint target, double u1, double u2, int stride, int order,
        double* points)
    {
        var (packed, k, n) = PackPoints(target, points, stride, order);
        Wire.Commands.Map1d.Write(stream.Reserve(Wire.Commands.Map1d.Measure(target, n)), target, u1, u2, k, n, packed);
    }

    public static partial void Map1f(GuestStream stream, GuestContext context, uint target, float u1, float u2, int stride, int order,
        float* points)
    {
        var (packed, k, n) = PackPoints(target, points, stride, order);
        Wire.Commands.Map1f.Write(stream.Reserve(Wire.Commands.Map1f.Measure(target, n)), target, u1, u2, k, n, packed);
    }

    public static partial void Map2d(GuestStream stream, GuestContext context, uint target, double u1, double u2, int ustride, int uorder,
        double v1, double v2, int vstride, int vorder, double* points)
    {
        Grid grid = PackGrid(target, points, ustride, uorder, vstride, vorder);
        Wire.Commands.Map2d.Write(
            stream.Reserve(Wire.Commands.Map2d.Measure(target, grid.UOrder, grid.VOrder)),
            target, u1, u2, grid.UStride, grid.UOrder, v1, v2, grid.VStride, grid.VOrder, grid.Points);
    }

    public static partial void Map2f(GuestStream stream, GuestContext context, uint target, float u1, float u2, int ustride, int uorder,
        float v1, float v2, int vstride, int vorder, float* points)
    {
        Grid grid = PackGrid(target, points, ustride, uorder, vstride, vorder);
        Wire.Commands.Map2f.Write(
            stream.Reserve(Wire.Commands.Map2f.Measure(target, grid.UOrder, grid.VOrder)),
            target, u1, u2, grid.UStride, grid.UOrder, v1, v2, grid.VStride, grid.VOrder, grid.Points);
    }

    private static (byte[] Points, int Stride, int Order) PackPoints<T>(uint target, T* points, int stride, int order)
        where T : unmanaged
    {
        Grid grid = PackGrid(target, points, stride, order, 1, 1, oneDimensional: true);
        return (grid.Points, grid.UStride, grid.UOrder);
    }

    /// <summary>Copies the control points without gaps. A map that GL refuses keeps its wrong stride, or gets
    /// order 0, and no points: the host's GL then finds the same error.</summary>
    private static Grid PackGrid<T>(uint target, T* points, int ustride, int uorder, int vstride, int vorder, bool oneDimensional = false)
        where T : unmanaged
    {
        int values = Sizes.Evaluator(target);
        bool wrongOrder = uorder is < 1 or > LargestOrder || vorder is < 1 or > LargestOrder;
        bool wrongStride = ustride < values || (!oneDimensional && vstride < values);
        if (values == 0 || wrongOrder || wrongStride)
        {
            return new Grid([], ustride, wrongOrder || wrongStride ? 0 : uorder, vstride, wrongOrder || wrongStride ? 0 : vorder);
        }

        var packed = new T[uorder * vorder * values];
        for (int u = 0; u < uorder; u++)
        {
            for (int v = 0; v < vorder; v++)
            {
                T* from = points + ((long)u * ustride) + ((long)v * (oneDimensional ? 0 : vstride));
                new ReadOnlySpan<T>(from, values).CopyTo(packed.AsSpan(((u * vorder) + v) * values));
            }
        }

        return new Grid(MemoryMarshal.AsBytes(packed.AsSpan()).ToArray(), vorder * values, uorder, values, vorder);
    }

    private readonly record struct Grid(byte[] Points, int UStride, int UOrder, int VStride, int VOrder);
}
