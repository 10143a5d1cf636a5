namespace Vmgl.Generator.Registry;

/// <summary>Reads C parameter declarations as they stand in the registry and in <c>spec/vmgl.spec</c>.</summary>
internal static class Declarations
{
    /// <summary>Reads one declaration such as <c>const GLfloat *params</c>.</summary>
    public static RegistryParameter Parse(string text, string name, string? length, string? @class, string? group)
    {
        int stars = text.Count(c => c == '*');
        bool isConst = text.TrimStart().StartsWith("const", StringComparison.Ordinal);
        string type = text[..text.LastIndexOf(name, StringComparison.Ordinal)]
            .Replace("const", " ", StringComparison.Ordinal)
            .Replace("struct", " ", StringComparison.Ordinal)
            .Replace('*', ' ')
            .Trim();
        return new RegistryParameter(name, type, stars, isConst, length, @class, group, text.Trim());
    }

    /// <summary>Reads a parameter list without its parentheses; the last word of each is the name.</summary>
    public static List<RegistryParameter> ParseList(string text)
    {
        if (text.Trim() is "" or "void")
        {
            return [];
        }

        return text.Split(',').Select(part =>
        {
            string name = part.Trim().Split(' ', '*')[^1];
            return Parse(part, name, null, null, null);
        }).ToList();
    }
}
