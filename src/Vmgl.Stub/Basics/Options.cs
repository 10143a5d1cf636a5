using System.Net;

namespace Vmgl.Stub.Basics;

/// <summary>The kinds of renderer.</summary>
internal enum Renderer
{
    /// <summary>The GL of the host's X display or GPU.</summary>
    Host,

    /// <summary>None: GL calls are discarded.</summary>
    Null,
}

/// <summary>The options of the command line.</summary>
internal sealed record Options
{
    /// <summary>TCP port; 0 takes a free one.</summary>
    public int Port { get; init; } = 7000;

    /// <summary>Address to listen on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Any;

    /// <summary>X display that workers draw with, unless they are <see cref="Headless"/>.</summary>
    public string Display { get; init; } = ":0";

    /// <summary>Draw without any X server.</summary>
    public bool Headless { get; init; }

    /// <summary>The GPU to draw with while headless, as --list-gpus numbers them; null lets the daemon choose for each worker.</summary>
    public int? Gpu { get; init; }

    /// <summary>List the GPUs, and end.</summary>
    public bool ListGpus { get; init; }

    public Renderer Renderer { get; init; }

    /// <summary>Stay attached to the terminal and log there.</summary>
    public bool Foreground { get; init; }

    /// <summary>Log file; null for the usual place.</summary>
    public string? LogPath { get; init; }

    /// <summary>Guest processes served at the same time.</summary>
    public int MaxGuests { get; init; } = DaemonLimits.Guests;

    /// <summary>Started in the background by the command; descriptor 3 leads to it, which waits for the outcome.</summary>
    public bool Detached { get; init; }

    /// <summary>Started by a daemon to serve one guest; descriptor 3 leads to the daemon.</summary>
    public bool Worker { get; init; }

    /// <summary>The description of the renderer, for the daemon's user.</summary>
    public string RendererText => this switch
    {
        { Renderer: Renderer.Null } => "renderer null",
        { Headless: true, Gpu: null } => "headless",
        { Headless: true } => $"headless, GPU {Gpu}",
        _ => $"display {Display}",
    };

    /// <summary>The command line of the same daemon in the background. Its standard output is the log already.</summary>
    public string[] ToDetachedArguments() =>
    [
        "--foreground", "--detached", "--port", $"{Port}", "--listen", $"{Listen}", "--max-guests", $"{MaxGuests}", .. RendererArguments,
    ];

    /// <summary>The command line of a worker.</summary>
    public string[] ToWorkerArguments() => ["--worker", .. RendererArguments];

    private string[] RendererArguments =>
    [
        .. Headless ? ["--headless"] : (string[])["--display", Display],
        .. Gpu is null ? (string[])[] : ["--gpu", $"{Gpu}"],
        "--renderer", Renderer == Renderer.Null ? "null" : "host",
    ];
}
