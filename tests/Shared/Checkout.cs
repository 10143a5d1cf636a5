namespace Vmgl.Tests.Shared;

/// <summary>The checkout in which the tests run.</summary>
internal static class Checkout
{
    /// <summary>The folder that contains Vmgl.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Returns the full path of a file or folder, given its path from the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Reads the lines of a file, given its path from the root.</summary>
    public static string[] Lines(string path) => File.ReadAllLines(PathOf(path));

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Vmgl.sln")))
            {
                return folder.FullName;
            }
        }

        throw new FileNotFoundException($"no Vmgl.sln above {AppContext.BaseDirectory}");
    }
}
