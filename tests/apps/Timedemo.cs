namespace Vmgl.Apps;

/// <summary>A demo of OpenArena: its rate, and pictures of two of its frames. ioquake3 shows every frame of a timedemo at the same
/// time of the demo, so that the same frames can be compared; particles and heads move by chance, natively too.</summary>
internal static class Timedemo
{
    private const string Demo = "demo088-test1.dm_71";
    private const string Cut = "cut";

    /// <summary>ioquake3's `wait` counts each time that commands are executed: twice in a frame.</summary>
    private const string TakePictures = "\"wait 120; screenshot early; wait 120; screenshot late; wait 2; quit\"";

    /// <summary>No messages that go by the clock on the wall.</summary>
    private static readonly string[] s_still = ["+set", "con_notifytime", "-1"];
    private static readonly string[] s_pictures = ["early", "late"];

    public static void Run(Evidence evidence, Stage stage, string folder, int rounds)
    {
        string home = Directory.CreateTempSubdirectory("vmgl-apps-").FullName;
        try
        {
            string? demo = Provide(evidence.App, home);
            if (demo is null)
            {
                evidence.Trouble = $"{Demo} is in none of OpenArena's archives";
                return;
            }

            Measure(evidence, stage, demo, home, rounds);
            Compare(evidence, stage, folder, demo, home);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static void Measure(Evidence evidence, Stage stage, string demo, string home, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            foreach (Side side in Enum.GetValues<Side>())
            {
                ProgramRun run = stage.Run(side, [.. evidence.App.Command, "+demo", demo], TimeSpan.FromSeconds(evidence.App.Seconds), home: home);
                _ = evidence.Add(run);
                if (run.Rate is null)
                {
                    evidence.Trouble = $"{Programs.Name(side)}, the timedemo tells no rate";
                }
            }
        }
    }

    private static void Compare(Evidence evidence, Stage stage, string folder, string demo, string home)
    {
        Dictionary<string, string>[] natives = [TakeAll(Side.Native, 1), TakeAll(Side.Native, 2), TakeAll(Side.Native, 3)];
        Dictionary<string, string> forwarded = TakeAll(Side.Forwarded, 1);
        foreach (string name in s_pictures.Where(name => natives.All(native => native.ContainsKey(name))))
        {
            evidence.Add(Comparison.InRange($"{name} frame", [.. natives.Select(native => native[name])], forwarded.TryGetValue(name, out string? picture) ? [picture] : []));
        }

        if (evidence.Comparisons.Count < s_pictures.Length)
        {
            evidence.Trouble = "it wrote no pictures, natively too";
        }

        Dictionary<string, string> TakeAll(Side side, int number)
        {
            string[] command = [.. evidence.App.Command, .. s_still, "+set", "activeAction", TakePictures, "+demo", demo];
            _ = evidence.Add(stage.Run(side, command, TimeSpan.FromSeconds(evidence.App.Seconds), home: home));
            return Collect(home, folder, $"{Programs.Name(side)}-{number}");
        }
    }

    /// <summary>Takes the pictures that the program has written out of its home.</summary>
    private static Dictionary<string, string> Collect(string home, string folder, string prefix)
    {
        var found = new Dictionary<string, string>();
        foreach (string name in s_pictures)
        {
            string taken = Path.Combine(home, ".openarena", "baseoa", "screenshots", $"{name}.tga");
            if (File.Exists(taken))
            {
                found[name] = Tools.Convert(taken, Path.Combine(folder, $"{prefix}-{name}.png"));
                File.Delete(taken);
            }
        }

        return found;
    }

    /// <summary>The name of the demo to play: the game's own, or its beginning, written into the home. Null: the game has none.</summary>
    private static string? Provide(App app, string home)
    {
        byte[]? whole = DemoFile.Find("/usr/share/games/openarena/baseoa", $"demos/{Demo}");
        if (whole is null || app.Messages == 0)
        {
            return whole is null ? null : Path.GetFileNameWithoutExtension(Demo);
        }

        string folder = Directory.CreateDirectory(Path.Combine(home, ".openarena", "baseoa", "demos")).FullName;
        File.WriteAllBytes(Path.Combine(folder, Cut + Path.GetExtension(Demo)), DemoFile.Cut(whole, app.Messages));
        return Cut;
    }
}
