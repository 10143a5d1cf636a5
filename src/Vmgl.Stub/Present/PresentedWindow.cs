using System.Diagnostics;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Present;

/// <summary>A window of the guest whose pictures return to it.</summary>
internal sealed class PresentedWindow(uint drawable, int width, int height, uint lastPicture = 0)
{
    private long _shown = lastPicture;
    private volatile bool _isVisible = true;
    private byte[] _sent = [];
    private readonly Lock _measuring = new();
    private (uint Picture, long Bytes, long Start) _measured;
    private TimeSpan _showTime;
    private int _sentWidth;
    private int _sentHeight;

    public uint Drawable => drawable;

    /// <summary>Pixels. Of the GL thread.</summary>
    public int Width { get; set; } = width;

    /// <summary>Pixels. Of the GL thread.</summary>
    public int Height { get; set; } = height;

    /// <summary>The number of the last picture that was read, or of its predecessor by this drawable's name. Of the GL thread.</summary>
    public uint LastPicture { get; set; } = lastPicture;

    /// <summary>Whether the front buffer holds what was not read. Of the GL thread.</summary>
    public bool IsPending { get; set; }

    /// <summary>When a picture was last read (<see cref="Stopwatch"/>). Of the GL thread.</summary>
    public long LastRead { get; set; }

    /// <summary>The time that a recent picture took from its first byte sent to the guest's screen; zero while that is not known.</summary>
    public TimeSpan ShowTime
    {
        get
        {
            lock (_measuring)
            {
                return _showTime;
            }
        }
    }

    /// <summary>The cost of reading it. Used by the GL thread.</summary>
    public ReadCost Cost { get; } = new();

    /// <summary>Whether anybody can see it, as the guest said last.</summary>
    public bool IsVisible
    {
        get => _isVisible;
        set => _isVisible = value;
    }

    /// <summary>The last picture that is on the guest's X server.</summary>
    public uint Shown => (uint)Volatile.Read(ref _shown);

    /// <summary>Whether the guest has what was last read.</summary>
    public bool IsSettled => Shown == LastPicture;

    /// <summary>The picture that the guest has, from the top row. Used by the sending thread.</summary>
    public Span<byte> SentRow(int y) => _sent.AsSpan(y * _sentWidth * 4, _sentWidth * 4);

    /// <summary>The size of what the guest has been sent, in pixels; null when that is nothing yet. Of the sending thread.</summary>
    public (int Width, int Height)? SentSize => _sent.Length == 0 ? null : (_sentWidth, _sentHeight);

    /// <summary>Makes what was sent fit a picture's size; true when nothing of that size was sent before.</summary>
    public bool BeginPicture(int pictureWidth, int pictureHeight)
    {
        if ((_sentWidth, _sentHeight) == (pictureWidth, pictureHeight))
        {
            return false;
        }

        (_sentWidth, _sentHeight) = (pictureWidth, pictureHeight);
        _sent = GC.AllocateUninitializedArray<byte>(checked(4 * pictureWidth * pictureHeight));
        return true;
    }

    /// <summary>A picture was sent: how many bytes, and when it was begun (<see cref="Stopwatch"/>).</summary>
    public void NoteSent(uint picture, long bytes, long start)
    {
        lock (_measuring)
        {
            _measured = (picture, bytes, start);
        }
    }

    /// <summary>The guest shows a picture; true, with what it took, when that was measured.</summary>
    public bool TakeShown(uint picture, out long bytes, out TimeSpan took)
    {
        Volatile.Write(ref _shown, picture);
        lock (_measuring)
        {
            (bytes, took) = (_measured.Bytes, Stopwatch.GetElapsedTime(_measured.Start));
            if (_measured.Picture != picture)
            {
                return false;
            }

            _showTime = _showTime == TimeSpan.Zero ? took : (_showTime * 0.75) + (took * 0.25);
            return true;
        }
    }

    /// <summary>Copies the pixels of an area of what was sent, without gaps.</summary>
    public void CopyArea(PictureArea area, Span<byte> to)
    {
        int rowBytes = area.Width * 4;
        for (int y = 0; y < area.Height; y++)
        {
            SentRow(area.Y + y).Slice(area.X * 4, rowBytes).CopyTo(to[(y * rowBytes)..]);
        }
    }
}
