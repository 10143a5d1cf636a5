using System.Buffers.Binary;
using System.Text;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Snapshots;

/// <summary>Reads the words and texts of a snapshot's table; each read is checked.</summary>
internal ref struct TableReader(ReadOnlySpan<byte> table, string what)
{
    private ReadOnlySpan<byte> _left = table;

    public uint Word() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    /// <summary>A count of entries that have at least so many bytes each.</summary>
    public int Count(int least)
    {
        uint count = Word();
        return count <= (uint)(_left.Length / least) ? (int)count : throw Bad($"says {count} entries");
    }

    public string Text()
    {
        uint bytes = Word();
        return bytes <= (uint)_left.Length ? Encoding.UTF8.GetString(Take(Align.To4((int)bytes))[..(int)bytes]) : throw Bad($"says a text of {bytes} bytes");
    }

    public readonly void End()
    {
        if (!_left.IsEmpty)
        {
            throw Bad("has more behind its end");
        }
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > _left.Length)
        {
            throw Bad($"needs {bytes} bytes more");
        }

        ReadOnlySpan<byte> taken = _left[..bytes];
        _left = _left[bytes..];
        return taken;
    }

    private readonly SnapshotException Bad(string why) => new($"the snapshot's {what} {why}; {_left.Length} are left");
}
