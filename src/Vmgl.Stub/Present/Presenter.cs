using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Vmgl.Link;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Host;
using Vmgl.Wire;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Present;

/// <summary>Brings the pictures of surfaces to the guest: decides which are read, reads them and hands them to the link. Lives on the GL
/// thread but for <see cref="JoinConnection"/>.</summary>
/// <param name="wake">Ends the GL thread's wait for commands, from any thread.</param>
internal sealed class Presenter(GlTable gl, ISurfaces surfaces, Action wake, Action<string> log) : IDisposable
{
    /// <summary>Reading takes at most one part in so many of a window's time.</summary>
    private const int ReadingShare = 8;

    /// <summary>Showing takes at most one part in so many of a window's time, where the guest is on this machine.</summary>
    private const int ShowingShare = 4;

    /// <summary>The longest interval (200 ms) between two pictures of a window that is drawn to, whatever they cost.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(200);

    /// <summary>The interval (100 ms) at which the GL thread looks for windows that the user has closed.</summary>
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<uint, PresentedWindow> _windows = new();
    private readonly PixelReader _reader = new(gl);
    private readonly Dictionary<uint, uint> _numbers = [];
    private volatile PictureLink? _link;
    private readonly HashSet<uint> _hostWindows = [];
    private bool _saidDirect;

    /// <summary>The guest's settings for pictures; null until it has asked for any.</summary>
    public PictureSettings? Settings { get; set; }

    /// <summary>Pictures that were read, for the log.</summary>
    public long Pictures { get; private set; }

    /// <summary>Bytes of pictures sent, for the log.</summary>
    public long Bytes => _link?.Bytes ?? 0;

    /// <summary>The time that the GL thread may wait for commands before it must call <see cref="CatchUp"/> again.</summary>
    public TimeSpan Patience
    {
        get
        {
            if (_reader.IsBusy)
            {
                return TimeSpan.FromMilliseconds(1);
            }

            TimeSpan patience = _hostWindows.Count > 0 ? s_glance : Timeout.InfiniteTimeSpan;
            foreach (PresentedWindow window in _windows.Values)
            {
                if (window.IsPending && window.IsVisible && window.IsSettled && IsConnected)
                {
                    TimeSpan left = IntervalOf(window) - Stopwatch.GetElapsedTime(window.LastRead);
                    left = left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left;
                    patience = patience < TimeSpan.Zero || left < patience ? left : patience;
                }
            }

            return patience;
        }
    }

    private bool IsConnected => Settings is not null && _link is { IsLost: false };

    /// <summary>Takes the guest's picture connection; false when there is one, or none was asked for.</summary>
    public bool JoinConnection(SocketTransport transport)
    {
        if (_link is not null || Settings is null)
        {
            return false;
        }

        var link = new PictureLink(transport, Settings, drawable => _windows.GetValueOrDefault(drawable), wake, log);
        _link = link;
        try
        {
            link.StartThreads();
        }
        catch (GuestGoneException)
        {
            link.DropAll(); // whoever waits for a picture goes on
            return false;
        }

        wake(); // what was drawn before can be seen now
        return true;
    }

    /// <summary>A drawable for a window that is not on this host's X server.</summary>
    /// <param name="isForced">The guest's user asked for this way.</param>
    public void AddDrawable(uint drawable, uint width, uint height, Presentation how, bool isForced)
    {
        string why = isForced ? "the guest's VMGL_PRESENT says so" : "the guest's X server is not this host's";
        string what = how == Presentation.Return ? "its pictures return to the guest" : "a window on this host's display shows it";
        log($"window 0x{drawable:x}, {width} by {height} pixels: {what}, because {why}");
        if (how == Presentation.Return)
        {
            // Pictures of a window that had this number before may still be under way: theirs are not taken for this one's.
            _windows[drawable] = new PresentedWindow(drawable, (int)width, (int)height, _numbers.GetValueOrDefault(drawable));
        }
        else
        {
            _hostWindows.Add(drawable);
        }
    }

