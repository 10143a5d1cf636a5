using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.GuestShim.Recovery;

namespace Vmgl.GuestShim.Startup;

/// <summary>The one session of this process, opened when a front end first needs it.</summary>
internal sealed class GuestProcess
{
    private static readonly Lock s_lock = new();
    private static GuestProcess? s_process;
    private static bool s_failed;

    private GuestProcess(HostConnection connection)
    {
        Pictures? pictures = null;
        WindowPresentation? windows = null;
        Session = new GuestSession(connection, session => windows = new WindowPresentation(session, pictures = new Pictures(session)));
        (Pictures, Windows) = (pictures!, windows!);
        SessionRecovery.BeginKeeping(Session, Pictures);
    }

    /// <summary>The process, connected at its first use; null when there is no host, which was reported then.</summary>
    public static GuestProcess? Current
    {
        get
        {
            lock (s_lock)
            {
                return s_failed ? null : s_process ??= OpenSession();
            }
        }
    }

    /// <summary>The session of the process, connected at its first use; null when there is no host.</summary>
    public static GuestSession? CurrentSession => Current?.Session;

    /// <summary>The dealings with the host.</summary>
    public GuestSession Session { get; }

    /// <summary>The windows whose pictures come from the host.</summary>
    public Pictures Pictures { get; }

    /// <summary>How what is drawn into windows reaches the user.</summary>
    public WindowPresentation Windows { get; }

    private static GuestProcess? OpenSession()
    {
        try
        {
            return new GuestProcess(HostConnection.OpenFirst());
        }
        catch (AddressException e)
        {
            s_failed = true;
            Failure.ReportLine(e.Message);
            return null;
        }
    }
}
