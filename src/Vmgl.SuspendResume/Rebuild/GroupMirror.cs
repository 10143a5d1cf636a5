using System.Buffers;
using Vmgl.SuspendResume.Rebuild.AssemblyPrograms;
using Vmgl.SuspendResume.Rebuild.AtiShaders;
using Vmgl.SuspendResume.Rebuild.Buffers;
using Vmgl.SuspendResume.Rebuild.Framebuffers;
using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Lists;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.SuspendResume.Rebuild.Queries;
using Vmgl.SuspendResume.Rebuild.Shaders;
using Vmgl.SuspendResume.Rebuild.Syncs;
using Vmgl.SuspendResume.Rebuild.Textures;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>The objects that contexts share: a table for each kind.</summary>
/// <remarks>Must see every command for which <see cref="Concerns"/> is true, bindings included: a binding may be what makes an object. What
/// belongs to one context though its commands come here (textures called 0, queries, environments) is written by
/// <see cref="WriteOwn"/>.</remarks>
public sealed class GroupMirror
{
    private readonly FramebufferSet _framebuffers = new();
    private readonly BufferTable _buffers;
    private readonly ProgramTable _programs = new();
    private readonly ObjectDispatch _dispatch;

    /// <summary>All tables, in the order in which their objects are made: what an object is made from comes before it.</summary>
    private readonly IObjectTable[] _tables;

    /// <summary>One whose contents are in the collector's memory.</summary>
    public GroupMirror()
        : this(MemoryPool<byte>.Shared)
    {
    }

    /// <summary>One whose contents are in rented memory.</summary>
    public GroupMirror(MemoryPool<byte> memory)
    {
        var labels = new LabelTable();
        var queries = new QueryTable(labels);
        var atiShaders = new AtiShaderTable();
        var shaders = new ShaderTable(labels);
        var syncs = new SyncTable(labels);
        var lists = new ListTable(Lists);
        _buffers = new BufferTable(memory, labels);
        Textures = new TextureTable(labels, _framebuffers);
        var pixels = new RenderbufferPixels(_framebuffers, Textures);
        var renderbuffers = new RenderbufferTable(pixels, _framebuffers, labels);
        var framebuffers = new FramebufferTable(_framebuffers, Textures, renderbuffers, labels);
        _tables =
        [
            new OrphanTable(_framebuffers, pixels), _buffers, Textures, renderbuffers, framebuffers, _programs, queries, atiShaders,
            shaders, syncs, lists,
            labels,
        ];
        _dispatch = new ObjectDispatch(
            Textures, _buffers, queries, _programs, framebuffers, renderbuffers, shaders, lists, atiShaders, shaders, syncs, labels);
    }

    /// <summary>The group's textures.</summary>
    internal TextureTable Textures { get; }

    /// <summary>The group's display lists. <see cref="Write"/> writes them behind the objects.</summary>
    internal DisplayListTable Lists { get; } = new();

    /// <summary>What only the host has.</summary>
    public IEnumerable<StaleContent> Stale => _tables.SelectMany(table => table.Stale);

    /// <summary>Bytes of contents that are kept.</summary>
    public long Bytes => _tables.Sum(table => table.Bytes);

    /// <summary>Whether a command must come to <see cref="Fold"/>.</summary>
    internal static bool Concerns(Opcode opcode) =>
        MirrorRules.Of(opcode) is { Object: not ObjectFamily.None, Effect: not StateEffect.Ask };

    /// <summary>Folds a command to an object that GL carried out, not one that a display list took up.</summary>
    /// <param name="bulk">The command's payload, without padding.</param>
    /// <param name="isSure">Whether no error was found around this command: it surely did what it says.</param>
    internal void Fold(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings, bool isSure) =>
        _dispatch.FoldCommand(new FoldedCommand(opcode, command, bulk, bindings, isSure));

    /// <summary>The host's answer to a question that was folded: where a uniform lies, what a program is made of.</summary>
    internal void Learn(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> reply) =>
        _dispatch.LearnReply(opcode, command, reply);

