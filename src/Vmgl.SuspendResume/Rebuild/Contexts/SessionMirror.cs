using System.Buffers;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Contexts;

/// <summary>The drawables and contexts that a guest has on a host, and which of them are current on which stream. Folds whole frames, and
/// hands the commands of a context to its mirror.</summary>
/// <remarks>Contexts and drawables are noted when the host has granted them; what the program destroys goes when that command is
/// folded.</remarks>
public sealed class SessionMirror(MemoryPool<byte> memory) : ISessionCommands
{
    private readonly SortedDictionary<uint, MirroredContext> _contexts = [];
    private readonly Dictionary<uint, MirroredDrawable> _drawables = [];
    private readonly SortedDictionary<uint, MirroredBinding> _bindings = [];
    private readonly List<GroupMirror> _groups = [];
    private HostFacts _facts = HostFacts.Least;

    /// <summary>A mirror that keeps contents in the collector's memory.</summary>
    public SessionMirror()
        : this(MemoryPool<byte>.Shared)
    {
    }

    /// <summary>The limits and extensions of the GL of all contexts.</summary>
    public HostFacts Facts
    {
        get => _facts;
        set
        {
            _facts = value;
            foreach (MirroredContext context in _contexts.Values)
            {
                context.State.Facts = value;
            }
        }
    }

    /// <summary>The contexts that live, by their numbers: those that others share with come first.</summary>
    public IReadOnlyCollection<MirroredContext> Contexts => _contexts.Values;

    /// <summary>The drawables that live.</summary>
    public IReadOnlyCollection<MirroredDrawable> Drawables => _drawables.Values;

    /// <summary>What is current on each stream that has a context.</summary>
    public IReadOnlyDictionary<uint, MirroredBinding> Bindings => _bindings;

    /// <summary>The share groups of the contexts.</summary>
    public IReadOnlyList<GroupMirror> Groups => _groups;

    /// <summary>Bytes of contents that are kept.</summary>
    public long Bytes => _groups.Sum(group => group.Bytes);

    /// <summary>The contents that only the host has.</summary>
    public IEnumerable<StaleContent> Stale =>
        _groups.SelectMany(group => group.Stale).Concat(_contexts.Values.SelectMany(context => context.State.Stale));

    /// <summary>Whether a command makes a context or a drawable, which is to be noted once the host has granted it.</summary>
    public static bool IsCreation(Opcode opcode) => CommandWords.IsGranted(opcode);

    /// <summary>Whether the mirror needs the host's reply to this question.</summary>
    public static bool NeedsReply(Opcode opcode) => CommandWords.IsLearned(opcode);

    /// <summary>Whether the reply to a question is contents: whole images or buffers.</summary>
    public static bool RepliesWithContents(Opcode opcode) => CommandWords.HasContents(opcode);

    /// <summary>Whether a command only asks: once answered it need not be sent again. glGetError takes the error away, so it does
    /// more.</summary>
    public static bool IsPureQuestion(Opcode opcode) => MirrorRules.Of(opcode).Effect == StateEffect.Ask && !CommandWords.Alters(opcode);

    /// <summary>Notes a context or drawable that the host has granted.</summary>
    /// <exception cref="ArgumentException">The command makes neither.</exception>
    public void NoteCreation(Opcode opcode, ReadOnlySpan<byte> command)
    {
        if (!IsCreation(opcode))
        {
            throw new ArgumentException($"{opcode} makes neither a context nor a drawable", nameof(opcode));
        }

        _ = SessionDispatch.FoldCommand(this, opcode, command, new SessionCommand(0, opcode, command, default));
    }

