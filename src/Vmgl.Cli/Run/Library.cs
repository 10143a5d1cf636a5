namespace Vmgl.Cli.Run;

/// <summary>Finds the guest's libGL: it is installed beside us.</summary>
internal static class Library
{
    /// <summary>Absolute path of libGL.so, from the place this program really lies at.</summary>
    /// <exception cref="RunException">It is not there.</exception>
    public static string FindLibrary() => FindLibrary(Environment.ProcessPath!);

    /// <summary>The same for a program at <paramref name="executable"/>.</summary>
    /// <exception cref="RunException">It is not there.</exception>
    internal static string FindLibrary(string executable)
    {
        string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(executable)!, "../lib/vmgl/libGL.so"));
        return File.Exists(path) ? path : throw new RunException($"{path} is not there; install VMGL's guest part (make install-guest)");
    }
}