    /// <summary>A window is drawn into where it is.</summary>
    public void NoteDirect(uint drawable)
    {
        if (!_saidDirect)
        {
            _saidDirect = true;
            log($"window 0x{drawable:x}: it is drawn into directly, because the guest's X server is this host's");
        }
    }

    /// <summary>Reports to the guest which of the host's windows the user has closed.</summary>
    public void TellClosed(Func<uint> takeClosed)
    {
        while (_hostWindows.Count > 0 && takeClosed() is > 0 and uint closed)
        {
            _link?.SayClosed(closed);
        }
    }

    /// <summary>A surface has another size. What was not shown of the old one is lost, as it is with a window.</summary>
    public void ResizeDrawable(uint drawable, uint width, uint height)
    {
        if (_windows.TryGetValue(drawable, out PresentedWindow? window))
        {
            (window.Width, window.Height, window.IsPending) = ((int)width, (int)height, false);
        }
    }

    /// <summary>A drawable is gone.</summary>
    public void ForgetDrawable(uint drawable)
    {
        if (_reader.IsBusy && IsPresented(drawable) && surfaces.EnterSurface(drawable))
        {
            CollectPictures(wait: true); // while there still is a surface to enter
            surfaces.LeaveSurface();
        }

        if (_windows.TryRemove(drawable, out PresentedWindow? window))
        {
            if (_numbers.Count >= Limits.MaxDrawables)
            {
                _numbers.Clear();
            }

            _numbers[drawable] = window.LastPicture;
        }

        _hostWindows.Remove(drawable);
    }

    /// <summary>Whether pictures of a drawable return.</summary>
    public bool IsPresented(uint drawable) => _windows.ContainsKey(drawable);

    /// <summary>Somebody sees a drawable: known before the guest's note about it comes.</summary>
    public void NoteVisible(uint drawable)
    {
        if (_windows.TryGetValue(drawable, out PresentedWindow? window))
        {
            window.IsVisible = true;
        }
    }

    /// <summary>A swap: the back buffer becomes the picture.</summary>
    /// <returns>The number of the picture that has it, whether or not that was read already; 0 when there will be none.</returns>
    public uint PresentSwap(uint drawable)
    {
        if (!_windows.TryGetValue(drawable, out PresentedWindow? window) || !surfaces.EnterSurface(drawable))
        {
            return 0;
        }

        surfaces.CopyToFront();
        CollectPictures(wait: false);
        window.IsPending = true;
        if (IsDue(window) && TakeSlot() is ReadSlot slot)
        {
            BeginReading(slot, SurfaceBuffer.Back, window);
        }

        surfaces.LeaveSurface();
        window.Cost.NoteFrame(Stopwatch.GetTimestamp(), wasRead: !window.IsPending);
        return window.IsPending ? window.LastPicture + 1 : window.LastPicture;
    }

    /// <summary>The front buffer was drawn into and is to be seen.</summary>
    public void PresentFront(uint drawable)
    {
        if (_windows.TryGetValue(drawable, out PresentedWindow? window))
        {
            window.IsPending = true;
            CatchUp();
        }
    }

    /// <summary>Sees to it that all pictures are on their way; for each drawable that can be seen its number and its last
    /// picture's.</summary>
    public ReadOnlySpan<uint> SendAllPictures()
    {
        if (_windows.IsEmpty || _link is not { IsLost: false })
        {
            return [];
        }

        var last = new List<uint>();
        foreach (PresentedWindow window in _windows.Values)
        {
            if (window.IsVisible)
            {
                SendAllPictures(window);
                last.AddRange([window.Drawable, window.LastPicture]);
            }
        }

        return CollectionsMarshal.AsSpan(last);
    }

