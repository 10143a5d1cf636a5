using Vmgl.EndToEnd.Tests;

namespace Vmgl.Apps;

/// <summary>A native and a forwarded picture of the same subject, and their difference.</summary>
/// <param name="What">The subject.</param>
/// <param name="Native">The path of the native picture.</param>
/// <param name="Forwarded">The path of the forwarded picture; null if there is none.</param>
/// <param name="Found">The difference; null if the sizes differ or a picture is missing.</param>
/// <param name="Range">The difference among native pictures; null if the pictures must be identical.</param>
/// <param name="Amplified">The path of the amplified difference, if there is one.</param>
internal sealed record Comparison(string What, string Native, string? Forwarded, Difference? Found, Difference? Range, string? Amplified)
{
    public bool IsSame => Found is { } found && (Range is { } range ? found.IsWithin(range) : found.IsNone);

    /// <summary>Compares pictures that must be identical.</summary>
    public static Comparison CompareExactly(string what, string native, string? forwarded)
    {
        Difference? found = forwarded is null ? null : Tools.ComparePictures(Tools.ReadPicture(native), Tools.ReadPicture(forwarded));
        return new(what, native, forwarded, found, null, WriteAmplified(found, native, forwarded));
    }

    /// <summary>Compares pictures of animations. The result holds the forwarded picture that differs most from all native ones, the native
    /// picture nearest to it, and the largest difference among native pictures.</summary>
    public static Comparison CompareWithinRange(string what, IReadOnlyList<string> natives, IReadOnlyList<string> forwarded)
    {
        Picture[] known = [.. natives.Select(Tools.ReadPicture)];
        Difference range = known.SelectMany((one, i) => known.Skip(i + 1).Select(other => Tools.ComparePictures(one, other)))
            .OfType<Difference>().OrderBy(difference => difference.Mean).LastOrDefault();
        Comparison[] all = [.. forwarded.Select(picture => FindNearest(what, natives, known, picture, range))];
        Comparison worst = all.FirstOrDefault(one => one.Found is null) ?? all.MaxBy(one => one.Found!.Value.Mean)
            ?? new Comparison(what, natives[0], null, null, range, null);
        return worst with { Amplified = WriteAmplified(worst.Found, worst.Native, worst.Forwarded) };
    }

    private static Comparison FindNearest(string what, IReadOnlyList<string> natives, Picture[] known, string forwarded, Difference range)
    {
        Picture picture = Tools.ReadPicture(forwarded);
        (string Native, Difference? Found)[] all = [.. natives.Select((native, i) => (native, Tools.ComparePictures(known[i], picture)))];
        (string nearest, Difference? found) = all.OrderBy(one => one.Found?.Mean ?? double.MaxValue).First();
        return new(what, nearest, forwarded, found, range, null);
    }

    private static string? WriteAmplified(Difference? found, string native, string? forwarded) =>
        found is { IsNone: false } && forwarded is not null
            ? Tools.WriteDifference(native, forwarded, Path.ChangeExtension(forwarded, ".difference.png")) : null;
}
