using System.Runtime.InteropServices;
using Vmgl.Stub.Present;

namespace Vmgl.Stub.Tests.Present;

/// <summary>A picture as it comes from GL: in memory that is not the runtime's, the lowest row first.</summary>
internal sealed unsafe class TestSlot : IDisposable
{
    private readonly byte* _pixels;

    /// <param name="colour">Of a pixel, counted from the upper left corner: 0xAARRGGBB.</param>
    public TestSlot(PresentedWindow window, int width, int height, Func<int, int, uint> colour, uint picture = 1)
    {
        _pixels = (byte*)NativeMemory.Alloc((nuint)(4 * width * height));
        Slot = new ReadSlot(1) { Window = window, Width = width, Height = height, Pixels = _pixels, Picture = picture, IsFree = false };
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                this[x, y] = colour(x, y);
            }
        }
    }

    public ReadSlot Slot { get; }

    public uint this[int x, int fromTop]
    {
        get => ((uint*)_pixels)[((Slot.Height - 1 - fromTop) * Slot.Width) + x];
        set => ((uint*)_pixels)[((Slot.Height - 1 - fromTop) * Slot.Width) + x] = value;
    }

    /// <summary>The pixels as they travel: from the top.</summary>
    public byte[] FromTop()
    {
        var bytes = new List<byte>();
        for (int y = 0; y < Slot.Height; y++)
        {
            bytes.AddRange(Slot.RowAt(y));
        }

        return [.. bytes];
    }

    public void Dispose() => NativeMemory.Free(_pixels);

    /// <summary>A picture that packs neither well nor badly: gradients with a little noise, from a seed.</summary>
    public static Func<int, int, uint> Photo(int seed)
    {
        var random = new Random(seed);
        return (x, y) => ((uint)(byte)(x / 8 * 9) << 16) | ((uint)(byte)(y * 3) << 8) | (uint)(byte)y
            | (random.Next(32) == 0 ? 0x010101u : 0);
    }
}
