namespace Vmgl.SuspendResume.Answers;

/// <summary>The known values of one context's state: setting and forgetting them, and what makes a value sure.</summary>
internal sealed class KnownState(ObjectProofs proofs)
{
    /// <summary>Texture units whose state is kept.</summary>
    private const int Units = 8;

    /// <summary>Places of values: one for each cell of the context, one for each unit's.</summary>
    public const int Places = StateCell.Scalars + (StateCell.PerUnit * Units);

    /// <summary>Units that every GL has from 1.3 on.</summary>
    private const int LeastUnits = 2;

    private readonly KnownValue[] _values = new KnownValue[Places];
    private readonly bool[] _proven = new bool[StateCell.Scalars + StateCell.PerUnit];
    private int _shownUnits = LeastUnits;

    /// <summary>Names that binding points were seen to take.</summary>
    public ObjectProofs Proofs { get; } = proofs;

    /// <summary>The host's GL version, 21 for 2.1.</summary>
    public int Version { get; set; }

    /// <summary>Whether GL may refuse the command that is being folded: what it sets becomes unknown.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>The values by their places.</summary>
    public Span<KnownValue> Values => _values;

    /// <summary>The active texture unit; -1 when unknown.</summary>
    public int Unit => _values[StateCell.ActiveTexture].Knows == Knowledge.Value ? (int)(_values[StateCell.ActiveTexture].A - GL_TEXTURE0)
        : -1;

    /// <summary>How many units surely have the state of fixed-function texturing.</summary>
    public int FixedUnits => Math.Max(LeastUnits, FindInteger(StateCell.MaxTextureUnits) ?? 0);

    /// <summary>Whether the active unit surely takes the commands of fixed-function texturing.</summary>
    public bool IsFixedUnit => Unit >= 0 && Unit < FixedUnits;

    /// <summary>Whether each texture unit has a cell of its own.</summary>
    public static bool IsPerUnit(int cell) => cell >= StateCell.Scalars;

    /// <summary>The rule of the cell at a place.</summary>
    public static CellRule RuleAt(int place) =>
        StateCell.Rules[place < StateCell.Scalars ? place : StateCell.Scalars + ((place - StateCell.Scalars) % StateCell.PerUnit)];

    /// <summary>The unit whose value is at a place; -1 for the context's own.</summary>
    public static int UnitAt(int place) => place < StateCell.Scalars ? -1 : (place - StateCell.Scalars) / StateCell.PerUnit;

    /// <summary>A parameter as the enum that GL takes it for.</summary>
    public static uint EnumOf(double value) => value is >= 0 and <= uint.MaxValue && Math.Floor(value) == value ? (uint)value
        : uint.MaxValue;

    /// <summary>Whether a float holds a value: what GL makes of the rest of a double is the driver's affair.</summary>
    public static bool IsFloat(double value) => double.IsFinite(value) && (float)value == value;

    /// <summary>The place of a cell's value for the active unit; -1 when the unit is unknown or not kept.</summary>
    public int FindPlace(int cell) => !IsPerUnit(cell) ? cell : Unit is >= 0 and < Units ? PlaceOf(cell, Unit) : -1;

    /// <summary>The value of a cell of integers; null when it is unknown.</summary>
    public int? FindInteger(int cell) => _values[cell].Knows == Knowledge.Value ? (int)_values[cell].A : null;

    /// <summary>Whether a value is surely not above a known bound.</summary>
    public bool IsAtMost(int value, int cell, int component) => _values[cell].Knows == Knowledge.Value && value <= _values[cell][component];

    /// <summary>Whether a stack has room for one level more: its depth against its largest one; null when that is unsure.</summary>
    public bool? HasRoom(int depthCell, int mostCell, int least)
    {
        if (IsDoubtful || FindInteger(depthCell) is not int depth)
        {
            return null;
        }

        return FindInteger(mostCell) is int most ? depth < most : depth < least ? true : null;
    }

    public void SetCell(int cell, double a, double b = 0, double c = 0, double d = 0) => SetPlace(cell, cell, a, b, c, d);

    /// <summary>Sets one of a cell's first two components.</summary>
    public void SetComponent(int cell, int component, double value)
    {
        if (IsDoubtful || _values[cell].Knows != Knowledge.Value)
        {
            ForgetCell(cell);
        }
        else if (component == 0)
        {
            _values[cell].A = value;
        }
        else
        {
            _values[cell].B = value;
        }
    }

    /// <summary>Sets a cell of the active unit.</summary>
    public void SetUnitCell(int cell, double a, double b = 0, double c = 0, double d = 0)
    {
        if (Unit < 0)
        {
            ForgetUnitCell(cell);
        }
        else if (Unit < Units)
        {
            SetPlace(PlaceOf(cell, Unit), cell, a, b, c, d);
        }
    }

