namespace Vmgl.Apps;

/// <summary>Runs a demo of OpenArena for its rate and for pictures of two of its frames. ioquake3 shows every frame of a timedemo at the
/// same time of the demo, so that the same frames can be compared; particles and heads move randomly, natively too.</summary>
internal static class Timedemo
{
    private const string Demo = "demo088-test1.dm_71";
    private const string ShortenedDemo = "cut";

    /// <summary>ioquake3's `wait` counts executions of the command buffer: two per frame.</summary>
    private const string TakePictures = "\"wait 120; screenshot early; wait 120; screenshot late; wait 2; quit\"";

    /// <summary>Switches off notices, which disappear by wall-clock time.</summary>
    private static readonly string[] s_withoutNotices = ["+set", "con_notifytime", "-1"];
    private static readonly string[] s_pictures = ["early", "late"];

    public static void Run(Evidence evidence, Stage stage, string folder, int rounds)
    {
        string home = Directory.CreateTempSubdirectory("vmgl-apps-").FullName;
        try
        {
            string? demo = PrepareDemo(evidence.App, home);
            if (demo is null)
            {
                evidence.Trouble = $"{Demo} is not in any of OpenArena's archives";
                return;
            }

            MeasureRate(evidence, stage, demo, home, rounds);
            ComparePictures(evidence, stage, folder, demo, home);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static void MeasureRate(Evidence evidence, Stage stage, string demo, string home, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            foreach (Side side in Enum.GetValues<Side>())
            {
                ProgramRun run = stage.RunProgram(side, [.. evidence.App.Command, "+demo", demo],
                    TimeSpan.FromSeconds(evidence.App.Seconds), home: home);
                _ = evidence.AddRun(run);
                if (run.Rate is null)
                {
                    evidence.Trouble = $"the {Programs.NameOf(side)} timedemo reports no rate";
                }
            }
        }
    }

    private static void ComparePictures(Evidence evidence, Stage stage, string folder, string demo, string home)
    {
        Dictionary<string, string>[] natives = [TakeAll(Side.Native, 1), TakeAll(Side.Native, 2), TakeAll(Side.Native, 3)];
        Dictionary<string, string> forwarded = TakeAll(Side.Forwarded, 1);
        foreach (string name in s_pictures.Where(name => natives.All(native => native.ContainsKey(name))))
        {
            string[] shown = forwarded.TryGetValue(name, out string? picture) ? [picture] : [];
            evidence.AddComparison(Comparison.CompareWithinRange($"{name} frame", [.. natives.Select(native => native[name])], shown));
        }

        if (evidence.Comparisons.Count < s_pictures.Length)
        {
            evidence.Trouble = "it wrote no pictures, natively too";
        }

        Dictionary<string, string> TakeAll(Side side, int number)
        {
            string[] command = [.. evidence.App.Command, .. s_withoutNotices, "+set", "activeAction", TakePictures, "+demo", demo];
            _ = evidence.AddRun(stage.RunProgram(side, command, TimeSpan.FromSeconds(evidence.App.Seconds), home: home));
            return CollectPictures(home, folder, $"{Programs.NameOf(side)}-{number}");
        }
    }

    /// <summary>Converts and removes the pictures that the program has written to its home.</summary>
    private static Dictionary<string, string> CollectPictures(string home, string folder, string prefix)
    {
        var found = new Dictionary<string, string>();
        foreach (string name in s_pictures)
        {
            string taken = Path.Combine(home, ".openarena", "baseoa", "screenshots", $"{name}.tga");
            if (File.Exists(taken))
            {
                found[name] = Tools.ConvertToPng(taken, Path.Combine(folder, $"{prefix}-{name}.png"));
                File.Delete(taken);
            }
        }

        return found;
    }

    /// <summary>Returns the name of the demo to play: the game's own, or a shortened one that is written to the home. Null if the game has
    /// none.</summary>
    private static string? PrepareDemo(App app, string home)
    {
        byte[]? whole = DemoFile.FindInArchives("/usr/share/games/openarena/baseoa", $"demos/{Demo}");
        if (whole is null || app.Messages == 0)
        {
            return whole is null ? null : Path.GetFileNameWithoutExtension(Demo);
        }

        string folder = Directory.CreateDirectory(Path.Combine(home, ".openarena", "baseoa", "demos")).FullName;
        File.WriteAllBytes(Path.Combine(folder, ShortenedDemo + Path.GetExtension(Demo)), DemoFile.KeepFirstMessages(whole, app.Messages));
        return ShortenedDemo;
    }
}
