using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Vmgl.Stub.Basics;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub;

/// <summary>The options of stub-daemon.</summary>
internal sealed class CommandLine
{
    /// <summary>Exit status for a command line that makes no sense.</summary>
    public const int UsageError = 2;

    private readonly Option<int> _port = NumberOption("--port", "TCP port for guests; 0 takes a free one", 7000, 0, 65535);
    private readonly Option<IPAddress> _listen = new("--listen")
    {
        Description = "Address to listen on",
        HelpName = "ADDR",
        DefaultValueFactory = _ => IPAddress.Any,
        CustomParser = ParseAddress,
    };

    private readonly Option<string> _display = new("--display")
    {
        Description = "X display to draw with; DISPLAY of the environment if not given, else :0; see --headless",
        HelpName = ":N",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } display ? display : ":0",
    };

    private readonly Option<bool> _headless = new("--headless") { Description = "Draw with a GPU and without any X server" };
    private readonly Option<int?> _gpu = new("--gpu")
    {
        Description = "The GPU to draw with while headless; the least loaded if not given",
        HelpName = "N",
        CustomParser = ParseGpu,
    };

    private readonly Option<bool> _listGpus = new("--list-gpus") { Description = "List the GPUs: number, device, kind, renderer" };
    private readonly Option<string> _renderer = new("--renderer")
    {
        Description = "host draws with the display's or the GPU's GL, null discards everything",
        DefaultValueFactory = _ => "host",
    };

    private readonly Option<bool> _foreground = new("--foreground") { Description = "Stay attached and log to standard output" };
    private readonly Option<string?> _log = new("--log") { Description = "Log file; in the background ~/.stub-daemon.log if not given",
        HelpName = "FILE" };
    private readonly Option<int> _maxGuests = NumberOption("--max-guests", "Guest processes served at the same time", DaemonLimits.Guests,
        1, 65536);
    private readonly Option<bool> _detached = new("--detached") { Hidden = true };
    private readonly Option<bool> _worker = new("--worker") { Hidden = true };
    private readonly RootCommand _root;

    private CommandLine()
    {
        _renderer.AcceptOnlyFromAmong("host", "null");
        _root = new RootCommand("Draws for guests: replays the OpenGL that their preloaded libGL.so sends.")
        {
            _port, _listen, _display, _headless, _gpu, _listGpus, _renderer, _foreground, _log, _maxGuests, _detached, _worker,
        };
        _root.Validators.Add(CheckRenderer);
        _root.Options.OfType<VersionOption>().Single().Action = new ShowVersion();
    }


    /// <summary>Reads the command line. Where there is nothing to run (help, version, a mistake) that has been dealt with:
    /// null, and the exit status.</summary>
    public static Options? Parse(string[] arguments, out int exitCode)
    {
        var line = new CommandLine();
        ParseResult result = line._root.Parse(arguments);
        exitCode = 0;
        if (result.Errors.Count > 0)
        {
            Console.Error.WriteLine($"stub-daemon: {Log.OneLine(result.Errors[0].Message)} (stub-daemon --help lists the options)");
            exitCode = UsageError;
            return null;
        }

        if (result.Action is not null)
        {
            exitCode = result.Invoke();
            return null;
        }

        return line.ReadOptions(result);
    }

    private Options ReadOptions(ParseResult result) => new()
    {
        Port = result.GetValue(_port),
        Listen = result.GetValue(_listen)!,
        Display = result.GetValue(_display)!,
        Headless = result.GetValue(_headless),
        Gpu = result.GetValue(_gpu),
        ListGpus = result.GetValue(_listGpus),
        Renderer = result.GetValue(_renderer) == "null" ? Renderer.Null : Renderer.Host,
        Foreground = result.GetValue(_foreground),
        LogPath = result.GetValue(_log),
        MaxGuests = result.GetValue(_maxGuests),
        Detached = result.GetValue(_detached),
        Worker = result.GetValue(_worker),
    };

    /// <summary>Checks that the options for the renderer do not contradict each other.</summary>
    private void CheckRenderer(CommandResult result)
    {
        bool isHeadless = result.GetValue(_headless);
        if (isHeadless && result.GetResult(_display) is { Implicit: false })
        {
            result.AddError("--headless draws without any X display: leave out --display, or --headless");
        }

        if (result.GetResult(_gpu) is { Implicit: false } && !isHeadless)
        {
            result.AddError("--gpu chooses among GPUs without an X display: add --headless; with a display its X server's GPU draws");
        }
    }

    private static Option<int> NumberOption(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && (value < least || value > most))
            {
                result.AddError($"{name} {value} is not between {least} and {most}");
            }
        });
        return option;
    }

    private static IPAddress? ParseAddress(ArgumentResult result)
    {
        if (IPAddress.TryParse(result.Tokens[0].Value, out IPAddress? address))
        {
            return address;
        }

        result.AddError($"--listen {result.Tokens[0].Value} is not an IP address");
        return null;
    }

    private static int? ParseGpu(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        result.AddError($"--gpu {result.Tokens[0].Value} is not the number of a GPU; stub-daemon --list-gpus lists them");
        return null;
    }

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Console.WriteLine(DaemonVersion.Text);
            return 0;
        }
    }
}
