using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Gl;

/// <summary>An image on its way to the host: from where it lies in the program's memory if it has no gaps there, else a copy.</summary>
internal readonly unsafe ref struct SentImage
{
    private readonly byte* _copy;
    private readonly byte* _from;
    private readonly long _bytes;

    /// <summary>An image of the program; <paramref name="pixels"/> may be null where GL allows it.</summary>
    public SentImage(GuestStream stream, GuestContext context, void* pixels, in ImageLayout layout)
    {
        IsRefused = !PixelSource.TryFind(stream, context, ref pixels, layout.End);
        if (IsRefused)
        {
            return;
        }

        IsTooLarge = pixels is not null && layout.Bytes > Limits.LargestPayload;
        if (IsTooLarge)
        {
            stream.RecordError(GL_OUT_OF_MEMORY);
        }

        if (pixels is null || IsTooLarge)
        {
            return;
        }

        Given = 1;
        _bytes = layout.Bytes;
        if (layout.IsTight)
        {
            _from = (byte*)pixels + layout.First;
            return;
        }

        _copy = (byte*)NativeMemory.Alloc((nuint)_bytes + 1);
        _from = _copy;
        layout.GatherRows((byte*)pixels, _copy);
    }

    /// <summary>Whether it would leave the buffer object that it should come from; the error is recorded and nothing must travel.</summary>
    public bool IsRefused { get; }

    /// <summary>Whether no frame can hold it; GL_OUT_OF_MEMORY is recorded then.</summary>
    public bool IsTooLarge { get; }

    /// <summary>1 when there is an image, 0 when the program gave null.</summary>
    public uint Given { get; }

    /// <summary>Sends the batch, whose last command is the image's, and the image behind it.</summary>
    public void SendPixels(GuestStream stream)
    {
        if (_bytes > 0)
        {
            stream.SendBulk(_from, _bytes);
        }
    }

    public void Dispose() => NativeMemory.Free(_copy);
}
