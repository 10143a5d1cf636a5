using Vmgl.EndToEnd.Tests;

namespace Vmgl.Apps;

/// <summary>A native and a forwarded picture of one thing, and what is between them.</summary>
/// <param name="What">What they show.</param>
/// <param name="Found">Null: they have different sizes, or one is missing.</param>
/// <param name="Range">How far native pictures of it are apart; null where they must be the same.</param>
internal sealed record Comparison(string What, string Native, string? Forwarded, Difference? Found, Difference? Range, string? Amplified)
{
    public bool IsSame => Found is { } found && (Range is { } range ? found.IsWithin(range) : found.IsNone);

    /// <summary>Pictures that must be the same to the pixel.</summary>
    public static Comparison Exact(string what, string native, string? forwarded)
    {
        Difference? found = forwarded is null ? null : Tools.Compare(Tools.Read(native), Tools.Read(forwarded));
        return new(what, native, forwarded, found, null, Amplify(found, native, forwarded));
    }

    /// <summary>Pictures of what moves: the forwarded one that is farthest from all native ones, beside the native one nearest to it,
    /// and how far native ones are apart from each other.</summary>
    public static Comparison InRange(string what, IReadOnlyList<string> natives, IReadOnlyList<string> forwarded)
    {
        Picture[] known = [.. natives.Select(Tools.Read)];
        Difference range = known.SelectMany((one, i) => known.Skip(i + 1).Select(other => Tools.Compare(one, other)))
            .OfType<Difference>().OrderBy(difference => difference.Mean).LastOrDefault();
        Comparison[] all = [.. forwarded.Select(picture => Nearest(what, natives, known, picture, range))];
        Comparison worst = all.FirstOrDefault(one => one.Found is null) ?? all.MaxBy(one => one.Found!.Value.Mean)
            ?? new Comparison(what, natives[0], null, null, range, null);
        return worst with { Amplified = Amplify(worst.Found, worst.Native, worst.Forwarded) };
    }

    private static Comparison Nearest(string what, IReadOnlyList<string> natives, Picture[] known, string forwarded, Difference range)
    {
        Picture picture = Tools.Read(forwarded);
        (string Native, Difference? Found)[] all = [.. natives.Select((native, i) => (native, Tools.Compare(known[i], picture)))];
        (string nearest, Difference? found) = all.OrderBy(one => one.Found?.Mean ?? double.MaxValue).First();
        return new(what, nearest, forwarded, found, range, null);
    }

    private static string? Amplify(Difference? found, string native, string? forwarded) =>
        found is { IsNone: false } && forwarded is not null ? Tools.WriteDifference(native, forwarded, Path.ChangeExtension(forwarded, ".difference.png")) : null;
}
