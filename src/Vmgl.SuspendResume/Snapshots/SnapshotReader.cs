using System.Buffers.Binary;
using System.IO.Hashing;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Frames;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Snapshots;

/// <summary>A frame of a snapshot.</summary>
/// <param name="Body">Commands and payloads. Valid until the next frame is read.</param>
public readonly record struct SnapshotFrame(GuestFrame Head, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whole commands.</summary>
    public ReadOnlyMemory<byte> Commands => Body[..Head.CommandBytes];

    /// <summary>Their payloads, each padded to 4.</summary>
    public ReadOnlyMemory<byte> Bulk => Body[Head.CommandBytes..];
}

/// <summary>Reads a snapshot. It is read and checked as a whole when it is opened, and again while its frames are read.</summary>
public sealed class SnapshotReader
{
    private readonly Stream _from;
    private byte[] _room = new byte[64 << 10];
    private readonly Crc32 _checksum = new();
    private long _at;

    /// <summary>Checks a snapshot, and reads all but its frames.</summary>
    /// <param name="from">A stream that can seek; the snapshot begins at its beginning.</param>
    /// <exception cref="SnapshotException">It is not a snapshot, has another version, was cut or has changed.</exception>
    public SnapshotReader(Stream from)
    {
        _from = from;
        foreach (SnapshotFrame frame in ReadFrames())
        {
            FrameCount++;
            CommandBytes += frame.Head.BodyBytes;
        }

        if (Program is null)
        {
            throw new SnapshotException("the snapshot does not name its program");
        }
    }

    /// <summary>The program that it was made of.</summary>
    public SnapshotProgram Program { get; private set; } = null!;

    /// <summary>Its drawables.</summary>
    public IReadOnlyList<SnapshotDrawable> Drawables { get; private set; } = [];

    /// <summary>Its contexts.</summary>
    public IReadOnlyList<SnapshotContext> Contexts { get; private set; } = [];

    /// <summary>The number of its frames.</summary>
    public int FrameCount { get; }

    /// <summary>Bytes of all frames' commands and payloads.</summary>
    public long CommandBytes { get; }

    /// <summary>The frames in their order. Only one enumeration at a time.</summary>
    /// <exception cref="SnapshotException">The file is not as it was when it was opened.</exception>
    public IEnumerable<SnapshotFrame> ReadFrames()
    {
        (_from.Position, _at) = (0, 0);
        _checksum.Reset();
        ReadHead();
        while (true)
        {
            uint checksum = _checksum.GetCurrentHashAsUInt32();
            (SnapshotSection kind, int bytes) = ReadSectionHead();
            ReadOnlyMemory<byte> payload = ReadBytes(bytes, kind.ToString());
            switch (kind)
            {
                case SnapshotSection.Frame:
                    yield return FrameOf(payload);
                    break;
                case SnapshotSection.End:
                    CheckEnd(payload.Span, checksum);
                    yield break;
                default:
                    ReadTable(kind, payload.Span);
                    break;
            }
        }
    }

