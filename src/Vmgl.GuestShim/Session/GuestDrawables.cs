using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Session;

/// <summary>A GLX window, pixmap or pbuffer of the program.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Config">The id of its FBConfig.</param>
/// <param name="Preserved">Whether a pbuffer's contents are preserved (GLX 1.4 section 3.3.6).</param>
/// <param name="Window">The X window below a GLX window, whose size it has; 0 for the others.</param>
internal sealed record GuestDrawable(uint Width, uint Height, uint Config, bool Preserved, nuint Window = 0);

/// <summary>The program's drawables: windows that the host may draw into, and the GLX windows, pixmaps and pbuffers that the program
/// made.</summary>
internal sealed class GuestDrawables(GuestSession session)
{
    private readonly Lock _lock = new();
    private readonly HashSet<nuint> _windows = [];
    private readonly Dictionary<nuint, GuestDrawable> _made = [];
    private readonly Dictionary<nuint, nuint> _eventMasks = [];
    private readonly Dictionary<nuint, string> _displays = [];

    /// <summary>Whether the host may draw into it already.</summary>
    public bool IsKnown(nuint drawable)
    {
        lock (_lock)
        {
            return _windows.Contains(drawable) || _made.ContainsKey(drawable);
        }
    }

    /// <summary>The GLX window, pixmap or pbuffer of an id; null for X windows and for ids without a drawable.</summary>
    public GuestDrawable? FindDrawable(nuint drawable)
    {
        lock (_lock)
        {
            return _made.GetValueOrDefault(drawable);
        }
    }

    /// <summary>The name of the display that a window is on; null for a window that was never shown to the host.</summary>
    public string? DisplayOf(uint window)
    {
        lock (_lock)
        {
            return _displays.GetValueOrDefault(window);
        }
    }

    /// <summary>Notes which display a window is on.</summary>
    public void SetDisplay(nuint window, string display)
    {
        lock (_lock)
        {
            _displays[window] = display;
        }
    }

    /// <summary>The host may draw into a window from here on.</summary>
    public void AddWindow(nuint window)
    {
        lock (_lock)
        {
            _windows.Add(window);
        }
    }

    /// <summary>Keeps what was made under a reserved id.</summary>
    public void AddDrawable(nuint id, GuestDrawable drawable)
    {
        lock (_lock)
        {
            _made[id] = drawable;
        }
    }

    /// <summary>Keeps a pixmap or pbuffer if the host has made it; gives its id back if not.</summary>
    /// <param name="answer">The host's reply: width and height in pixels, or why not.</param>
    public Verdict AddIfMade(nint display, nuint id, uint config, bool preserved, ReadOnlySpan<byte> answer)
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(answer);
        if (words.Length < 2)
        {
            X11.ReleaseId(display, id);
            return new Verdict(RefusalReason.Host, words.IsEmpty ? 0 : words[0]);
        }

        AddDrawable(id, new GuestDrawable(words[0], words[1], config, preserved));
        return Verdict.Granted;
    }

    /// <summary>Makes a pbuffer (GLX 1.4 section 3.3.6).</summary>
    /// <param name="attributes">Pairs and a final None, as the host's GLX takes them.</param>
    /// <param name="preserved">Whether its contents are preserved.</param>
    public Verdict CreatePbuffer(nint display, int screen, uint config, ReadOnlySpan<int> attributes, bool preserved, out nuint id)
    {
        id = X11.ReserveId(display);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreatePbuffer.Write(
            stream.Reserve(Wire.Commands.CreatePbuffer.Measure(attributes.Length)), token, (uint)id, screen, config, attributes.Length,
            MemoryMarshal.AsBytes(attributes));
        using Reply reply = stream.AskHost(token, Opcode.CreatePbuffer);
        return AddIfMade(display, id, config, preserved, reply.Rest);
    }

    /// <summary>Forgets a drawable, here and on the host; false when it was not known.</summary>
    public bool ForgetDrawable(nint display, nuint drawable)
    {
        bool made;
        lock (_lock)
        {
            made = _made.Remove(drawable);
            _eventMasks.Remove(drawable);
            _displays.Remove(drawable);
            if (!_windows.Remove(drawable) && !made)
            {
                return false;
            }
        }

        session.Presentation.ForgetSurface(drawable);
        Wire.Commands.ForgetDrawable.Write(session.Stream.Reserve(Wire.Commands.ForgetDrawable.Bytes), (uint)drawable);
        session.Stream.FlushBatch();
        if (made && display != 0)
        {
            X11.ReleaseId(display, drawable);
        }

        return true;
    }

    /// <summary>The event mask that the program set; pbuffers are never clobbered here, so no event follows.</summary>
    public nuint EventMask(nuint drawable)
    {
        lock (_lock)
        {
            return _eventMasks.GetValueOrDefault(drawable);
        }
    }

    /// <summary>Keeps the event mask that the program sets.</summary>
    public void SetEventMask(nuint drawable, nuint mask)
    {
        lock (_lock)
        {
            _eventMasks[drawable] = mask;
        }
    }
}
