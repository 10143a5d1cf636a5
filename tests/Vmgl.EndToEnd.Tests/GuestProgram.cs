using System.Diagnostics;

namespace Vmgl.EndToEnd.Tests;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Above 128: ended by signal number (code - 128).</param>
internal sealed record GuestResult(int ProcessId, int ExitCode, string Output, string Errors, TimeSpan Took)
{
    public bool Crashed => ExitCode > 128;

    /// <summary>Everything a person needs to understand a failure.</summary>
    public override string ToString() => $"exit code {ExitCode} after {Took.TotalSeconds:F1} s\nstdout: {Output}\nstderr: {Errors}";
}

/// <summary>Programs that draw, natively or through VMGL.</summary>
internal sealed class GuestProgram
{
    private readonly Dictionary<string, string> _environment;

    private GuestProgram(Dictionary<string, string> environment) => _environment = environment;

    /// <summary>How long a program may run before it is killed and the test fails.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What its command lines begin with.</summary>
    private IReadOnlyList<string> Prefix { get; init; } = [];

    /// <summary>With the host's own GL.</summary>
    public static GuestProgram Native(string display) => new(new() { ["DISPLAY"] = display });

    /// <summary>With our libGL preloaded; <paramref name="glstub"/> null leaves GLSTUB unset.</summary>
    public static GuestProgram Forwarded(string display, string? glstub)
    {
        var environment = new Dictionary<string, string> { ["DISPLAY"] = display, ["LD_PRELOAD"] = Checkout.GuestLibrary };
        if (glstub is not null)
        {
            environment["GLSTUB"] = glstub;
        }

        return new(environment);
    }

    /// <summary>The same with another time limit.</summary>
    public GuestProgram Within(TimeSpan limit) => new(_environment) { Limit = limit, Prefix = Prefix };

    /// <summary>The same with one more variable in its environment.</summary>
    public GuestProgram With(string name, string value) => new(new(_environment) { [name] = value }) { Limit = Limit, Prefix = Prefix };

    /// <summary>The same by way of another program that ends by becoming it, such as nsenter.</summary>
    public GuestProgram Through(IReadOnlyList<string> prefix) => new(_environment) { Limit = Limit, Prefix = prefix };

    /// <summary>Runs a program to its end.</summary>
    public GuestResult Run(string program, params string[] arguments) => RunAsync(program, arguments).GetAwaiter().GetResult();

    /// <summary>Runs a program to its end, or fails the test after <see cref="Limit"/>.</summary>
    public async Task<GuestResult> RunAsync(string program, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end within {Limit.TotalSeconds} s\n"
                + $"stdout: {await output}\nstderr: {await errors}");
        }

        return new GuestResult(process.Id, process.ExitCode, await output, await errors, clock.Elapsed);
    }

    /// <summary>Starts a program that the caller ends; both outputs are pipes.</summary>
    public Process Start(string program, params string[] arguments)
    {
        string[] command = [.. Prefix, program, .. arguments];
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(IsOurs).ToArray())
        {
            _ = start.Environment.Remove(name);
        }

        foreach ((string name, string value) in _environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
    }

    private static bool IsOurs(string name) =>
        name is "GLSTUB" or "LD_PRELOAD" || name.StartsWith("VMGL_", StringComparison.Ordinal);
}
