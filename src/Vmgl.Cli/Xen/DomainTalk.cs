using System.Diagnostics;
using Vmgl.Cli.Basics;
using Vmgl.Cli.Daemon;

namespace Vmgl.Cli.Xen;

/// <summary>Speaks with the sr_daemon of a domain through XenStore: a request there, and its answer.</summary>
/// <param name="prefix">What the tools' command lines begin with: for a domain on another machine, ssh and its name.</param>
internal sealed class DomainTalk(string domain, TimeSpan limit, params string[] prefix)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);
    private static long s_number = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    /// <summary>Asks, and waits for the answer.</summary>
    /// <returns>What was done, for the user: "in 120 ms, 3 programs".</returns>
    /// <exception cref="CommandException">Nobody answers, or it was not done.</exception>
    public async Task<string> AskAsync(string verb)
    {
        string number = $"{Interlocked.Increment(ref s_number)}";
        if (await ToolAsync("xenstore-write", PathOf(XenRequests.RequestPath), $"{verb} {number}") is null)
        {
            throw new CommandException($"domain {domain} cannot be asked to {verb}: xenstore-write failed");
        }

        var clock = Stopwatch.StartNew();
        do
        {
            switch ((await ToolAsync("xenstore-read", PathOf(XenRequests.AnswerPath)) ?? "").Split(' ', 3))
            {
                case ["done", string answered, string how] when answered == number:
                    string[] figures = how.Split(' ');
                    return $"in {figures[0]} ms, programs: {(figures.Length > 1 ? figures[1] : "?")}";
                case ["failed", string answered, string why] when answered == number:
                    throw new CommandException($"sr_daemon in domain {domain} could not {verb}: {why}");
                default:
                    await Task.Delay(s_interval);
                    break;
            }
        }
        while (clock.Elapsed < limit);

        throw new CommandException($"no sr_daemon in domain {domain} answers within {limit.TotalSeconds:0.#} s; is it running there, as root?");
    }

    /// <summary>Withdraws a request: a sr_daemon that starts later must not find "suspend".</summary>
    public Task WithdrawAsync() => ToolAsync("xenstore-write",
        PathOf(XenRequests.RequestPath), $"resume {Interlocked.Increment(ref s_number)}");

    private Task<string?> ToolAsync(params string[] words)
    {
        string[] all = [.. prefix, .. words];
        return Tool.ReadAsync(all[0], prefix.Length == 0 ? all[1..]
            : [.. all[1..prefix.Length], string.Join(' ', words.Select(QuoteWord))]);
    }

    private string PathOf(string path) => $"/local/domain/{domain}/{path}";

    private static string QuoteWord(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
