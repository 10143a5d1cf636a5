using System.Net.Sockets;
using System.Text.Json;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Snapshots;

namespace Vmgl.Cli.Tests;

/// <summary>vmgl's verbs for running programs, with programs that the test plays. Their process ids are beyond what Linux gives.</summary>
public sealed class ControlTests : IDisposable
{
    private const int One = 5_000_001;
    private const int Two = 5_000_002;

    private readonly UserSession _user = new();

    [Fact]
    public async Task Status_NoPrograms_SaysSo() =>
        Assert.Equal((0, "no program of this user draws with VMGL\n", ""), await _user.Run("status"));

    [Fact]
    public async Task Status_ShowsEachProgram_AndRemovesWhatDeadOnesLeft()
    {
        using FakeProgram one = _user.StartProgram(One);
        using FakeProgram two = _user.StartProgram(Two);
        two.State = ProgramState.Suspended;
        string left = Path.Combine(_user.RunPath, "5000003.sock");
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            dead.Bind(new UnixDomainSocketEndPoint(left + "x"));
            File.Move(left + "x", left);
        }

        (int exitCode, string output, string error) = await _user.Run("status");

        Assert.Equal((0, ""), (exitCode, error));
        string[] lines = output.Split('\n');
        Assert.Matches("^PID +PROGRAM +HOST +STATE +CONTEXTS +MIRRORED +FRAMES +LOSSES +INTERRUPTION +STALE$", lines[0]);
        Assert.Matches("^5000001 +gears +far:7000 +drawing +1 +3.0 MiB +77 +2 +8.5 ms +1, 4.0 KiB$", lines[1]);
        Assert.Matches("^5000002 +gears +far:7000 +suspended ", lines[2]);
        Assert.Equal("stale in ?[5000001]: texture 7 level 0 (4.0 KiB)", lines[3]);
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task Status_Json_IsAnArray()
    {
        using FakeProgram one = _user.StartProgram(One);

        (_, string output, _) = await _user.Run("status", "--json");

        using var json = JsonDocument.Parse(output);
        JsonElement program = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal((One, "drawing", "texture 7 level 0"),
            (program.GetProperty("pid").GetInt32(), program.GetProperty("state").GetString(),
            program.GetProperty("stale")[0].GetProperty("what").GetString()));
    }

    [Fact]
    public async Task Suspend_AllPrograms_AndWhoFailsIsNamed()
    {
        using FakeProgram one = _user.StartProgram(One);
        using FakeProgram two = _user.StartProgram(Two);
        two.Answers["suspend"] = "{\"error\":\"too much is kept\"}";

        (int exitCode, string output, string error) = await _user.Run("suspend");

        Assert.Equal((1, "vmgl: ?[5000002]: too much is kept\n"), (exitCode, error));
        Assert.Matches("\n5000001 +\\? +12.5 ms +2.0 KiB +-\n", output);
        Assert.Equal(["suspend"], one.Asked);
        Assert.Equal(ProgramState.Suspended, one.State);
    }

    [Fact]
    public async Task Suspend_ProgramThatDoesNotAnswer_DoesNotHoldTheOthers()
    {
        using FakeProgram one = _user.StartProgram(One);
        using FakeProgram two = _user.StartProgram(Two);
        one.Answers["suspend"] = null;

        (int exitCode, string output, string error) = await _user.Run("suspend", "--timeout", "0.5");

        Assert.Equal((1, "vmgl: ?[5000001]: no answer within 0.5 s\n"), (exitCode, error));
        Assert.Contains("5000002", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"ms\":1}")]
    [InlineData("")]
    public async Task Suspend_AnswerThatIsNone_IsAFailure(string answer)
    {
        using FakeProgram one = _user.StartProgram(One);
        one.Answers["suspend"] = answer;

        (int exitCode, _, string error) = await _user.Run("suspend");

        Assert.Equal((1, "vmgl: ?[5000001]: its answer cannot be read; is it of another VMGL version?\n"), (exitCode, error));
    }

    [Fact]
    public async Task Resume_OneProgramElsewhere()
    {
        using FakeProgram one = _user.StartProgram(One);
        using FakeProgram two = _user.StartProgram(Two);

        (int exitCode, string output, _) = await _user.Run("resume", "near:7000", "--pid", "5000002");

        Assert.Equal(0, exitCode);
        Assert.Matches("\n5000002 +\\? +near:7000 +20.0 ms +4.0 KiB +-\n", output);
        Assert.Equal([], one.Asked);
        Assert.Equal(["resume near:7000"], two.Asked);
    }

    [Theory]
    [InlineData("near")]
    [InlineData("near:0")]
    [InlineData("near:7000\nsuspend")]
    [InlineData("ne ar:7000")]
    public async Task Resume_WhatIsNoAddress_IsNotSent(string address)
    {
        using FakeProgram one = _user.StartProgram(One);

        (int exitCode, _, string error) = await _user.Run("resume", address);

        Assert.Equal(1, exitCode);
        Assert.Contains("is not the address of a stub-daemon", error, StringComparison.Ordinal);
        Assert.Empty(one.Asked);
    }

    [Fact]
    public async Task Pid_OfNoProgram_IsSaid() =>
        Assert.Contains("process 5000009 has no control socket", (await _user.Run("suspend", "--pid", "5000009")).Error,
            StringComparison.Ordinal);

