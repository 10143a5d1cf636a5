namespace Vmgl.Cli.Run;

/// <summary>Parts the command line of "vmgl run" and "vmgl xl": what comes before the program, or xl's verb, is ours; that and all after it
/// is not looked at, whatever it looks like.</summary>
internal static class Words
{
    /// <summary>Our words, and the program with its arguments (empty for other verbs, or if none is given).</summary>
    public static (string[] Own, string[] Program) SplitWords(string[] words)
    {
        if (words is not ["run" or "xl", ..])
        {
            return (words, []);
        }

        int at = 1;
        while (at < words.Length && words[at].StartsWith('-') && words[at] != "--")
        {
            at += words[at] is "--host" or "--timeout" ? 2 : 1;
        }

        at = Math.Min(at, words.Length);
        int program = at < words.Length && words[at] == "--" ? at + 1 : at;
        return (words[..at], words[program..]);
    }
}
