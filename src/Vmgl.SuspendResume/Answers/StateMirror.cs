using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Answers;

/// <summary>What is surely known of one context's state, folded from the commands that travel. It answers questions about state so that
/// nobody waits for the host; what it is not sure of it does not answer.</summary>
/// <remarks>A command that GL may have refused makes what it sets unknown. Values come from the commands' parameters, by the rules in
/// spec/state.spec, and from answers that the host gave. One thread at a time.</remarks>
public sealed partial class StateMirror
{
    /// <summary>The oldest GL whose rules these are, 15 for 1.5.</summary>
    public const int OldestVersion = 15;

    /// <summary>Texture units whose state is kept.</summary>
    private const int Units = 8;

    /// <summary>Lists called inside lists: GL allows at least 64 (GL 2.1 table 6.31), and more may or may not be carried out.</summary>
    private const int DeepestNesting = 64;

    /// <summary>Commands that one call of a list may carry out here; a list with more may do anything.</summary>
    private const int MostOfOneCall = 8192;

    /// <summary>Bytes folded without a single question before watching costs more than an answer saves.</summary>
    private const long MostIdleBytes = 4 << 20;

    private static readonly StateMoment[] s_moments = BuildMoments();

    private readonly DisplayLists _lists;
    private readonly ObjectProofs _proofs;
    private readonly ListRecorder _recorder = new();
    private readonly MatrixHistory _matrices = new();
    private Compiling _compiling;
    private bool _isOutside;
    private bool _doubts;
    private int _nesting;
    private int _budget;
    private long _idleBytes;
    private int _version;
    private int _listsSeen;
    private int _proofsSeen;

    /// <summary>A mirror that knows nothing yet, of a context of the share group that <paramref name="lists"/> and
    /// <paramref name="proofs"/> belong to.</summary>
    public StateMirror(DisplayLists lists, ObjectProofs proofs)
    {
        (_lists, _proofs) = (lists, proofs);
        _isOutside = true;
    }

    /// <summary>What glNewList was last told.</summary>
    private enum Compiling
    {
        Nothing,
        Only,
        AndExecuting,
        Unsure,
    }

    /// <summary>Whether questions are answered from what is folded; the whole stream must be folded then.</summary>
    public bool IsWatching { get; private set; }

    /// <summary>Whether the next batch has to be folded: state is watched, or a list is being made.</summary>
    public bool NeedsFolding => IsWatching || _compiling != Compiling.Nothing;

    /// <summary>Begins to answer. Everything before is unknown until it is asked for.</summary>
    /// <param name="version">The host's GL version, 21 for 2.1: it says which capabilities are surely there.</param>
    public void Watch(int version)
    {
        if (!IsWatching && version >= OldestVersion)
        {
            IsWatching = true;
            _version = version;
            (_idleBytes, _listsSeen, _proofsSeen) = (0, _lists.Version, _proofs.Version);
            ForgetAll();
            KnowCompiling();
        }
    }

    /// <summary>The stream goes on after commands that were not folded.</summary>
    /// <param name="insidePrimitive">Whether glBegin came without glEnd, as far as the guest can tell.</param>
    public void Resume(bool insidePrimitive)
    {
        if (!NeedsFolding)
        {
            _isOutside = !insidePrimitive && !_lists.HasOpenLists;
        }
    }

    /// <summary>The context became current with other drawables.</summary>
    /// <param name="isFirst">Whether it never had one before: viewport and scissor box become its size (GLX 1.4 section 3.3.7).</param>
    public void EnterDrawable(bool isFirst)
    {
        ForgetDrawable();
        if (isFirst)
        {
            ForgetFirstDrawable();
        }
    }

    /// <summary>All state may have become anything: glXCopyContext.</summary>
    public void ForgetEverything()
    {
        ForgetAll();
        KnowCompiling();
    }

    /// <summary>Folds commands that the door has let through or will let through.</summary>
    /// <exception cref="ProtocolException">The commands break the protocol.</exception>
    public void Fold(ReadOnlySpan<byte> commands)
    {
        _idleBytes += commands.Length;
        if (_idleBytes > MostIdleBytes)
        {
            IsWatching = false;
        }

        BatchReader reader = BatchReader.OfCommands(commands);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            StateMoment moment = s_moments[(int)opcode];
            if (moment != StateMoment.None)
            {
                Take(opcode, moment, command);
            }
        }
    }

    /// <summary>A command as it stands in the stream: carried out, taken up by a list, or both.</summary>
    private void Take(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        _budget = MostOfOneCall;
        if (_compiling == Compiling.Nothing || moment == StateMoment.Immediate)
        {
            Run(opcode, moment, command);
            return;
        }

        Record(opcode, moment, command);
        if (_compiling != Compiling.Only)
        {
            Run(opcode, moment, command);
        }
        else if (moment is StateMoment.Either or StateMoment.Forgetting)
        {
            RunDoubting(opcode, moment, command);
        }
    }

    private void Record(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.Begin: _recorder.Begin(command); break;
            case Opcode.End: _recorder.End(command); break;
            default: _recorder.Add(moment, command); break;
        }
    }

    /// <summary>Carries a command out. Between glBegin and glEnd most are refused, and where that is unsure they may be.</summary>
    private void Run(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        bool anywhere = moment == StateMoment.Vertex || opcode is Opcode.Begin or Opcode.End or Opcode.CallList or Opcode.CallLists;
        // Mesa 22 carries out a current value that a list takes up when it sees fit, after glEndList at the latest.
        bool late = moment == StateMoment.Vertex && (_nesting > 0 || _compiling != Compiling.Nothing);
        if (_compiling == Compiling.Unsure || late || (!_isOutside && !anywhere))
        {
            RunDoubting(opcode, moment, command);
        }
        else
        {
            Carry(opcode, moment, command);
        }
    }

    private void RunDoubting(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        bool before = _doubts;
        _doubts = true;
        Carry(opcode, moment, command);
        _doubts = before;
    }

    private void Carry(Opcode opcode, StateMoment moment, ReadOnlySpan<byte> command)
    {
        switch (moment)
        {
            case StateMoment.Matrix: TransformMatrix(opcode, command); break;
            case StateMoment.Forgetting: ForgetAll(); break;
            default: Apply(opcode, command); break;
        }
    }
}
