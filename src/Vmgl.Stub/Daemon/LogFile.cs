using System.ComponentModel;
using Microsoft.Win32.SafeHandles;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Interop;

namespace Vmgl.Stub.Daemon;

/// <summary>The path of the log file.</summary>
internal static class LogFile
{
    private static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Absolute path of the log of a daemon in the background.</summary>
    public static string PathOf(Options options) => Path.GetFullPath(options.LogPath ?? Path.Combine(Home, ".stub-daemon.log"));

    /// <summary><paramref name="path"/> as a user would write it.</summary>
    public static string ShortenPath(string path) =>
        Home.Length > 1 && path.StartsWith(Home + "/", StringComparison.Ordinal) ? "~" + path[Home.Length..] : path;

    /// <summary>Opens the log at its end; made for its owner only if it is not there.</summary>
    /// <exception cref="StartException">It cannot be opened.</exception>
    public static SafeFileHandle OpenForAppending(string path)
    {
        try
        {
            return Descriptors.OpenToAppend(path);
        }
        catch (Win32Exception e)
        {
            throw new StartException($"log {path} cannot be opened: {e.Message}; name another with --log", e);
        }
    }
}
