namespace Vmgl.Generator.Spec;

/// <summary>Areas and versions: which exported library and which API they belong to.</summary>
public sealed partial class SpecReader
{
    private static readonly string[] s_libraries = ["GL", "GLESv2", "EGL"];
    private static readonly string[] s_apis = ["gl", "gles2", "egl", "glx"];

    private void ReadArea(string[] words)
    {
        if (words.Length < 3 || !words[2].StartsWith('"'))
        {
            throw ErrorHere("an area is: area NAME \"TITLE\" [library=LIBRARY] [api=API]");
        }

        List<SpecItem> items = [.. words[3..].Select(ReadItem)];
        if (items.Find(item => item.Key is not ("library" or "api")) is SpecItem unknown)
        {
            throw ErrorHere($"{words[1]}: \"{unknown.Key}\" is not an item of an area; use library=LIBRARY or api=API");
        }

        string library = items.Find(item => item.Key == "library")?.Value ?? "GL";
        if (!s_libraries.Contains(library))
        {
            throw ErrorHere($"{words[1]}: no library is called {library}; use {string.Join(", ", s_libraries[..^1])} or {s_libraries[^1]}");
        }

        (_area, _class) = (words[1], null);
        _files.Areas[_area] = new SpecArea(_place, _area, words[2].Trim('"'), library,
            ReadApi(words[1], items.Find(item => item.Key == "api")));
    }

    private void ReadVersions(string[] words)
    {
        SpecItem? api = words.Length > 1 && words[1].StartsWith("api", StringComparison.Ordinal) ? ReadItem(words[1]) : null;
        string[] versions = words[(api is null ? 1 : 2)..];
        if (versions.Length == 0)
        {
            throw ErrorHere("versions are: versions [api=API] VERSION…");
        }

        _files.Versions.AddRange(versions.Select(version => new SpecVersion(_place, ReadApi("versions", api), version)));
    }

    private string ReadApi(string what, SpecItem? item) => item is null ? s_apis[0]
        : s_apis.Contains(item.Value) ? item.Value
        : throw ErrorHere($"{what}: no API is called {item.Value}; use {string.Join(", ", s_apis[..^1])} or {s_apis[^1]}");
}
