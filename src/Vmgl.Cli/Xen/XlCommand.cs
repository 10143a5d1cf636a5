using System.CommandLine;
using Vmgl.Cli.Basics;
using Vmgl.Cli.Control;

namespace Vmgl.Cli.Xen;

/// <summary>vmgl xl: xl, with the domain's programs suspended before and resumed after.</summary>
internal static class XlCommand
{
    private const double DefaultSeconds = 30;

    private sealed record Settings(TimeSpan Limit, bool IsForced);

    /// <summary>The verb, for a command line whose words for xl are <paramref name="words"/>.</summary>
    public static Command Create(string[] words)
    {
        var timeout = new Option<double>("--timeout")
        {
            Description = "How long the domain's sr_daemon may take to answer, in seconds", HelpName = "SECONDS", DefaultValueFactory = _ =>
                DefaultSeconds,
        };
        var force = new Option<bool>("--force") { Description = "Go on even if programs could not be suspended; they reconnect afterwards, and contents that only the host had are lost" };
        var shown = new Argument<string[]>("xl-words") { Description = "save, restore, suspend, resume or migrate, and the arguments of xl",
            Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("xl", "In Xen's control domain: run xl, with the domain's programs suspended before and resumed after") { timeout, force, shown };
        command.SetAction((line, _) => ControlCommands.RunGuarded(async () =>
        {
            if (line.GetValue(shown) is [string option, ..])
            {
                throw new CommandException($"vmgl xl has no option \"{option}\"");
            }

            XlWords xl = XlWords.Parse(words);
            await CheckInstalledAsync(xl.Verb);
            return await RunAsync(xl, new Settings(ControlCommands.ToTimeLimit(line.GetValue(timeout)), line.GetValue(force)));
        }));
        return command;
    }

    /// <summary>xl suspend and xl resume came with Xen 4.20; nothing is suspended for a command that the installed xl does not
    /// have.</summary>
    private static async Task CheckInstalledAsync(string verb)
    {
        string help = await Tool.ReadAsync("xl", "help") ?? throw new CommandException("xl help failed; is this Xen's control domain?");
        if (!help.Split('\n').Any(line => line.TrimStart().Split(' ', '\t')[0] == verb))
        {
            throw new CommandException($"the installed xl has no \"{verb}\"; Xen has had it since 4.20 (docs/xen.md says what to do before)");
        }
    }

    private static Task<int> RunAsync(XlWords xl, Settings settings) => xl.Verb switch
    {
        "restore" => RestoreAsync(xl, settings),
        "resume" => ResumeAsync(xl, settings),
        _ => LeaveAsync(xl, settings),
    };

    /// <summary>save, suspend, migrate: programs wait before.</summary>
    private static async Task<int> LeaveAsync(XlWords xl, Settings settings)
    {
        string domain = await IdOfAsync(xl.Operands[0]);
        var talk = new DomainTalk(domain, settings.Limit);
        try
        {
            Console.WriteLine($"domain {domain} suspended its programs {await talk.AskAsync("suspend")}");
        }
        catch (CommandException e)
        {
            await talk.WithdrawAsync();
            if (!settings.IsForced)
            {
                throw new CommandException($"{e.Message}. xl {xl.Verb} was not run; --force runs it nevertheless");
            }

            await Console.Error.WriteLineAsync($"vmgl: {e.Message}; going on (--force)");
        }

        int status = await Tool.RunAsync("xl", [xl.Verb, .. xl.Words]);
        if (status != 0)
        {
            await Console.Error.WriteLineAsync($"vmgl: xl {xl.Verb} failed with status {status}; programs of domain {domain} go on");
            await talk.WithdrawAsync();
            return status;
        }

        return xl.Verb switch
        {
            "migrate" => await FollowAsync(xl, settings),
            "save" when await IsThereAsync(domain) => await SayResumedAsync(xl, talk, domain), // -c or -p: it goes on here
            _ => 0,
        };
    }

    private static async Task<int> RestoreAsync(XlWords xl, Settings settings)
    {
        HashSet<string> before = await DomainsAsync();
        int status = await Tool.RunAsync("xl", [xl.Verb, .. xl.Words]);
        if (status != 0)
        {
            return status;
        }

        HashSet<string> added = await DomainsAsync();
        added.ExceptWith(before);
        string domain = added.Count == 1 ? added.Single()
            : throw new CommandException($"{added.Count} domains are new since xl restore began: which one was restored is not known; its sr_daemon notices by itself");
        return await SayResumedAsync(xl, new DomainTalk(domain, settings.Limit), domain);
    }

    private static async Task<int> ResumeAsync(XlWords xl, Settings settings)
    {
        string domain = await IdOfAsync(xl.Operands[0]);
        int status = await Tool.RunAsync("xl", [xl.Verb, .. xl.Words]);
        return status != 0 ? status : await SayResumedAsync(xl, new DomainTalk(domain, settings.Limit), domain);
    }

    /// <summary>The domain is on another machine now, with another number; xl went there by ssh, and so do we.</summary>
    private static async Task<int> FollowAsync(XlWords xl, Settings settings)
    {
        string host = xl.Operands[1];
        string domain = await Tool.ReadAsync("ssh", host, $"xl domid '{xl.Operands[0].Replace("'", "'\\''", StringComparison.Ordinal)}'")
            ?? throw new CommandException($"the domain has moved to {host}, where xl domid does not find it; its sr_daemon notices by itself");
        return await SayResumedAsync(xl, new DomainTalk(domain, settings.Limit, "ssh", host), $"{domain} on {host}");
    }

    private static async Task<int> SayResumedAsync(XlWords xl, DomainTalk talk, string domain)
    {
        if (xl.LeavesPaused)
        {
            Console.WriteLine($"domain {domain} is paused; its sr_daemon resumes programs when it is unpaused");
            return 0;
        }

        Console.WriteLine($"domain {domain} resumed its programs {await talk.AskAsync("resume")}");
        return 0;
    }

    private static async Task<string> IdOfAsync(string domain) => domain.All(char.IsAsciiDigit) ? domain
        : await Tool.ReadAsync("xl", "domid", domain) is { Length: > 0 } id ? id
        : throw new CommandException($"there is no domain \"{domain}\" (xl domid)");

    private static async Task<bool> IsThereAsync(string domain) => (await DomainsAsync()).Contains(domain);

    /// <summary>The numbers of all domains: the second column of xl list, counted from the right, for names may have blanks.</summary>
    private static async Task<HashSet<string>> DomainsAsync()
    {
        string list = await Tool.ReadAsync("xl", "list") ?? throw new CommandException("xl list failed");
        return [.. list.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row.Length >= 6).Select(row => row[^5])];
    }
}
