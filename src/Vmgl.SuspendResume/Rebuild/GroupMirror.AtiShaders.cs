using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Fragment shaders of ATI_fragment_shader: what stood between Begin and End, as it stood there.</summary>
public sealed partial class GroupMirror
{
    /// <summary>Most bytes of a shader: two passes of eight instructions and eight constants are some hundred.</summary>
    private const int MostAtiBytes = 64 << 10;

    private readonly Dictionary<uint, List<byte>> _atiShaders = [];
    private readonly Dictionary<uint, (uint Bound, List<byte>? Open)> _atiContexts = [];

    private bool FoldAtiShader(Opcode opcode, ReadOnlySpan<byte> command, IBindings bindings)
    {
        (uint bound, List<byte>? open) = _atiContexts.GetValueOrDefault(bindings.Context);
        switch (opcode)
        {
            case Opcode.BindFragmentShaderATI:
                _atiContexts[bindings.Context] = (new BindFragmentShaderATI(command).Id, null);
                _ = _atiShaders.TryAdd(new BindFragmentShaderATI(command).Id, []);
                return true;
            case Opcode.DeleteFragmentShaderATI:
                _atiShaders.Remove(new DeleteFragmentShaderATI(command).Id);
                return true;
            case Opcode.BeginFragmentShaderATI:
                _atiContexts[bindings.Context] = (bound, [.. command]);
                return true;
            case Opcode.EndFragmentShaderATI:
                _atiContexts[bindings.Context] = (bound, null);
                if (open is not null)
                {
                    open.AddRange(command);
                    _atiShaders[bound] = open;
                }

                return true;
            case Opcode.PassTexCoordATI or Opcode.SampleMapATI or Opcode.ColorFragmentOp1ATI or Opcode.ColorFragmentOp2ATI
                or Opcode.ColorFragmentOp3ATI or Opcode.AlphaFragmentOp1ATI or Opcode.AlphaFragmentOp2ATI or Opcode.AlphaFragmentOp3ATI
                or Opcode.SetFragmentShaderConstantATI:
                if (open is not null && open.Count < MostAtiBytes)
                {
                    open.AddRange(command);
                }

                return open is not null;
            default:
                return false;
        }
    }

    private void WriteAtiShaders(RebuildWriter to)
    {
        foreach ((uint name, List<byte> commands) in _atiShaders)
        {
            if (name != 0)
            {
                BindFragmentShaderATI.Write(to.Reserve(BindFragmentShaderATI.Bytes), name);
                to.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(commands));
                BindFragmentShaderATI.Write(to.Reserve(BindFragmentShaderATI.Bytes), 0);
            }
        }
    }

    /// <summary>Begins the shader that a context, which is current and has it bound, is about to define.</summary>
    private void WriteOpenAtiShader(RebuildWriter to, uint context)
    {
        if (_atiContexts.TryGetValue(context, out (uint Bound, List<byte>? Open) ati) && ati.Open is not null)
        {
            to.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ati.Open));
        }
    }
}