    /// <summary>Whether a binding surely works though its frame had errors.</summary>
    internal bool SurelyBinds(Opcode opcode, ReadOnlySpan<byte> command) => MirrorRules.Of(opcode) switch
    {
        { Effect: StateEffect.Bind, Object: ObjectFamily.Texture } => Textures.SurelyBinds(Fields.U32(command, 4), Fields.U32(command, 8)),
        { Effect: StateEffect.Bind, Object: ObjectFamily.Buffer } => BufferTable.IsCommonTarget(Fields.U32(command, 4)),
        _ => false,
    };

    /// <summary>Whether GL surely refuses a binding.</summary>
    internal bool Refuses(Opcode opcode, ReadOnlySpan<byte> command) =>
        MirrorRules.Of(opcode) is { Effect: StateEffect.Bind, Object: ObjectFamily.Texture }
        && Textures.Refuses(Fields.U32(command, 4), Fields.U32(command, 8));

    /// <summary>Something is drawn, cleared or copied into what is bound for drawing.</summary>
    internal void Draw(IBindings bindings) => _framebuffers.Draw(bindings);

    /// <summary>Whether the assembly program that is bound has a text.</summary>
    internal bool HasText(uint target, IBindings bindings) => _programs.HasText(target, bindings);

    /// <summary>Gives up the contents of buffers that nobody has written since the last time, where the guest lends the same.</summary>
    /// <returns>Whether contents remain that might be lent another time.</returns>
    public bool Settle(Func<uint, IBufferLender?> lenderOf) => _buffers.Settle(lenderOf);

    /// <summary>The group is gone: gives back memory that the collector does not look after.</summary>
    internal void Release() => _buffers.Release();

    /// <summary>Writes what makes the objects anew, for a context of the group that is current and in its initial state, and leaves it
    /// so.</summary>
    /// <remarks>Commands that GL may have refused are given again, so an error may be set afterwards that is none of the
    /// program's.</remarks>
    public void Write(RebuildWriter to) => Array.ForEach(_tables, table => table.WriteObjects(to));

    /// <summary>Writes what a context has of its own, though commands to objects made it. The context is current and in its initial state,
    /// but for that.</summary>
    internal void WriteOwn(RebuildWriter to, uint context) => Array.ForEach(_tables, table => table.WriteOwn(to, context));

    /// <summary>Begins what is going on in a context, which is current, when everything else of it has been written: the queries that are
    /// counting, a fragment shader that is being defined.</summary>
    internal void WriteActive(RebuildWriter to, uint context) => Array.ForEach(_tables, table => table.WriteActive(to, context));

    /// <summary>Writes what became of objects while they were in use, when all contexts of the group have been written and use them again.
    /// A context of the group that is in its initial state is current.</summary>
    public void WriteLast(RebuildWriter to) => Array.ForEach(_tables, table => table.WriteLast(to));

    /// <summary>A context is gone, and with it what was its own.</summary>
    public void Forget(uint context) => Array.ForEach(_tables, table => table.ForgetContext(context));

    /// <summary>Reads from the host what GL wrote and the mirror lacks. A context of the group in its initial state is current.</summary>
    /// <exception cref="HostLostException">The host is gone; what was read until then is kept.</exception>
    public void ReadBack(IHostQuestions host)
    {
        var answers = new HostAnswers(host);
        Array.ForEach(_tables, table => table.ReadBack(answers));
    }

    /// <summary>Reads what belongs to one context, which is current in whatever state, and leaves that as it was: its textures called 0,
    /// results of its queries.</summary>
    /// <exception cref="HostLostException">The host is gone; what was read until then is kept.</exception>
    public void ReadBackOwn(IHostQuestions host, uint context)
    {
        var answers = new HostAnswers(host);
        Array.ForEach(_tables, table => table.ReadBackOwn(answers, context));
    }
}
