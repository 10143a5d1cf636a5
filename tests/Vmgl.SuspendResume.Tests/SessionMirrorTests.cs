using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Tests;

/// <summary>What a guest has on a host, from the frames that it sent.</summary>
public sealed class SessionMirrorTests
{
    private const uint Stream = 1;
    private const uint Context = 3;
    private const uint Token = 0x1_0005;
    private readonly SessionMirror _mirror = new();

    public SessionMirrorTests()
    {
        byte[] command = new byte[CreateContext.Measure(0)];
        CreateContext.Write(command, Token, Context, 0, 0, 0, 0, 0, 0, 0, []);
        _mirror.NoteCreation(Opcode.CreateContext, command);
    }

    /// <summary>Catches a bug where a context whose first window was gone got the viewport of another one.</summary>
    [Fact]
    public void FirstBinding_TheHostTellsTheViewport_ItIsWrittenFirst()
    {
        Bind([Refusal.Granted, 320, 200]);
        Assert.Equal([("Scissor", 320, 200), ("Viewport", 320, 200)], Boxes());
    }

    [Fact]
    public void FirstBinding_TheProgramSetsAnother_ThatCounts()
    {
        Bind([Refusal.Granted, 320, 200]);
        byte[] command = new byte[Viewport.Bytes];
        Viewport.Write(command, 0, 0, 64, 48);
        _mirror.FoldFrame(Stream, command, [], isSure: true);
        Assert.Equal([("Scissor", 320, 200), ("Viewport", 64, 48)], Boxes());
    }

    [Fact]
    public void LaterBinding_TheHostTellsNothing_ChangesNothing()
    {
        Bind([Refusal.Granted, 320, 200]);
        Bind([Refusal.Granted]);
        Assert.Equal([("Scissor", 320, 200), ("Viewport", 320, 200)], Boxes());
    }

    [Fact]
    public void GetError_TakesThePendingOne()
    {
        Bind([Refusal.Granted]);
        _mirror.NoteError(Stream, GL_INVALID_ENUM);
        Assert.Equal(GL_INVALID_ENUM, Assert.Single(_mirror.Contexts).PendingError);
        byte[] command = new byte[GetError.Bytes];
        GetError.Write(command, Token);
        _mirror.FoldFrame(Stream, command, [], isSure: true);
        Assert.Equal(0u, Assert.Single(_mirror.Contexts).PendingError);
    }

    private void Bind(uint[] answer)
    {
        byte[] commands = new byte[TryMakeCurrent.Bytes + MakeCurrent.Bytes];
        TryMakeCurrent.Write(commands.AsSpan(0, TryMakeCurrent.Bytes), Token, Context, 10, 10);
        MakeCurrent.Write(commands.AsSpan(TryMakeCurrent.Bytes), Context, 10, 10);
        byte[] words = [.. answer.SelectMany(BitConverter.GetBytes)];
        _mirror.FoldFrame(Stream, commands, [], isSure: true, new Dictionary<uint, byte[]> { [Token] = words });
    }

    /// <summary>Name, width and height of the boxes that the context's state is written with.</summary>
    private List<(string Name, int Width, int Height)> Boxes()
    {
        List<(string, int, int)> boxes = [];
        var writer = new RebuildWriter((commands, bulk) =>
        {
            var reader = new BatchReader(commands, bulk);
            while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
            {
                if (opcode is Opcode.Viewport or Opcode.Scissor)
                {
                    boxes.Add(($"{opcode}", new Viewport(command).Width, new Viewport(command).Height)); // of the same form
                }
            }
        });
        Assert.Single(_mirror.Contexts).State.WriteState(writer);
        writer.Flush();
        boxes.Sort();
        return boxes;
    }
}
