using System.Buffers;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>What a guest has on a host: drawables, contexts, and which of them are current on which stream. Folds whole frames and
/// hands what concerns a context's state to its mirror.</summary>
/// <remarks>What the program makes by asking (contexts, drawables) is noted when the host grants it; what it destroys goes when that command is folded.</remarks>
public sealed class SessionMirror(MemoryPool<byte> memory)
{
    private readonly SortedDictionary<uint, MirroredContext> _contexts = [];
    private readonly Dictionary<uint, MirroredDrawable> _drawables = [];
    private readonly SortedDictionary<uint, MirroredBinding> _bindings = [];
    private readonly List<GroupMirror> _groups = [];
    private HostFacts _facts = HostFacts.Least;

    /// <summary>One whose contents are in the collector's memory.</summary>
    public SessionMirror()
        : this(MemoryPool<byte>.Shared)
    {
    }

    /// <summary>What the GL of all contexts is.</summary>
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

    /// <summary>What is current on which stream; streams without a context are not among them.</summary>
    public IReadOnlyDictionary<uint, MirroredBinding> Bindings => _bindings;

    /// <summary>The share groups of the contexts.</summary>
    public IReadOnlyList<GroupMirror> Groups => _groups;

    /// <summary>Bytes of contents that are kept.</summary>
    public long Bytes => _groups.Sum(group => group.Bytes);

    /// <summary>What only the host has.</summary>
    public IEnumerable<StaleContent> Stale =>
        _groups.SelectMany(group => group.Stale).Concat(_contexts.Values.SelectMany(context => context.State.Stale));

    /// <summary>Whether the host's verdict on this command is to be noted: it makes a context or a drawable.</summary>
    public static bool Makes(Opcode opcode) => opcode is Opcode.CreateContext or Opcode.AttachWindow or Opcode.CreateWindow
        or Opcode.CreatePixmap or Opcode.CreatePbuffer or Opcode.CreateSurface;

    /// <summary>Whether the mirror needs the host's answer to this question.</summary>
    public static bool Learns(Opcode opcode) => opcode is Opcode.TryMakeCurrent or Opcode.FindUniform or Opcode.FindAttribute or Opcode.DescribeProgram
        or Opcode.GetQueryObjectiv or Opcode.GetQueryObjectuiv or Opcode.GetQueryObjecti64v or Opcode.GetQueryObjectui64v;

    /// <summary>Whether a question is answered with contents: whole images or buffers.</summary>
    public static bool AnswersMuch(Opcode opcode) => opcode is Opcode.ReadPixels or Opcode.GetTexImage or Opcode.GetCompressedTexImage or Opcode.FetchBuffer
        or Opcode.OpenPictures or Opcode.ReadConfigs;

    /// <summary>Whether a command only asks: once answered it need not be sent again. glGetError takes the error away, so it does more.</summary>
    public static bool IsMereQuestion(Opcode opcode) =>
        MirrorRules.Of(opcode).Effect == StateEffect.Ask && opcode is not (Opcode.RaiseError or Opcode.GetError or Opcode.ReadMessages);

    /// <summary>The host has granted a command that makes a context or a drawable.</summary>
    public void Note(Opcode opcode, ReadOnlySpan<byte> command)
    {
        byte[] made = command.ToArray();
        switch (opcode)
        {
            case Opcode.CreateContext:
                AddContext(made);
                break;
            case Opcode.AttachWindow: AddDrawable(new AttachWindow(command).Drawable, opcode, made); break;
            case Opcode.CreateWindow: AddDrawable(new CreateWindow(command).Drawable, opcode, made); break;
            case Opcode.CreatePixmap: AddDrawable(new CreatePixmap(command).Drawable, opcode, made); break;
            case Opcode.CreatePbuffer: AddDrawable(new CreatePbuffer(command).Drawable, opcode, made); break;
            case Opcode.CreateSurface:
                var surface = new CreateSurface(command);
                AddDrawable(surface.Drawable, opcode, made);
                _drawables[surface.Drawable].Size = (surface.Width, surface.Height);
                break;
            default: throw new ArgumentException($"{opcode} makes nothing", nameof(opcode));
        }
    }

