using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Present;

/// <summary>A window of the program whose pictures come from the host. The picture thread fills and shows it; the program's threads look at
/// its size and wait for pictures.</summary>
internal sealed class PictureWindow(PictureScreen screen, uint drawable, uint window, PixelFormat format)
{
    private readonly object _gate = new();
    private readonly List<PictureArea> _changed = [];
    private readonly List<PictureArea> _exposed = [];
    private WindowImage? _image;
    private bool _isReceiving;
    private uint _gc;
    private uint _picture;
    private uint _shown;
    private bool _hasShown;
    private bool _isGone;
    private volatile bool _isMapped = true;
    private volatile bool _isObscured;
    private bool _reportedVisible = true;
    private (int Width, int Height) _seen;
    private (int Width, int Height) _largest;

    /// <summary>The number by which the host knows it.</summary>
    public uint Drawable => drawable;

    /// <summary>The X window.</summary>
    public uint Window => window;

    /// <summary>The X server it is on.</summary>
    public PictureScreen Screen => screen;

    /// <summary>The FBConfig of the host's surface.</summary>
    public uint Config { get; set; }

    /// <summary>Whether a window on the host's display stands for it, which its user may close.</summary>
    public bool IsShownByHost { get; init; }

    /// <summary>The size of the host's surface, in pixels. For the thread that draws.</summary>
    public (int Width, int Height) Surface { get; private set; }

    /// <summary>Whether its size was compared since the last swap. For the thread that draws.</summary>
    public bool IsLookedAt { get; set; }

    /// <summary>The size that the X server reported last, in pixels.</summary>
    public (int Width, int Height) Seen
    {
        get
        {
            lock (_gate)
            {
                return _seen;
            }
        }
    }

    /// <summary>Whether the X server no longer has it.</summary>
    public bool IsGone
    {
        get
        {
            lock (_gate)
            {
                return _isGone;
            }
        }
    }

    /// <summary>Notes the size, in pixels, that the host is sent.</summary>
    public void SetSurface(int width, int height)
    {
        Surface = (width, height);
        lock (_gate)
        {
            _seen = Surface;
            _largest = (Math.Max(_largest.Width, width), Math.Max(_largest.Height, height));
        }
    }

    /// <summary>Pictures of the surface that it had before may still come.</summary>
    public void ExpectPicturesOf(PictureWindow before)
    {
        (int width, int height) = before.Surface;
        lock (_gate)
        {
            _largest = (Math.Max(_largest.Width, width), Math.Max(_largest.Height, height));
        }
    }

