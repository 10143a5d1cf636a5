using System.Collections;

namespace Vmgl.Stub.Daemon;

/// <summary>The environment of a worker.</summary>
internal static class WorkerEnvironment
{
    /// <summary>The daemon's own, with the display to draw with and without what would make the worker a guest: preloaded with
    /// the forwarding libGL it would send its GL calls to this daemon.</summary>
    /// <param name="display">Null for a worker without one.</param>
    public static string[] ForWorker(IDictionary variables, string? display) =>
    [
        .. variables.Cast<DictionaryEntry>()
            .Where(variable => variable.Key is not ("GLSTUB" or "LD_PRELOAD" or "DISPLAY"))
            .Select(variable => $"{variable.Key}={variable.Value}"),
        .. display is null ? (string[])[] : [$"DISPLAY={display}"],
    ];
}
