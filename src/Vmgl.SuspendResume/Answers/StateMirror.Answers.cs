namespace Vmgl.SuspendResume.Answers;

/// <summary>Questions: what is answered, and what answers teach (GL 2.1 sections 6.1.1 and 6.1.2).</summary>
public sealed partial class StateMirror
{
    /// <summary>Most values that an answer has.</summary>
    public const int MostValues = 16;

    /// <summary>Integers up to here are floats too.</summary>
    private const double LargestExact = 1 << 24;

    /// <summary>Questions of its own that a mirror may ask before its answers pay for more.</summary>
    private const int FirstExtras = 16;

    private Misses _misses;
    private int _answered;
    private int _extras;

    [Flags]
    private enum Misses
    {
        None = 0,
        ListBase = 1,
    }

    /// <summary>Whether a question is of a kind that can be answered here.</summary>
    public static bool IsAnswerable(StateQuestion question) => CellOf(question) >= 0 || IsMatrix(question);

    /// <summary>Whether glIsEnabled may be asked for this name.</summary>
    public static bool IsCapability(uint name) => StateNames.Get(name) is var cell and >= 0 && StateCell.Rules[cell].Form == StateForm.Cap;

    /// <summary>Answers a question; how many values there are, or 0 when the host has to be asked.</summary>
    /// <param name="values">Room for <see cref="MostValues"/>.</param>
    public int TryAnswer(StateQuestion question, AnswerForm form, Span<double> values)
    {
        NoticeOthers();
        _idleBytes = 0;
        if (!IsWatching || !_isOutside)
        {
            return 0;
        }

        int count = IsMatrix(question)
            ? _matrices.TryAnswer(StateNames.Matrix(question.Name), form, values) ? MostValues : 0
            : Place(question) is var place and >= 0 ? Convert(place, form, values) : 0;
        _answered += count == 0 ? 0 : 1;
        return count;
    }

    /// <summary>The next name to ask by glGetIntegerv before the question itself, so that its answer can be kept; 0 for none.</summary>
    public uint Wanted(StateQuestion question)
    {
        if (!IsWatching || _extras > FirstExtras + (_answered / 2))
        {
            return 0;
        }

        uint wanted = FirstUnknown(question);
        _extras += wanted == 0 ? 0 : 1;
        return wanted;
    }

    /// <summary>The host has answered: values that GL wrote. An answer also shows that no primitive is open.</summary>
    public void Learn(StateQuestion question, AnswerForm form, ReadOnlySpan<double> values)
    {
        if (!IsWatching || values.IsEmpty)
        {
            return;
        }

        _isOutside = true;
        if (IsMatrix(question))
        {
            if (values.Length == MostValues)
            {
                _matrices.Learn(StateNames.Matrix(question.Name), form, values);
            }

            return;
        }

        int cell = CellOf(question);
        _proven[cell] = true;
        if (Place(question) is var place and >= 0 && values.Length >= StateCell.Rules[cell].Components)
        {
            Keep(place, cell, form, values);
        }

        if (cell == StateCell.ActiveTexture && Unit >= 0)
        {
            _shownUnits = Math.Max(_shownUnits, Unit + 1);
        }
    }

    /// <summary>The host has answered glIsEnabled. A zero may also mean that it has no such capability.</summary>
    public void LearnEnabled(uint name, bool isEnabled)
    {
        int cell = StateNames.Get(name);
        if (isEnabled || (_isOutside && IsThere(cell) && (!IsPerUnit(cell) || IsFixedUnit)))
        {
            Learn(new StateQuestion(name), AnswerForm.Boolean, [isEnabled ? 1 : 0]);
        }
    }

    private static bool IsMatrix(StateQuestion question) => question.Target == 0 && StateNames.Matrix(question.Name) >= 0;

    private static int CellOf(StateQuestion question) => question.Target switch
    {
        0 => StateNames.Get(question.Name),
        StateNames.TextureEnvTarget => StateNames.TextureEnv(question.Name),
        _ => -1,
    };

