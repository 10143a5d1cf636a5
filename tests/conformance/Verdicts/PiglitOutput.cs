using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vmgl.Conformance.Verdicts;

/// <summary>Determines a test's result from its output, by the rules of piglit's own framework.</summary>
internal static partial class PiglitOutput
{
    private const string Mark = "PIGLIT:";
    private const int FirstSignal = 129;
    private const int LongestReason = 160;

    /// <summary>Determines the result of a test that has ended.</summary>
    /// <param name="output">Its standard output, which contains the marked lines.</param>
    /// <param name="errors">Its standard error.</param>
    /// <param name="exitCode">Its exit code; above 128, it was killed by a signal.</param>
    /// <param name="timedOut">Whether it was killed because it exceeded the time limit.</param>
    public static TestResult Read(string output, string errors, int exitCode, bool timedOut)
    {
        var parts = new Dictionary<string, Outcome>();
        Outcome reported = Outcome.NotRun;
        foreach (string line in output.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)))
        {
            ReadMarked(line[Mark.Length..], parts, ref reported);
        }

        Outcome own = timedOut ? Outcome.Timeout : JudgeExit(reported, exitCode);
        CompleteParts(parts, own);
        bool isFinal = parts.Count == 0 || own is Outcome.Crash or Outcome.Timeout;
        Outcome outcome = isFinal ? own : parts.Values.Max();
        return new TestResult(outcome, parts, FindReason(output, errors), $"{output}\n{errors}") { ExitCode = exitCode };
    }

    private static void ReadMarked(string json, Dictionary<string, Outcome> parts, ref Outcome reported)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                switch (property.Name)
                {
                    case "enumerate subtests":
                        property.Value.EnumerateArray().ToList().ForEach(name => parts[name.GetString()!] = Outcome.NotRun);
                        break;
                    case "subtest":
                        property.Value.EnumerateObject().ToList().ForEach(part => parts[part.Name] = ParseOutcome(part.Value));
                        break;
                    case "result":
                        reported = ParseOutcome(property.Value);
                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Threads of a test may write into each other's lines. The outcome is then missing, which counts as a failure.
        }
    }

    private static Outcome ParseOutcome(JsonElement value) =>
        Outcomes.TryParse(value.GetString(), out Outcome outcome) ? outcome : throw new JsonException($"not an outcome: {value}");

    private static Outcome JudgeExit(Outcome reported, int exitCode) => (reported, exitCode) switch
    {
        (_, >= FirstSignal) => Outcome.Crash,
        (Outcome.NotRun, _) => Outcome.Fail,
        (_, 0) => reported,
        (Outcome.Pass, _) => Outcome.Warn,
        _ => Outcome.Fail,
    };

    /// <summary>Sets the outcomes of parts that were announced and never ended.</summary>
    private static void CompleteParts(Dictionary<string, Outcome> parts, Outcome own)
    {
        string[] open = [.. parts.Where(part => part.Value == Outcome.NotRun).Select(part => part.Key)];
        foreach (string name in own is Outcome.Crash ? open.Take(1) : own is Outcome.Skip or Outcome.Timeout ? open : [])
        {
            parts[name] = own;
        }
    }

    /// <summary>Returns the line that names a missing feature, or else the last line.</summary>
    private static string FindReason(string output, string errors)
    {
        string[] lines = [.. $"{output}\n{errors}".Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith(Mark, StringComparison.Ordinal))];
        string reason = lines.LastOrDefault(line => MissingFeature().IsMatch(line)) ?? lines.LastOrDefault() ?? "";
        reason = reason.Replace('\t', ' ');
        return reason.Length > LongestReason ? reason[..LongestReason] : reason;
    }

    [GeneratedRegex(@"require|not supported|unsupported|does not support|not available|missing|need", RegexOptions.IgnoreCase)]
    private static partial Regex MissingFeature();
}
