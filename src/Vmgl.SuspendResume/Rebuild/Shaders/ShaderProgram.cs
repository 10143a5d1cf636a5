using System.Text;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Shaders;

/// <summary>A program object (GL 2.0 section 2.15.2): what is attached and bound now, and what it was linked from.</summary>
internal sealed class ShaderProgram(uint name)
{
    /// <summary>So many links while it is in use are kept; more, of which nobody asked whether they succeeded, are hardly in
    /// vain.</summary>
    private const int MostVersions = 4;

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
    public long Bytes => _bindings.Bytes + Versions.Sum(version => version.Uniforms.Bytes);

    private IReadOnlyList<LinkedProgram> Versions => [.. Linked?.Versions ?? []];

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
    /// <param name="isUsed">Whether a context uses it: that goes on with what it was, should this be in vain.</param>
    public void Link(bool isUsed)
    {
        Linked = new LinkedProgram([.. _attached.Select(shader => (shader, shader.Compiled))],
            _bindings.Copy()) { Earlier = isUsed ? Linked : null };
        IReadOnlyList<LinkedProgram> versions = Versions;
        if (versions.Count > MostVersions)
        {
            versions[^MostVersions].Earlier = null;
        }
    }

    /// <summary>No context uses it any more.</summary>
    public void Leave() => Linked?.Earlier = null;

    /// <summary>Writes what makes it, deleted or not; the shaders are there. What it was linked to while in use comes with
    /// <see cref="WriteLater"/>.</summary>
    /// <param name="spare">Gives names that the guest does not use.</param>
    public void Write(RebuildWriter to, Func<ShaderText, bool> isThere, Func<uint> spare)
    {
        MakeProgram.Write(to.Reserve(MakeProgram.Bytes), name);
        WriteVersion(to, Versions is [LinkedProgram first, ..] ? first : null, [], isThere, spare);
    }

    /// <summary>Links it anew as the program did while contexts used it, which use it again by now.</summary>
    public void WriteLater(RebuildWriter to, Func<ShaderText, bool> isThere, Func<uint> spare)
    {
        foreach (LinkedProgram version in Versions.Skip(1))
        {
            WriteVersion(to, version, _attached, isThere, spare);
        }
    }

    /// <summary>Links one version, and leaves attached and bound what is so now.</summary>
    /// <param name="attached">What is attached at the beginning.</param>
    private void WriteVersion(
        RebuildWriter to, LinkedProgram? version, IReadOnlyList<ShaderText> attached, Func<ShaderText, bool> isThere, Func<uint> spare)
    {
        List<ShaderText> parts = [];
        if (version is not null)
        {
            WriteAttached(to, attached, []);
            WriteLink(to, version, parts, isThere, spare);
            attached = parts;
        }

        WriteAttached(to, attached, _attached);
        _bindings.Write(to);
        if (version is not null)
        {
            WriteValues(to, version);
        }
    }

    private void WriteAttached(RebuildWriter to, IReadOnlyList<ShaderText> before, IReadOnlyList<ShaderText> after)
    {
        foreach (ShaderText shader in before.Except(after))
        {
            DetachShader.Write(to.Reserve(DetachShader.Bytes), name, shader.Name);
        }

        foreach (ShaderText shader in after.Except(before))
        {
            AttachShader.Write(to.Reserve(AttachShader.Bytes), name, shader.Name);
        }
    }

    /// <summary>Links what it was linked from. A shader that is gone, or compiled anew since, is made once more under a name of its own for
    /// as long.</summary>
    private void WriteLink(RebuildWriter to, LinkedProgram linked, List<ShaderText> attached, Func<ShaderText, bool> isThere,
        Func<uint> spare)
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
            Wire.Commands.BindAttribute.Write(to.Reserve(Wire.Commands.BindAttribute.Measure(text.Length)), name, (uint)place, text.Length,
                text);
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