    /// <summary>Where the value is kept now; -1 when its unit is unknown or not kept.</summary>
    private int Place(StateQuestion question)
    {
        int cell = CellOf(question);
        if (cell == StateCell.CurrentColor && (_compiling != Compiling.Nothing || _lists.Version != 0))
        {
            return -1; // in Mesa 22 colours that lists took up take effect later than any rule tells
        }

        return !IsPerUnit(cell) ? cell : Unit is >= 0 and < Units ? Of(cell, Unit) : -1;
    }

    private uint FirstUnknown(StateQuestion question)
    {
        foreach (uint need in StateNames.Needs(question.Name))
        {
            if (Needs(need))
            {
                return need;
            }
        }

        bool perUnit = !IsMatrix(question) && IsPerUnit(CellOf(question));
        return perUnit && Unit < 0 ? StateNames.ActiveTexture
            : perUnit && Needs(StateNames.MaxTextureUnits) ? StateNames.MaxTextureUnits
            : Needs(StateNames.AttribStackDepth) ? StateNames.AttribStackDepth
            : _misses.HasFlag(Misses.ListBase) && Needs(StateNames.ListBase) ? StateNames.ListBase
            : 0;

        bool Needs(uint name) => _cells[StateNames.Get(name)].Knows == Knowledge.Nothing && name != question.Name;
    }

    /// <summary>Other contexts of the share group may have redefined lists and deleted objects, and when is unknown here.</summary>
    private void NoticeOthers()
    {
        if (_listsSeen != _lists.Version)
        {
            _listsSeen = _lists.Version;
            ForgetEverything();
        }

        if (_proofs.Contexts > 1)
        {
            ForgetDrawable(); // a texture that another context redefines may be attached here
            if (_proofsSeen != _proofs.Version)
            {
                ForgetObjects();
            }
        }

        _proofsSeen = _proofs.Version;
    }

    private void ForgetObjects()
    {
        for (int place = 0; place < _cells.Length; place++)
        {
            if (RuleAt(place).Form == StateForm.Name)
            {
                _cells[place] = default;
            }
        }

        DropSaved();
        Forget(StateCell.AttribStackDepth);
    }

    private int Convert(int place, AnswerForm form, Span<double> values)
    {
        CellRule rule = RuleAt(place);
        KnownValue known = _cells[place];
        bool isFloat = rule.Form is StateForm.Float or StateForm.Color;
        for (int i = 0; i < rule.Components; i++)
        {
            values[i] = known[i];
            bool sure = form switch
            {
                AnswerForm.Integer => !isFloat || (rule.Form == StateForm.Float && IsSmallInteger(known[i])),
                AnswerForm.Boolean => true,
                _ => isFloat || IsSmallInteger(known[i]),
            };
            if (known.Knows == Knowledge.Integers ? form != AnswerForm.Integer : known.Knows == Knowledge.Nothing || !sure)
            {
                return 0;
            }
        }

        return rule.Components;
    }

    private static bool IsSmallInteger(double value) => Math.Abs(value) <= LargestExact && Math.Floor(value) == value;

    /// <summary>Keeps an answer where it says the value itself, and not only what the value becomes in another type.</summary>
    private void Keep(int place, int cell, AnswerForm form, ReadOnlySpan<double> values)
    {
        CellRule rule = StateCell.Rules[cell];
        bool isFloat = rule.Form is StateForm.Float or StateForm.Color;
        Span<double> kept = stackalloc double[4];
        kept.Clear();
        for (int i = 0; i < rule.Components; i++)
        {
            kept[i] = values[i];
            bool isValue = form switch
            {
                AnswerForm.Integer => true,
                AnswerForm.Boolean => rule.Form is StateForm.Cap or StateForm.Bool,
                _ => isFloat ? IsFloat(values[i]) : IsSmallInteger(values[i]),
            };
            if (!isValue)
            {
                return;
            }
        }

        bool integersOnly = isFloat && form == AnswerForm.Integer;
        if (integersOnly && _cells[place].Knows == Knowledge.Value)
        {
            return;
        }

        _cells[place] = new KnownValue
        {
            Knows = integersOnly ? Knowledge.Integers : Knowledge.Value, A = kept[0], B = kept[1], C = kept[2], D = kept[3],
        };
        if (rule.Form == StateForm.Name && kept[0] > 0)
        {
            _proofs.Add(cell, (uint)kept[0]);
        }
    }
}
