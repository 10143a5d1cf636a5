using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Pixel maps (GL 1.5 sections 3.6.3 and 6.1.5), which may come from and go to buffer objects.</summary>
internal static unsafe partial class GlCommands
{
    private const uint FirstPixelMap = 0x0C70;
    private const uint FirstPixelMapSize = 0x0CB0;

    /// <summary>Larger maps are an error on every GL there is: GL_MAX_PIXEL_MAP_TABLE is some hundred.</summary>
    private const int LargestMap = 65536;

    public static partial void PixelMapfv(uint map, int mapsize, float* values)
    {
        void* source = values;
        if (MapStream(mapsize, sizeof(float), ref source) is GuestStream stream)
        {
            var bytes = new ReadOnlySpan<byte>(source, Math.Max(mapsize, 0) * sizeof(float));
            Wire.Commands.PixelMapfv.Write(stream.Reserve(Wire.Commands.PixelMapfv.Measure(mapsize)), map, mapsize, bytes);
        }
    }

    public static partial void PixelMapuiv(uint map, int mapsize, uint* values)
    {
        void* source = values;
        if (MapStream(mapsize, sizeof(uint), ref source) is GuestStream stream)
        {
            var bytes = new ReadOnlySpan<byte>(source, Math.Max(mapsize, 0) * sizeof(uint));
            Wire.Commands.PixelMapuiv.Write(stream.Reserve(Wire.Commands.PixelMapuiv.Measure(mapsize)), map, mapsize, bytes);
        }
    }

    public static partial void PixelMapusv(uint map, int mapsize, ushort* values)
    {
        void* source = values;
        if (MapStream(mapsize, sizeof(ushort), ref source) is GuestStream stream)
        {
            var bytes = new ReadOnlySpan<byte>(source, Math.Max(mapsize, 0) * sizeof(ushort));
            Wire.Commands.PixelMapusv.Write(stream.Reserve(Wire.Commands.PixelMapusv.Measure(mapsize)), map, mapsize, bytes);
        }
    }

    public static partial void GetPixelMapfv(uint map, float* values)
    {
        void* to = values;
        if (GuestThread.Stream is GuestStream stream && MapDestination(stream, map, sizeof(float), ref to, out PackedPart part))
        {
            AskGetPixelMapfv(stream, map, (float*)to);
            SendPacked(stream, part);
        }
    }

    public static partial void GetPixelMapuiv(uint map, uint* values)
    {
        void* to = values;
        if (GuestThread.Stream is GuestStream stream && MapDestination(stream, map, sizeof(uint), ref to, out PackedPart part))
        {
            AskGetPixelMapuiv(stream, map, (uint*)to);
            SendPacked(stream, part);
        }
    }

    public static partial void GetPixelMapusv(uint map, ushort* values)
    {
        void* to = values;
        if (GuestThread.Stream is GuestStream stream && MapDestination(stream, map, sizeof(ushort), ref to, out PackedPart part))
        {
            AskGetPixelMapusv(stream, map, (ushort*)to);
            SendPacked(stream, part);
        }
    }

    /// <summary>The stream for a map, and where its values lie; null without a context or when an error was recorded.</summary>
    private static GuestStream? MapStream(int count, int bytes, ref void* values)
    {
        if (GuestThread.Stream is not GuestStream stream || !TrySource(stream, ref values, (long)Math.Max(count, 0) * bytes))
        {
            return null;
        }

        if (count > LargestMap)
        {
            stream.Record(GL_INVALID_VALUE);
            return null;
        }

        return stream;
    }

    /// <summary>Only a buffer object must know beforehand how long the map is.</summary>
    private static bool MapDestination(GuestStream stream, uint map, int bytes, ref void* values, out PackedPart part)
    {
        int count = 0;
        if (GuestThread.Context!.PackBuffer != 0)
        {
            AskGetIntegerv(stream, FirstPixelMapSize + map - FirstPixelMap, &count);
        }

        return Destination(stream, ref values, (long)count * bytes, out part);
    }
}
