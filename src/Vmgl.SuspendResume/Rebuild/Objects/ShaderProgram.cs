using System.Text;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume;

/// <summary>A program object (GL 2.0 section 2.15.2): what is attached and bound now, and what it was linked from.</summary>
internal sealed class ShaderProgram(uint name)
{
    private readonly List<ShaderText> _attached = [];
    private readonly Settings<string> _bindings = new();

    /// <summary>The guest's name.</summary>
    public uint Name => name;

    /// <summary>Whether the program deleted it; it lives on while a context uses it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The shaders that are attached now.</summary>
    public IReadOnlyList<ShaderText> Attached => _attached;

    /// <summary>What it became when it was linked last; null before.</summary>
    public LinkedProgram? Linked { get; private set; }

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _bindings.Bytes + (Linked?.Uniforms.Bytes ?? 0);

    /// <summary>A shader is attached. GL refuses one that is there already.</summary>
    public void Attach(ShaderText shader)
    {
        if (!_attached.Contains(shader))
        {
            _attached.Add(shader);
            shader.Attachments++;
        }
    }

    /// <summary>A shader is taken away; false when it was not there.</summary>
    public bool Detach(ShaderText shader)
    {
        bool was = _attached.Remove(shader);
        shader.Attachments -= was ? 1 : 0;
        return was;
    }

    /// <summary>An attribute's place is chosen, from the next link on.</summary>
    public void BindAttribute(ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> command, bool isSure) =>
        _bindings.Set(Encoding.Latin1.GetString(attribute), command, default, isSure);

    /// <summary>It is linked.</summary>
    public void Link() => Linked = new LinkedProgram([.. _attached.Select(shader => (shader, shader.Compiled))], _bindings.Copy());

    /// <summary>Writes what makes it, deleted or not; the shaders are there. <paramref name="spare"/> gives names that the guest does not use.</summary>
    public void Write(RebuildWriter to, Func<ShaderText, bool> isThere, Func<uint> spare)
    {
        MakeProgram.Write(to.Reserve(MakeProgram.Bytes), name);
        List<ShaderText> attached = [];
        if (Linked is not null)
        {
            WriteLink(to, Linked, attached, isThere, spare);
        }

        foreach (ShaderText shader in attached.Except(_attached))
        {
            DetachShader.Write(to.Reserve(DetachShader.Bytes), name, shader.Name);
        }

        foreach (ShaderText shader in _attached.Except(attached))
        {
            AttachShader.Write(to.Reserve(AttachShader.Bytes), name, shader.Name);
        }

        _bindings.Write(to);
        if (Linked is not null)
        {
            WriteValues(to, Linked);
        }
    }

    /// <summary>Links what it was linked from. A shader that is gone, or compiled anew since, is made once more under a name of its own for as long.</summary>
    private void WriteLink(RebuildWriter to, LinkedProgram linked, List<ShaderText> attached, Func<ShaderText, bool> isThere, Func<uint> spare)
    {
        List<uint> spares = [];
        foreach ((ShaderText shader, CompiledText? compiled) in linked.Parts)
        {
            uint part = shader.Name;
            if (isThere(shader) && ReferenceEquals(shader.Compiled, compiled))
            {
                attached.Add(shader);
            }
            else
            {
                spares.Add(part = spare());
                MakeShader.Write(to.Reserve(MakeShader.Bytes), part, shader.Type);
                compiled?.Write(to, part);
            }

            AttachShader.Write(to.Reserve(AttachShader.Bytes), name, part);
        }

        linked.Bindings.Write(to);
        foreach ((string attribute, int place) in linked.AttributePlaces)
        {
            byte[] text = Encoding.Latin1.GetBytes(attribute);
            Wire.Commands.BindAttribute.Write(to.Reserve(Wire.Commands.BindAttribute.Measure(text.Length)), name, (uint)place, text.Length, text);
        }

        LinkProgram.Write(to.Reserve(LinkProgram.Bytes), name);
        foreach (uint part in spares)
        {
            DetachShader.Write(to.Reserve(DetachShader.Bytes), name, part);
            DeleteShader.Write(to.Reserve(DeleteShader.Bytes), part);
        }
    }

    private void WriteValues(RebuildWriter to, LinkedProgram linked)
    {
        foreach ((int location, string uniform) in linked.UniformPlaces)
        {
            byte[] text = Encoding.Latin1.GetBytes(uniform);
            PlaceUniform.Write(to.Reserve(PlaceUniform.Measure(text.Length)), name, location, text.Length, text);
        }

        if (!linked.Uniforms.IsEmpty)
        {
            UseProgram.Write(to.Reserve(UseProgram.Bytes), name);
            linked.Uniforms.Write(to);
            UseProgram.Write(to.Reserve(UseProgram.Bytes), 0);
        }

        if (linked.IsValidated)
        {
            ValidateProgram.Write(to.Reserve(ValidateProgram.Bytes), name);
        }
    }
}
