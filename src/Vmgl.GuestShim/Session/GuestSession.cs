using Vmgl.GuestShim.Connection;

namespace Vmgl.GuestShim.Session;

/// <summary>The process's dealings with one host: connection, contexts, drawables, swaps, and what the host offers on its
/// screens.</summary>
internal sealed class GuestSession
{
    /// <param name="connection">The way to the host.</param>
    /// <param name="present">Makes the session's presentation.</param>
    public GuestSession(HostConnection connection, Func<GuestSession, IWindowPresentation> present)
    {
        Connection = connection;
        (Contexts, Drawables, Configs) = (new GuestContexts(this), new GuestDrawables(this), new KnownConfigs(this));
        Presentation = present(this);
    }

    /// <summary>The way to the host.</summary>
    public HostConnection Connection { get; }

    /// <summary>The program's contexts.</summary>
    public GuestContexts Contexts { get; }

    /// <summary>The program's drawables.</summary>
    public GuestDrawables Drawables { get; }

    /// <summary>The visuals and FBConfigs that the program was told of.</summary>
    public KnownConfigs Configs { get; }

    /// <summary>The swaps of its drawables.</summary>
    public SwapRecords Swaps { get; } = new();

    /// <summary>How what is drawn reaches the user.</summary>
    public IWindowPresentation Presentation { get; }

    /// <summary>The calling thread's stream.</summary>
    public GuestStream Stream => GuestThread.StreamOn(Connection);

    /// <summary>Forgets a drawable that the program has destroyed; false when there is none of that name.</summary>
    public bool ForgetDrawable(nint display, nuint drawable)
    {
        if (!Drawables.ForgetDrawable(display, drawable))
        {
            return false;
        }

        Contexts.ForgetDrawable(drawable);
        return true;
    }

    /// <summary>Forgets windows that the program destroyed without calling GLX.</summary>
    public void ForgetGoneWindows()
    {
        foreach (nuint window in Presentation.GoneWindows)
        {
            if (window != GuestThread.Draw && window != GuestThread.Read)
            {
                _ = ForgetDrawable(0, window);
            }
        }
    }

    /// <summary>Lets the surface of the calling thread's window follow the window's size.</summary>
    public void FollowCurrentWindow()
    {
        if (GuestThread.Stream is GuestStream stream && Presentation.HasWindows)
        {
            Presentation.FollowSize(stream, GuestThread.Draw, ask: true);
        }
    }
}
