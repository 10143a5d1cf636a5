using System.Buffers;
using Vmgl.SuspendResume.Rules;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>The objects that contexts share: what each of them is made from.</summary>
/// <remarks>To be told of every command that <see cref="Concerns"/>, binding included: a binding may be what makes an object. What belongs to one context
/// though its commands come here (textures called 0, queries, environments) is written by <see cref="WriteOwn"/>.</remarks>
public sealed partial class GroupMirror(MemoryPool<byte> memory)
{
    /// <summary>One whose contents are in the collector's memory.</summary>
    public GroupMirror()
        : this(MemoryPool<byte>.Shared)
    {
    }

    /// <summary>Whether a command must come to <see cref="Fold"/>.</summary>
    internal static bool Concerns(Opcode opcode) =>
        MirrorRules.Of(opcode).Effect is StateEffect.Object or StateEffect.Delete or StateEffect.Generate or StateEffect.Bracket or StateEffect.Bind
        || opcode is Opcode.MakeSync or Opcode.ForgetSync or Opcode.DrawBuffer or Opcode.DrawBuffers or Opcode.ReadBuffer or Opcode.SetFragmentShaderConstantATI;

    /// <summary>Folds a command to an object that GL carried out, not one that a display list took up.</summary>
    /// <param name="bulk">The command's payload, without padding.</param>
    /// <param name="isSure">Whether no error was found around this command: it surely did what it says.</param>
    internal void Fold(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings, bool isSure)
    {
        if (opcode is >= Opcode.Uniform1f and <= Opcode.UniformMatrix4x3fv)
        {
            FoldUniform(opcode, command, bindings, isSure);
            return;
        }

        _ = FoldTexture(opcode, command, bulk, bindings, isSure)
            || FoldBuffer(opcode, command, bulk, bindings)
            || FoldFramebuffer(opcode, command, bindings, isSure)
            || FoldShader(opcode, command, bulk, bindings, isSure)
            || FoldQuery(opcode, command, bindings)
            || FoldProgram(opcode, command, bulk, bindings, isSure)
            || FoldAtiShader(opcode, command, bindings);
    }

    /// <summary>The host's answer to a question that was folded: where a uniform lies, what a program is made of.</summary>
    internal void Learn(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> reply)
    {
        switch (opcode)
        {
            case Opcode.FindUniform or Opcode.FindAttribute or Opcode.DescribeProgram:
                LearnShader(opcode, command, reply);
                break;
            case Opcode.GetQueryObjectiv or Opcode.GetQueryObjectuiv or Opcode.GetQueryObjecti64v or Opcode.GetQueryObjectui64v:
                LearnResult(Fields.U32(command, 8), Fields.U32(command, 12), reply);
                break;
            default:
                break;
        }
    }

    /// <summary>Writes what makes the objects anew, for a context of the group that is current and in its initial state, and leaves it so.</summary>
    /// <remarks>Commands that GL may have refused are given again, so an error may be set afterwards that is none of the program's.</remarks>
    public void Write(RebuildWriter to)
    {
        WriteOrphans(to);
        WriteBuffers(to);
        WriteTextures(to);
        WriteRenderbuffers(to);
        WriteFramebuffers(to);
        WritePrograms(to);
        WriteAtiShaders(to);
        WriteShaders(to);
        WriteSyncs(to);
        Lists.Write(to);
        WriteLabels(to, (kind, _) => kind is not (ShaderIdentifier or ProgramIdentifier or QueryIdentifier));
    }

    /// <summary>Writes what a context has of its own, though commands to objects made it: the textures called 0, default programs and their environment,
    /// queries that have ended. The context is current and in its initial state, but for that.</summary>
    internal void WriteOwn(RebuildWriter to, uint context)
    {
        WriteOwnTextures(to, context);
        WriteOwnPrograms(to, context);
        WriteQueries(to, context);
    }

    /// <summary>Begins the queries that are counting, and a fragment shader that is being defined, when everything else of the context, which is current,
    /// has been written.</summary>
    internal void WriteActive(RebuildWriter to, uint context)
    {
        WriteActiveQueries(to, context);
        WriteOpenAtiShader(to, context);
    }

    /// <summary>Writes what became of objects while they were in use, when all contexts of the group have been written and use them again. A context of
    /// the group that is in its initial state is current.</summary>
    public void WriteLast(RebuildWriter to)
    {
        WriteLastOfShaders(to);
        WriteDeletedTextures(to);
    }

    /// <summary>A context is gone, and with it what was its own.</summary>
    public void Forget(uint context)
    {
        foreach ((uint Context, uint Target) key in _ownTextures.Keys.Where(key => key.Context == context).ToArray())
        {
            _ownTextures.Remove(key);
        }

        foreach ((uint Context, uint Target) key in _ownTexts.Keys.Where(key => key.Context == context).ToArray())
        {
            _ownTexts.Remove(key);
        }

        foreach (QueryObject query in _queries.Values.Where(query => query.Context == context).ToArray())
        {
            _queries.Remove(query.Name);
        }

        _members.RemoveAll(member => member.Context == context);
        _environments.Remove(context);
        _atiContexts.Remove(context);
        if (_inUse.Remove(context, out uint program))
        {
            Reap(program);
        }
    }

    /// <summary>What only the host has.</summary>
    public IEnumerable<StaleContent> Stale => StaleTextures().Concat(StaleBuffers()).Concat(StaleRenderbuffers()).Concat(StaleQueries());

    /// <summary>Bytes of contents that are kept.</summary>
    public long Bytes =>
        _textures.Values.Concat(_heldTextures.Values).Sum(texture => texture.Bytes) + _ownTextures.Values.Sum(texture => texture.Bytes) + _buffers.Values.Sum(buffer => buffer.Bytes)
        + _renderbuffers.Values.Sum(renderbuffer => renderbuffer.Bytes) + _programTexts.Values.Sum(text => text.Bytes)
        + _shaders.Values.Sum(shader => shader.Bytes) + _programs.Values.Sum(program => program.Bytes);
}
