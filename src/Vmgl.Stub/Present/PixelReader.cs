using System.Diagnostics.CodeAnalysis;
using Vmgl.Stub.Host;

namespace Vmgl.Stub.Present;

/// <summary>Reads pictures into pixel buffer objects (ARB_pixel_buffer_object), so that the GL thread goes on while the GPU copies. Lives
/// on the GL thread; everything happens in the back end's own contexts, which share the buffers.</summary>
internal sealed unsafe class PixelReader(GlTable gl)
{
    /// <summary>Pictures on their way: one that the GPU copies, one that is sent, one to begin with.</summary>
    public const int Slots = 3;

    private const uint FlushFirst = 1;

    private readonly ReadSlot[] _slots = [new(1), new(2), new(3)];
    private readonly Queue<ReadSlot> _reading = [];

    /// <summary>Whether GL still copies a picture.</summary>
    public bool IsBusy => _reading.Count > 0;

    /// <summary>A slot that is free; false when all are under way.</summary>
    public bool TryTake([NotNullWhen(true)] out ReadSlot? slot) => (slot = Array.Find(_slots, s => s.IsFree)) is not null;

    /// <summary>Begins to read the entered surface into a slot. Returns at once where GL can work behind our back.</summary>
    public void BeginReading(ISurfaces surfaces, ReadSlot slot, SurfaceBuffer buffer, PresentedWindow window)
    {
        (slot.Window, slot.Width, slot.Height, slot.Picture) = (window, window.Width, window.Height, ++window.LastPicture);
        slot.IsFree = false;
        surfaces.SelectForReading(buffer);
        gl.BindBuffer(GL_PIXEL_PACK_BUFFER, slot.Buffer);
        UnmapSlot(slot);
        long bytes = 4L * slot.Width * slot.Height;
        if (slot.Room < bytes || slot.Room > 4 * bytes)
        {
            gl.BufferData(GL_PIXEL_PACK_BUFFER, bytes, null, GL_STREAM_READ);
            slot.Room = bytes;
        }

        gl.ReadPixels(0, 0, slot.Width, slot.Height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, null);
        gl.BindBuffer(GL_PIXEL_PACK_BUFFER, 0);
        slot.Fence = gl.FenceSync(GL_SYNC_GPU_COMMANDS_COMPLETE, 0);
        _reading.Enqueue(slot);
    }

    /// <summary>The next picture that GL has finished, mapped into memory; null when there is none. Some surface must be entered.</summary>
    /// <param name="wait">Wait for it.</param>
    public ReadSlot? FinishReading(bool wait)
    {
        if (!_reading.TryPeek(out ReadSlot? slot) || (slot.Fence != 0 && !IsDone(slot.Fence, wait)))
        {
            return null;
        }

        _ = _reading.Dequeue();
        if (slot.Fence != 0)
        {
            gl.DeleteSync(slot.Fence);
            slot.Fence = 0;
        }

        gl.BindBuffer(GL_PIXEL_PACK_BUFFER, slot.Buffer);
        slot.Pixels = (byte*)gl.MapBuffer(GL_PIXEL_PACK_BUFFER, GL_READ_ONLY);
        gl.BindBuffer(GL_PIXEL_PACK_BUFFER, 0);
        return slot;
    }

    private bool IsDone(nint fence, bool wait)
    {
        const ulong Second = 1_000_000_000;
        return gl.ClientWaitSync(fence, FlushFirst, wait ? 10 * Second : 0) != GL_TIMEOUT_EXPIRED;
    }

    private void UnmapSlot(ReadSlot slot)
    {
        if (slot.Pixels is not null)
        {
            _ = gl.UnmapBuffer(GL_PIXEL_PACK_BUFFER);
            slot.Pixels = null;
        }
    }
}
