using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Vmgl.GuestShim.Control;
using Vmgl.Link;
using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Tests.Control;

/// <summary>The socket as its clients see it. The test is the program's thread that serves: it calls Serve whenever the descriptor is
/// readable.</summary>
public sealed class ControlSocketTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("vmgl-control-");
    private readonly FakeProgram _program = new();

    [Fact]
    public void Status_IsOneLineOfJson()
    {
        using ControlSocket socket = Open();

        ProgramStatus status = JsonSerializer.Deserialize(Ask(socket, "status\n"), ControlJson.Default.ProgramStatus)!;

        Assert.Equal(_program.ReadStatus() with { Stale = [] }, status with { Stale = [] });
        Assert.Equal(_program.ReadStatus().Stale, status.Stale);
        Assert.Contains("\"state\":\"reconnecting\"", Ask(socket, "status\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suspend\n", "suspend", "{\"ms\":8.5,\"bytes\":1234,\"stale\":[]}\n")]
    [InlineData("resume\r\n", "resume ", "{\"host\":\"far:7000\",\"ms\":20,\"bytes\":5000,\"stale\":[],\"hasStayed\":false}\n")]
    [InlineData("resume near:1\n", "resume near:1", "{\"host\":\"near:1\",\"ms\":20,\"bytes\":5000,\"stale\":[],\"hasStayed\":false}\n")]
    [InlineData("resume near:1 if-lost\n", "resume near:1 if lost",
        "{\"host\":\"near:1\",\"ms\":20,\"bytes\":0,\"stale\":[],\"hasStayed\":true}\n")]
    [InlineData("move near:1\n", "move near:1 False",
        "{\"host\":\"near:1\",\"hasMoved\":true,\"ms\":3,\"bytes\":7,\"shrinks\":[{\"name\":\"GL_MAX_TEXTURE_SIZE\",\"was\":\"16384\",\"is\":\"8192\"}],\"stale\":[]}\n")]
    [InlineData("move near:1 check\n", "move near:1 True",
        "{\"host\":\"near:1\",\"hasMoved\":false,\"ms\":3,\"bytes\":7,\"shrinks\":[{\"name\":\"GL_MAX_TEXTURE_SIZE\",\"was\":\"16384\",\"is\":\"8192\"}],\"stale\":[]}\n")]
    public void Request_ReachesTheProgram_AndItsAnswerTheClient(string request, string asked, string answer)
    {
        using ControlSocket socket = Open();

        Assert.Equal(answer, Ask(socket, request));
        Assert.Equal([asked], _program.Asked);
    }

    [Theory]
    [InlineData("\n", "the request is empty")]
    [InlineData("explode\n", "there is no request \\u0022explode\\u0022")]
    [InlineData("move\n", "move needs an address")]
    [InlineData("move near:1 now\n", "not \\u0022now\\u0022")]
    [InlineData("suspend now\n", "suspend takes no \\u0022now\\u0022")]
    [InlineData("resume near:1 now\n", "resume knows \\u0022if-lost\\u0022 behind the address, not \\u0022now\\u0022")]
    public void BadRequest_IsToldWhatWasWrong(string request, string expected)
    {
        using ControlSocket socket = Open();

        string answer = Ask(socket, request);

        Assert.StartsWith("{\"error\":\"", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Empty(_program.Asked);
    }

    [Fact]
    public void RequestWithoutEnd_IsRefusedWhenTooLong()
    {
        using ControlSocket socket = Open();

        Assert.Contains("at most 512 bytes", Ask(socket, new string('s', ControlRequest.MaxBytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void RequestInPieces_IsOneRequest()
    {
        using ControlSocket socket = Open();
        using Socket client = Connect(socket);
        foreach (byte b in "suspend"u8)
        {
            client.Send([b]);
            Serve(socket);
        }

        Assert.Empty(_program.Asked);
        client.Send("\n"u8);
        Assert.StartsWith("{\"ms\"", ReadToEnd(socket, client), StringComparison.Ordinal);
    }

    [Fact]
    public void ProgramThatCannot_SaysWhy()
    {
        using ControlSocket socket = Open();
        _program.Failure = new ControlException("near:1 refused the connection");
        Assert.Equal("{\"error\":\"near:1 refused the connection\"}\n", Ask(socket, "move near:1\n"));

        _program.Failure = new InvalidOperationException("nobody thought of this");
        Assert.Equal("{\"error\":\"InvalidOperationException: nobody thought of this\"}\n", Ask(socket, "snapshot\n"));
    }

    [Fact]
    public void Snapshot_FollowsItsLine_AndLeavesNoFile()
    {
        using ControlSocket socket = Open();
        _program.SnapshotBytes = new byte[3_000_000]; // more than sockets hold: it goes in pieces
        new Random(7).NextBytes(_program.SnapshotBytes);
        using Socket client = Connect(socket);
        client.Send("snapshot\n"u8);

        byte[] all = ReadBytes(socket, client);

        int end = Array.IndexOf(all, (byte)'\n') + 1;
        SnapshotResult said = JsonSerializer.Deserialize(all.AsSpan(0, end), ControlJson.Default.SnapshotResult)!;
        Assert.Equal(_program.SnapshotBytes.LongLength, said.Bytes);
        Assert.Equal(_program.SnapshotBytes, all[end..]);
        Assert.Equal([socket.Path], Directory.GetFileSystemEntries(_directory.FullName));
    }

    [Fact]
    public void ClientThatTakesNothing_DoesNotHoldTheOthers_AndIsGivenUp()
    {
        using ControlSocket socket = Open(TimeSpan.FromMilliseconds(300));
        _program.SnapshotBytes = new byte[3_000_000];
        using Socket stuck = Connect(socket);
        stuck.Send("snapshot\n"u8);
        Serve(socket);
        using Socket silent = Connect(socket);
        Serve(socket);

        Assert.StartsWith("{\"pid\":42", Ask(socket, "status\n"), StringComparison.Ordinal);

        while (socket.Clients > 0)
        {
            Serve(socket); // the descriptor says when: nothing else wakes this test
        }

        Assert.True(HasClosed(silent));
        int got = ReadBytes(socket, stuck).Length;
        Assert.InRange(got, 1, _program.SnapshotBytes.Length - 1);
    }

    [Fact]
    public void MoreClientsThanServed_AreClosedAtOnce()
    {
        using ControlSocket socket = Open();
        Socket[] clients = [.. Enumerable.Range(0, ControlSocket.MaxClients).Select(_ => Connect(socket))];
        Serve(socket);
        using Socket more = Connect(socket);
        Serve(socket);

        Assert.True(HasClosed(more));
        clients[0].Send("status\n"u8);
        Assert.StartsWith("{\"pid\"", ReadToEnd(socket, clients[0]), StringComparison.Ordinal);
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public void Open_TakesTheSocketOfADeadProgramOver_NotALiveOnes()
    {
        ControlSocket first = Open();
        Assert.Contains("another program's", Assert.Throws<ControlException>(() => Open()).Message, StringComparison.Ordinal);
        first.Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(_directory.FullName));

        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(first.Path + "x"));
            File.Move(first.Path + "x", first.Path);
        }

        using ControlSocket second = Open();
        Assert.StartsWith("{\"pid\"", Ask(second, "status\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Directory_IsMadePrivate()
    {
        string path = Path.Combine(_directory.FullName, "run");
        ControlDirectory.PrepareDirectory(path);
        Assert.Equal("700", Mode(path));

        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        ControlDirectory.PrepareDirectory(path);
        Assert.Equal("700", Mode(path));
    }

    [Fact]
    public void Directory_ThatIsALinkOrAFileOrTooLong_IsRefused()
    {
        string link = Path.Combine(_directory.FullName, "link");
        Directory.CreateSymbolicLink(link, _directory.FullName);
        Assert.Contains("not a directory of this user's",
            Assert.Throws<ControlException>(() => ControlDirectory.PrepareDirectory(link)).Message, StringComparison.Ordinal);

        string file = Path.Combine(_directory.FullName, "file");
        File.WriteAllText(file, "");
        Assert.Contains(file, Assert.Throws<ControlException>(() => ControlDirectory.PrepareDirectory(file)).Message,
            StringComparison.Ordinal);

        string far = Path.Combine(_directory.FullName, new string('d', 100));
        Assert.Contains("too long", Assert.Throws<ControlException>(() => ControlSocket.Open(_program, far)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Directory_OfSomebodyElse_IsRefused()
    {
        string others = Environment.UserName == "root" ? _directory.FullName : "/";
        if (others != "/")
        {
            using var chown = System.Diagnostics.Process.Start("chown", ["1234", others]);
            chown.WaitForExit();
        }

        Assert.Contains("not a directory of this user's",
            Assert.Throws<ControlException>(() => ControlDirectory.PrepareDirectory(others)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/r", "/tmp", "/home/u", "/r")]
    [InlineData("", "/tmp", "/home/u", "/tmp/vmgl")]
    [InlineData(null, "/no/such/directory", "/home/u", "/home/u/.vmgl")]
    [InlineData(null, null, null, null)]
    public void RunDirectory_ComesFromTheEnvironment(string? own, string? runtime, string? home, string? expected) => Assert.Equal(expected,
        RunDirectory.FindPath(name => name switch { RunDirectory.Variable => own, "XDG_RUNTIME_DIR" => runtime, _ => home }));

    public void Dispose() => _directory.Delete(recursive: true);

    private ControlSocket Open(TimeSpan? patience = null) => ControlSocket.Open(_program, _directory.FullName, patience ?? s_limit);

    private static Socket Connect(ControlSocket socket)
    {
        var client = new Socket(AddressFamily.Unix, SocketType.Stream,
            ProtocolType.Unspecified) { ReceiveTimeout = (int)s_limit.TotalMilliseconds };
        client.Connect(new UnixDomainSocketEndPoint(socket.Path));
        return client;
    }

    private static string Ask(ControlSocket socket, string request)
    {
        using Socket client = Connect(socket);
        client.Send(Encoding.UTF8.GetBytes(request));
        return ReadToEnd(socket, client);
    }

    /// <summary>Waits as the service thread does; nothing to do within the limit is the socket's fault.</summary>
    private static void Serve(ControlSocket socket)
    {
        Assert.True(LibcSockets.WaitForBytes(socket.Descriptor, s_limit), "nothing to do");
        socket.ServeClients();
    }

    private static string ReadToEnd(ControlSocket socket, Socket client) => Encoding.UTF8.GetString(ReadBytes(socket, client));

    private static byte[] ReadBytes(ControlSocket socket, Socket client)
    {
        using var all = new MemoryStream();
        byte[] piece = new byte[64 << 10];
        while (true)
        {
            if (!client.Poll(0, SelectMode.SelectRead))
            {
                Serve(socket);
                continue;
            }

            int got = client.Receive(piece);
            if (got == 0)
            {
                return all.ToArray();
            }

            all.Write(piece, 0, got);
        }
    }

    private static bool HasClosed(Socket client)
    {
        try
        {
            return client.Poll(0, SelectMode.SelectRead) && client.Receive(new byte[1]) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private static string Mode(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
