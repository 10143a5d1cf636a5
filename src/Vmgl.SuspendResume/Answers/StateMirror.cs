using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Answers;

/// <summary>The values of one context's state that are surely known, so that questions about state are answered without waiting for the
/// host.</summary>
/// <remarks>
/// <para>The commands of this mirror are folded on the program's thread, before its question is answered: the program waits for them. So a
/// context is watched only while it asks, and what is seldom asked for is not kept. One thread at a time.</para>
/// <para>It keeps values and no commands. A value comes from a command's parameters, by the rules in spec/state.spec, or from an answer
/// that the host gave; what a command that GL may have refused sets is unknown. It may forget anything at any time and may not answer what
/// is not sure: a wrong answer is a bug, an unknown one costs a round trip. Nothing can be rebuilt from it: that is what the mirror in
/// Rebuild is for.</para>
/// <para>This class decides what is folded; <see cref="StateRules"/> and its parts know what it means.</para>
/// </remarks>
public sealed class StateMirror
{
    /// <summary>Most values that an answer has.</summary>
    public const int MostValues = 16;

    /// <summary>The oldest GL whose rules these are, 15 for 1.5.</summary>
    public const int OldestVersion = 15;

    /// <summary>Bytes folded without a single question before watching costs more than an answer saves.</summary>
    private const long MostIdleBytes = 4 << 20;

    private readonly KnownState _state;
    private readonly ListTracker _lists;
    private readonly StateRules _rules;
    private readonly QuestionAnswers _answers;
    private long _idleBytes;

    /// <summary>A mirror that knows nothing yet, of a context of the share group that <paramref name="lists"/> and
    /// <paramref name="proofs"/> belong to.</summary>
    public StateMirror(DisplayLists lists, ObjectProofs proofs)
    {
        _state = new KnownState(proofs);
        _lists = new ListTracker(_state, lists);
        _rules = new StateRules(_state, _lists);
        _answers = new QuestionAnswers(_state, _lists, _rules);
    }

    /// <summary>Whether questions are answered from the folded commands; the whole stream must be folded then.</summary>
    public bool IsWatching { get; private set; }

    /// <summary>Whether the next batch has to be folded: state is watched, or a list is being made.</summary>
    public bool NeedsFolding => IsWatching || _lists.IsCompiling;

    /// <summary>Whether a question is of a kind that can be answered here.</summary>
    public static bool IsAnswerable(StateQuestion question) => QuestionAnswers.IsAnswerable(question);

    /// <summary>Whether glIsEnabled may be asked for this name.</summary>
    public static bool IsCapability(uint name) => QuestionAnswers.IsCapability(name);

    /// <summary>Begins to answer. Everything before is unknown until it is asked for.</summary>
    /// <param name="version">The host's GL version, 21 for 2.1: it decides which capabilities are surely there.</param>
    public void StartWatching(int version)
    {
        if (!IsWatching && version >= OldestVersion)
        {
            IsWatching = true;
            _idleBytes = 0;
            _state.Version = version;
            _lists.SkipChanges();
            _answers.SkipChanges();
            _rules.ForgetEverything();
        }
    }

    /// <summary>The stream goes on after commands that were not folded.</summary>
    /// <param name="insidePrimitive">Whether glBegin came without glEnd, as far as the guest can tell.</param>
    public void ResumeFolding(bool insidePrimitive)
    {
        if (!NeedsFolding)
        {
            _lists.IsOutside = !insidePrimitive && !_lists.HasOpenLists;
        }
    }

    /// <summary>The context became current with other drawables.</summary>
    /// <param name="isFirst">Whether it never had one before: viewport and scissor box become its size (GLX 1.4 section 3.3.7).</param>
    public void EnterDrawable(bool isFirst)
    {
        _rules.ForgetDrawable();
        if (isFirst)
        {
            _rules.ForgetFirstDrawable();
        }
    }

    /// <summary>Forgets all state: glXCopyContext may have changed any.</summary>
    public void ForgetEverything() => _rules.ForgetEverything();

    /// <summary>Folds commands that the door has let through or will let through.</summary>
    /// <exception cref="ProtocolException">The commands break the protocol.</exception>
    public void FoldCommands(ReadOnlySpan<byte> commands)
    {
        _idleBytes += commands.Length;
        if (_idleBytes > MostIdleBytes)
        {
            IsWatching = false;
        }

        BatchReader reader = BatchReader.OfCommands(commands);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            _rules.Runner.FoldCommand(opcode, command);
        }
    }

    /// <summary>Answers a question.</summary>
    /// <param name="values">Room for <see cref="MostValues"/>.</param>
    /// <returns>How many values there are; 0 when the host has to be asked.</returns>
    public int TryAnswer(StateQuestion question, AnswerForm form, Span<double> values)
    {
        _answers.NoticeOtherContexts();
        _idleBytes = 0;
        return IsWatching ? _answers.TryAnswer(question, form, values) : 0;
    }

    /// <summary>The next name to ask by glGetIntegerv before the question itself, so that its answer can be kept; 0 for none.</summary>
    public uint FindWantedName(StateQuestion question) => IsWatching ? _answers.FindWanted(question) : 0;

    /// <summary>Learns from the host's answer: values that GL wrote. An answer also shows that no primitive is open.</summary>
    public void LearnAnswer(StateQuestion question, AnswerForm form, ReadOnlySpan<double> values)
    {
        if (IsWatching && !values.IsEmpty)
        {
            _answers.LearnAnswer(question, form, values);
        }
    }

    /// <summary>Learns from the host's answer to glIsEnabled. A zero may also mean that it has no such capability.</summary>
    public void LearnEnabled(uint name, bool isEnabled)
    {
        if (IsWatching)
        {
            _answers.LearnEnabled(name, isEnabled);
        }
    }
}