    private void ReadHead()
    {
        ReadOnlySpan<byte> head = ReadBytes(SnapshotFormat.HeadBytes, "head").Span;
        if (!head.StartsWith(SnapshotFormat.Magic))
        {
            throw new SnapshotException("this is not a snapshot: it does not begin with \"VMGLSNAP\"");
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        if (version != SnapshotFormat.Version)
        {
            throw new SnapshotException($"the snapshot has version {version}; this VMGL reads {SnapshotFormat.Version}");
        }
    }

    private (SnapshotSection Kind, int Bytes) ReadSectionHead()
    {
        long at = _at;
        ReadOnlySpan<byte> head = ReadBytes(SnapshotFormat.SectionHeadBytes, "next section").Span;
        var kind = (SnapshotSection)BinaryPrimitives.ReadUInt32LittleEndian(head);
        uint bytes = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        if (kind is < SnapshotSection.Program or > SnapshotSection.End)
        {
            throw new SnapshotException($"the snapshot is damaged at byte {at}: there is no section {(uint)kind}");
        }

        uint most = kind == SnapshotSection.Frame ? GuestFrame.HeadBytes + Limits.MaxCommandBytes + (uint)Limits.MaxBulkBytes
            : SnapshotFormat.MaxTableBytes;
        return bytes <= most && bytes % 4 == 0 ? (kind, (int)bytes)
            : throw new SnapshotException($"the snapshot is damaged at byte {at}: a section of {bytes} bytes");
    }

    private SnapshotFrame FrameOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            if (payload.Length >= GuestFrame.HeadBytes)
            {
                var head = GuestFrame.Read(payload.Span);
                if (head.BodyBytes == payload.Length - GuestFrame.HeadBytes)
                {
                    return new SnapshotFrame(head, payload[GuestFrame.HeadBytes..]);
                }
            }
        }
        catch (ProtocolException e)
        {
            throw new SnapshotException($"the snapshot is damaged before byte {_at}: {e.Message}");
        }

        throw new SnapshotException($"the snapshot is damaged before byte {_at}: a frame of the wrong length");
    }

    private void ReadTable(SnapshotSection kind, ReadOnlySpan<byte> payload)
    {
        var table = new TableReader(payload, $"{kind} section");
        switch (kind)
        {
            case SnapshotSection.Program:
                Program = ReadProgram(ref table);
                break;
            case SnapshotSection.Drawables:
                var drawables = new SnapshotDrawable[table.ReadCount(16)];
                for (int i = 0; i < drawables.Length; i++)
                {
                    drawables[i] = new(table.ReadWord(), table.ReadWord(), table.ReadWord(), (SnapshotDrawableKind)table.ReadWord());
                }

                Drawables = drawables;
                break;
            default:
                var contexts = new SnapshotContext[table.ReadCount(12)];
                for (int i = 0; i < contexts.Length; i++)
                {
                    contexts[i] = new(table.ReadWord(), table.ReadWord(), table.ReadWord());
                }

                Contexts = contexts;
                break;
        }

        table.CheckEnd();
    }

    private static SnapshotProgram ReadProgram(ref TableReader table)
    {
        int pid = (int)table.ReadWord();
        string name = table.ReadText();
        string host = table.ReadText();
        int version = (int)table.ReadWord();
        HashSet<string> extensions = [];
        for (int count = table.ReadCount(4); count > 0; count--)
        {
            extensions.Add(table.ReadText());
        }

        Dictionary<uint, int> limits = [];
        for (int count = table.ReadCount(8); count > 0; count--)
        {
            limits[table.ReadWord()] = (int)table.ReadWord();
        }

        return new SnapshotProgram(name, pid, host, new HostFacts(version, extensions, limits));
    }

    private void CheckEnd(ReadOnlySpan<byte> payload, uint checksum)
    {
        if (payload.Length != sizeof(uint) || BinaryPrimitives.ReadUInt32LittleEndian(payload) != checksum)
        {
            throw new SnapshotException("the snapshot has changed since it was written: its checksum is wrong");
        }

        if (_at != _from.Length)
        {
            throw new SnapshotException($"{_from.Length - _at} bytes follow the snapshot's end");
        }
    }

    private ReadOnlyMemory<byte> ReadBytes(int bytes, string what)
    {
        if (bytes > _from.Length - _at)
        {
            throw new SnapshotException($"the snapshot was cut: its {what} needs {bytes} bytes at {_at}, and the file has {_from.Length}");
        }

        if (_room.Length < bytes)
        {
            _room = new byte[bytes];
        }

        _from.ReadExactly(_room, 0, bytes);
        _checksum.Append(_room.AsSpan(0, bytes));
        _at += bytes;
        return _room.AsMemory(0, bytes);
    }
}
