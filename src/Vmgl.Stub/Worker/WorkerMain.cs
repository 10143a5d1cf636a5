using Vmgl.Link;
using Vmgl.Stub.Backends.Egl;
using Vmgl.Stub.Backends.Glx;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Host;
using Vmgl.Stub.Interop;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Worker;

/// <summary>A worker's life: open the renderer, say so, wait for one guest, draw for it until it leaves. All of it on the main
/// thread, because GL contexts belong to threads.</summary>
internal static class WorkerMain
{
    /// <summary>Returns the exit status: 0 when the guest has left, or when the daemon went away before there was one.</summary>
    public static int Run(Options options)
    {
        ProcessName.Set("stub-worker");
        Log log = Log.ToStandardOutput($"worker {Environment.ProcessId}");
        XErrors.ErrorSink = log.WriteLine;
        EglBackend.Complaints = log.WriteLine;
        try
        {
            using var daemon = new DaemonChannel();
            using IHostBackend? backend = OpenRenderer(options, daemon);
            return backend is null ? 1 : ServeGuest(daemon, backend, log);
        }
        catch (Exception e)
        {
            log.WriteLine(e.ToString());
            return 1;
        }
    }

    /// <summary>The renderer; null once the reason has been reported to the daemon.</summary>
    private static IHostBackend? OpenRenderer(Options options, DaemonChannel daemon)
    {
        try
        {
            return BackendFactory.OpenBackend(options);
        }
        catch (BackendException e)
        {
            _ = daemon.TrySay(new Outcome(false, e.Message));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            _ = daemon.TrySay(new Outcome(false, $"a library of the renderer is missing: {e.Message}"));
        }

        return null;
    }

    private static int ServeGuest(DaemonChannel daemon, IHostBackend backend, Log log)
    {
        if (!daemon.TrySay(new Outcome(true, backend.Description)))
        {
            return 0;
        }

        _ = backend.ReadConfigs(0); // every guest asks for them first; nobody waits yet
        using SocketTransport? guest = daemon.ReceiveGuest(out byte[] key, out byte[] greeting);
        return guest is null ? 0 : Session.ServeGuest(guest, Hello.Decode(greeting), backend, log, key, daemon.ReceiveJoining);
    }
}
