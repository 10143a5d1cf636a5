using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Vmgl.SuspendResume.Control;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A directory of control sockets of a test's own, which is the home of its programs, too: no other program is ever told
/// anything.</summary>
internal sealed class RunFolder : IDisposable
{
    private const int PatienceMilliseconds = 60_000;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vmgl-s-"); // only its owner may look into it

    /// <summary>Where it is.</summary>
    public string Home => _folder.FullName;

    /// <summary>Lets a program have its control socket here.</summary>
    public GuestProgram Let(GuestProgram program) => program.With(RunDirectory.Variable, Home).With("HOME", Home);

    /// <summary>Runs vmgl, or sr_daemon, for the programs of this directory.</summary>
    public GuestResult Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment[RunDirectory.Variable], start.Environment["HOME"]) = (Home, Home);
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new GuestResult(process.Id, process.ExitCode, output, errors.Result, clock.Elapsed);
    }

    /// <summary>Runs vmgl, which must do what it is asked.</summary>
    public string Vmgl(params string[] arguments)
    {
        GuestResult result = Run(Checkout.Vmgl, arguments);
        Assert.True(result.ExitCode == 0, $"vmgl {string.Join(' ', arguments)}: {result}");
        return result.Output;
    }

    /// <summary>What `vmgl status --json` says of a program.</summary>
    public ProgramStatus Status(int process)
    {
        string output = Vmgl("status", "--json", "--pid", $"{process}");
        using var array = JsonDocument.Parse(output);
        return JsonSerializer.Deserialize(Assert.Single(array.RootElement.EnumerateArray()).GetRawText(),
            ControlJson.Default.ProgramStatus)!;
    }

    /// <summary>Waits until a program says that it is in a state.</summary>
    public ProgramStatus WaitForState(int process, ProgramState state)
    {
        ProgramStatus? status = null;
        Present.GuestAndHost.WaitUntil(() => (status = Status(process)).State == state, $"state {state}", () => $"{status}");
        return status!;
    }

    /// <summary>Waits until a program has drawn so many frames more.</summary>
    public void AssertDraws(int process, int frames = 5)
    {
        long before = Status(process).Frames;
        Present.GuestAndHost.WaitUntil(() => Status(process).Frames >= before + frames, $"{frames} frames more",
            () => $"{Status(process)}");
    }

    /// <summary>Sends a request to a program without waiting for what becomes of it; null when the program serves nobody any
    /// more.</summary>
    public Socket? Begin(int process, string request)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = PatienceMilliseconds };
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(Path.Combine(Home, $"{process}{RunDirectory.Suffix}")));
            _ = socket.Send(Encoding.ASCII.GetBytes($"{request}\n"));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Reads the line that answers a request; empty when the program ended meanwhile.</summary>
    public static string End(Socket request)
    {
        using var stream = new NetworkStream(request, ownsSocket: true);
        using var reader = new StreamReader(stream);
        try
        {
            return reader.ReadLine() ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
