using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Vmgl.SuspendResume.Control;

namespace Vmgl.Cli.Tests;

/// <summary>A program's control socket, as the tools see it. It says what the test wants.</summary>
internal sealed class FakeProgram : IDisposable
{
    private readonly Socket _listening = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly string _path;
    private readonly int _pid;

    public FakeProgram(string directory, int pid)
    {
        _pid = pid;
        _path = Path.Combine(directory, pid + RunDirectory.Suffix);
        _listening.Bind(new UnixDomainSocketEndPoint(_path));
        _listening.Listen();
        _ = ServeAsync();
    }

    /// <summary>Requests in their order.</summary>
    public string[] Asked => [.. _asked];

    public ProgramState State { get; set; } = ProgramState.Drawing;

    /// <summary>Answers to requests, if not those of a program to which all is well; null: no answer at all.</summary>
    public Dictionary<string, string?> Answers { get; } = [];

    /// <summary>What follows the answer to "snapshot".</summary>
    public byte[] Snapshot { get; set; } = [];

    public void Dispose()
    {
        _listening.Dispose();
        File.Delete(_path);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listening.AcceptAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(Socket client)
    {
        var stream = new NetworkStream(client, ownsSocket: true);
        using var reader = new StreamReader(stream);
        string request = await reader.ReadLineAsync() ?? "";
        _asked.Enqueue(request);
        string? answer = Answers.TryGetValue(request, out string? said) ? said : Usual(request.Split(' '));
        if (answer is null)
        {
            await reader.ReadLineAsync(); // until the client gives up
            return;
        }

        await stream.WriteAsync((byte[])[.. Encoding.UTF8.GetBytes(answer + "\n"), .. request == "snapshot" ? Snapshot : []]);
    }

    private string Usual(string[] request)
    {
        switch (request)
        {
            case ["suspend"]:
                State = ProgramState.Suspended;
                return JsonSerializer.Serialize(new SuspendResult(12.5, 2048, []), ControlJson.Default.SuspendResult);
            case ["resume", ..]:
                State = ProgramState.Drawing;
                return JsonSerializer.Serialize(new ResumeResult(request.ElementAtOrDefault(1) ?? "far:7000", 20, 4096, []),
                    ControlJson.Default.ResumeResult);
            case ["move", string to, ..]:
                return JsonSerializer.Serialize(new MoveResult(to, request.Length == 2, 30, 4096, [], []), ControlJson.Default.MoveResult);
            case ["snapshot"]:
                return JsonSerializer.Serialize(new SnapshotResult(Snapshot.Length, 5, []), ControlJson.Default.SnapshotResult);
            default:
                return JsonSerializer.Serialize(
                    new ProgramStatus(_pid, "gears", "far:7000", State, 1, 3 << 20, 77, 2, 8.5, [new("texture 7 level 0", 4096)]),
                    ControlJson.Default.ProgramStatus);
        }
    }
}
