using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.SuspendResume.Answers;

/// <summary>The values: setting, forgetting, what makes a value sure.</summary>
public sealed partial class StateMirror
{
    private const uint FirstTexture = 0x84C0;

    /// <summary>Units that every GL has from 1.3 on.</summary>
    private const int LeastUnits = 2;

    private readonly KnownValue[] _cells = new KnownValue[StateCell.Scalars + (StateCell.PerUnit * Units)];
    private readonly bool[] _proven = new bool[StateCell.Scalars + StateCell.PerUnit];
    private int _shownUnits = LeastUnits;

    /// <summary>The active texture unit; -1 when unknown.</summary>
    private int Unit => _cells[StateCell.ActiveTexture].Knows == Knowledge.Value ? (int)(_cells[StateCell.ActiveTexture].A - FirstTexture) : -1;

    /// <summary>How many units surely have the state of fixed-function texturing.</summary>
    private int FixedUnits => Math.Max(LeastUnits, Known(StateCell.MaxTextureUnits) ?? 0);

    /// <summary>Whether the active unit surely takes the commands of fixed-function texturing.</summary>
    private bool IsFixedUnit => Unit >= 0 && Unit < FixedUnits;

    private int? Known(int cell) => _cells[cell].Knows == Knowledge.Value ? (int)_cells[cell].A : null;

    private bool IsAtMost(int value, int cell, int component) => _cells[cell].Knows == Knowledge.Value && value <= _cells[cell][component];

    private static uint Enum(double value) => value is >= 0 and <= uint.MaxValue && Math.Floor(value) == value ? (uint)value : uint.MaxValue;

    private static bool IsPerUnit(int cell) => cell >= StateCell.Scalars;

    /// <summary>Where the value of a unit's cell is.</summary>
    private static int Of(int cell, int unit) => cell + (unit * StateCell.PerUnit);

    private void Set(int cell, double a, double b = 0, double c = 0, double d = 0) => SetAt(cell, cell, a, b, c, d);

    private void SetAt(int place, int cell, double a, double b = 0, double c = 0, double d = 0)
    {
        bool isFloat = StateCell.Rules[cell].Form is StateForm.Float or StateForm.Color;
        bool sure = !_doubts && (!isFloat || (IsFloat(a) && IsFloat(b) && IsFloat(c) && IsFloat(d)));
        _cells[place] = sure ? new KnownValue { Knows = Knowledge.Value, A = a, B = b, C = c, D = d } : default;
    }

    /// <summary>Whether a float holds it: what GL does with the rest of a double is its own affair.</summary>
    private static bool IsFloat(double value) => double.IsFinite(value) && (float)value == value;

    private void SetComponent(int cell, int component, double value)
    {
        if (_doubts || _cells[cell].Knows != Knowledge.Value)
        {
            Forget(cell);
        }
        else if (component == 0)
        {
            _cells[cell].A = value;
        }
        else
        {
            _cells[cell].B = value;
        }
    }

    private void SetUnit(int cell, double a, double b = 0, double c = 0, double d = 0)
    {
        if (Unit < 0)
        {
            ForgetUnit(cell);
        }
        else if (Unit < Units)
        {
            SetAt(Of(cell, Unit), cell, a, b, c, d);
        }
    }

    /// <summary>Binds a name, which succeeds surely when it did before.</summary>
    private void SetName(int cell, uint name)
    {
        if (_proven[cell] && (name == 0 || _proofs.Has(cell, name)))
        {
            Set(cell, name);
        }
        else
        {
            Forget(cell);
        }
    }

    private void SetUnitName(int cell, uint name)
    {
        if (name == 0 || _proofs.Has(cell, name))
        {
            SetUnit(cell, name);
        }
        else
        {
            ForgetUnit(cell);
        }
    }

    private void Forget(int cell) => _cells[cell] = default;

    /// <summary>Forgets a cell of the active unit, or of all when it is unknown which one that is.</summary>
    private void ForgetUnit(int cell)
    {
        int unit = Unit;
        for (int i = 0; i < Units; i++)
        {
            if (unit < 0 || unit == i)
            {
                _cells[Of(cell, i)] = default;
            }
        }
    }

    private void ForgetAll()
    {
        for (int place = 0; place < _cells.Length; place++)
        {
            if (!RuleAt(place).IsConstant)
            {
                _cells[place] = default;
            }
        }

        _matrices.ForgetAll();
        DropSaved();
    }

    private static CellRule RuleAt(int place) =>
        StateCell.Rules[place < StateCell.Scalars ? place : StateCell.Scalars + ((place - StateCell.Scalars) % StateCell.PerUnit)];

    private static int UnitAt(int place) => place < StateCell.Scalars ? -1 : (place - StateCell.Scalars) / StateCell.PerUnit;

    private partial void ApplyEnable(ReadOnlySpan<byte> command) => SetCapability(new Wire.Commands.Enable(command).Cap, 1);

    private partial void ApplyDisable(ReadOnlySpan<byte> command) => SetCapability(new Wire.Commands.Disable(command).Cap, 0);

    private partial void ApplyEnablei(ReadOnlySpan<byte> command) => ForgetCapability(new Wire.Commands.Enablei(command).Target);

    private partial void ApplyDisablei(ReadOnlySpan<byte> command) => ForgetCapability(new Wire.Commands.Disablei(command).Target);

    /// <summary>An indexed capability: the index is a draw buffer, or a texture unit (EXT_draw_buffers2, EXT_direct_state_access).</summary>
    private void ForgetCapability(uint name)
    {
        int cell = StateNames.Get(name);
        if (cell < 0 || StateCell.Rules[cell].Form != StateForm.Cap)
        {
            return;
        }

        for (int place = cell; place < _cells.Length; place += StateCell.PerUnit)
        {
            _cells[place] = default;
            if (!IsPerUnit(cell))
            {
                return;
            }
        }
    }

    private void SetCapability(uint name, int value)
    {
        int cell = StateNames.Get(name);
        if (cell < 0 || StateCell.Rules[cell].Form != StateForm.Cap)
        {
            return;
        }

        if (!IsPerUnit(cell))
        {
            if (IsThere(cell))
            {
                Set(cell, value);
            }
            else
            {
                Forget(cell);
            }
        }
        else if (IsThere(cell) && IsFixedUnit)
        {
            SetUnit(cell, value);
        }
        else
        {
            ForgetUnit(cell);
        }
    }

    /// <summary>Whether this host's GL surely has the capability.</summary>
    private bool IsThere(int cell) => _proven[cell] || (StateCell.Rules[cell].Since is > 0 and int since && since <= _version);

    private partial void ApplyActiveTexture(ReadOnlySpan<byte> command)
    {
        uint unit = new Wire.Commands.ActiveTexture(command).Texture - FirstTexture;
        int sure = Math.Max(_shownUnits, Math.Max(FixedUnits, Known(StateCell.MaxCombinedTextureImageUnits) ?? 0));
        if (unit < sure)
        {
            Set(StateCell.ActiveTexture, FirstTexture + unit);
        }
        else
        {
            Forget(StateCell.ActiveTexture);
        }
    }
}
