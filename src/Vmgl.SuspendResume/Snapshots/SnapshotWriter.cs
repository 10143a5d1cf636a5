using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Frames;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Snapshots;

/// <summary>Writes a snapshot: the program, its drawables and contexts, then the frames that rebuild them, then the end.</summary>
/// <remarks>A snapshot without its end is refused as cut.</remarks>
public sealed class SnapshotWriter
{
    private readonly Stream _to;
    private readonly Crc32 _checksum = new();

    /// <summary>Begins a snapshot of a program.</summary>
    /// <exception cref="IOException">Writing to the stream failed; also of all other methods.</exception>
    public SnapshotWriter(Stream to, SnapshotProgram program)
    {
        _to = to;
        Span<byte> head = stackalloc byte[SnapshotFormat.HeadBytes];
        head.Clear();
        SnapshotFormat.Magic.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], SnapshotFormat.Version);
        PutBytes(head);
        WriteTable(SnapshotSection.Program, table =>
        {
            table.Write((uint)program.Pid);
            WriteText(table, program.Name);
            WriteText(table, program.Host);
            table.Write((uint)program.Facts.Version);
            string[] extensions = [.. program.Facts.Extensions.Order(StringComparer.Ordinal)];
            table.Write((uint)extensions.Length);
            Array.ForEach(extensions, extension => WriteText(table, extension));
            table.Write((uint)program.Facts.Limits.Count);
            foreach ((uint name, int value) in program.Facts.Limits.OrderBy(limit => limit.Key))
            {
                table.Write(name);
                table.Write(value);
            }
        });
    }

    /// <summary>Bytes written so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes the drawables that the frames make.</summary>
    public void WriteDrawables(IReadOnlyCollection<SnapshotDrawable> drawables) => WriteTable(SnapshotSection.Drawables, table =>
    {
        table.Write((uint)drawables.Count);
        foreach (SnapshotDrawable drawable in drawables)
        {
            table.Write(drawable.Number);
            table.Write(drawable.Width);
            table.Write(drawable.Height);
            table.Write((uint)drawable.Kind);
        }
    });

    /// <summary>Writes the contexts that the frames make.</summary>
    public void WriteContexts(IReadOnlyCollection<SnapshotContext> contexts) => WriteTable(SnapshotSection.Contexts, table =>
    {
        table.Write((uint)contexts.Count);
        foreach (SnapshotContext context in contexts)
        {
            table.Write(context.Number);
            table.Write(context.Config);
            table.Write(context.Share);
        }
    });

    /// <summary>Writes one frame, as a guest would send it. Surfaces are made by vmglCreatePbuffer only.</summary>
    /// <param name="bulk">The payloads, each padded to 4.</param>
    public void WriteFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk)
    {
        Span<byte> head = stackalloc byte[GuestFrame.HeadBytes];
        var frame = new GuestFrame(stream, commands.Length, Align.To4(bulk.Length));
        frame.Write(head);
        WriteSectionHead(SnapshotSection.Frame, (uint)(head.Length + frame.BodyBytes));
        PutBytes(head);
        PutBytes(commands);
        PutBytes(bulk);
        PutBytes(stackalloc byte[frame.BulkBytes - bulk.Length]);
    }

    /// <summary>The sink with which a <see cref="RebuildWriter"/> writes the frames of a stream.</summary>
    public BatchSink SinkOf(uint stream) => (commands, bulk) => WriteFrame(stream, commands, bulk);

    /// <summary>Ends the snapshot, which has everything. The stream stays open.</summary>
    public void WriteEnd()
    {
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, _checksum.GetCurrentHashAsUInt32()); // of all before this section
        WriteSectionHead(SnapshotSection.End, sizeof(uint));
        PutBytes(checksum);
        _to.Flush();
    }

    private void WriteTable(SnapshotSection kind, Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using var table = new BinaryWriter(memory);
        write(table);
        WriteSectionHead(kind, (uint)memory.Length);
        PutBytes(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    private static void WriteText(BinaryWriter table, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        table.Write((uint)bytes.Length);
        table.Write(bytes);
        table.Write(stackalloc byte[Align.To4(bytes.Length) - bytes.Length]);
    }

    private void WriteSectionHead(SnapshotSection kind, uint bytes)
    {
        Span<byte> head = stackalloc byte[SnapshotFormat.SectionHeadBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)kind);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], bytes);
        PutBytes(head);
    }

    private void PutBytes(ReadOnlySpan<byte> bytes)
    {
        _checksum.Append(bytes);
        _to.Write(bytes);
        Bytes += bytes.Length;
    }
}
