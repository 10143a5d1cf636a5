using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Sends a batch: whole commands, and the payloads that belong to them, each padded to 4.</summary>
public delegate void BatchSink(ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk);

/// <summary>Gathers the commands that rebuild something into batches.</summary>
/// <remarks>A payload that is larger than a batch travels with its command in a batch of their own.</remarks>
public sealed class RebuildWriter(BatchSink sink)
{
    private byte[] _commands = new byte[Limits.BatchBytes];
    private byte[] _bulk = [];
    private int _commandBytes;
    private int _bulkBytes;

    /// <summary>Bytes that were sent, payloads included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Room for one command without payload, to be written at once.</summary>
    public Span<byte> Reserve(long bytes)
    {
        if (_commandBytes + bytes > _commands.Length)
        {
            Flush();
            GrowBuffer(ref _commands, bytes);
        }

        Span<byte> room = _commands.AsSpan(_commandBytes, checked((int)bytes));
        _commandBytes += room.Length;
        return room;
    }

    /// <summary>Adds whole commands, with the payloads that belong to them, each padded; the last one is padded here if it is not
    /// yet.</summary>
    public void Add(ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk = default)
    {
        if (_bulkBytes + bulk.Length > Limits.BatchBytes)
        {
            Flush();
        }

        commands.CopyTo(Reserve(commands.Length));
        if (bulk.Length > Limits.BatchBytes)
        {
            SendBatch(bulk.Length % 4 == 0 ? bulk : PadToWord(bulk));
            return;
        }

        int padded = Align.To4(bulk.Length);
        GrowBuffer(ref _bulk, _bulkBytes + padded);
        Span<byte> room = _bulk.AsSpan(_bulkBytes, padded);
        bulk.CopyTo(room);
        room[bulk.Length..].Clear();
        _bulkBytes += padded;
    }

    /// <summary>Adds kept commands, which need nothing else.</summary>
    public void Add(Kept kept) => Add(kept.Commands.Span, kept.Bulk.Span);

    /// <summary>Sends the commands that are gathered.</summary>
    public void Flush()
    {
        if (_commandBytes > 0)
        {
            SendBatch(_bulk.AsSpan(0, _bulkBytes));
        }
    }

    private void SendBatch(ReadOnlySpan<byte> bulk)
    {
        Bytes += _commandBytes + bulk.Length;
        sink(_commands.AsSpan(0, _commandBytes), bulk);
        (_commandBytes, _bulkBytes) = (0, 0);
    }

    private static byte[] PadToWord(ReadOnlySpan<byte> bulk)
    {
        byte[] padded = new byte[Align.To4(bulk.Length)];
        bulk.CopyTo(padded);
        return padded;
    }

    private static void GrowBuffer(ref byte[] room, long bytes)
    {
        if (room.Length < bytes)
        {
            Array.Resize(ref room, checked((int)Math.Max(bytes, room.Length * 2L)));
        }
    }
}
