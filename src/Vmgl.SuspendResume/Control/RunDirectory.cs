namespace Vmgl.SuspendResume.Control;

/// <summary>The directory of the control sockets of a user's programs, called PID.sock.</summary>
public static class RunDirectory
{
    /// <summary>The environment variable with its path.</summary>
    public const string Variable = "VMGL_RUN_DIR";

    /// <summary>The end of every socket's name.</summary>
    public const string Suffix = ".sock";

    /// <summary>The path for this process's user: VMGL_RUN_DIR, else vmgl in XDG_RUNTIME_DIR, else .vmgl at home. The directory need not
    /// exist.</summary>
    /// <returns>Null when the environment names none of them.</returns>
    public static string? FindPath() => FindPath(Environment.GetEnvironmentVariable);

    /// <summary>The path by another environment.</summary>
    public static string? FindPath(Func<string, string?> variable) =>
        variable(Variable) is { Length: > 0 } said ? Path.GetFullPath(said)
        : variable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && Directory.Exists(runtime) ? Path.Combine(runtime, "vmgl")
        : variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".vmgl")
        : null;
}
