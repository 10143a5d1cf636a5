namespace Vmgl.Generator;

/// <summary>Puts generated text into the tree, touching only what changed, or says what would change.</summary>
internal static class TreeWriter
{
    /// <summary>Writes changed files, deletes left-over ones; returns how many were touched.</summary>
    public static int WriteFiles(string root, IReadOnlyDictionary<string, string> files, IEnumerable<string> folders)
    {
        int touched = 0;
        foreach ((string path, string text) in files.Where(f => !IsCurrent(root, f.Key, f.Value)))
        {
            string full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            touched++;
        }

        foreach (string path in LeftOver(root, files, folders))
        {
            File.Delete(Path.Combine(root, path));
            touched++;
        }

        return touched;
    }

    /// <summary>One line per file that is missing, stale or left over.</summary>
    public static List<string> CompareFiles(string root, IReadOnlyDictionary<string, string> files, IEnumerable<string> folders) =>
    [
        .. files.Where(f => !IsCurrent(root, f.Key, f.Value))
        .Select(f => $"{f.Key}: {(File.Exists(Path.Combine(root, f.Key)) ? "stale" : "missing")}"),
        .. LeftOver(root, files, folders).Select(path => $"{path}: left over"),
    ];

    private static bool IsCurrent(string root, string path, string text)
    {
        string full = Path.Combine(root, path);
        return File.Exists(full) && File.ReadAllText(full) == text;
    }

    private static List<string> LeftOver(string root, IReadOnlyDictionary<string, string> files, IEnumerable<string> folders) =>
        folders.Select(folder => Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.g.*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(root, path)).Where(path => !files.ContainsKey(path)).ToList();
}
