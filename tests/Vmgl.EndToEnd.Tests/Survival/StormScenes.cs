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

    /// <summary>Scenes that are not right yet after every suspension (the first three) or cut (the others): <see cref="ChaosTests"/> runs them and says so.</summary>
    private static readonly string[] s_open = ["glsl", "relinking", "copied-texture", "debug-output", "wandering-context"];

    /// <summary>Its context has a viewport that it never set, of a window that is gone: not known to the mirror. <see cref="ChaosTests"/> runs it.</summary>
    private static readonly string[] s_viewport = ["gone-window"];

    public static TheoryData<string> All => [.. Every.Except(s_timed)];

    /// <summary>Those of a guest with an X server of its own.</summary>
    public static string[] Returned => [.. Every.Except(s_timed).Except(s_front)];

    private static IEnumerable<string> Every => SceneTests.Names().Select(row => row.Data);

    /// <summary>A choice that is always the same.</summary>
    public static TheoryData<string> Some(IEnumerable<string> scenes) => [.. scenes.Except(s_open).Where((_, i) => i % OneOf == 0).Except(s_viewport)];

    /// <summary>On the host's own X server.</summary>
    /// <param name="keep">VMGL_KEEP.</param>
    /// <param name="mostSuspensions">How often one program is suspended at the most.</param>
    public static StormyScene Direct(HostMachine host, string? keep = null, int mostSuspensions = 1) =>
        new(address => Keeping(GuestProgram.Forwarded(host.Display, address), keep), host.Daemon.Port, host.Native, mostSuspensions);

    /// <summary>In a guest that gets pictures back.</summary>
    public static StormyScene Return(GuestAndHost machines, string? keep = null, int mostSuspensions = 1) =>
        new(address => Keeping(GuestProgram.Forwarded(machines.GuestDisplay, address), keep), machines.Daemon.Port, machines.Native, mostSuspensions);

    private static GuestProgram Keeping(GuestProgram program, string? keep) => keep is null ? program : program.With("VMGL_KEEP", keep);
}
