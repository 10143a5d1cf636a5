using System.Runtime.InteropServices;
using Vmgl.GuestShim.Connection;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire.Glx;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Recovery;

/// <summary>A snapshot in the place of a worker: frames are written to the file, and requests are granted. The program that restores it
/// learns whether the host there grants it.</summary>
internal sealed class SnapshotHost : IRebuildHost
{
    private readonly SnapshotWriter _file;
    private ushort _sequence;

    public SnapshotHost(SnapshotWriter file)
    {
        _file = file;
        Writer = new RebuildWriter(file.SinkOf(LinkQuestions.Stream));
    }

    public RebuildWriter Writer { get; }

    public byte[] AskQuestion(int bytes, QuestionWriter write)
    {
        Span<byte> question = Writer.Reserve(bytes);
        write(question, ((uint)LinkQuestions.Stream << 16) | ++_sequence);
        var opcode = (Opcode)BitConverter.ToUInt16(question);
        Writer.Flush();
        return opcode switch
        {
            Opcode.CreatePbuffer => new byte[2 * sizeof(uint)], // its width and height: nobody looks
            _ when SessionMirror.IsCreation(opcode) || opcode == Opcode.TryMakeCurrent => BitConverter.GetBytes(Refusal.Granted),
            _ => [],
        };
    }

    public void SendFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk) => _file.WriteFrame(stream, commands, bulk);
}
