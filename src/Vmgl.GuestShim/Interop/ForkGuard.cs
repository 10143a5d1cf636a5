namespace Vmgl.GuestShim.Interop;

/// <summary>The descriptors that libGL.so.1 closes in a forked child: its parent goes on using the connections.</summary>
internal static unsafe class ForkGuard
{
    private static int* s_session;
    private static int* s_pictures;

    /// <summary>Learns where the library looks for them, before any call comes from there.</summary>
    public static void AttachLibrary(int* session, int* pictures)
    {
        s_session = session;
        s_pictures = pictures;
    }

    /// <summary>Publishes the descriptor of the session's connection; -1 while there is none.</summary>
    public static void PublishSession(int descriptor) => *s_session = descriptor;

    /// <summary>Publishes the descriptor of the picture connection; -1 while there is none.</summary>
    public static void PublishPictures(int descriptor) => *s_pictures = descriptor;
}
