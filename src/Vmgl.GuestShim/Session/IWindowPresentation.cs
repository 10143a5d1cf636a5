namespace Vmgl.GuestShim.Session;

/// <summary>The session's view of how what is drawn into the program's windows reaches the user.</summary>
internal interface IWindowPresentation
{
    /// <summary>Whether pictures of any window come from the host.</summary>
    bool HasWindows { get; }

    /// <summary>Drawables with a surface whose window the X server no longer has.</summary>
    IEnumerable<nuint> GoneWindows { get; }

    /// <summary>Whether a surface on the host stands for a drawable.</summary>
    bool HasSurface(nuint drawable);

    /// <summary>Makes sure that the host can draw into a window, or into a surface that stands for it.</summary>
    /// <param name="config">The FBConfig that such a surface gets.</param>
    Verdict AttachWindow(nint display, nuint drawable, int screen, uint config);

    /// <summary>Gives a window another surface, of another config: a context that does not fit the first one's becomes current.</summary>
    /// <returns>False when it has no surface, one of this config already, or gets none.</returns>
    bool ReplaceSurface(nint display, nuint drawable, int screen, uint config);

    /// <summary>Closes the way of pictures: the session is suspended.</summary>
    void ClosePictures();

    /// <summary>Forgets the surface of a drawable, if it has one.</summary>
    void ForgetSurface(nuint drawable);

    /// <summary>Resizes the surface of a window as its window was resized.</summary>
    /// <param name="ask">Ask the X server for the size, rather than use what it reported last.</param>
    void FollowSize(GuestStream stream, nuint drawable, bool ask);

    /// <summary>Waits until the host has played everything that a stream sent, and all pictures are shown.</summary>
    /// <param name="drawable">The drawable that is current.</param>
    void WaitForDisplay(GuestStream stream, nuint drawable);
}
