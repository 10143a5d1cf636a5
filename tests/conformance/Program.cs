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
    /// <summary>Nothing could be run: the command line or the machine is not as it should be.</summary>
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
            return Complain(e.Message, UsageError);
        }
        catch (ProofException e)
        {
            return Complain(e.Message, NoProof);
        }
        catch (OperationCanceledException)
        {
            return Complain("interrupted; nothing was written", Interrupted);
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true; // the X servers and daemons are ended first
            stop.Cancel();
        }
    }

    private static async Task<int> RunAsync(Options options, CancellationToken stop)
    {
        Piglit piglit = Piglit.Find();
        List<PiglitTest> tests = Choose(options, piglit);
        if (options.List)
        {
            tests.ForEach(test => Console.WriteLine(test.Name));
            return 0;
        }

        KnownDifferences known = ReadRules("known-differences.txt", KnownDifferences.Parse);
        string folder = Directory.CreateDirectory(Checkout.PathOf($"out/conformance/{FolderName(options)}")).FullName;
        var setup = Setup.Create(piglit, folder, options);
        RunResult run = await new Runner(setup, known, Console.Out).RunAsync(tests, options.Workers, stop);

        return Report(options, run, new Summary(run.Comparisons, known, options.IsWhole), folder);
    }

    private static string FolderName(Options options) =>
        $"{string.Join('+', options.Sets)}{(options.Sample ? "-sample" : "")}{(options.Filter is null ? "" : "-filtered")}";

    private static int Report(Options options, RunResult run, Summary summary, string folder)
    {
        ResultFiles.Write(folder, summary);
        if (options.Record)
        {
            string record = $"{Home}/results/{MarkdownRecord.FileName(DateTime.UtcNow, run.Host, options.Sets)}";
            File.WriteAllLines(Checkout.PathOf(record), MarkdownRecord.Lines(summary, run, options));
            Console.WriteLine($"wrote {record}");
        }

        Console.WriteLine($"every result is in {Path.GetRelativePath(Checkout.Root, folder)}/results.tsv, what the worse ones say in logs/ there");
        if (options.Seed is not null)
        {
            Console.WriteLine($"workers killed while tests ran: {run.Killed}");
        }

        if (run.Restarts > 0)
        {
            Console.WriteLine($"an X server or a daemon died and was started again: {run.Restarts} times");
        }

        TextReport.Lines(summary, run.Took).ToList().ForEach(Console.WriteLine);
        return summary.Worse.Length == 0 ? 0 : Worse;
    }

    private static int Complain(string message, int exitCode)
    {
        Console.Error.WriteLine($"conformance: {message}");
        return exitCode;
    }

    private static List<PiglitTest> Choose(Options options, Piglit piglit)
    {
        string[] extensions = [.. Checkout.Lines("spec/extensions.spec")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["extension", ..]).Select(words => words[1])];
        SelectionRules rules = ReadRules("selection.txt", lines => SelectionRules.Parse(lines, extensions));
        if (options.Sets.FirstOrDefault(set => !rules.Names.Contains(set)) is { } unknown)
        {
            throw new SetupException($"no set '{unknown}' in selection.txt; there are {string.Join(", ", rules.Names)}");
        }

        IEnumerable<PiglitTest> tests = options.Sets.SelectMany(set => rules.Select(set, piglit.Profile)).DistinctBy(test => test.Name);
        List<PiglitTest> chosen = [.. (options.Sample ? rules.Sample(tests) : tests).Where(test => options.Filter?.IsMatch(test.Name) ?? true)];
        return chosen.Count > 0 ? chosen : throw new SetupException("no test is left: --filter matches none");
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
