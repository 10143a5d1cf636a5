using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Changing all pixel storage modes of a context at once.</summary>
internal static class PixelModes
{
    /// <summary>Unpacks as bitmaps made here lie: rows of whole bytes, the first pixel in the highest bit. <paramref name="saved"/> keeps
    /// the program's own modes for <see cref="UseModes"/>.</summary>
    public static void UseRowsOfBytes(GuestStream stream, GuestContext context, PixelStore saved)
    {
        PixelStore ours = saved.Clone();
        ours.UnpackRowsOfBytes();
        UseModes(stream, context, ours);
    }

    /// <summary>Makes these modes the context's, and sends those that the host's GL applies.</summary>
    public static void UseModes(GuestStream stream, GuestContext context, PixelStore modes)
    {
        context.PixelStore = modes;
        foreach (uint name in PixelStore.HostModes)
        {
            Wire.Commands.PixelStorei.Write(stream.Reserve(Wire.Commands.PixelStorei.Bytes), name, modes.FindMode(name) ?? 0);
        }
    }
}
