using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>The current raster position (GL 2.1 section 2.13): transformed, lit and clipped by the state of its moment, then moved by glBitmap.</summary>
public sealed partial class ContextMirror
{
    /// <summary>Moves that are kept one by one: GL adds in single precision.</summary>
    private const int MostMoves = 1024;

    private readonly Slot _raster;
    private readonly List<(Slot Slot, SlotValue? Value)> _rasterLog = [];
    private RasterValue? _loggedRaster;
    private long _rasterStamp;

    /// <summary>The command that set it, the state of its moment, and the moves since.</summary>
    internal sealed class RasterValue(byte[] command, long serial) : SlotValue(command, [], [], null, serial)
    {
        /// <summary>The state of its moment; null while the log still tells it, and for the initial position.</summary>
        public Dictionary<Slot, SlotValue?>? State { get; set; }

        /// <summary>How glBitmap moved it.</summary>
        public List<(float X, float Y)> Moves { get; } = [];
    }

    private void SetRaster(ReadOnlySpan<byte> command)
    {
        _current.Settle();
        SettleColorMaterial();
        var value = new RasterValue(command.ToArray(), ++_serial);
        Change(_raster, value);
        _loggedRaster = value;
        _rasterLog.Clear();
        _rasterStamp++;
    }

    private void MoveRaster(ReadOnlySpan<byte> command)
    {
        NoteDraw();
        var c = new Bitmap(command);
        if (_raster.Value is not RasterValue value)
        {
            value = new RasterValue([], ++_serial);
            Change(_raster, value);
        }
        else if (_levels.Count > 0 && _raster.LoggedIn != CurrentLevel)
        {
            var moved = new RasterValue(value.Command, ++_serial) { State = value.State };
            moved.Moves.AddRange(value.Moves);
            Change(_raster, moved);
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

    private void LogForRaster(Slot slot)
    {
        if (_loggedRaster is not null && slot.RasterStamp != _rasterStamp)
        {
            slot.RasterStamp = _rasterStamp;
            _rasterLog.Add((slot, slot.Value));
        }
    }

    /// <summary>Takes down the state of the raster position before the log ends.</summary>
    private void FreezeRaster()
    {
        RasterValue? value = _loggedRaster;
        _loggedRaster = null;
        if (value is null || value != _raster.Value)
        {
            return;
        }

        Dictionary<Slot, SlotValue?> state = _slots.Values.ToDictionary(s => s, s => s.Value);
        foreach ((Slot slot, SlotValue? was) in _rasterLog)
        {
            state[slot] = was;
        }

        _ = state.Remove(_raster);
        value.State = state;
    }
}
