using Vmgl.Cli.Control;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Cli.Restore;

/// <summary>Lists what a snapshot holds, for people.</summary>
internal static class SnapshotDump
{
    /// <summary>Writes the list.</summary>
    /// <exception cref="ProtocolException">A frame has no commands of this protocol; what came before it is listed.</exception>
    public static void Write(SnapshotReader snapshot, TextWriter to)
    {
        SnapshotProgram program = snapshot.Program;
        to.WriteLine($"program {program.Name}, process {program.Pid}, drew at {program.Host}");
        to.WriteLine($"GL {program.Facts.Version / 10}.{program.Facts.Version % 10}, {program.Facts.Extensions.Count} extensions, {program.Facts.Limits.Count} limits");
        foreach (SnapshotDrawable drawable in snapshot.Drawables)
        {
            to.WriteLine($"drawable 0x{drawable.Number:x}: {drawable.Width} by {drawable.Height}, was a {KindWord(drawable.Kind)}");
        }

        foreach (SnapshotContext context in snapshot.Contexts)
        {
            string share = context.Share == 0 ? "" : $", shares with {context.Share}";
            to.WriteLine($"context {context.Number}: {(context.Config == 0 ? "of a visual" : $"FBConfig 0x{context.Config:x}")}{share}");
        }

        to.WriteLine($"{snapshot.FrameCount} frames, {Table.FormatSize(snapshot.CommandBytes)}");
        int number = 0;
        foreach (SnapshotFrame frame in snapshot.ReadFrames())
        {
            to.WriteLine($"frame {number++}: stream {frame.Head.Stream}, {frame.Head.CommandBytes} bytes of commands, {frame.Head.BulkBytes} of payloads");
            WriteCommands(frame, to);
        }
    }

    private static void WriteCommands(SnapshotFrame frame, TextWriter to)
    {
        var reader = new BatchReader(frame.Commands.Span, frame.Bulk.Span);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            to.WriteLine($"  {opcode} {command.Length}{(reader.Bulk.IsEmpty ? "" : $" + {reader.Bulk.Length}")}");
        }
    }

    private static string KindWord(SnapshotDrawableKind kind) => kind switch
    {
        SnapshotDrawableKind.Window => "window",
        SnapshotDrawableKind.Pbuffer => "pbuffer",
        SnapshotDrawableKind.Pixmap => "pixmap",
        _ => $"drawable of kind {(uint)kind}",
    };
}
