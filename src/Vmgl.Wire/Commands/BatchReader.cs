using System.Buffers.Binary;

namespace Vmgl.Wire.Commands;

/// <summary>The door: walks the commands of a batch and checks every length once, before anything else looks at them.</summary>
public ref struct BatchReader(ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk)
{
    private ReadOnlySpan<byte> _left = commands;
    private ReadOnlySpan<byte> _bulkLeft = bulk;
    private bool _leavesBulk;

    /// <summary>The command's bulk payload, without padding; empty for the commands that have none.</summary>
    public ReadOnlySpan<byte> Bulk { get; private set; }

    /// <summary>A walk over commands whose bulk payloads lie elsewhere and do not matter: <see cref="Bulk"/> is empty for all of
    /// them.</summary>
    public static BatchReader OfCommands(ReadOnlySpan<byte> commands) => new(commands, default) { _leavesBulk = true };

    /// <summary>The next command, head included; false at the end of the batch.</summary>
    /// <exception cref="ProtocolException">The bytes break the protocol; nothing of this command may be used.</exception>
    public bool TryNext(out Opcode opcode, out ReadOnlySpan<byte> command)
    {
        opcode = Opcode.None;
        command = default;
        if (_left.IsEmpty)
        {
            return _bulkLeft.IsEmpty ? false : throw BadCommand(0, $"{_bulkLeft.Length} bytes of bulk payload belong to no command");
        }

        if (_left.Length < 4)
        {
            throw BadCommand(0, $"{_left.Length} bytes are too few for a command");
        }

        uint head = BinaryPrimitives.ReadUInt32LittleEndian(_left);
        ushort code = (ushort)head;
        int bytes = CommandTable.BytesOf(code);
        command = bytes > 0 ? TakeFixed(code, head >> 16, bytes)
            : bytes < 0 ? TakeSized(code, head >> 16)
            : throw BadCommand(code, "is not a command of this protocol");
        Bulk = _leavesBulk ? default : TakeBulk(code, command);
        opcode = (Opcode)code;
        return true;
    }

    private ReadOnlySpan<byte> TakeFixed(ushort code, uint words, int bytes)
    {
        if (words != (uint)bytes / 4)
        {
            throw BadCommand(code, $"says {words} words; it has {bytes / 4}");
        }

        return TakeCommand(code, bytes);
    }

    private ReadOnlySpan<byte> TakeSized(ushort code, uint words)
    {
        if (words != 0)
        {
            throw BadCommand(code, $"says {words} words in its head; its length stands in the second word");
        }

        int least = CommandTable.LeastBytesOf(code);
        if (_left.Length < least)
        {
            throw BadCommand(code, $"needs at least {least} bytes; {_left.Length} are left");
        }

        long said = BinaryPrimitives.ReadUInt32LittleEndian(_left[4..]) * 4L;
        long needed = CommandTable.MeasureSized(code, _left);
        if (said != needed)
        {
            throw BadCommand(code, $"says {said} bytes; its parameters need {needed}");
        }

        return TakeCommand(code, needed);
    }

    private ReadOnlySpan<byte> TakeCommand(ushort code, long bytes)
    {
        if (bytes > _left.Length)
        {
            throw BadCommand(code, $"needs {bytes} bytes; {_left.Length} are left");
        }

        ReadOnlySpan<byte> taken = _left[..(int)bytes];
        _left = _left[(int)bytes..];
        return taken;
    }

    private ReadOnlySpan<byte> TakeBulk(ushort code, scoped ReadOnlySpan<byte> command)
    {
        long bytes = CommandTable.MeasureBulk(code, command);
        if (bytes == 0)
        {
            return default;
        }

        long padded = Align.To4(bytes);
        if (padded > _bulkLeft.Length)
        {
            throw BadCommand(code, $"needs {padded} bytes of bulk payload; {_bulkLeft.Length} are left");
        }

        ReadOnlySpan<byte> taken = _bulkLeft[..(int)bytes];
        _bulkLeft = _bulkLeft[(int)padded..];
        return taken;
    }

    private static ProtocolException BadCommand(ushort code, string what) => new($"command 0x{code:x4} ({(Opcode)code}): {what}");
}
