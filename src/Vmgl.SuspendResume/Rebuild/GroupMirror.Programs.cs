using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Assembly programs, which the group shares, and what belongs to one context though commands to objects set it: the default programs and the
/// parameters of its environment.</summary>
public sealed partial class GroupMirror
{
    private readonly Dictionary<uint, ProgramText> _programTexts = [];
    private readonly Dictionary<(uint Context, uint Target), ProgramText> _ownTexts = [];
    private readonly Dictionary<uint, Settings<(Opcode Kind, uint Target, uint Index)>> _environments = [];

    private bool FoldProgram(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings, bool isSure)
    {
        switch (opcode)
        {
            case Opcode.BindProgramARB:
                var bind = new BindProgramARB(command);
                _ = TextNamed(bind.Program, bind.Target);
                return true;
            case Opcode.BindProgramNV:
                _ = TextNamed(new BindProgramNV(command).Id, new BindProgramNV(command).Target);
                return true;
            case Opcode.ProgramStringARB:
                TextOf(new ProgramStringARB(command).Target, bindings).Load(command, bulk, isSure);
                return true;
            case Opcode.LoadProgramNV:
                TextNamed(new LoadProgramNV(command).Id, new LoadProgramNV(command).Target)?.Load(command, bulk, isSure);
                return true;
            case Opcode.ProgramLocalParameter4fARB or Opcode.ProgramLocalParameter4fvARB
                or Opcode.ProgramLocalParameter4dARB or Opcode.ProgramLocalParameter4dvARB:
                TextOf(Fields.U32(command, 4), bindings).SetLocal(Fields.U32(command, 8), command, isSure);
                return true;
            case Opcode.ProgramLocalParameters4fvEXT:
                SetLocals(new ProgramLocalParameters4fvEXT(command), bindings, isSure);
                return true;
            case Opcode.ProgramNamedParameter4fNV or Opcode.ProgramNamedParameter4fvNV
                or Opcode.ProgramNamedParameter4dNV or Opcode.ProgramNamedParameter4dvNV:
                SetNamed(opcode, command, isSure);
                return true;
            case Opcode.DeleteProgramsARB:
                DeleteTexts(new DeleteProgramsARB(command).Programs);
                return true;
            case Opcode.DeleteProgramsNV:
                DeleteTexts(new DeleteProgramsNV(command).Programs);
                return true;
            default:
                return FoldEnvironment(opcode, command, bindings.Context, isSure);
        }
    }

    /// <summary>State of the context that commands of objects set: the last one with equal keys decides.</summary>
    private bool FoldEnvironment(Opcode opcode, ReadOnlySpan<byte> command, uint context, bool isSure)
    {
        switch (opcode)
        {
            case Opcode.ProgramParameter4fNV or Opcode.ProgramParameter4fvNV or Opcode.ProgramParameter4dNV or Opcode.ProgramParameter4dvNV:
                Set((Opcode.ProgramParameter4fNV, Fields.U32(command, 4), Fields.U32(command, 8)), command);
                return true;
            case Opcode.ProgramParameters4fvNV or Opcode.ProgramParameters4dvNV:
                Set((opcode, Fields.U32(command, 8), Fields.U32(command, 12)), command);
                return true;
            default:
                return false;
        }

        void Set((Opcode, uint, uint) key, ReadOnlySpan<byte> set)
        {
            if (!_environments.TryGetValue(context, out Settings<(Opcode, uint, uint)>? slots))
            {
                _environments[context] = slots = new();
            }

            slots.Set(key, set, default, isSure);
        }
    }

    private ProgramText? TextNamed(uint name, uint target)
    {
        // Vertex and fragment programs, of ARB and of NV.
        if (name == 0 || target is not (0x8620 or 0x8621 or 0x8804 or 0x8870))
        {
            return null;
        }

        if (!_programTexts.TryGetValue(name, out ProgramText? text))
        {
            _programTexts[name] = text = new ProgramText(name, target);
        }

        return text;
    }

    /// <summary>Whether the assembly program that is bound has a text.</summary>
    internal bool HasText(uint target, IBindings bindings) => TextOf(target, bindings).HasText;

    private ProgramText TextOf(uint target, IBindings bindings)
    {
        if (TextNamed(bindings.AssemblyProgram(target), target) is { } named)
        {
            return named;
        }

        if (!_ownTexts.TryGetValue((bindings.Context, target), out ProgramText? own))
        {
            _ownTexts[(bindings.Context, target)] = own = new ProgramText(0, target);
        }

        return own;
    }

    private void SetLocals(in ProgramLocalParameters4fvEXT all, IBindings bindings, bool isSure)
    {
        const int Bytes = 4 * sizeof(float);
        ProgramText text = TextOf(all.Target, bindings);
        byte[] one = new byte[ProgramLocalParameter4fvARB.Bytes];
        for (int i = 0; i < all.Count; i++)
        {
            ProgramLocalParameter4fvARB.Write(one, all.Target, all.Index + (uint)i, all.Params.Slice(i * Bytes, Bytes));
            text.SetLocal(all.Index + (uint)i, one, isSure);
        }
    }

    private void SetNamed(Opcode opcode, ReadOnlySpan<byte> command, bool isSure)
    {
        ReadOnlySpan<byte> parameter = opcode switch
        {
            Opcode.ProgramNamedParameter4fNV => new ProgramNamedParameter4fNV(command).Name,
            Opcode.ProgramNamedParameter4fvNV => new ProgramNamedParameter4fvNV(command).Name,
            Opcode.ProgramNamedParameter4dNV => new ProgramNamedParameter4dNV(command).Name,
            _ => new ProgramNamedParameter4dvNV(command).Name,
        };
        _programTexts.GetValueOrDefault(Fields.U32(command, 8))?.SetNamed(parameter, command, isSure);
    }

    private void DeleteTexts(ReadOnlySpan<byte> names)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            _programTexts.Remove(Fields.U32(names, i));
        }
    }

    private void WritePrograms(RebuildWriter to)
    {
        foreach (ProgramText text in _programTexts.Values)
        {
            text.Write(to);
        }
    }

    private void WriteOwnPrograms(RebuildWriter to, uint context)
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
}
