namespace Vmgl.Apps;

/// <summary>Runs programs according to their kinds.</summary>
internal static class Programs
{
    private const int NativePictures = 3;

    /// <summary>The time between native pictures of one run.</summary>
    private static readonly TimeSpan s_pictureInterval = TimeSpan.FromMilliseconds(170);

    /// <summary>The extra time of the last forwarded run of a program that does not end: two lengths yield the cost of a steady
    /// frame.</summary>
    private static readonly TimeSpan s_extraTime = TimeSpan.FromSeconds(3);

    public static Evidence RunProgram(App app, Stage stage, Options options, Version forwardedVersion)
    {
        string[] missing = [.. MissingPackages(app)];
        var evidence = new Evidence(app) { Missing = missing, NeedsMore = app.Needs > forwardedVersion };
        if (missing.Length > 0)
        {
            return evidence;
        }

        try
        {
            RunKind(evidence, stage, stage.CreateEmptyFolder(app), options);
        }
        catch (InvalidOperationException e)
        {
            evidence.Trouble = e.Message; // a tool failed; the other programs can still run
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
        return tools.All(Tools.IsInPath) ? [] : app.Packages;
    }

    private static void RunText(Evidence evidence, Stage stage)
    {
        foreach (Side side in Enum.GetValues<Side>())
        {
            _ = evidence.AddRun(stage.RunProgram(side, evidence.App.Command, TimeSpan.FromSeconds(evidence.App.Seconds)));
        }
    }

    private static void RunWindow(Evidence evidence, Stage stage, string folder, int rounds)
    {
        var pictures = new Dictionary<Side, List<string>> { [Side.Native] = [], [Side.Forwarded] = [] };
        foreach ((Side side, int round) in OrderRuns(evidence.App.Kind, rounds))
        {
            TimeSpan longer = side == Side.Forwarded && round == rounds && rounds > 1 ? s_extraTime : TimeSpan.Zero;
            _ = evidence.AddRun(stage.RunProgram(side, evidence.App.Command, TimeSpan.FromSeconds(evidence.App.Seconds), () =>
            {
                TakePictures(evidence.App.Kind, stage, Path.Combine(folder, $"{NameOf(side)}-{round}"), side, pictures[side]);
                Thread.Sleep(longer);
            }));
        }

        if (pictures[Side.Native].Count == 0)
        {
            evidence.Trouble = "it exited before a picture could be taken, natively too";
            return;
        }

        evidence.AddComparison(evidence.App.Kind == Kind.Still
            ? Comparison.CompareExactly("window", pictures[Side.Native][^1], pictures[Side.Forwarded].LastOrDefault())
            : Comparison.CompareWithinRange("window", pictures[Side.Native], pictures[Side.Forwarded]));
    }

    /// <summary>Alternates native and forwarded runs. Animations run natively at least twice, because some programs begin differently each
    /// time.</summary>
    private static IEnumerable<(Side Side, int Round)> OrderRuns(Kind kind, int rounds)
    {
        IEnumerable<(Side, int)> order = from round in Enumerable.Range(1, rounds) from side in Enum.GetValues<Side>() select (side, round);
        return kind == Kind.Moving && rounds == 1 ? order.Append((Side.Native, 2)) : order;
    }

    /// <summary>Takes one picture, or several of a native animation, which show how much its pictures may differ from each other.</summary>
    private static void TakePictures(Kind kind, Stage stage, string path, Side side, List<string> pictures)
    {
        int count = kind == Kind.Moving && side == Side.Native ? NativePictures : 1;
        for (int i = 1; i <= count; i++)
        {
            pictures.Add(Tools.CaptureScreen(stage.Display, $"{path}-{i}.png"));
            Thread.Sleep(i < count ? s_pictureInterval : TimeSpan.Zero);
        }
    }

    private static void RunFile(Evidence evidence, Stage stage, string folder)
    {
        foreach (Side side in Enum.GetValues<Side>())
        {
            string[] command = [.. evidence.App.Command.Select(word => word
                .Replace("{file}", PathOf(folder, side), StringComparison.Ordinal)
                .Replace("{apps}", EndToEnd.Tests.Checkout.Root + "/tests/apps", StringComparison.Ordinal))];
            _ = evidence.AddRun(stage.RunProgram(side, command, TimeSpan.FromSeconds(evidence.App.Seconds)));
        }

        if (HasContent(PathOf(folder, Side.Native)))
        {
            string forwarded = PathOf(folder, Side.Forwarded);
            evidence.AddComparison(Comparison.CompareExactly("file", PathOf(folder, Side.Native),
                HasContent(forwarded) ? forwarded : null));
        }
        else
        {
            evidence.Trouble = "it wrote no picture, natively too";
        }
    }

    /// <summary>Whether a file has contents: a program that crashed may have created an empty one.</summary>
    private static bool HasContent(string path) => File.Exists(path) && new FileInfo(path).Length > 0;

    private static string PathOf(string folder, Side side) => Path.Combine(folder, $"{NameOf(side)}.png");

    /// <summary>The side's name in file names and on the page.</summary>
    public static string NameOf(Side side) => side == Side.Native ? "native" : "forwarded";
}
