namespace Vmgl.Tests.Shared;

/// <summary>The checkout that the tests run in.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds Vmgl.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder by its path from the root.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>A file's lines.</summary>
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
