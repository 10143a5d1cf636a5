using System.Buffers.Binary;
using System.Text;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Snapshots;

/// <summary>Reads the words and texts of a table in a snapshot. Every length is checked.</summary>
internal ref struct TableReader(ReadOnlySpan<byte> table, string what)
{
    private ReadOnlySpan<byte> _left = table;

    public uint ReadWord() => BinaryPrimitives.ReadUInt32LittleEndian(TakeBytes(sizeof(uint)));

    /// <summary>A count of entries that have at least so many bytes each.</summary>
    public int ReadCount(int least)
    {
        uint count = ReadWord();
        return count <= (uint)(_left.Length / least) ? (int)count : throw Damaged($"claims {count} entries");
    }

    public string ReadText()
    {
        uint bytes = ReadWord();
        return bytes <= (uint)_left.Length ? Encoding.UTF8.GetString(TakeBytes(Align.To4((int)bytes))[..(int)bytes])
            : throw Damaged($"claims a text of {bytes} bytes");
    }

    public readonly void CheckEnd()
    {
        if (!_left.IsEmpty)
        {
            throw Damaged("has bytes behind its end");
        }
    }

    private ReadOnlySpan<byte> TakeBytes(int bytes)
    {
        if (bytes > _left.Length)
        {
            throw Damaged($"needs {bytes} bytes more");
        }

        ReadOnlySpan<byte> taken = _left[..bytes];
        _left = _left[bytes..];
        return taken;
    }

    private readonly SnapshotException Damaged(string why) => new($"the snapshot's {what} {why}; {_left.Length} are left");
}
