using System.Text;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.AssemblyPrograms;

/// <summary>An assembly program (ARB_vertex_program, ARB_fragment_program, NV_vertex_program): its text and its own parameters.</summary>
internal sealed class ProgramText(uint name, uint target)
{
    private readonly Setting _text = new();
    private readonly Settings<uint> _parameters = new();
    private readonly Settings<string> _named = new();

    /// <summary>The target that it was made for.</summary>
    public uint Target => target;

    /// <summary>Whether a text was loaded.</summary>
    public bool HasText => _text.Bytes > 0;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _text.Bytes + _parameters.Bytes + _named.Bytes;

    /// <summary>The text is loaded.</summary>
    public void Load(ReadOnlySpan<byte> command, ReadOnlySpan<byte> text, bool isSure) => _text.Set(command, text, isSure);

    /// <summary>A local parameter is set.</summary>
    public void SetLocal(uint index, ReadOnlySpan<byte> command, bool isSure) => _parameters.Set(index, command, default, isSure);

    /// <summary>A parameter of an NV program is set by its name.</summary>
    public void SetNamed(ReadOnlySpan<byte> parameter, ReadOnlySpan<byte> command, bool isSure) =>
        _named.Set(Encoding.Latin1.GetString(parameter), command, default, isSure);

    /// <summary>Writes what makes it; afterwards the target has its default program again.</summary>
    public void Write(RebuildWriter to)
    {
        BindProgramARB.Write(to.Reserve(BindProgramARB.Bytes), target, name);
        _text.Write(to);
        _parameters.Write(to);
        _named.Write(to);
        if (name != 0)
        {
            BindProgramARB.Write(to.Reserve(BindProgramARB.Bytes), target, 0);
        }
    }
}
