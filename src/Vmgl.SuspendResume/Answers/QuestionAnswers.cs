namespace Vmgl.SuspendResume.Answers;

/// <summary>Answers to questions from known state, and what the host's answers teach (GL 2.1 sections 6.1.1 and 6.1.2).</summary>
internal sealed class QuestionAnswers(KnownState state, ListTracker lists, StateRules rules)
{
    /// <summary>Integers up to here are floats too.</summary>
    private const double LargestExact = 1 << 24;

    /// <summary>Questions of its own that a mirror may ask before its answers pay for more.</summary>
    private const int FirstExtras = 16;

    private int _answered;
    private int _extras;
    private int _seenProofs;

    /// <summary>Whether a question is of a kind that can be answered.</summary>
    public static bool IsAnswerable(StateQuestion question) => CellOf(question) >= 0 || IsMatrix(question);

    /// <summary>Whether glIsEnabled may be asked for this name.</summary>
    public static bool IsCapability(uint name) => StateNames.Get(name) is var cell and >= 0 && StateCell.Rules[cell].Form == StateForm.Cap;

    /// <summary>Answers a question; how many values there are, or 0 when the host has to be asked.</summary>
    public int TryAnswer(StateQuestion question, AnswerForm form, Span<double> values)
    {
        if (!lists.IsOutside)
        {
            return 0;
        }

        int count = IsMatrix(question)
            ? rules.Matrices.History.TryAnswer(StateNames.Matrix(question.Name), form, values) ? StateMirror.MostValues : 0
            : FindPlace(question) is var place and >= 0 ? ConvertValue(place, form, values) : 0;
        _answered += count == 0 ? 0 : 1;
        return count;
    }

    /// <summary>The next name to ask before a question; 0 for none.</summary>
    public uint FindWanted(StateQuestion question)
    {
        if (_extras > FirstExtras + (_answered / 2))
        {
            return 0;
        }

        uint wanted = FindUnknown(question);
        _extras += wanted == 0 ? 0 : 1;
        return wanted;
    }

    /// <summary>Learns from values that GL wrote.</summary>
    public void LearnAnswer(StateQuestion question, AnswerForm form, ReadOnlySpan<double> values)
    {
        lists.IsOutside = true;
        if (IsMatrix(question))
        {
            if (values.Length == StateMirror.MostValues)
            {
                rules.Matrices.History.LearnAnswer(StateNames.Matrix(question.Name), form, values);
            }

            return;
        }

        int cell = CellOf(question);
        state.ProveCell(cell);
        if (FindPlace(question) is var place and >= 0 && values.Length >= StateCell.Rules[cell].Components)
        {
            KeepAnswer(place, cell, form, values);
        }

        if (cell == StateCell.ActiveTexture)
        {
            state.ProveUnit();
        }
    }

    /// <summary>Learns from an answer to glIsEnabled. A zero may also mean that the host has no such capability.</summary>
    public void LearnEnabled(uint name, bool isEnabled)
    {
        int cell = StateNames.Get(name);
        if (isEnabled || (lists.IsOutside && state.HasCapability(cell) && (!KnownState.IsPerUnit(cell) || state.IsFixedUnit)))
        {
            LearnAnswer(new StateQuestion(name), AnswerForm.Boolean, [isEnabled ? 1 : 0]);
        }
    }

    /// <summary>Other contexts of the share group may have redefined lists and deleted objects, and when is unknown here.</summary>
    public void NoticeOtherContexts()
    {
        if (lists.NoticeChanges())
        {
            rules.ForgetEverything();
        }

        if (state.Proofs.Contexts > 1)
        {
            rules.ForgetDrawable(); // a texture that another context redefines may be attached here
            if (_seenProofs != state.Proofs.Version)
            {
                rules.ForgetObjects();
            }
        }

        SkipChanges();
    }

    /// <summary>Takes all deleted objects up to now as known.</summary>
    public void SkipChanges() => _seenProofs = state.Proofs.Version;

    private static bool IsMatrix(StateQuestion question) => question.Target == 0 && StateNames.Matrix(question.Name) >= 0;

    private static int CellOf(StateQuestion question) => question.Target switch
    {
        0 => StateNames.Get(question.Name),
        StateNames.TextureEnvTarget => StateNames.TextureEnv(question.Name),
        _ => -1,
    };

    private static bool IsSmallInteger(double value) => Math.Abs(value) <= LargestExact && Math.Floor(value) == value;

    /// <summary>The place of the value that a question asks for; -1 when its unit is unknown or not kept.</summary>
    private int FindPlace(StateQuestion question)
    {
        int cell = CellOf(question);
        return cell == StateCell.CurrentColor && !lists.HasNoLists ? -1 : state.FindPlace(cell);
    }

    private uint FindUnknown(StateQuestion question)
    {
        foreach (uint need in StateNames.Needs(question.Name))
        {
            if (IsUnknown(need))
            {
                return need;
            }
        }

        bool isPerUnit = !IsMatrix(question) && KnownState.IsPerUnit(CellOf(question));
        return isPerUnit && state.Unit < 0 ? StateNames.ActiveTexture
            : isPerUnit && IsUnknown(StateNames.MaxTextureUnits) ? StateNames.MaxTextureUnits
            : IsUnknown(StateNames.AttribStackDepth) ? StateNames.AttribStackDepth
            : rules.Runner.HasMissedListBase && IsUnknown(StateNames.ListBase) ? StateNames.ListBase
            : 0;

        bool IsUnknown(uint name) => state.Values[StateNames.Get(name)].Knows == Knowledge.Nothing && name != question.Name;
    }

    /// <summary>A known value in the type of the question; 0 values where the conversion is the driver's affair.</summary>
    private int ConvertValue(int place, AnswerForm form, Span<double> values)
    {
        CellRule rule = KnownState.RuleAt(place);
        KnownValue known = state.Values[place];
        bool isFloat = rule.Form is StateForm.Float or StateForm.Color;
        for (int i = 0; i < rule.Components; i++)
        {
            values[i] = known[i];
            bool isSure = form switch
            {
                AnswerForm.Integer => !isFloat || (rule.Form == StateForm.Float && IsSmallInteger(known[i])),
                AnswerForm.Boolean => true,
                _ => isFloat || IsSmallInteger(known[i]),
            };
            if (known.Knows == Knowledge.Integers ? form != AnswerForm.Integer : known.Knows == Knowledge.Nothing || !isSure)
            {
                return 0;
            }
        }

        return rule.Components;
    }

    /// <summary>Keeps an answer that is the value itself, and not only what the value becomes in another type.</summary>
    private void KeepAnswer(int place, int cell, AnswerForm form, ReadOnlySpan<double> values)
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
                _ => isFloat ? KnownState.IsFloat(values[i]) : IsSmallInteger(values[i]),
            };
            if (!isValue)
            {
                return;
            }
        }

        ref KnownValue value = ref state.Values[place];
        bool isIntegersOnly = isFloat && form == AnswerForm.Integer;
        if (isIntegersOnly && value.Knows == Knowledge.Value)
        {
            return;
        }

        value = new KnownValue
        {
            Knows = isIntegersOnly ? Knowledge.Integers : Knowledge.Value, A = kept[0], B = kept[1], C = kept[2], D = kept[3],
        };
        if (rule.Form == StateForm.Name && kept[0] > 0)
        {
            state.Proofs.AddName(cell, (uint)kept[0]);
        }
    }
}
