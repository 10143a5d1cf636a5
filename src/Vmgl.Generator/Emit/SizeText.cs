using Vmgl.Generator.Model;

namespace Vmgl.Generator.Emit;

/// <summary>Writes a size rule as an expression in bytes, in C# and in C.</summary>
internal static class SizeText
{
    /// <summary>C#: a long; negative counts are zero, and nothing overflows (<c>Fields.MultiplySizes</c> saturates).</summary>
    public static string CSharp(Parameter array, Func<string, string> parameter) =>
        ProductText(array, "Fields.MultiplySizes", f => f switch
        {
            NumberFactor n => $"{n.Value}",
            ParameterFactor p => parameter(p.Parameter),
            TableFactor t => $"Sizes.{Names.ToPascalCase(t.Table)}({parameter(t.Parameter)})",
            BitmapFactor b => $"Images.BitmapBytes({parameter(b.Width)}, {parameter(b.Height)})",
            ImageFactor i => $"Images.MeasureImage({parameter(i.Format)}, {parameter(i.Type)}, {string.Join(", ", i.Extents.Select(parameter))})",
            _ => throw new InvalidOperationException(),
        });

    /// <summary>C: an int64_t, by the same rules.</summary>
    public static string C(Parameter array) =>
        ProductText(array, "vmgl_times", f => f switch
        {
            NumberFactor n => $"{n.Value}",
            ParameterFactor p => p.Parameter,
            TableFactor t => $"vmgl_size_{t.Table}({t.Parameter})",
            _ => throw new InvalidOperationException(),
        });

    private static string ProductText(Parameter array, string times, Func<SizeFactor, string> factor)
    {
        if (array.Size!.Constant is int constant)
        {
            return $"{constant * array.Type!.Bytes}";
        }

        int bytes = array.Type!.Bytes;
        string text = bytes == 1 && array.Size.Factors.Count > 1 ? "" : $"{bytes}";
        foreach (SizeFactor f in array.Size.Factors)
        {
            text = text.Length == 0 ? factor(f) : $"{times}({text}, {factor(f)})";
        }

        return text;
    }
}