    /// <summary>Folds one frame.</summary>
    /// <param name="isSure">Whether no error was found around it.</param>
    /// <param name="answers">The host's answers to questions in it, by their tokens.</param>
    /// <exception cref="ProtocolException">The frame breaks the protocol.</exception>
    public void Fold(uint stream, ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk, bool isSure, IReadOnlyDictionary<uint, byte[]>? answers = null)
    {
        ContextMirror? current = Current(stream);
        var reader = new BatchReader(commands, bulk);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            byte[]? answer = null;
            _ = answers is not null && CommandTable.HasToken(opcode) && answers.TryGetValue(CommandTable.TokenOf(opcode, command), out answer);
            if (opcode == Opcode.TryMakeCurrent)
            {
                LearnViewport(new TryMakeCurrent(command).Context, answer);
                continue; // MakeCurrent follows when the host agrees
            }

            if (Own(stream, opcode, command))
            {
                current = Current(stream);
                continue;
            }

            if (current is null)
            {
                continue;
            }

            if (opcode == Opcode.GetError && Bound(stream) is MirroredContext asked)
            {
                asked.PendingError = 0; // the program has it
            }

            current.Fold(opcode, command, reader.Bulk, isSure);
            if (answer is not null)
            {
                current.Learn(opcode, command, answer);
            }
        }
    }

    /// <summary>Gives up contents that nobody has written since the last time, where the guest lends the same.</summary>
    /// <param name="lenderOf">What the guest has of a buffer, by a context and the buffer's name.</param>
    /// <returns>Whether contents remain that might be lent another time.</returns>
    public bool Settle(Func<uint, uint, IBufferLender?> lenderOf)
    {
        bool isUnsettled = false;
        foreach (GroupMirror group in _groups)
        {
            uint member = _contexts.Values.First(context => context.State.Group == group).State.Context;
            isUnsettled |= group.Settle(name => lenderOf(member, name));
        }

        return isUnsettled;
    }

    /// <summary>The GL error that a stream's context has for the program to ask for.</summary>
    public void NoteError(uint stream, uint error)
    {
        if (Bound(stream) is MirroredContext context)
        {
            context.PendingError = error;
        }
    }

    /// <summary>Forgets a drawable that the host can no longer have: its window is gone.</summary>
    public void Forget(uint drawable) => _drawables.Remove(drawable);

    /// <summary>Folds the protocol's own commands; false for those that are a context's affair.</summary>
    private bool Own(uint stream, Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.MakeCurrent:
                var bound = new MakeCurrent(command);
                Bind(stream, bound.Context, bound.Draw, bound.Read);
                return true;
            case Opcode.EndStream:
                Bind(stream, 0, 0, 0);
                return true;
            case Opcode.DestroyContext:
                RemoveContext(new DestroyContext(command).Context);
                return true;
            case Opcode.ForgetDrawable:
                _drawables.Remove(new ForgetDrawable(command).Drawable);
                return true;
            case Opcode.ResizeSurface:
                var resize = new ResizeSurface(command);
                if (_drawables.TryGetValue(resize.Drawable, out MirroredDrawable? surface))
                {
                    surface.Size = (resize.Width, resize.Height);
                }

                return true;
            case Opcode.SwapInterval:
                if (_drawables.TryGetValue(new SwapInterval(command).Drawable, out MirroredDrawable? drawable))
                {
                    drawable.SwapInterval = command.ToArray();
                }

                return true;
            case Opcode.CopyContext:
                var copy = new CopyContext(command);
                if (_contexts.TryGetValue(copy.Source, out MirroredContext? source) && _contexts.TryGetValue(copy.Destination, out MirroredContext? destination))
                {
                    destination.State.Copy(source.State, copy.Mask);
                }

                return true;
            case Opcode.SwapBuffers:
                return true;
            default:
                return Makes(opcode);
        }
    }

    private ContextMirror? Current(uint stream) => Bound(stream)?.State;

    private MirroredContext? Bound(uint stream) =>
        _bindings.TryGetValue(stream, out MirroredBinding binding) ? _contexts.GetValueOrDefault(binding.Context) : null;

    /// <summary>The host gives a context a viewport and a scissor box when it is current for the first time; its drawable may be another, or gone, later.</summary>
    private void LearnViewport(uint context, ReadOnlySpan<byte> answer)
    {
        if (answer.Length < 3 * sizeof(uint) || !_contexts.TryGetValue(context, out MirroredContext? bound))
        {
            return;
        }

        (int width, int height) = ((int)Fields.U32(answer, 4), (int)Fields.U32(answer, 8));
        Span<byte> command = stackalloc byte[Viewport.Bytes];
        Viewport.Write(command, 0, 0, width, height);
        bound.State.Fold(Opcode.Viewport, command, default, isSure: true);
        Scissor.Write(command, 0, 0, width, height);
        bound.State.Fold(Opcode.Scissor, command, default, isSure: true);
    }

    private void Bind(uint stream, uint context, uint draw, uint read)
    {
        if (context == 0)
        {
            _bindings.Remove(stream);
            return;
        }

        _bindings[stream] = new MirroredBinding(context, draw, read);
        if (_contexts.TryGetValue(context, out MirroredContext? made))
        {
            made.LastDrawable = draw;
        }
    }

    private void AddContext(byte[] command)
    {
        var made = new CreateContext(command);
        GroupMirror group = _contexts.TryGetValue(made.Share, out MirroredContext? share) ? share.State.Group : new GroupMirror(memory);
        if (share is null)
        {
            _groups.Add(group);
        }

        _contexts[made.Context] = new MirroredContext(command, new ContextMirror(made.Context, group, Facts));
    }

    private void RemoveContext(uint context)
    {
        if (!_contexts.Remove(context, out MirroredContext? gone))
        {
            return;
        }

        gone.State.End();
        gone.State.Group.Forget(context);
        if (!_contexts.Values.Any(other => other.State.Group == gone.State.Group))
        {
            _groups.Remove(gone.State.Group);
            gone.State.Group.Release();
        }
    }

    private void AddDrawable(uint drawable, Opcode opcode, byte[] command) => _drawables[drawable] = new MirroredDrawable(drawable, opcode, command);
}

/// <summary>A context that lives on the host.</summary>
/// <param name="Command">The CreateContext that made it.</param>
/// <param name="State">Its state.</param>
public sealed record MirroredContext(byte[] Command, ContextMirror State)
{
    /// <summary>What it drew into last; 0 when it was never current.</summary>
    public uint LastDrawable { get; set; }

    /// <summary>The GL error that it has for the program to ask for; 0 for none.</summary>
    public uint PendingError { get; set; }
}

/// <summary>A drawable that the host knows.</summary>
/// <param name="Number">What the host calls it.</param>
/// <param name="Made">How it was made.</param>
/// <param name="Command">The command that made it.</param>
public sealed record MirroredDrawable(uint Number, Opcode Made, byte[] Command)
{
    /// <summary>A surface's size in pixels.</summary>
    public (uint Width, uint Height) Size { get; set; }

    /// <summary>The last SwapInterval, if any.</summary>
    public byte[]? SwapInterval { get; set; }
}

/// <summary>What is current on a stream.</summary>
public readonly record struct MirroredBinding(uint Context, uint Draw, uint Read);