    /// <summary>Folds one frame.</summary>
    /// <param name="isSure">Whether no error was found around it.</param>
    /// <param name="answers">The host's replies to questions in it, by their tokens.</param>
    /// <exception cref="ProtocolException">The frame breaks the protocol.</exception>
    public void FoldFrame(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk, bool isSure,
        IReadOnlyDictionary<uint, byte[]>? answers = null)
    {
        ContextMirror? current = ContextOf(stream)?.State;
        var reader = new BatchReader(commands, bulk);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            byte[]? answer = null;
            _ = answers is not null && CommandTable.HasToken(opcode)
                && answers.TryGetValue(CommandTable.TokenOf(opcode, command), out answer);
            if (IsCreation(opcode) || SessionDispatch.FoldCommand(this, opcode, command,
                new SessionCommand(stream, opcode, command, answer)))
            {
                current = ContextOf(stream)?.State;
                continue;
            }

            if (current is null)
            {
                continue;
            }

            if (opcode == Opcode.GetError && ContextOf(stream) is MirroredContext asked)
            {
                asked.PendingError = 0; // the program has it
            }

            current.FoldCommand(opcode, command, reader.Bulk, isSure);
            if (answer is not null)
            {
                current.LearnReply(opcode, command, answer);
            }
        }
    }

    /// <summary>Releases contents that nobody has written since the last time, where the guest lends the same.</summary>
    /// <param name="lenderOf">The guest's copy of a buffer, by a context and the buffer's name.</param>
    /// <returns>Whether contents remain that might be lent another time.</returns>
    public bool ReleaseLentContents(Func<uint, uint, IBufferLender?> lenderOf)
    {
        bool isUnsettled = false;
        foreach (GroupMirror group in _groups)
        {
            uint member = _contexts.Values.First(context => context.State.Group == group).State.Context;
            isUnsettled |= group.Settle(name => lenderOf(member, name));
        }

        return isUnsettled;
    }

    /// <summary>Notes the GL error that a stream's context has for the program to ask for.</summary>
    public void NoteError(uint stream, uint error)
    {
        if (ContextOf(stream) is MirroredContext context)
        {
            context.PendingError = error;
        }
    }

    /// <summary>Forgets a drawable that the host can no longer have: its window is gone.</summary>
    public void ForgetDrawable(uint drawable) => _drawables.Remove(drawable);

    void ISessionCommands.FoldCreateContext(CreateContext command, in SessionCommand sent)
    {
        GroupMirror group = _contexts.TryGetValue(command.Share, out MirroredContext? share) ? share.State.Group : new GroupMirror(memory);
        if (share is null)
        {
            _groups.Add(group);
        }

        _contexts[command.Context] = new MirroredContext(sent.Bytes.ToArray(), new ContextMirror(command.Context, group, Facts));
    }

    void ISessionCommands.FoldDestroyContext(DestroyContext command, in SessionCommand sent)
    {
        if (!_contexts.Remove(command.Context, out MirroredContext? gone))
        {
            return;
        }

        gone.State.ReleaseTextures();
        gone.State.Group.Forget(command.Context);
        if (!_contexts.Values.Any(other => other.State.Group == gone.State.Group))
        {
            _groups.Remove(gone.State.Group);
            gone.State.Group.Release();
        }
    }

    void ISessionCommands.FoldMakeCurrent(MakeCurrent command, in SessionCommand sent)
    {
        if (command.Context == 0)
        {
            _bindings.Remove(sent.Stream);
            return;
        }

        _bindings[sent.Stream] = new MirroredBinding(command.Context, command.Draw, command.Read);
        if (_contexts.TryGetValue(command.Context, out MirroredContext? made))
        {
            made.LastDrawable = command.Draw;
        }
    }

    /// <summary>The host gives a context a viewport and a scissor box when it is current for the first time; its drawable may be another,
    /// or gone, later. MakeCurrent follows when the host agrees.</summary>
    void ISessionCommands.FoldTryMakeCurrent(TryMakeCurrent command, in SessionCommand sent)
    {
        if (sent.Reply.Length < 3 * sizeof(uint) || !_contexts.TryGetValue(command.Context, out MirroredContext? bound))
        {
            return;
        }

        (int width, int height) = ((int)Fields.U32(sent.Reply, 4), (int)Fields.U32(sent.Reply, 8));
        Span<byte> box = stackalloc byte[Viewport.Bytes];
        Viewport.Write(box, 0, 0, width, height);
        bound.State.FoldCommand(Opcode.Viewport, box, default, isSure: true);
        Scissor.Write(box, 0, 0, width, height);
        bound.State.FoldCommand(Opcode.Scissor, box, default, isSure: true);
    }

    void ISessionCommands.FoldEndStream(EndStream command, in SessionCommand sent) => _bindings.Remove(sent.Stream);

    void ISessionCommands.FoldCopyContext(CopyContext command, in SessionCommand sent)
    {
        if (_contexts.TryGetValue(command.Source, out MirroredContext? source)
            && _contexts.TryGetValue(command.Destination, out MirroredContext? destination))
        {
            destination.State.CopyState(source.State, command.Mask);
        }
    }

    void ISessionCommands.FoldAttachWindow(AttachWindow command, in SessionCommand sent) => AddDrawable(command.Drawable, sent);

    void ISessionCommands.FoldCreateWindow(CreateWindow command, in SessionCommand sent) => AddDrawable(command.Drawable, sent);

    void ISessionCommands.FoldCreatePixmap(CreatePixmap command, in SessionCommand sent) => AddDrawable(command.Drawable, sent);

    void ISessionCommands.FoldCreatePbuffer(CreatePbuffer command, in SessionCommand sent) => AddDrawable(command.Drawable, sent);

    void ISessionCommands.FoldCreateSurface(CreateSurface command, in SessionCommand sent)
    {
        AddDrawable(command.Drawable, sent);
        _drawables[command.Drawable].Size = (command.Width, command.Height);
    }

    void ISessionCommands.FoldForgetDrawable(ForgetDrawable command, in SessionCommand sent) => ForgetDrawable(command.Drawable);

    void ISessionCommands.FoldResizeSurface(ResizeSurface command, in SessionCommand sent)
    {
        if (_drawables.TryGetValue(command.Drawable, out MirroredDrawable? surface))
        {
            surface.Size = (command.Width, command.Height);
        }
    }

    void ISessionCommands.FoldSwapInterval(SwapInterval command, in SessionCommand sent)
    {
        if (_drawables.TryGetValue(command.Drawable, out MirroredDrawable? drawable))
        {
            drawable.SwapInterval = sent.Bytes.ToArray();
        }
    }

    /// <summary>Configs are named anew for every host.</summary>
    void ISessionCommands.FoldNameConfig(NameConfig command, in SessionCommand sent)
    {
    }

    /// <summary>Pictures that were shown are not shown again.</summary>
    void ISessionCommands.FoldSwapBuffers(SwapBuffers command, in SessionCommand sent)
    {
    }

    private MirroredContext? ContextOf(uint stream) =>
        _bindings.TryGetValue(stream, out MirroredBinding binding) ? _contexts.GetValueOrDefault(binding.Context) : null;

    private void AddDrawable(uint drawable, in SessionCommand sent) =>
        _drawables[drawable] = new MirroredDrawable(drawable, sent.Opcode, sent.Bytes.ToArray());
}
