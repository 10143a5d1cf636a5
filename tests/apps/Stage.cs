using Vmgl.EndToEnd.Tests;
using Vmgl.Tests.Shared;

namespace Vmgl.Apps;

/// <summary>One X server for both sides, a daemon that draws on it, and the folder for their output.</summary>
internal sealed class Stage : IDisposable
{
    public const int Width = 1024;
    public const int Height = 768;

    private static readonly TimeSpan s_accountLimit = TimeSpan.FromSeconds(15);

    private readonly XServer _server;
    private readonly StubDaemon _daemon;
    private volatile Action? _abort;
    private volatile bool _stopped;

    public Stage(string folder)
    {
        Folder = folder;
        SetEnvironment();
        _server = XServer.WithScreen(Width, Height);
        try
        {
            _daemon = new StubDaemon(Checkout.StubDaemon, _server.Display);
        }
        catch
        {
            _server.Dispose();
            throw;
        }
    }

    public string Folder { get; }

    public string Display => _server.Display;

    public string Log => _daemon.ReadLog();

    /// <summary>Creates an empty folder for a program's output.</summary>
    public string CreateEmptyFolder(App app)
    {
        string folder = Path.Combine(Folder, app.Name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Runs a command until it ends or the limit is reached. In the latter case <paramref name="atEnd"/> is called while it still
    /// runs.</summary>
    /// <param name="home">The program's home; null for an empty one that is deleted afterwards.</param>
    /// <exception cref="OperationCanceledException"><see cref="StopPrograms"/> was called.</exception>
    public ProgramRun RunProgram(Side side, IReadOnlyList<string> command, TimeSpan limit, Action? atEnd = null, string? home = null)
    {
        ThrowIfStopped();
        string ownHome = home ?? Directory.CreateTempSubdirectory("vmgl-apps-").FullName;
        int before = Log.Length;
        try
        {
            using var process = new RunningProgram(command, EnvironmentOf(side, ownHome), ownHome);
            _abort = process.Abort;
            bool ended = process.WaitForExit(limit);
            if (!ended)
            {
                atEnd?.Invoke();
                ended = process.HasExited; // it may have exited while its picture was taken
            }

            Ending ending = ended ? new Ending(process.ExitCode) : new Ending(null);
            (string output, string errors) = process.EndAndReadOutput();
            ThrowIfStopped();
            return new ProgramRun(side, ending, output, errors, AwaitSessions(before));
        }
        finally
        {
            _abort = null;
            if (home is null)
            {
                Directory.Delete(ownHome, recursive: true);
            }
        }
    }

    /// <summary>Kills the running program and prevents further ones from starting. May be called from any thread.</summary>
    public void StopPrograms()
    {
        _stopped = true;
        _abort?.Invoke();
    }

    public void Dispose()
    {
        File.WriteAllText(Path.Combine(Folder, "stub-daemon.log"), Log);
        _daemon.Dispose();
        _server.Dispose();
    }

    private void ThrowIfStopped()
    {
        if (_stopped)
        {
            throw new OperationCanceledException();
        }
    }

    /// <summary>Sets variables for the programs and for the workers that draw for them: no synchronization with a screen, and no
    /// sound.</summary>
    private void SetEnvironment()
    {
        (string Name, string Value)[] variables =
        [
            ("vblank_mode", "0"), ("__GL_SYNC_TO_VBLANK", "0"), ("SDL_AUDIODRIVER", "dummy"), ("ALSOFT_DRIVERS", "null"),
            ("MESA_SHADER_CACHE_DIR", Path.Combine(Folder, "shader-cache")),
            ("PATH", $"{Environment.GetEnvironmentVariable("PATH")}:/usr/games"),
        ];
        foreach ((string name, string value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private Dictionary<string, string?> EnvironmentOf(Side side, string home)
    {
        bool forwarded = side == Side.Forwarded;
        return new()
        {
            ["HOME"] = home,
            ["DISPLAY"] = Display,
            ["LD_PRELOAD"] = forwarded ? Checkout.GuestLibrary : null,
            ["GLSTUB"] = forwarded ? _daemon.Address : null,
        };
    }

    /// <summary>Returns the sessions that the log lists after its first <paramref name="before"/> characters, and waits for the end of
    /// each.</summary>
    private IReadOnlyList<Session> AwaitSessions(int before)
    {
        IReadOnlyList<Session> sessions = [];
        _ = SpinWait.SpinUntil(
            () =>
            {
                Thread.Sleep(20);
                sessions = SessionLog.Parse(Log[before..]);
                return sessions.All(session => session.End is not null);
            },
            s_accountLimit);
        return sessions;
    }
}
