namespace Vmgl.SuspendResume.Control;

/// <summary>Where a user's programs have their control sockets, called PID.sock.</summary>
public static class RunDirectory
{
    /// <summary>The environment variable that says where.</summary>
    public const string Variable = "VMGL_RUN_DIR";

    /// <summary>Ends every socket's name.</summary>
    public const string Suffix = ".sock";

    /// <summary>The directory of this process's user: VMGL_RUN_DIR, else vmgl in XDG_RUNTIME_DIR, else .vmgl at home. It need not exist.</summary>
    /// <returns>Null when the environment names none of them.</returns>
    public static string? Find() => Find(Environment.GetEnvironmentVariable);

    /// <summary>The same for another environment.</summary>
    public static string? Find(Func<string, string?> variable) =>
        variable(Variable) is { Length: > 0 } said ? Path.GetFullPath(said)
        : variable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime && Directory.Exists(runtime) ? Path.Combine(runtime, "vmgl")
        : variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".vmgl")
        : null;
}
