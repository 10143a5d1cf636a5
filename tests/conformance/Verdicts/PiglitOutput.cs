using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vmgl.Conformance.Verdicts;

/// <summary>Makes a result of what a test of piglit printed, by the rules of piglit's own framework.</summary>
internal static partial class PiglitOutput
{
    private const string Mark = "PIGLIT:";
    private const int FirstSignal = 129;
    private const int LongestReason = 160;

    /// <summary>The result of a test that has ended.</summary>
    /// <param name="output">Its standard output, where the marked lines are.</param>
    /// <param name="errors">Its standard error.</param>
    /// <param name="exitCode">Above 128: a signal ended it.</param>
    /// <param name="timedOut">It was killed because it took too long.</param>
    public static TestResult Read(string output, string errors, int exitCode, bool timedOut)
    {
        var parts = new Dictionary<string, Outcome>();
        Outcome said = Outcome.NotRun;
        foreach (string line in output.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)))
        {
            ReadMarked(line[Mark.Length..], parts, ref said);
        }

        Outcome own = timedOut ? Outcome.Timeout : Judge(said, exitCode);
        Complete(parts, own);
        bool isFinal = parts.Count == 0 || own is Outcome.Crash or Outcome.Timeout;
        Outcome outcome = isFinal ? own : parts.Values.Max();
        return new TestResult(outcome, parts, Reason(output, errors), $"{output}\n{errors}") { ExitCode = exitCode };
    }

    private static void ReadMarked(string json, Dictionary<string, Outcome> parts, ref Outcome said)
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
                        said = ParseOutcome(property.Value);
                        break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Two threads of a test may print into each other's lines; the verdict is then missing, which is a failure by itself.
        }
    }

    private static Outcome ParseOutcome(JsonElement value) =>
        Outcomes.TryParse(value.GetString(), out Outcome outcome) ? outcome : throw new JsonException($"no outcome: {value}");

    private static Outcome Judge(Outcome said, int exitCode) => (said, exitCode) switch
    {
        (_, >= FirstSignal) => Outcome.Crash,
        (Outcome.NotRun, _) => Outcome.Fail,
        (_, 0) => said,
        (Outcome.Pass, _) => Outcome.Warn,
        _ => Outcome.Fail,
    };

    /// <summary>Parts that were announced and never ended.</summary>
    private static void Complete(Dictionary<string, Outcome> parts, Outcome own)
    {
        string[] open = [.. parts.Where(part => part.Value == Outcome.NotRun).Select(part => part.Key)];
        foreach (string name in own is Outcome.Crash ? open.Take(1) : own is Outcome.Skip or Outcome.Timeout ? open : [])
        {
            parts[name] = own;
        }
    }

    /// <summary>The line that says what is missing, or else the last one.</summary>
    private static string Reason(string output, string errors)
    {
        string[] lines = [.. $"{output}\n{errors}".Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith(Mark, StringComparison.Ordinal))];
        string reason = lines.LastOrDefault(line => Missing().IsMatch(line)) ?? lines.LastOrDefault() ?? "";
        reason = reason.Replace('\t', ' ');
        return reason.Length > LongestReason ? reason[..LongestReason] : reason;
    }

    [GeneratedRegex(@"require|not supported|unsupported|does not support|not available|missing|need", RegexOptions.IgnoreCase)]
    private static partial Regex Missing();
}
