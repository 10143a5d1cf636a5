using Vmgl.GuestShim.Control;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Tests.Control;

/// <summary>A program that notes what it is asked, and says what the test wants.</summary>
internal sealed class FakeProgram : IProgramControl
{
    public List<string> Asked { get; } = [];

    /// <summary>Thrown by every request but status.</summary>
    public Exception? Failure { get; set; }

    public byte[] SnapshotBytes { get; set; } = [];

    public ProgramStatus ReadStatus()
    {
        Asked.Add("status");
        return new ProgramStatus(42, "gears", "far:7000", ProgramState.Reconnecting, 2, 1234, 99, 3, 12.5,
            [new StaleContent("texture 7 level 0", 4096)]);
    }

    public SuspendResult Suspend() => Note("suspend", new SuspendResult(8.5, 1234, []));

    public ResumeResult Resume(string? address) => Note($"resume {address}", new ResumeResult(address ?? "far:7000", 20, 5000, []));

    public ResumeResult ResumeIfLost(string address) =>
        Note($"resume {address} if lost", new ResumeResult(address, 20, 0, [], HasStayed: true));

    public MoveResult MoveTo(string address, bool checkOnly) => Note(
        $"move {address} {checkOnly}", new MoveResult(address, !checkOnly, 3, 7,
        [new ShrinkingLimit("GL_MAX_TEXTURE_SIZE", "16384", "8192")], []));

    public SnapshotResult WriteSnapshot(Stream to)
    {
        to.Write(SnapshotBytes);
        return Note("snapshot", new SnapshotResult(0, 4, []));
    }

    private T Note<T>(string what, T answer)
    {
        Asked.Add(what);
        return Failure is null ? answer : throw Failure;
    }
}
