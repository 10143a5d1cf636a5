using System.Collections.Concurrent;
using System.Net.Sockets;
using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>What happens to a scene while it draws.</summary>
public enum Storm
{
    /// <summary>Its connection is cut, again and again.</summary>
    Cut,

    /// <summary>It is suspended and resumed, again and again.</summary>
    Suspension,
}

/// <summary>Runs scenes while their host comes and goes, and compares them with what they are natively.</summary>
/// <param name="program">With everything in its environment but where the host is.</param>
/// <param name="port">The daemon's.</param>
/// <param name="mostSuspensions">How often one program is suspended at the most. The next is asked for while the last resume is under
/// way.</param>
internal sealed class StormyScene(Func<string, GuestProgram> program, int port, GuestProgram native, int mostSuspensions)
{
    /// <summary>Scenes that send less than that before they end are tried again with less.</summary>
    private const int FirstBytes = 3000;

    /// <summary>Draws until the connection's buffers are full or an answer is needed, while the suspension is on its way.</summary>
    private static readonly TimeSpan s_headStart = TimeSpan.FromMilliseconds(3);

    /// <summary>What a program says that had to fold an unfinished frame.</summary>
    private const string MayBeMissing = "what was drawn without a swap may be missing";

    private static readonly ConcurrentDictionary<string, SceneRun> s_native = [];

    /// <summary>Runs a scene until something has happened to it; it must look and say the same as natively.</summary>
    /// <returns>How often something happened.</returns>
    public int AssertEqualsNative(string scene, Storm storm, int seed)
    {
        SceneRun right = s_native.GetOrAdd(scene, name => SceneRun.Of(native, name, "native-survival"));
        int events = 0;
        for (int first = FirstBytes; events == 0 && first > 0; first /= 4)
        {
            events = Run(scene, storm, seed, first, right);
        }

        Assert.True(events > 0, $"{scene} ended before anything could happen to it");
        return events;
    }

    private int Run(string scene, Storm storm, int seed, int first, SceneRun right)
    {
        using var folder = new RunFolder();
        int suspensions = 0;
        void Suspend(int process)
        {
            if (folder.Begin(process, "suspend") is Socket request)
            {
                Thread.Sleep(s_headStart);
                new Thread(() => suspensions += Resume(folder, process, request)) { IsBackground = true }.Start();
            }
        }

        ChooseFate random = CuttingRelay.AtRandom(seed, first, storm == Storm.Cut ? null : Suspend);
        using var relay = new CuttingRelay(
            port, seed, (process, connection) => storm == Storm.Suspension && connection > mostSuspensions ? Fate.None
            : random(process, connection));
        SceneRun run = SceneRun.Of(folder.Let(program(relay.Address)), scene, $"survival-{storm}-{seed}");
        if (run.Result.Errors.Contains(MayBeMissing, StringComparison.Ordinal))
        {
            return relay.Cuts; // it lives, and says what it lost: nobody announced that
        }

        Assert.True(run.Result.Output == right.Result.Output, $"seed {seed}: natively \"{right.Result.Output}\", and {run.Result}");
        string? difference = run.Picture.DifferenceFrom(right.Picture);
        Assert.True(difference is null, $"seed {seed}: {difference}\n{run.Result.Errors}");
        return storm == Storm.Cut ? relay.Cuts : suspensions;
    }

    /// <summary>Reads how the suspension went, and ends it; 1 when the program was suspended.</summary>
    private static int Resume(RunFolder folder, int process, Socket request)
    {
        bool wasSuspended = RunFolder.End(request).StartsWith("{\"ms\"", StringComparison.Ordinal);
        if (folder.Begin(process, "resume") is Socket resume)
        {
            _ = RunFolder.End(resume);
        }

        return wasSuspended ? 1 : 0;
    }
}
