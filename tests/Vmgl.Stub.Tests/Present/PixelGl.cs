using System.Runtime.InteropServices;
using Vmgl.Stub.Host;

namespace Vmgl.Stub.Tests.Present;

/// <summary>As much of a GL as reading pictures needs: pixel buffers, fences and glReadPixels, for one thread. What is read is the colour
/// of the buffer of the surface that is entered.</summary>
internal static unsafe class PixelGl
{
    private const uint TimeoutExpired = 0x911B;
    private const uint AlreadySignaled = 0x911A;

    [ThreadStatic]
    private static State? t_state;

    /// <summary>What a test sees and sets. A new one each test.</summary>
    internal sealed class State
    {
        public Dictionary<uint, byte[]> Buffers { get; } = [];

        public uint Bound { get; set; }

        /// <summary>Whether the GPU takes its time: fences pass only for those who wait.</summary>
        public bool IsSlow { get; set; }

        /// <summary>Whether there is no memory to map buffers.</summary>
        public bool CannotMap { get; set; }

        /// <summary>The colour that glReadPixels finds.</summary>
        public uint Colour { get; set; }

        public int Fences { get; set; }
    }

    public static State Now => t_state ??= new State();

    /// <summary>The functions; a new GL for this thread.</summary>
    public static GlTable Make()
    {
        t_state = new State();
        return new GlTable(name => name switch
        {
            "glBindBuffer" => (nint)(delegate* unmanaged<uint, uint, void>)&BindBuffer,
            "glBufferData" => (nint)(delegate* unmanaged<uint, long, void*, uint, void>)&BufferData,
            "glReadPixels" => (nint)(delegate* unmanaged<int, int, int, int, uint, uint, void*, void>)&ReadPixels,
            "glMapBuffer" => (nint)(delegate* unmanaged<uint, uint, void*>)&MapBuffer,
            "glUnmapBuffer" => (nint)(delegate* unmanaged<uint, byte>)&UnmapBuffer,
            "glFenceSync" => (nint)(delegate* unmanaged<uint, uint, nint>)&FenceSync,
            "glDeleteSync" => (nint)(delegate* unmanaged<nint, void>)&DeleteSync,
            "glClientWaitSync" => (nint)(delegate* unmanaged<nint, uint, ulong, uint>)&ClientWaitSync,
            _ => 0,
        });
    }

    [UnmanagedCallersOnly]
    private static void BindBuffer(uint target, uint buffer) => Now.Bound = buffer;

    [UnmanagedCallersOnly]
    private static void BufferData(uint target, long bytes, void* data, uint usage) =>
        Now.Buffers[Now.Bound] = GC.AllocateArray<byte>((int)bytes, pinned: true);

    [UnmanagedCallersOnly]
    private static void ReadPixels(int x, int y, int width, int height, uint format, uint type, void* to) =>
        MemoryMarshal.Cast<byte, uint>(Now.Buffers[Now.Bound].AsSpan(0, 4 * width * height)).Fill(Now.Colour);

    [UnmanagedCallersOnly]
    private static void* MapBuffer(uint target, uint access) =>
        Now.CannotMap ? null : (void*)Marshal.UnsafeAddrOfPinnedArrayElement(Now.Buffers[Now.Bound], 0);

    [UnmanagedCallersOnly]
    private static byte UnmapBuffer(uint target) => 1;

    [UnmanagedCallersOnly]
    private static nint FenceSync(uint condition, uint flags) => ++Now.Fences;

    [UnmanagedCallersOnly]
    private static void DeleteSync(nint fence) => Now.Fences--;

    [UnmanagedCallersOnly]
    private static uint ClientWaitSync(nint fence, uint flags, ulong timeout) =>
        Now.IsSlow && timeout == 0 ? TimeoutExpired : AlreadySignaled;
}

/// <summary>Surfaces that have one colour in each buffer.</summary>
internal sealed class ColourSurfaces : ISurfaces
{
    private readonly Dictionary<uint, uint[]> _buffers = [];
    private uint _entered;

    /// <summary>Calls, but for those that only select.</summary>
    public List<string> Said { get; } = [];

    public void Draw(uint drawable, SurfaceBuffer buffer, uint colour) => _buffers[drawable][(int)buffer] = colour;

    public bool CreateSurface(uint drawable, int screen, uint config, uint width, uint height)
    {
        Said.Add($"surface {drawable} {width} {height}");
        return _buffers.TryAdd(drawable, new uint[2]);
    }

    public bool ResizeSurface(uint drawable, uint width, uint height)
    {
        Said.Add($"surface {drawable} is {width} {height}");
        return _buffers.ContainsKey(drawable);
    }

    public bool HasSurface(uint drawable) => _buffers.ContainsKey(drawable);

    public bool EnterSurface(uint drawable)
    {
        Assert.Equal(0u, _entered);
        _entered = _buffers.ContainsKey(drawable) ? drawable : 0;
        return _entered != 0;
    }

    public void CopyToFront() => _buffers[_entered][(int)SurfaceBuffer.Front] = _buffers[_entered][(int)SurfaceBuffer.Back];

    public void UseFront()
    {
    }

    public void SelectForReading(SurfaceBuffer buffer) => PixelGl.Now.Colour = _buffers[_entered][(int)buffer];

    public void LeaveSurface()
    {
        Assert.NotEqual(0u, _entered);
        _entered = 0;
    }
}
