using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The current raster position (GL 2.1 section 2.13): transformed, lit and clipped by the state of its moment, then moved by
/// glBitmap.</summary>
internal sealed class RasterPosition
{
    /// <summary>Moves that are kept one by one: GL adds them in single precision.</summary>
    private const int MostMoves = 1024;

    private readonly SlotStore _slots;
    private RasterValue? _logged;

    public RasterPosition(SlotStore slots)
    {
        _slots = slots;
        Slot = slots.SlotAt(new SlotKey(SlotFamily.RasterPos));
    }

    /// <summary>The position's slot.</summary>
    public Slot Slot { get; }

    /// <summary>glRasterPos and glWindowPos. The current values must be in their slots.</summary>
    public void SetPosition(ReadOnlySpan<byte> command)
    {
        var value = new RasterValue(command.ToArray(), _slots.NextSerial());
        _slots.ChangeSlot(Slot, value);
        _logged = value;
        _slots.RasterLog.RestartLog();
    }

    /// <summary>glBitmap.</summary>
    public void MovePosition(ReadOnlySpan<byte> command)
    {
        var c = new Bitmap(command);
        if (Slot.Value is not RasterValue value)
        {
            value = new RasterValue([], _slots.NextSerial());
            _slots.ChangeSlot(Slot, value);
        }
        else if (_slots.Level is AttributeLevel level && Slot.LoggedIn != level.Number)
        {
            var moved = new RasterValue(value.Command, _slots.NextSerial()) { State = value.State };
            moved.Moves.AddRange(value.Moves);
            _slots.ChangeSlot(Slot, moved);
            value = moved;
        }

        if (value.Moves.Count >= MostMoves)
        {
            (float x, float y) = (value.Moves.Sum(m => m.X), value.Moves.Sum(m => m.Y));
            value.Moves.Clear();
            value.Moves.Add((x, y));
        }

        value.Moves.Add((c.Xmove, c.Ymove));
    }

    /// <summary>Copies the state of the position's moment before the log ends.</summary>
    public void FreezeState()
    {
        RasterValue? value = _logged;
        _logged = null;
        _slots.RasterLog.IsOpen = false;
        if (value is null || value != Slot.Value)
        {
            return;
        }

        Dictionary<Slot, SlotValue?> state = _slots.Slots.ToDictionary(s => s, s => s.Value);
        foreach ((Slot slot, SlotValue? was) in _slots.RasterLog.Entries)
        {
            state[slot] = was;
        }

        _ = state.Remove(Slot);
        value.State = state;
    }
}

/// <summary>The values that slots had when the raster position was set, for those that changed since.</summary>
internal sealed class RasterLog
{
    private readonly List<(Slot Slot, SlotValue? Value)> _entries = [];
    private long _stamp;

    /// <summary>Whether changes are logged.</summary>
    public bool IsOpen { get; set; }

    public IReadOnlyList<(Slot Slot, SlotValue? Value)> Entries => _entries;

    /// <summary>Notes a slot's value before it changes for the first time.</summary>
    public void LogSlot(Slot slot)
    {
        if (IsOpen && slot.RasterStamp != _stamp)
        {
            slot.RasterStamp = _stamp;
            _entries.Add((slot, slot.Value));
        }
    }

    /// <summary>Starts a log without entries.</summary>
    public void RestartLog()
    {
        _entries.Clear();
        _stamp++;
        IsOpen = true;
    }
}

/// <summary>The command that set the raster position, the state of its moment, and the moves since.</summary>
internal sealed class RasterValue(byte[] command, long serial) : SlotValue(command, [], [], null, serial)
{
    /// <summary>The state of its moment; null while the log still has it, and for the initial position.</summary>
    public Dictionary<Slot, SlotValue?>? State { get; set; }

    /// <summary>The moves by glBitmap.</summary>
    public List<(float X, float Y)> Moves { get; } = [];
}
