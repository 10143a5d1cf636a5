using System.Diagnostics;
using System.Runtime.InteropServices;
using Vmgl.EndToEnd.Tests;

namespace Vmgl.Apps;

/// <summary>`make apps`: runs programs natively and forwarded, and reports differences.</summary>
internal static class Program
{
    private const int WrongCommandLine = 2;
    private const int Interrupted = 130;

    private static int Main(string[] arguments)
    {
        try
        {
            return RunAll(Options.Parse(arguments));
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"apps: {e.Message}");
            return WrongCommandLine;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            Console.Error.WriteLine($"apps: {e.Message}");
            return 1;
        }
    }

    private static int RunAll(Options options)
    {
        string here = Path.Combine(Checkout.Root, "tests", "apps");
        IReadOnlyList<App> all = ProgramList.Read(Path.Combine(here, "programs.list"));
        IReadOnlyList<App> apps = options.SelectApps(all);
        if (options.ShowsHelp || options.List)
        {
            Console.WriteLine(options.ShowsHelp ? Options.Help
                : string.Join('\n', all.Select(app => $"{app.Name,-28} {string.Join(' ', app.Command)}")));
            return 0;
        }

        string folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "out", "apps")).FullName;
        using var stage = new Stage(folder);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        Facts facts = Facts.Gather(stage, apps);
        Console.WriteLine($"host: {facts.Renderer}; forwarded: {facts.ForwardedVersion}");
        (Evidence Evidence, Verdict Verdict)[] results = [.. apps.Select(app => RunOne(app, stage, options, facts))];

        Page.Write(folder, facts, results);
        Console.WriteLine($"page: {Path.Combine(folder, "index.html")}");
        if (options.Record)
        {
            string path = Summary.PathOf(Directory.CreateDirectory(Path.Combine(here, "results")).FullName, facts);
            File.WriteAllText(path, Summary.Write(facts, options.Rounds, results));
            Console.WriteLine($"summary: {path}");
        }

        Judgement[] judgements = [.. results.Select(result => result.Verdict.Judgement)];
        Console.WriteLine(string.Join(", ", judgements.CountBy(judgement => judgement)
            .Select(count => $"{count.Value} {ReportText.NameOf(count.Key)}")));
        return Verdict.ExitStatus(judgements);

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stage.StopPrograms(); // programs under test run in sessions of their own and would survive
        }
    }

    private static (Evidence Evidence, Verdict Verdict) RunOne(App app, Stage stage, Options options, Facts facts)
    {
        var clock = Stopwatch.StartNew();
        Evidence evidence = Programs.RunProgram(app, stage, options, facts.Version);
        Verdict verdict = Verdict.JudgeEvidence(evidence);
        Console.WriteLine($"{app.Name,-26} {ReportText.NameOf(verdict.Judgement),-13} {clock.Elapsed.TotalSeconds,4:0} s  "
            + $"fps {ReportText.FormatRate(evidence.NativeRate)} → {ReportText.FormatRate(evidence.ForwardedRate)} ({ReportText.FormatRatio(evidence.Ratio)})  {ReportText.DescribePictures(evidence)}");
        foreach (string reason in verdict.Reasons)
        {
            Console.WriteLine($"    {reason}");
        }

        return (evidence, verdict);
    }
}
