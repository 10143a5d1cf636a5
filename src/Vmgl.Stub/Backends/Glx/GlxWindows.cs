using Vmgl.Stub.Host;
using Vmgl.Wire;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>The guests' windows that this worker may draw into: those that bear the guest's token.</summary>
internal sealed unsafe class GlxWindows(nint display, GlxConfigReader configs)
{
    private const string TokenProperty = "_VMGL_TOKEN";
    private const int TokenWords = 4;
    private const int Format32 = 32;

    private readonly nint _property = X11.InternAtom(display, TokenProperty, 0);
    private readonly HashSet<uint> _attached = [];

    /// <summary>Whether the guest has shown that it may write to this X server: it had a window attached.</summary>
    public bool HasProof { get; private set; }

    /// <summary>Whether drawing may go to a window.</summary>
    public bool IsAttached(uint window) => _attached.Contains(window);

    /// <summary>Forgets a window; nothing happens if it is unknown.</summary>
    public void ForgetWindow(uint drawable) => _attached.Remove(drawable);

    /// <summary>Looks for the token on the window and for a config of its visual.</summary>
    public AttachStatus AttachWindow(uint window, ReadOnlySpan<uint> token)
    {
        XErrors.BeginTrap(display);
        bool marked = BearsToken(window, token);
        bool usable = marked && IsUsable(window);
        bool alive = XErrors.EndTrap(display);
        if (!marked || !alive)
        {
            return AttachStatus.OtherServer;
        }

        if (!usable || _attached.Count >= Limits.MaxDrawables)
        {
            return AttachStatus.NoConfig;
        }

        _attached.Add(window);
        HasProof = true;
        return AttachStatus.Attached;
    }

    private bool BearsToken(uint window, ReadOnlySpan<uint> token)
    {
        int failed = X11.GetWindowProperty(
            display, window, _property, 0, TokenWords, 0, X11.CardinalType,
            out nint type, out int format, out nuint items, out nuint left, out nuint* data);
        if (failed != 0 || data is null)
        {
            return false;
        }

        bool same = type == X11.CardinalType && format == Format32 && items == TokenWords && left == 0
            && SameWords(data, token);
        X11.Free(data);
        return same;
    }

    /// <summary>Xlib hands 32-bit items out as C longs, sign-extended: only the low half is the guest's.</summary>
    private static bool SameWords(nuint* items, ReadOnlySpan<uint> token)
    {
        if (token.Length != TokenWords)
        {
            return false;
        }

        uint difference = 0;
        for (int i = 0; i < TokenWords; i++)
        {
            difference |= (uint)items[i] ^ token[i];
        }

        return difference == 0;
    }

    private bool IsUsable(uint window)
    {
        XWindowAttributes attributes;
        if (X11.GetWindowAttributes(display, window, &attributes) == 0)
        {
            return false;
        }

        XVisualInfo* visual = FindVisual(attributes.Visual);
        bool usable = visual is not null && configs.CanDraw(visual);
        X11.Free(visual);
        return usable;
    }

    /// <summary>An id says it all here: visuals of different screens have different ids.</summary>
    private XVisualInfo* FindVisual(nint visual)
    {
        var wanted = new XVisualInfo { VisualId = X11.VisualIdFromVisual(visual) };
        int count;
        return X11.GetVisualInfo(display, X11.VisualIdMask, &wanted, &count);
    }
}