    /// <summary>Binds a name, which surely succeeds when it did before.</summary>
    public void SetName(int cell, uint name)
    {
        if (_proven[cell] && (name == 0 || Proofs.HasName(cell, name)))
        {
            SetCell(cell, name);
        }
        else
        {
            ForgetCell(cell);
        }
    }

    /// <summary>Binds a name on the active unit.</summary>
    public void SetUnitName(int cell, uint name)
    {
        if (name == 0 || Proofs.HasName(cell, name))
        {
            SetUnitCell(cell, name);
        }
        else
        {
            ForgetUnitCell(cell);
        }
    }

    /// <summary>Sets a value that no command can fail to set.</summary>
    public void SetSurely(int cell, double value) => _values[cell] = new KnownValue { Knows = Knowledge.Value, A = value };

    public void ForgetCell(int cell) => _values[cell] = default;

    /// <summary>Forgets a cell of the active unit, or of all units when it is unknown which one is active.</summary>
    public void ForgetUnitCell(int cell)
    {
        int unit = Unit;
        for (int i = 0; i < Units; i++)
        {
            if (unit < 0 || unit == i)
            {
                ForgetCell(PlaceOf(cell, i));
            }
        }
    }

    /// <summary>Forgets all values but those that never change.</summary>
    public void ForgetCells()
    {
        for (int place = 0; place < Places; place++)
        {
            if (!RuleAt(place).IsConstant)
            {
                _values[place] = default;
            }
        }
    }

    /// <summary>Forgets which objects are bound.</summary>
    public void ForgetNames()
    {
        for (int place = 0; place < Places; place++)
        {
            if (RuleAt(place).Form == StateForm.Name)
            {
                _values[place] = default;
            }
        }
    }

    /// <summary>glEnable and glDisable.</summary>
    public void SetCapability(uint name, int value)
    {
        int cell = FindCapability(name);
        if (cell < 0)
        {
            return;
        }

        if (!IsPerUnit(cell))
        {
            if (HasCapability(cell))
            {
                SetCell(cell, value);
            }
            else
            {
                ForgetCell(cell);
            }
        }
        else if (HasCapability(cell) && IsFixedUnit)
        {
            SetUnitCell(cell, value);
        }
        else
        {
            ForgetUnitCell(cell);
        }
    }

    /// <summary>glEnablei and glDisablei: the index is a draw buffer, or a texture unit (EXT_draw_buffers2,
    /// EXT_direct_state_access).</summary>
    public void ForgetCapability(uint name)
    {
        int cell = FindCapability(name);
        for (int unit = 0; cell >= 0 && unit < (IsPerUnit(cell) ? Units : 1); unit++)
        {
            ForgetCell(PlaceOf(cell, unit));
        }
    }

    /// <summary>Whether this host's GL surely has a capability.</summary>
    public bool HasCapability(int cell) => _proven[cell] || (StateCell.Rules[cell].Since is > 0 and int since && since <= Version);

    /// <summary>glActiveTexture.</summary>
    public void SetActiveTexture(uint texture)
    {
        int sure = Math.Max(_shownUnits, Math.Max(FixedUnits, FindInteger(StateCell.MaxCombinedTextureImageUnits) ?? 0));
        if (texture - GL_TEXTURE0 < sure)
        {
            SetCell(StateCell.ActiveTexture, texture);
        }
        else
        {
            ForgetCell(StateCell.ActiveTexture);
        }
    }

    /// <summary>An answer has shown that the host has this state.</summary>
    public void ProveCell(int cell) => _proven[cell] = true;

    /// <summary>An answer has shown that the active unit exists.</summary>
    public void ProveUnit() => _shownUnits = Math.Max(_shownUnits, Unit + 1);

    private static int FindCapability(uint name) =>
        StateNames.Get(name) is var cell and >= 0 && StateCell.Rules[cell].Form == StateForm.Cap ? cell : -1;

    private static int PlaceOf(int cell, int unit) => cell + (unit * StateCell.PerUnit);

    private void SetPlace(int place, int cell, double a, double b, double c, double d)
    {
        bool isFloat = StateCell.Rules[cell].Form is StateForm.Float or StateForm.Color;
        bool isSure = !IsDoubtful && (!isFloat || (IsFloat(a) && IsFloat(b) && IsFloat(c) && IsFloat(d)));
        _values[place] = isSure ? new KnownValue { Knows = Knowledge.Value, A = a, B = b, C = c, D = d } : default;
    }
}
