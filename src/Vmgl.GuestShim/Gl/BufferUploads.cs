using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Sending what is in a buffer copy to the host.</summary>
internal static unsafe class BufferUploads
{
    /// <summary>Sends a part of a buffer. Pixel targets are bound on the host only while a buffer changes: images travel by
    /// themselves.</summary>
    public static void SendPart(GuestStream stream, uint target, uint name, long offset, long bytes, void* data)
    {
        BindPixelTarget(stream, target, name);
        Wire.Commands.BufferSubData.Write(stream.Reserve(Wire.Commands.BufferSubData.Bytes), target, offset, bytes);
        if (bytes > 0)
        {
            stream.SendBulk((byte*)data, bytes);
        }

        BindPixelTarget(stream, target, 0);
    }

    /// <summary>Binds a pixel target on the host; other targets are bound there as the program binds them.</summary>
    public static void BindPixelTarget(GuestStream stream, uint target, uint name)
    {
        if (target is GL_PIXEL_PACK_BUFFER or GL_PIXEL_UNPACK_BUFFER)
        {
            Wire.Commands.BindBuffer.Write(stream.Reserve(Wire.Commands.BindBuffer.Bytes), target, name);
        }
    }
}
