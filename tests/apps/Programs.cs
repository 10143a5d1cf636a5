namespace Vmgl.Apps;

/// <summary>Runs a program as its kind wants it.</summary>
internal static class Programs
{
    private const int NativePictures = 3;

    /// <summary>Between native pictures of one run.</summary>
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(170);

    /// <summary>How much longer the last forwarded run of what never ends lasts: two lengths tell what a steady frame costs.</summary>
    private static readonly TimeSpan s_longer = TimeSpan.FromSeconds(3);

    public static Evidence Run(App app, Stage stage, Options options, Version forwardedVersion)
    {
        string[] missing = [.. MissingPackages(app)];
        var evidence = new Evidence(app) { Missing = missing, NeedsMore = app.Needs > forwardedVersion };
        if (missing.Length > 0)
        {
            return evidence;
        }

        try
        {
            RunKind(evidence, stage, stage.FolderOf(app), options);
        }
        catch (InvalidOperationException e)
        {
            evidence.Trouble = e.Message; // a tool failed; the other programs can still be run
        }

        return evidence;
    }

    private static void RunKind(Evidence evidence, Stage stage, string folder, Options options)
    {
        switch (evidence.App.Kind)
        {
            case Kind.Text:
                RunText(evidence, stage);
                break;
            case Kind.Still or Kind.Moving:
                RunWindow(evidence, stage, folder, options.Rounds);
                break;
            case Kind.File:
                RunFile(evidence, stage, folder);
                break;
            case Kind.Timedemo:
                Timedemo.Run(evidence, stage, folder, options.Rounds);
                break;
            default:
                TraceReplay.Run(evidence, stage, folder, options.Rounds);
                break;
        }
    }

    private static IEnumerable<string> MissingPackages(App app)
    {
        string[] tools = app.Kind == Kind.Replay ? [app.Command[0], "apitrace", "glretrace"] : [app.Command[0]];
        return tools.All(Tools.Has) ? [] : app.Packages;
    }

    private static void RunText(Evidence evidence, Stage stage)
    {
        foreach (Side side in Enum.GetValues<Side>())
        {
            _ = evidence.Add(stage.Run(side, evidence.App.Command, TimeSpan.FromSeconds(evidence.App.Seconds)));
        }
    }

    private static void RunWindow(Evidence evidence, Stage stage, string folder, int rounds)
    {
        var pictures = new Dictionary<Side, List<string>> { [Side.Native] = [], [Side.Forwarded] = [] };
        foreach ((Side side, int round) in Order(evidence.App.Kind, rounds))
        {
            TimeSpan longer = side == Side.Forwarded && round == rounds && rounds > 1 ? s_longer : TimeSpan.Zero;
            _ = evidence.Add(stage.Run(side, evidence.App.Command, TimeSpan.FromSeconds(evidence.App.Seconds), () =>
            {
                Photograph(evidence.App.Kind, stage, Path.Combine(folder, $"{Name(side)}-{round}"), side, pictures[side]);
                Thread.Sleep(longer);
            }));
        }

        if (pictures[Side.Native].Count == 0)
        {
            evidence.Trouble = "it ended by itself, natively too, before a picture could be taken";
            return;
        }

        evidence.Add(evidence.App.Kind == Kind.Still
            ? Comparison.Exact("window", pictures[Side.Native][^1], pictures[Side.Forwarded].LastOrDefault())
            : Comparison.InRange("window", pictures[Side.Native], pictures[Side.Forwarded]));
    }

    /// <summary>Native and forwarded runs in turn. What moves runs natively twice at least: some programs begin otherwise each time.</summary>
    private static IEnumerable<(Side Side, int Round)> Order(Kind kind, int rounds)
    {
        IEnumerable<(Side, int)> order = from round in Enumerable.Range(1, rounds) from side in Enum.GetValues<Side>() select (side, round);
        return kind == Kind.Moving && rounds == 1 ? order.Append((Side.Native, 2)) : order;
    }

    /// <summary>One picture; natively a few of what moves, moments apart, to learn how far its pictures may be from each other.</summary>
    private static void Photograph(Kind kind, Stage stage, string path, Side side, List<string> pictures)
    {
        int count = kind == Kind.Moving && side == Side.Native ? NativePictures : 1;
        for (int i = 1; i <= count; i++)
        {
            pictures.Add(Tools.Photograph(stage.Display, $"{path}-{i}.png"));
            Thread.Sleep(i < count ? s_moment : TimeSpan.Zero);
        }
    }

    private static void RunFile(Evidence evidence, Stage stage, string folder)
    {
        foreach (Side side in Enum.GetValues<Side>())
        {
            string[] command = [.. evidence.App.Command.Select(word => word
                .Replace("{file}", PathOf(folder, side), StringComparison.Ordinal)
                .Replace("{apps}", EndToEnd.Tests.Checkout.Root + "/tests/apps", StringComparison.Ordinal))];
            _ = evidence.Add(stage.Run(side, command, TimeSpan.FromSeconds(evidence.App.Seconds)));
        }

        if (HasContent(PathOf(folder, Side.Native)))
        {
            string forwarded = PathOf(folder, Side.Forwarded);
            evidence.Add(Comparison.Exact("file", PathOf(folder, Side.Native), HasContent(forwarded) ? forwarded : null));
        }
        else
        {
            evidence.Trouble = "it wrote no picture, natively too";
        }
    }

    /// <summary>A program that crashed may have made its file already.</summary>
    private static bool HasContent(string path) => File.Exists(path) && new FileInfo(path).Length > 0;

    private static string PathOf(string folder, Side side) => Path.Combine(folder, $"{Name(side)}.png");

    /// <summary>For file names and for the page.</summary>
    public static string Name(Side side) => side == Side.Native ? "native" : "forwarded";
}