    /// <summary>The X server reported its size in pixels; null when the window is gone.</summary>
    public void NoteSize((int Width, int Height)? size)
    {
        lock (_gate)
        {
            _isGone |= size is null;
            _seen = size ?? _seen;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Another host draws from here on: it counts its pictures from the beginning, and does not know yet whether the window can be
    /// seen.</summary>
    public void ForgetHost()
    {
        lock (_gate)
        {
            (_shown, _reportedVisible) = (0, true);
        }
    }

    /// <summary>Waits until a picture is on the X server, or the window is gone; false when it was lost before.</summary>
    public bool AwaitPicture(uint picture, Func<bool> isLost)
    {
        lock (_gate)
        {
            while (!IsShown(picture))
            {
                if (isLost())
                {
                    return false;
                }

                _ = Monitor.Wait(_gate, 100);
            }

            return true;
        }
    }

    /// <summary>Whether a picture, or one after it, is on the X server, or the window is gone.</summary>
    public bool IsShown(uint picture)
    {
        lock (_gate)
        {
            return (int)(_shown - picture) >= 0 || _isGone;
        }
    }

    /// <summary>Whether any picture was ever shown.</summary>
    public bool HasShown
    {
        get
        {
            lock (_gate)
            {
                return _hasShown;
            }
        }
    }

    /// <summary>A picture begins.</summary>
    /// <exception cref="ProtocolException">It is larger than any surface that was asked for.</exception>
    public void BeginPicture(PictureFrame frame)
    {
        (int width, int height) = (frame.Area.Width, frame.Area.Height);
        lock (_gate)
        {
            if (width < 1 || height < 1 || width > _largest.Width || height > _largest.Height)
            {
                throw new ProtocolException($"picture: {width} by {height} pixels for a window of {_largest.Width} by {_largest.Height}");
            }
        }

        _picture = frame.Picture;
        _isReceiving = true;
        _changed.Clear();
        if (_image is null || (_image.Width, _image.Height) != (width, height))
        {
            _image?.FreeMemory();
            _image = new WindowImage(screen.Server, format, width, height);
        }
    }

    /// <summary>Where the pixels of a row of an area go.</summary>
    public Span<byte> RowOf(PictureArea area, int y) => _image!.RowOf(area.X, area.Y + y, area.Width);

    /// <summary>Notes an area that is about to be received.</summary>
    /// <exception cref="ProtocolException">It lies outside the picture, or no picture was begun.</exception>
    public void AddArea(PictureArea area)
    {
        if (_image is null || !area.IsInside(_image.Width, _image.Height))
        {
            throw new ProtocolException($"picture: an area of {area.Width} by {area.Height} pixels at {area.X}, {area.Y} lies outside the picture");
        }

        // Areas come from the top; those of the same width below each other are put as one.
        if (_changed.Count > 0 && _changed[^1] is var last && (last.X, last.Width, last.Y + last.Height) == (area.X, area.Width, area.Y))
        {
            _changed[^1] = last with { Height = last.Height + area.Height };
        }
        else
        {
            _changed.Add(area);
        }
    }

    /// <summary>The X server has lost an area's contents.</summary>
    public void NoteExposed(PictureArea area)
    {
        lock (_gate)
        {
            _exposed.Add(area);
        }
    }

    /// <summary>Shows again what the X server has lost, unless a picture is just being received: that will.</summary>
    public void ShowExposed()
    {
        if (!_isReceiving && TakeExposed())
        {
            PutChanged();
        }
    }

    /// <summary>Shows what was received, and waits for the X server: then its pixels may be overwritten.</summary>
    /// <returns>The picture's number.</returns>
    public uint ShowPicture()
    {
        screen.DrainEvents(); // what was lost before this picture was drawn is shown with it
        TakeExposed();
        PutChanged();
        _isReceiving = false;

        lock (_gate)
        {
            (_shown, _hasShown) = (_picture, true);
            Monitor.PulseAll(_gate);
            return _picture;
        }
    }

    private void PutChanged()
    {
        if (!_isGone && _image is WindowImage image && _changed.Count > 0)
        {
            _gc = _gc == 0 ? screen.Server.CreateGc(window) : _gc;
            foreach (PictureArea area in _changed)
            {
                image.PutArea(window, _gc, area);
            }

            NoteSize(screen.Server.GetSize(window));
        }

        _changed.Clear();
    }

    /// <summary>Adds the part of the picture that the X server lost to what is put next; whether there is any.</summary>
    private bool TakeExposed()
    {
        lock (_gate)
        {
            foreach (PictureArea area in _exposed)
            {
                if (_image is WindowImage image && area.X < image.Width && area.Y < image.Height)
                {
                    _changed.Add(area with { Width = Math.Min(area.Width, image.Width - area.X),
                        Height = Math.Min(area.Height, image.Height - area.Y) });
                }
            }

            _exposed.Clear();
            return _changed.Count > 0;
        }
    }

    /// <summary>Whether it can be seen, by the events that have come.</summary>
    public bool IsVisible => _isMapped && !_isObscured;

    /// <summary>The X server reported whether it is mapped.</summary>
    public void NoteMapped(bool isMapped) => _isMapped = isMapped;

    /// <summary>The X server reported whether all of it is covered.</summary>
    public void NoteObscured(bool isObscured) => _isObscured = isObscured;

    /// <summary>Whether it can be seen, if the host does not know yet; null when it does.</summary>
    public bool? TakeVisibility()
    {
        bool isVisible = IsVisible;
        if (isVisible == _reportedVisible)
        {
            return null;
        }

        _reportedVisible = isVisible;
        return isVisible;
    }

    /// <summary>Frees the image; the next picture gets another. For the picture thread, or while there is none.</summary>
    public void FreeImage()
    {
        _image?.FreeMemory();
        _image = null;
        screen.Server.FlushRequests();
    }

    /// <summary>Frees everything. For the picture thread.</summary>
    public void FreeMemory()
    {
        FreeImage();
        if (_gc != 0)
        {
            screen.Server.FreeGc(_gc);
            _gc = 0;
        }

        screen.Server.FlushRequests();
        NoteSize(null);
    }
}
