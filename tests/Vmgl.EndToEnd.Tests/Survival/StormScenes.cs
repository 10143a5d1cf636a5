using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>The scenes that are run while hosts come and go, and the ways that they are run.</summary>
internal static class StormScenes
{
    /// <summary>Scenes that say how long something took.</summary>
    private static readonly string[] s_timed = ["sync-control"];

    /// <summary>What <see cref="ReturnedSceneTests"/> compares with GL's words, for Mesa's software GLX does otherwise.</summary>
    private static readonly string[] s_front = ["front", "front-and-back"];

    /// <summary>One of so many is run where all would take too long.</summary>
    private const int OneOf = 6;

    /// <summary>Need what GL wrote in a frame before: a loss that is not announced costs that, and is said to.</summary>
    private static readonly string[] s_once = ["copied-once", "accumulated-once"];

    /// <summary>What waits in GL's own log of debug messages is lost (docs/SURVIVAL.md).</summary>
    private static readonly string[] s_lost = ["debug-log"];

    /// <summary>Depend on what Mesa forgets (tests/scenes/questions.c): another host has it.</summary>
    private static readonly string[] s_forgotten = ["questions-often", "questions-seldom"];

    private static readonly string[] s_every = [.. SceneTests.Names().Select(row => row.Data).Except(s_timed).Except(s_lost)
        .Except(s_forgotten)];

    /// <summary>All that a kind of storm leaves as they are.</summary>
    public static string[] For(Storm storm) => storm == Storm.Cut ? [.. s_every.Except(s_once)] : s_every;

    /// <summary>Those of a guest with an X server of its own.</summary>
    public static string[] ReturnedFor(Storm storm) => [.. For(storm).Except(s_front)];

    /// <summary>Those of a guest whose host is headless.</summary>
    public static string[] HeadlessFor(Storm storm) => [.. ReturnedFor(storm).Except(HeadlessSceneTests.Incomparable)];

    /// <summary>A choice that is always the same.</summary>
    public static TheoryData<string> Some(IEnumerable<string> scenes) =>
        [.. scenes.Where((scene, i) => i % OneOf == 0 || s_once.Contains(scene))];

    /// <summary>On the host's own X server.</summary>
    /// <param name="keep">VMGL_KEEP.</param>
    /// <param name="mostSuspensions">How often one program is suspended at the most.</param>
    public static StormyScene Direct(HostMachine host, string? keep = null, int mostSuspensions = 1) =>
        new(address => Keeping(GuestProgram.Forwarded(host.Display, address), keep), host.Daemon.Port, host.Native, mostSuspensions);

    /// <summary>In a guest that gets pictures back.</summary>
    public static StormyScene Return(GuestAndHost machines, string? keep = null, int mostSuspensions = 1) =>
        new(address => Keeping(GuestProgram.Forwarded(machines.GuestDisplay, address), keep), machines.Daemon.Port, machines.Native,
            mostSuspensions);

    /// <summary>In a guest of a headless host.</summary>
    public static StormyScene Headless(HeadlessMachine host, string? keep = null, int mostSuspensions = 1) =>
        new(address => Keeping(GuestProgram.Forwarded(host.Display, address), keep), host.Daemon.Port, host.Native, mostSuspensions);

    private static GuestProgram Keeping(GuestProgram program, string? keep) => keep is null ? program : program.With("VMGL_KEEP", keep);
}
