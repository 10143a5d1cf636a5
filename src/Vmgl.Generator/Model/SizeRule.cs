using System.Globalization;

namespace Vmgl.Generator.Model;

/// <summary>One factor of a size: a number, a parameter, or a named size of a parameter.</summary>
public abstract record SizeFactor;

/// <summary>A constant factor.</summary>
public sealed record NumberFactor(int Value) : SizeFactor;

/// <summary>The value of a scalar parameter; negative counts as zero.</summary>
public sealed record ParameterFactor(string Parameter) : SizeFactor;

/// <summary>A named size, asked with the value of a scalar parameter.</summary>
public sealed record TableFactor(string Table, string Parameter) : SizeFactor;

/// <summary>Bytes of an image without gaps: format, type, width, height and depth, each a parameter or 1.</summary>
public sealed record ImageFactor(string Format, string Type, IReadOnlyList<string> Extents) : SizeFactor;

/// <summary>Bytes of a bitmap without gaps.</summary>
public sealed record BitmapFactor(string Width, string Height) : SizeFactor;

/// <summary>How many elements an array has: a product of factors.</summary>
public sealed record SizeRule(IReadOnlyList<SizeFactor> Factors)
{
    /// <summary>The number of elements when no parameter decides it, else null.</summary>
    public int? Constant => Factors.All(f => f is NumberFactor)
        ? Factors.Aggregate(1, (product, f) => product * ((NumberFactor)f).Value)
        : null;

    /// <summary>Names of the parameters that decide the size.</summary>
    public IEnumerable<string> Parameters => Factors.SelectMany(f => f switch
    {
        ParameterFactor p => [p.Parameter],
        TableFactor t => [t.Parameter],
        BitmapFactor b => [b.Width, b.Height],
        ImageFactor i => i.Extents.Prepend(i.Type).Prepend(i.Format),
        _ => Array.Empty<string>().AsEnumerable(),
    });

    /// <summary>Reads <c>n</c>, <c>count*4</c>, <c>light(pname)</c>, <c>callLists(type)*n</c>; null when the text is none of
    /// these.</summary>
    public static SizeRule? Parse(string text, Func<string, bool> isParameter, Func<string, bool> isTable)
    {
        var factors = new List<SizeFactor>();
        foreach (string part in text.Split('*', StringSplitOptions.TrimEntries))
        {
            SizeFactor? factor = ParseFactor(part, isParameter, isTable);
            if (factor is null)
            {
                return null;
            }

            factors.Add(factor);
        }

        return new SizeRule(factors);
    }

    private static SizeFactor? ParseFactor(string part, Func<string, bool> isParameter, Func<string, bool> isTable)
    {
        if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return new NumberFactor(number);
        }

        if (isParameter(part))
        {
            return new ParameterFactor(part);
        }

        int open = part.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && part.EndsWith(')') && part[..open] is "image" or "bitmap")
        {
            string[] words = part[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
            return !words.All(isParameter) ? null
                : part[..open] == "bitmap" && words.Length == 2 ? new BitmapFactor(words[0], words[1])
                : words.Length is >= 3 and <= 5 ? new ImageFactor(words[0], words[1], words[2..])
                : null;
        }

        if (open > 0 && part.EndsWith(')') && isTable(part[..open]) && isParameter(part[(open + 1)..^1]))
        {
            return new TableFactor(part[..open], part[(open + 1)..^1]);
        }

        return null;
    }
}
