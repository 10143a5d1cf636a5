using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Answers;

/// <summary>Decides whether and when a command takes effect: at once, with the list that takes it up, perhaps (GL 2.1 sections 2.6.1 and
/// 5.4).</summary>
internal sealed class CommandRunner(StateRules rules, KnownState state, ListTracker lists)
{
    /// <summary>Lists called inside lists: GL allows at least 64 (GL 2.1 table 6.31), and more may or may not be carried out.</summary>
    private const int DeepestNesting = 64;

    /// <summary>Commands that one call of a list may carry out here; a list with more may do anything.</summary>
    private const int MostOfOneCall = 8192;

    private static readonly StateMoment[] s_moments = StateRules.BuildMoments();

    private int _nesting;
    private int _budget;

    /// <summary>Whether lists were called by numbers whose base was unknown.</summary>
    public bool HasMissedListBase { get; private set; }

    /// <summary>Folds a command as it stands in the stream: it is carried out, taken up by a list, or both.</summary>
    public void FoldCommand(Opcode opcode, ReadOnlySpan<byte> command)
    {
        StateMoment moment = s_moments[(int)opcode];
        if (moment == StateMoment.None)
        {
            return;
        }

        _budget = MostOfOneCall;
        if (!lists.IsCompiling || moment == StateMoment.Immediate)
        {
            RunCommand(opcode, moment, command);
            return;
        }

        lists.Recorder.RecordCommand(moment, command);
        if (!lists.IsCompilingOnly)
        {
            RunCommand(opcode, moment, command);
        }
        else if (moment is StateMoment.Either or StateMoment.Forgetting)
        {
            RunDoubting(opcode, moment, command);
        }
    }

    /// <summary>Carries out what a list does to state.</summary>
    public void CallList(uint list)
    {
        if (!lists.Lists.TryGetEffects(list, out byte[]? effects))
        {
            return;
        }

        if (effects is null || _nesting >= DeepestNesting)
        {
            LoseTrack();
            return;
        }

        _nesting++;
        BatchReader reader = BatchReader.OfCommands(effects);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command) && --_budget > 0)
        {
            StateMoment moment = s_moments[(int)opcode];
            if (moment == StateMoment.Either)
            {
                RunDoubting(opcode, moment, command);
            }
            else
            {
                RunCommand(opcode, moment, command);
            }
        }

        _nesting--;
        if (_budget <= 0)
        {
            LoseTrack();
        }
    }

    /// <summary>Carries out several lists.</summary>
    public void CallLists(CallLists command)
    {
        ReadOnlySpan<byte> names = command.Lists;
        int bytes = Sizes.CallLists(command.Type);
        if (lists.Lists.IsEmpty || names.IsEmpty || bytes == 0)
        {
            return;
        }

        if (state.Values[StateCell.ListBase].Knows != Knowledge.Value)
        {
            HasMissedListBase = true;
            LoseTrack();
            return;
        }

        uint listBase = (uint)state.Values[StateCell.ListBase].A;
        for (int at = 0; at + bytes <= names.Length; at += bytes)
        {
            CallList(listBase + ListNumbers.ReadNumber(command.Type, names[at..]));
        }
    }

    /// <summary>Carries a command out. Between glBegin and glEnd most are refused, and where that is unsure they may be.</summary>
    private void RunCommand(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        bool isAllowed = lists.IsOutside || moment is StateMoment.Vertex or StateMoment.Anywhere or StateMoment.Opens or StateMoment.Closes;
        // Mesa 22 carries out a current value that a list takes up when it sees fit, after glEndList at the latest.
        bool isLate = moment == StateMoment.Vertex && (_nesting > 0 || lists.IsCompiling);
        if (lists.IsUnsure || isLate || !isAllowed)
        {
            RunDoubting(opcode, moment, command);
        }
        else
        {
            CarryOut(opcode, moment, command);
        }
    }

    private void RunDoubting(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        bool before = state.IsDoubtful;
        state.IsDoubtful = true;
        CarryOut(opcode, moment, command);
        state.IsDoubtful = before;
    }

    private void CarryOut(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        switch (moment)
        {
            case StateMoment.Matrix or StateMoment.LoadMatrix: rules.Matrices.TransformMatrix(moment == StateMoment.LoadMatrix, command);
            break;
            case StateMoment.Forgetting: rules.ForgetEverything(); break;
            default: rules.ApplyCommand(opcode, command); break;
        }
    }

    /// <summary>Anything may have been carried out, but for what lists do not take up.</summary>
    private void LoseTrack()
    {
        rules.ForgetEverything();
        lists.IsOutside = false;
    }
}