    [Fact]
    public async Task Move_AsksAllBeforeAnyMoves()
    {
        using FakeProgram one = _user.StartProgram(One);
        using FakeProgram two = _user.StartProgram(Two);

        (int exitCode, string output, _) = await _user.Run("move", "near:7000");

        Assert.Equal(0, exitCode);
        Assert.Matches("\n5000001 +\\? +near:7000 +30.0 ms +4.0 KiB +-\n5000002 ", output);
        Assert.Equal(["move near:7000 check", "move near:7000"], one.Asked);
        Assert.Equal(["move near:7000 check", "move near:7000"], two.Asked);
    }

    [Fact]
    public async Task Move_OneCannot_NobodyMoves()
    {
        using FakeProgram one = _user.StartProgram(One);
        using FakeProgram two = _user.StartProgram(Two);
        two.Answers["move near:7000 check"] = "{\"error\":\"near:7000 refuses\"}";

        (int exitCode, _, string error) = await _user.Run("move", "near:7000", "--force");

        Assert.Equal((1, "vmgl: ?[5000002]: near:7000 refuses\nvmgl: nothing was moved\n"), (exitCode, error));
        Assert.Equal(["move near:7000 check"], one.Asked);
    }

    [Fact]
    public async Task Move_ToLess_OnlyWithForce()
    {
        using FakeProgram one = _user.StartProgram(One);
        one.Answers["move near:7000 check"] = JsonSerializer.Serialize(
            new MoveResult("near:7000", false, 1, 0, [new ShrinkingLimit("GL_MAX_TEXTURE_SIZE", "16384", "8192")], []),
            ControlJson.Default.MoveResult);

        (int exitCode, string output, string error) = await _user.Run("move", "near:7000");
        Assert.Equal(1, exitCode);
        Assert.Matches("^less at near:7000:\nPID +PROGRAM +LIMIT +NOW +THERE\n5000001 +\\? +GL_MAX_TEXTURE_SIZE +16384 +8192\n$", output);
        Assert.StartsWith("vmgl: nothing was moved", error, StringComparison.Ordinal);
        Assert.Equal(["move near:7000 check"], one.Asked);

        Assert.Equal(0, (await _user.Run("move", "near:7000", "--force")).ExitCode);
        Assert.Equal("move near:7000", one.Asked[^1]);
    }

    [Fact]
    public async Task Snapshot_IsWritten_AndADamagedOneReplacesNothing()
    {
        using FakeProgram one = _user.StartProgram(One);
        one.Snapshot = Made();
        string file = Path.Combine(_user.Home, "gears.vmgl");

        Assert.Equal((0, ""), (await _user.Run("snapshot", "--pid", "5000001", file)) is var (code, _, why) ? (code, why) : default);
        Assert.Equal(one.Snapshot, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        byte[] whole = one.Snapshot;
        one.Snapshot = [.. whole[..^1], (byte)~whole[^1]];
        (int exitCode, _, string error) = await _user.Run("snapshot", "--pid", "5000001", file);
        Assert.Equal((1, "vmgl: no snapshot of ?[5000001]: the snapshot has changed since it was written: its checksum is wrong\n"),
            (exitCode, error));

        one.Snapshot = whole[..50];
        one.Answers["snapshot"] = $"{{\"bytes\":{whole.Length},\"ms\":1,\"stale\":[]}}";
        Assert.Contains("bytes short", (await _user.Run("snapshot", "--pid", "5000001", file)).Error, StringComparison.Ordinal);
        Assert.Equal(whole, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public async Task Dump_ListsWhatIsInASnapshot()
    {
        string file = Path.Combine(_user.Home, "gears.vmgl");
        await File.WriteAllBytesAsync(file, Made(), TestContext.Current.CancellationToken);

        (int exitCode, string output, _) = await _user.Run("restore", file, "--dump");

        Assert.Equal(0, exitCode);
        Assert.Equal("""
            program gears, process 5000001, drew at far:7000
            GL 2.1, 0 extensions, 0 limits
            drawable 0x7: 30 by 20, was a window
            context 1: FBConfig 0x5
            1 frames, 8 B
            frame 0: stream 0, 8 bytes of commands, 0 of payloads
              ForgetDrawable 8

            """, output);

        await File.WriteAllTextAsync(file, "no snapshot at all", TestContext.Current.CancellationToken);
        Assert.Equal($"vmgl: {file}: this is not a snapshot: it does not begin with \"VMGLSNAP\"\n",
            (await _user.Run("restore", file, "--dump")).Error);
    }

    public void Dispose() => _user.Dispose();

    private static byte[] Made()
    {
        using var memory = new MemoryStream();
        var writer = new SnapshotWriter(memory,
            new SnapshotProgram("gears", One, "far:7000", new HostFacts(21, new HashSet<string>(), new Dictionary<uint, int>())));
        writer.WriteDrawables([new SnapshotDrawable(7, 30, 20, SnapshotDrawableKind.Window)]);
        writer.WriteContexts([new SnapshotContext(1, 5, 0)]);
        byte[] command = new byte[Wire.Commands.ForgetDrawable.Bytes];
        Wire.Commands.ForgetDrawable.Write(command, 7);
        writer.WriteFrame(0, command, []);
        writer.WriteEnd();
        return memory.ToArray();
    }
}
