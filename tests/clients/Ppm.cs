using System.Text;
using Silk.NET.OpenGL;

namespace Vmgl.Clients;

/// <summary>Pictures as files: binary PPM.</summary>
internal static class Ppm
{
    /// <summary>Reads the back buffer of a square window and writes it to a file, its upper line first.</summary>
    public static unsafe void Save(string path, GL gl, int size)
    {
        byte[] pixels = new byte[size * size * 3];
        gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
        gl.ReadBuffer(ReadBufferMode.Back);
        fixed (byte* to = pixels)
        {
            gl.ReadPixels(0, 0, (uint)size, (uint)size, PixelFormat.Rgb, PixelType.UnsignedByte, to);
        }

        using FileStream file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes($"P6\n{size} {size}\n255\n"));
        for (int line = size - 1; line >= 0; line--)
        {
            file.Write(pixels, line * size * 3, size * 3);
        }
    }
}
