using System.ComponentModel;
using System.Runtime.InteropServices;
using Vmgl.Conformance.Running;
using Vmgl.Conformance.Selection;
using Vmgl.Conformance.Verdicts;
using Vmgl.Tests.Shared;

namespace Vmgl.Conformance;

/// <summary>Runs piglit natively and forwarded, side by side.</summary>
internal static class Program
{
    /// <summary>The exit status if nothing could be run because of the command line or the machine.</summary>
    public const int UsageError = 2;

    private const int Worse = 1;
    private const int NoProof = 3;
    private const int Interrupted = 130;
    private const string Home = "tests/conformance";

    private static async Task<int> Main(string[] arguments)
    {
        if (CommandLine.Parse(arguments, out int exitCode) is not { } options)
        {
            return exitCode;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await RunAsync(options, stop.Token);
        }
        catch (Exception e) when (e is SetupException or FormatException or Win32Exception or InvalidOperationException)
        {
            return ReportError(e.Message, UsageError);
        }
        catch (ProofException e)
        {
            return ReportError(e.Message, NoProof);
        }
        catch (OperationCanceledException)
        {
            return ReportError("interrupted; nothing was written", Interrupted);
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true; // so that the X servers and daemons are stopped first
            stop.Cancel();
        }
    }

    private static async Task<int> RunAsync(Options options, CancellationToken stop)
    {
        Piglit piglit = Piglit.Find();
        List<PiglitTest> tests = SelectTests(options, piglit);
        if (options.List)
        {
            tests.ForEach(test => Console.WriteLine(test.Name));
            return 0;
        }

        KnownDifferences known = ReadRules("known-differences.txt", KnownDifferences.Parse);
        string folder = Directory.CreateDirectory(Checkout.PathOf($"out/conformance/{FolderName(options)}")).FullName;
        var setup = Setup.Create(piglit, folder, options);
        RunResult run = await new Runner(setup, known, Console.Out).RunAsync(tests, options.Workers, stop);

        return WriteReport(options, run, new Summary(run.Comparisons, known, options.IsWhole), folder);
    }

    private static string FolderName(Options options) =>
        $"{string.Join('+', options.Sets)}{(options.Sample ? "-sample" : "")}{(options.Filter is null ? "" : "-filtered")}";

    private static int WriteReport(Options options, RunResult run, Summary summary, string folder)
    {
        ResultFiles.Write(folder, summary);
        if (options.Record)
        {
            string record = $"{Home}/results/{MarkdownRecord.FileName(DateTime.UtcNow, run.Host, options.Sets)}";
            File.WriteAllLines(Checkout.PathOf(record), MarkdownRecord.FormatLines(summary, run, options));
            Console.WriteLine($"wrote {record}");
        }

        Console.WriteLine($"all results: {Path.GetRelativePath(Checkout.Root, folder)}/results.tsv; output of worse tests: logs/ beside it");
        if (options.Seed is not null)
        {
            Console.WriteLine($"workers killed while tests ran: {run.Killed}");
        }

        if (run.Restarts > 0)
        {
            Console.WriteLine($"X servers or daemons that died and were restarted: {run.Restarts}");
        }

        TextReport.FormatLines(summary, run.Took).ToList().ForEach(Console.WriteLine);
        return summary.Worse.Length == 0 ? 0 : Worse;
    }

    private static int ReportError(string message, int exitCode)
    {
        Console.Error.WriteLine($"conformance: {message}");
        return exitCode;
    }

    private static List<PiglitTest> SelectTests(Options options, Piglit piglit)
    {
        string[] extensions = [.. Checkout.Lines("spec/extensions.spec")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["extension", ..]).Select(words => words[1])];
        SelectionRules rules = ReadRules("selection.txt", lines => SelectionRules.Parse(lines, extensions));
        if (options.Sets.FirstOrDefault(set => !rules.Names.Contains(set)) is { } unknown)
        {
            throw new SetupException($"unknown set '{unknown}'; selection.txt has {string.Join(", ", rules.Names)}");
        }

        IEnumerable<PiglitTest> tests = options.Sets.SelectMany(set => rules.SelectSet(set, piglit.ReadProfile))
            .DistinctBy(test => test.Name);
        List<PiglitTest> chosen = [.. (options.Sample ? rules.DrawSample(tests) : tests).Where(test => options.Filter?.IsMatch(test.Name)
            ?? true)];
        return chosen.Count > 0 ? chosen : throw new SetupException("no tests: --filter matches none");
    }

    private static T ReadRules<T>(string file, Func<string[], T> parse)
    {
        try
        {
            return parse(Checkout.Lines($"{Home}/{file}"));
        }
        catch (FormatException e)
        {
            throw new SetupException($"{Home}/{file}: {e.Message}");
        }
    }
}
