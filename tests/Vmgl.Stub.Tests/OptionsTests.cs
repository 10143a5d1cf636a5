using System.Net;
using Vmgl.Stub.Basics;

namespace Vmgl.Stub.Tests;

public class OptionsTests
{
    [Fact]
    public void Parse_NothingGiven_IsWhatTheFieldExpects()
    {
        Options options = CommandLine.Parse([], out _)!;

        Assert.Equal(7000, options.Port);
        Assert.Equal(IPAddress.Any, options.Listen);
        Assert.Equal(Renderer.Host, options.Renderer);
        Assert.False(options.Foreground);
        Assert.Null(options.LogPath);
    }

    [Fact]
    public void ToDetachedArguments_ParsedAgain_AskForTheSameDaemon()
    {
        var options = new Options { Port = 7123, Listen = IPAddress.IPv6Any, Display = ":3", Renderer = Renderer.Null, MaxGuests = 5 };

        Options again = CommandLine.Parse(options.ToDetachedArguments(), out _)!;

        Assert.Equal(options with { Foreground = true, Detached = true }, again);
    }

    [Fact]
    public void ToWorkerArguments_ParsedAgain_AskForTheSameRenderer()
    {
        var options = new Options { Display = "host:1", Renderer = Renderer.Null };

        Options again = CommandLine.Parse(options.ToWorkerArguments(), out _)!;

        Assert.True(again.Worker);
        Assert.Equal(("host:1", Renderer.Null), (again.Display, again.Renderer));
    }

    [Theory]
    [InlineData("--headless")]
    [InlineData("--headless", "--gpu", "2")]
    public void Headless_InBackgroundAndInWorkers_IsTheSame(params string[] arguments)
    {
        Options options = CommandLine.Parse(arguments, out _)!;

        Assert.True(options.Headless);
        Assert.Equal(options with { Foreground = true, Detached = true }, CommandLine.Parse(options.ToDetachedArguments(), out _));
        Assert.Equal((true, options.Gpu), CommandLine.Parse(options.ToWorkerArguments(), out _) is { } worker
            ? (worker.Headless, worker.Gpu) : default);
    }

    [Theory]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "seven")]
    [InlineData("--listen", "nowhere")]
    [InlineData("--renderer", "vulkan")]
    [InlineData("--max-guests", "0")]
    [InlineData("--gpu", "0")]
    [InlineData("--headless", "--gpu", "-1")]
    [InlineData("--headless", "--gpu", "first")]
    [InlineData("--headless", "--display", ":3")]
    [InlineData("stray")]
    public void Parse_Mistake_IsAUsageError(params string[] arguments)
    {
        Assert.Null(CommandLine.Parse(arguments, out int exitCode));
        Assert.Equal(CommandLine.UsageError, exitCode);
    }
}
