using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.AssemblyPrograms;

/// <summary>Assembly programs, which the group shares, and what belongs to one context though commands to objects set it: the default
/// programs and the parameters of its environment.</summary>
internal sealed class ProgramTable : IProgramCommands, IObjectTable
{
    private readonly Dictionary<uint, ProgramText> _texts = [];
    private readonly Dictionary<(uint Context, uint Target), ProgramText> _ownTexts = [];

    /// <summary>By context; rows of parameters are told apart from single ones, and by the command that set them.</summary>
    private readonly Dictionary<uint, Settings<(Opcode Row, uint Target, uint Index)>> _environments = [];

    /// <inheritdoc/>
    public long Bytes => _texts.Values.Sum(text => text.Bytes);

    /// <summary>Whether the assembly program that is bound has a text.</summary>
    public bool HasText(uint target, IBindings bindings) => TextAt(ObjectAddress.BoundTo(target), bindings) is { HasText: true };

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach (ProgramText text in _texts.Values)
        {
            text.Write(to);
        }
    }

    /// <inheritdoc/>
    public void WriteOwn(RebuildWriter to, uint context)
    {
        foreach (((uint owner, _), ProgramText text) in _ownTexts)
        {
            if (owner == context)
            {
                text.Write(to);
            }
        }

        _environments.GetValueOrDefault(context)?.Write(to);
    }

    /// <inheritdoc/>
    public void ForgetContext(uint context)
    {
        foreach ((uint Context, uint Target) key in _ownTexts.Keys.Where(key => key.Context == context).ToArray())
        {
            _ownTexts.Remove(key);
        }

        _environments.Remove(context);
    }

    void IProgramCommands.BindProgram(uint id, uint target, in FoldedCommand command) => TextNamed(id, target);

    void IProgramCommands.FoldProgramStringARB(ObjectAddress address, ProgramStringARB view, in FoldedCommand command) =>
        TextAt(address, command.Bindings)?.Load(command.Bytes, command.Bulk, command.IsSure);

    void IProgramCommands.FoldLoadProgramNV(LoadProgramNV view, in FoldedCommand command) =>
        TextNamed(view.Id, view.Target)?.Load(command.Bytes, command.Bulk, command.IsSure);

    void IProgramCommands.SetLocalParameter(ObjectAddress address, uint index, in FoldedCommand command) =>
        TextAt(address, command.Bindings)?.SetLocal(index, command.Bytes, command.IsSure);

    /// <summary>Each parameter is kept by a command of its own.</summary>
    void IProgramCommands.FoldProgramLocalParameters4fvEXT(ObjectAddress address, ProgramLocalParameters4fvEXT view,
        in FoldedCommand command)
    {
        const int Bytes = 4 * sizeof(float);
        ProgramText? text = TextAt(address, command.Bindings);
        byte[] one = new byte[ProgramLocalParameter4fvARB.Bytes];
        for (int i = 0; i < view.Count; i++)
        {
            ProgramLocalParameter4fvARB.Write(one, view.Target, view.Index + (uint)i, view.Params.Slice(i * Bytes, Bytes));
            text?.SetLocal(view.Index + (uint)i, one, command.IsSure);
        }
    }

    void IProgramCommands.SetNamedParameter(uint id, ReadOnlySpan<byte> name, in FoldedCommand command) =>
        _texts.GetValueOrDefault(id)?.SetNamed(name, command.Bytes, command.IsSure);

    void IProgramCommands.SetEnvironment(ObjectAddress address, uint index, in FoldedCommand command) =>
        SetEnvironment((default, address.Value, index), command);

    void IProgramCommands.SetEnvironmentRow(ObjectAddress address, uint index, in FoldedCommand command) =>
        SetEnvironment((command.Opcode, address.Value, index), command);

    void IProgramCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            _texts.Remove(Fields.U32(names, i));
        }
    }

    private void SetEnvironment((Opcode Row, uint Target, uint Index) key, in FoldedCommand command)
    {
        if (!_environments.TryGetValue(command.Bindings.Context, out Settings<(Opcode, uint, uint)>? slots))
        {
            _environments[command.Bindings.Context] = slots = new();
        }

        slots.Set(key, command.Bytes, default, command.IsSure);
    }

    private ProgramText? TextNamed(uint name, uint target)
    {
        if (name == 0 || target is not (GL_VERTEX_PROGRAM_ARB or GL_VERTEX_STATE_PROGRAM_NV or GL_FRAGMENT_PROGRAM_ARB
            or GL_FRAGMENT_PROGRAM_NV))
        {
            return null;
        }

        if (!_texts.TryGetValue(name, out ProgramText? text))
        {
            _texts[name] = text = new ProgramText(name, target);
        }

        return text;
    }

    /// <summary>The program of an address; a context's default program where none is bound. Null for a name that nobody knows.</summary>
    private ProgramText? TextAt(ObjectAddress address, IBindings bindings)
    {
        if (address.IsName)
        {
            return _texts.GetValueOrDefault(address.Value);
        }

        if (TextNamed(bindings.AssemblyProgram(address.Value), address.Value) is { } named)
        {
            return named;
        }

        if (!_ownTexts.TryGetValue((bindings.Context, address.Value), out ProgramText? own))
        {
            _ownTexts[(bindings.Context, address.Value)] = own = new ProgramText(0, address.Value);
        }

        return own;
    }
}
