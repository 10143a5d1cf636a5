using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.AtiShaders;

/// <summary>Fragment shaders of ATI_fragment_shader: the commands between Begin and End, as they were given.</summary>
internal sealed class AtiShaderTable : IAtiShaderCommands, IObjectTable
{
    /// <summary>Most bytes of a shader: two passes of eight instructions and eight constants are some hundred.</summary>
    private const int MostBytes = 64 << 10;

    private readonly Dictionary<uint, List<byte>> _shaders = [];
    private readonly Dictionary<uint, (uint Bound, List<byte>? Open)> _contexts = [];

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach ((uint name, List<byte> commands) in _shaders)
        {
            if (name != 0)
            {
                BindFragmentShaderATI.Write(to.Reserve(BindFragmentShaderATI.Bytes), name);
                to.Add(CollectionsMarshal.AsSpan(commands));
                BindFragmentShaderATI.Write(to.Reserve(BindFragmentShaderATI.Bytes), 0);
            }
        }
    }

    /// <summary>Begins the shader that a context, which is current and has it bound, is about to define.</summary>
    public void WriteActive(RebuildWriter to, uint context)
    {
        if (_contexts.TryGetValue(context, out (uint Bound, List<byte>? Open) ati) && ati.Open is not null)
        {
            to.Add(CollectionsMarshal.AsSpan(ati.Open));
        }
    }

    /// <inheritdoc/>
    public void ForgetContext(uint context) => _contexts.Remove(context);

    void IAtiShaderCommands.FoldBindFragmentShaderATI(BindFragmentShaderATI view, in FoldedCommand command)
    {
        _contexts[command.Bindings.Context] = (view.Id, null);
        _ = _shaders.TryAdd(view.Id, []);
    }

    void IAtiShaderCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command) => _shaders.Remove(Fields.U32(names, 0));

    void IAtiShaderCommands.FoldBeginFragmentShaderATI(BeginFragmentShaderATI view, in FoldedCommand command) =>
        _contexts[command.Bindings.Context] = (_contexts.GetValueOrDefault(command.Bindings.Context).Bound, [.. command.Bytes]);

    void IAtiShaderCommands.FoldEndFragmentShaderATI(EndFragmentShaderATI view, in FoldedCommand command)
    {
        (uint bound, List<byte>? open) = _contexts.GetValueOrDefault(command.Bindings.Context);
        _contexts[command.Bindings.Context] = (bound, null);
        if (open is not null)
        {
            open.AddRange(command.Bytes);
            _shaders[bound] = open;
        }
    }

    void IAtiShaderCommands.AddInstruction(in FoldedCommand command) => AddToOpen(command);

    void IAtiShaderCommands.FoldSetFragmentShaderConstantATI(SetFragmentShaderConstantATI view, in FoldedCommand command) =>
        AddToOpen(command);

    /// <summary>Adds a command to the shader that is being defined, if there is one.</summary>
    private void AddToOpen(in FoldedCommand command)
    {
        if (_contexts.GetValueOrDefault(command.Bindings.Context).Open is { Count: < MostBytes } open)
        {
            open.AddRange(command.Bytes);
        }
    }
}