    private void SendAllPictures(PresentedWindow window)
    {
        if ((window.IsPending || _reader.IsBusy) && surfaces.EnterSurface(window.Drawable))
        {
            CollectPictures(wait: true);
            if (window.IsPending && AwaitSlot() is ReadSlot slot)
            {
                BeginReading(slot, SurfaceBuffer.Front, window);
                CollectPictures(wait: true);
            }

            surfaces.LeaveSurface();
        }
    }

    /// <summary>Reads pictures that were left out and sends those that GL has finished. Called when there are no commands to play, or the
    /// guest has shown a picture.</summary>
    public void CatchUp()
    {
        if (_reader.IsBusy && AnySurface() is uint any && surfaces.EnterSurface(any))
        {
            CollectPictures(wait: false);
            surfaces.LeaveSurface();
        }

        foreach (PresentedWindow window in _windows.Values)
        {
            if (window.IsPending && IsDue(window) && surfaces.EnterSurface(window.Drawable))
            {
                if (_reader.TryTake(out ReadSlot? slot))
                {
                    BeginReading(slot, SurfaceBuffer.Front, window);
                    CollectPictures(wait: false);
                }

                surfaces.LeaveSurface();
            }
        }
    }

    /// <summary>Drops all pictures: the guest has left. May be called from any thread.</summary>
    public void DropPictures() => _link?.DropAll();

    public void Dispose() => _link?.Dispose();

    /// <summary>Whether a picture is worth reading now: its window is visible, and no newer picture will replace it before it is
    /// shown.</summary>
    private bool IsDue(PresentedWindow window)
    {
        if (!window.IsVisible || !IsConnected)
        {
            return false;
        }

        return Settings!.MaxRate == 0 || (window.IsSettled && Stopwatch.GetElapsedTime(window.LastRead) >= IntervalOf(window));
    }

    /// <summary>The least time between two pictures of a window: what the guest asked for, and as long that reading takes no more than an
    /// eighth of it, nor showing more than a quarter where that is done by this machine's processors, too.</summary>
    private TimeSpan IntervalOf(PresentedWindow window)
    {
        TimeSpan wanted = TimeSpan.FromSeconds(1.0 / Math.Max(Settings!.MaxRate, 1));
        TimeSpan affordable = window.Cost.Value * ReadingShare;
        TimeSpan shown = _link is { SharesMachine: true } ? window.ShowTime * ShowingShare : TimeSpan.Zero;
        affordable = shown > affordable ? shown : affordable;
        affordable = affordable > s_longest ? s_longest : affordable;
        return affordable > wanted ? affordable : wanted;
    }

    private uint? AnySurface()
    {
        foreach (uint drawable in _windows.Keys)
        {
            return drawable;
        }

        return null;
    }

    private void BeginReading(ReadSlot slot, SurfaceBuffer buffer, PresentedWindow window)
    {
        _reader.BeginReading(surfaces, slot, buffer, window);
        (window.IsPending, window.LastRead) = (false, Stopwatch.GetTimestamp());
        Pictures++;
        CollectPictures(wait: false);
    }

    /// <summary>Hands over what GL has finished. A surface is entered.</summary>
    private void CollectPictures(bool wait)
    {
        while (_reader.FinishReading(wait) is ReadSlot slot)
        {
            if (_link is PictureLink link)
            {
                link.QueuePicture(slot);
            }
            else
            {
                slot.IsFree = true;
            }
        }
    }

    /// <summary>A slot; when every picture is to be shown, waited for.</summary>
    private ReadSlot? TakeSlot() =>
        Settings is { MaxRate: 0 } ? AwaitSlot() : _reader.TryTake(out ReadSlot? slot) ? slot : null;

    /// <summary>Waits until the guest has taken a picture; null when it is gone. A surface is entered.</summary>
    private ReadSlot? AwaitSlot()
    {
        ReadSlot? slot;
        while (!_reader.TryTake(out slot) && _link is { IsLost: false } link)
        {
            CollectPictures(wait: true);
            link.AwaitFree();
        }

        return slot;
    }
}
