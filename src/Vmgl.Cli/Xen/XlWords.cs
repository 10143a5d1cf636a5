using Vmgl.Cli.Basics;

namespace Vmgl.Cli.Xen;

/// <summary>A command line of xl, as far as it must be understood.</summary>
/// <param name="Verb">save, restore, suspend, resume or migrate.</param>
/// <param name="Words">All behind the verb, for xl itself.</param>
/// <param name="Operands">Those of them that are not options.</param>
/// <param name="LeavesPaused">Whether the domain is paused afterwards (-p).</param>
internal sealed record XlWords(string Verb, string[] Words, string[] Operands, bool LeavesPaused)
{
    /// <summary>Verbs that programs are suspended before or resumed after.</summary>
    public static readonly string[] Verbs = ["save", "restore", "suspend", "resume", "migrate"];

    /// <summary>Options of these verbs that have a value behind them (xl(1)).</summary>
    private static readonly string[] s_valued = ["-s", "-C", "-k"];

    /// <summary>Parts a command line.</summary>
    /// <exception cref="CommandException">It is none of those.</exception>
    public static XlWords Parse(string[] words)
    {
        string all = string.Join(", ", Verbs);
        string verb = words.FirstOrDefault() ?? throw new CommandException($"vmgl xl needs a command of xl: {all}");
        if (!Verbs.Contains(verb))
        {
            throw new CommandException($"vmgl xl has no \"{verb}\"; there are {all}, and xl itself for the others");
        }

        List<string> operands = [];
        bool leavesPaused = false;
        for (int i = 1; i < words.Length; i++)
        {
            if (s_valued.Contains(words[i]))
            {
                i++;
            }
            else if (!words[i].StartsWith('-'))
            {
                operands.Add(words[i]);
            }
            else
            {
                // -ep is -e -p
                leavesPaused |= !words[i].StartsWith("--", StringComparison.Ordinal) && words[i].Contains('p', StringComparison.Ordinal);
            }
        }

        int needed = verb is "save" or "migrate" ? 2 : 1;
        return operands.Count >= needed ? new XlWords(verb, words[1..], [.. operands], leavesPaused)
            : throw new CommandException($"xl {verb} needs {(verb == "restore" ? "a file" : verb == "save" ? "a domain and a file" : verb == "migrate" ? "a domain and a host" : "a domain")}");
    }
}
