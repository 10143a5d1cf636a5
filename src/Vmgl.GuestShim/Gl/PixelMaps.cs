using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Pixel maps (GL 1.5 sections 3.6.3 and 6.1.5), which may come from and go to buffer objects.</summary>
internal static unsafe partial class PixelMaps
{
    /// <summary>Larger maps are an error on every GL there is: GL_MAX_PIXEL_MAP_TABLE is some hundred.</summary>
    private const int LargestMap = 65536;

    public static partial void PixelMapfv(GuestStream stream, GuestContext context, uint map, int mapsize, float* values)
    {
        void* source = values;
        if (TryFindSource(stream, context, mapsize, sizeof(float), ref source))
        {
            var bytes = new ReadOnlySpan<byte>(source, Math.Max(mapsize, 0) * sizeof(float));
            Wire.Commands.PixelMapfv.Write(stream.Reserve(Wire.Commands.PixelMapfv.Measure(mapsize)), map, mapsize, bytes);
        }
    }

    public static partial void PixelMapuiv(GuestStream stream, GuestContext context, uint map, int mapsize, uint* values)
    {
        void* source = values;
        if (TryFindSource(stream, context, mapsize, sizeof(uint), ref source))
        {
            var bytes = new ReadOnlySpan<byte>(source, Math.Max(mapsize, 0) * sizeof(uint));
            Wire.Commands.PixelMapuiv.Write(stream.Reserve(Wire.Commands.PixelMapuiv.Measure(mapsize)), map, mapsize, bytes);
        }
    }

    public static partial void PixelMapusv(GuestStream stream, GuestContext context, uint map, int mapsize, ushort* values)
    {
        void* source = values;
        if (TryFindSource(stream, context, mapsize, sizeof(ushort), ref source))
        {
            var bytes = new ReadOnlySpan<byte>(source, Math.Max(mapsize, 0) * sizeof(ushort));
            Wire.Commands.PixelMapusv.Write(stream.Reserve(Wire.Commands.PixelMapusv.Measure(mapsize)), map, mapsize, bytes);
        }
    }

    public static partial void GetPixelMapfv(GuestStream stream, GuestContext context, uint map, float* values)
    {
        void* to = values;
        if (TryFindDestination(stream, context, map, sizeof(float), ref to, out PackedPart part))
        {
            AskGetPixelMapfv(stream, map, (float*)to);
            PixelDestination.SendPart(stream, part);
        }
    }

    public static partial void GetPixelMapuiv(GuestStream stream, GuestContext context, uint map, uint* values)
    {
        void* to = values;
        if (TryFindDestination(stream, context, map, sizeof(uint), ref to, out PackedPart part))
        {
            AskGetPixelMapuiv(stream, map, (uint*)to);
            PixelDestination.SendPart(stream, part);
        }
    }

    public static partial void GetPixelMapusv(GuestStream stream, GuestContext context, uint map, ushort* values)
    {
        void* to = values;
        if (TryFindDestination(stream, context, map, sizeof(ushort), ref to, out PackedPart part))
        {
            AskGetPixelMapusv(stream, map, (ushort*)to);
            PixelDestination.SendPart(stream, part);
        }
    }

    /// <summary>Finds where the values of a map lie; false, and the error recorded, when they leave the unpack buffer or are too
    /// many.</summary>
    private static bool TryFindSource(GuestStream stream, GuestContext context, int count, int bytes, ref void* values)
    {
        if (!PixelSource.TryFind(stream, context, ref values, (long)Math.Max(count, 0) * bytes))
        {
            return false;
        }

        if (count > LargestMap)
        {
            stream.RecordError(GL_INVALID_VALUE);
            return false;
        }

        return true;
    }

    /// <summary>Only a buffer object must know beforehand how long the map is.</summary>
    private static bool TryFindDestination(GuestStream stream, GuestContext context, uint map, int bytes, ref void* values,
        out PackedPart part)
    {
        int count = 0;
        if (context.PackBuffer != 0)
        {
            ContextState.AskGetIntegerv(stream, GL_PIXEL_MAP_I_TO_I_SIZE + map - GL_PIXEL_MAP_I_TO_I, &count);
        }

        return PixelDestination.TryFind(stream, context, ref values, (long)count * bytes, out part);
    }
}
