namespace Vmgl.Cli.Run;

/// <summary>The environment variables that make a program a guest.</summary>
internal static class GuestEnvironment
{
    /// <summary>GLSTUB: what --host says, else what is there already.</summary>
    /// <exception cref="RunException">Neither says anything.</exception>
    public static string ChooseStub(string? host, string? inherited) =>
        host is { Length: > 0 } ? host
        : inherited is { Length: > 0 } ? inherited
        : throw new RunException("no host to draw on; give --host HOST:PORT or set GLSTUB");

    /// <summary>LD_PRELOAD: ours before all others, and once.</summary>
    /// <exception cref="RunException">ld.so takes blanks and colons in our path for separators.</exception>
    public static string PreloadValue(string library, string? inherited)
    {
        if (library.AsSpan().IndexOfAny(' ', ':') >= 0)
        {
            throw new RunException($"{library} cannot be preloaded: its path contains a blank or a colon; install VMGL elsewhere");
        }

        string[] others = inherited?.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return string.Join(':', others.Where(other => other != library).Prepend(library));
    }
}
