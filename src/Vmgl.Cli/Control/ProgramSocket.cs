using System.Globalization;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Control;

/// <summary>The control socket of a program.</summary>
/// <param name="IsOurs">Whether it lies in this user's own directory.</param>
internal sealed record ProgramSocket(string Path, int Pid, bool IsOurs)
{
    /// <summary>The program's name, as far as this process sees it.</summary>
    public string Program => TryRead($"/proc/{Pid}/comm")?.Trim() ?? "?";

    /// <summary>The sockets of all programs that this process may speak to: this user's, and for root everybody's, unless VMGL_RUN_DIR
    /// names one directory. Some may be left by programs that ended.</summary>
    public static IReadOnlyList<ProgramSocket> FindAll()
    {
        string? own = RunDirectory.FindPath();
        bool isNamed = Environment.GetEnvironmentVariable(RunDirectory.Variable) is { Length: > 0 };
        IEnumerable<string> others = Environment.IsPrivilegedProcess && !isNamed ? OfEverybody().Where(directory => directory != own)
            .Distinct() : [];
        return [.. (own is null ? [] : FindIn(own, isOurs: true)).Concat(others.SelectMany(directory => FindIn(directory, isOurs: false)))
            .OrderBy(socket => socket.Pid)];
    }

    /// <summary>Removes the socket of a program that has ended.</summary>
    public void RemoveFile()
    {
        if (!IsOurs)
        {
            return; // another user's directory may be a link to anywhere
        }

        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays, and is passed over again.
        }
    }

    private static IEnumerable<ProgramSocket> FindIn(string directory, bool isOurs)
    {
        FileInfo[] files;
        try
        {
            files = new DirectoryInfo(directory) is { Exists: true } there && (isOurs || there.LinkTarget is null)
                ? there.GetFiles("*" + RunDirectory.Suffix) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        foreach (FileInfo file in files)
        {
            string name = file.Name[..^RunDirectory.Suffix.Length];
            if (file.LinkTarget is null && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int pid))
            {
                yield return new ProgramSocket(file.FullName, pid, isOurs);
            }
        }
    }

    private static IEnumerable<string> OfEverybody()
    {
        IEnumerable<string> runtime = Directory.Exists("/run/user") ? Directory.EnumerateDirectories("/run/user") : [];
        IEnumerable<string> homes = (TryRead("/etc/passwd") ?? "").Split('\n').Select(line => line.Split(':'))
            .Where(user => user.Length > 5).Select(user => user[5]);
        return runtime.Select(path => System.IO.Path.Combine(path, "vmgl"))
            .Concat(homes.Select(path => System.IO.Path.Combine(path, ".vmgl")));
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
