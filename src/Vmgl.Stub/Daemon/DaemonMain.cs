using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Interop;
using Vmgl.Wire;

namespace Vmgl.Stub.Daemon;

/// <summary>The daemon, from its first line to its last.</summary>
internal static class DaemonMain
{
    /// <summary>Serves until SIGTERM or SIGINT. Then it stops listening and lets the idle worker go; workers with a guest carry on
    /// until their guest leaves, so that a daemon can be replaced under running programs.</summary>
    /// <returns>The exit status.</returns>
    public static int Run(Options options)
    {
        ProcessName.Set("stub-daemon");
        try
        {
            Log log = OpenLog(options);
            ServeAsync(options, log).GetAwaiter().GetResult();
            log.WriteLine("ended");
            return 0;
        }
        catch (Exception e) when (e is StartException or Win32Exception)
        {
            new Outcome(false, e.Message).ReportToStarter(options);
            return 1;
        }
    }

    private static Log OpenLog(Options options)
    {
        if (options.LogPath is not null)
        {
            using SafeFileHandle file = LogFile.OpenForAppending(LogFile.PathOf(options));
            Descriptors.BecomeStandardOutput(file);
        }

        if (options.Detached)
        {
            Environment.CurrentDirectory = "/"; // a daemon keeps no file system busy
        }

        return Log.ToStandardOutput("daemon");
    }

    private static async Task ServeAsync(Options options, Log log)
    {
        using var stop = new StopSignal();
        using Socket listening = Listener.OpenSocket(options.Listen, options.Port);
        var address = (IPEndPoint)listening.LocalEndPoint!;
        log.WriteLine($"{DaemonVersion.Text}, process {Environment.ProcessId}");
        log.WriteVerbatim($"Set GLSTUB var in guest to point to port {address.Port}");
        var pool = new WorkerPool(await WorkersOfAsync(options, log), options.MaxGuests, log);
        await pool.StartFirstAsync();
        string outcome = $"listening on {address}, {options.RendererText}";
        log.WriteLine(outcome);
        new Outcome(true, outcome).ReportToStarter(options);
        await new Listener(listening, pool, log, TimeSpan.FromSeconds(Limits.HandshakeSeconds)).RunAsync(stop.Token);
        listening.Close();
        await pool.CloseAsync();
    }

    /// <summary>The function that starts workers; with several GPUs it chooses one for each.</summary>
    /// <exception cref="StartException">There is no GPU.</exception>
    private static async Task<Func<WorkerProcess>> WorkersOfAsync(Options options, Log log)
    {
        if (!options.Headless || options.Gpu is not null || options.Renderer == Renderer.Null)
        {
            return () => WorkerProcess.Start(options);
        }

        var chooser = new GpuChooser(await GpuList.AskAsync(), log);
        return () => chooser.StartWorker(gpu => WorkerProcess.Start(options with { Gpu = gpu }));
    }
}
