using System.Buffers.Binary;
using System.Text;
using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Shaders;

namespace Vmgl.SuspendResume.Rebuild.Shaders;

/// <summary>Shader and program objects (GL 2.0 section 2.15). The guest never gives a name of one twice.</summary>
internal sealed class ShaderTable(LabelTable labels) : IShaderCommands, IUniformCommands, IObjectTable
{
    /// <summary>Names for shaders that are made for a link only count down from here; the guest counts up from 1.</summary>
    private const uint FirstSpareShader = 0xFFFF_FF00;

    private readonly OrderedDictionary<uint, ShaderText> _shaders = [];
    private readonly OrderedDictionary<uint, ShaderProgram> _programs = [];
    private readonly Dictionary<uint, uint> _inUse = [];
    private ShaderProgram? _lastSet;

    /// <inheritdoc/>
    public long Bytes => _shaders.Values.Sum(shader => shader.Bytes) + _programs.Values.Sum(program => program.Bytes);

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach (ShaderText shader in _shaders.Values)
        {
            shader.Write(to);
        }

        WritePrograms(to, (program, isThere, spare) => program.Write(to, isThere, spare));
        labels.WriteLabels(to, (kind, _) => kind is GL_SHADER or GL_PROGRAM);
    }

    /// <summary>Links anew what contexts use by now, and deletes what was deleted while it was in use, or attached.</summary>
    public void WriteLast(RebuildWriter to)
    {
        WritePrograms(to, (program, isThere, spare) => program.WriteLater(to, isThere, spare));
        foreach (ShaderText shader in _shaders.Values.Where(shader => shader.IsDeleted))
        {
            DeleteShader.Write(to.Reserve(DeleteShader.Bytes), shader.Name);
        }

        foreach (ShaderProgram program in _programs.Values.Where(program => program.IsDeleted))
        {
            DeleteProgram.Write(to.Reserve(DeleteProgram.Bytes), program.Name);
        }
    }

    /// <inheritdoc/>
    public void ForgetContext(uint context)
    {
        if (_inUse.Remove(context, out uint program))
        {
            Reap(program);
        }
    }

    void IUniformCommands.SetUniform(int location, in FoldedCommand command) => SetUniform(location, mayBeSampler: false, command);

    void IUniformCommands.SetIntegerUniform(int location, in FoldedCommand command) => SetUniform(location, mayBeSampler: true, command);

    void IShaderCommands.FoldMakeShader(MakeShader view, in FoldedCommand command) =>
        _shaders[view.Shader] = new ShaderText(view.Shader, view.Type);

    void IShaderCommands.FoldMakeProgram(MakeProgram view, in FoldedCommand command) =>
        _programs[view.Program] = new ShaderProgram(view.Program);

    void IShaderCommands.FoldSetShaderSource(SetShaderSource view, in FoldedCommand command) =>
        _shaders.GetValueOrDefault(view.Shader)?.SetSource(view.BytesValue, command.Bulk);

    void IShaderCommands.FoldCompileShader(CompileShader view, in FoldedCommand command) =>
        _shaders.GetValueOrDefault(view.Shader)?.Compile();

    void IShaderCommands.FoldAttachShader(AttachShader view, in FoldedCommand command)
    {
        if (_programs.TryGetValue(view.Program, out ShaderProgram? to) && _shaders.TryGetValue(view.Shader, out ShaderText? part))
        {
            to.Attach(part);
        }
    }

    void IShaderCommands.FoldDetachShader(DetachShader view, in FoldedCommand command)
    {
        if (_programs.TryGetValue(view.Program, out ShaderProgram? from) && _shaders.TryGetValue(view.Shader, out ShaderText? part)
            && from.Detach(part))
        {
            Reap(part);
        }
    }

    void IShaderCommands.FoldBindAttribute(BindAttribute view, in FoldedCommand command) =>
        _programs.GetValueOrDefault(view.Program)?.BindAttribute(view.Name, command.Bytes, command.IsSure);

    void IShaderCommands.FoldLinkProgram(LinkProgram view, in FoldedCommand command)
    {
        _inUse[command.Bindings.Context] = command.Bindings.Program;
        _programs.GetValueOrDefault(view.Program)?.Link(_inUse.ContainsValue(view.Program));
    }

    void IShaderCommands.FoldValidateProgram(ValidateProgram view, in FoldedCommand command) =>
        _programs.GetValueOrDefault(view.Program)?.Linked?.IsValidated = true;

    void IShaderCommands.FoldUseProgram(UseProgram view, in FoldedCommand command) => Use(command.Bindings.Context, view.Program);

    void IShaderCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command) =>
        DeleteObject(Fields.U32(names, 0), command.Bindings);

    void IShaderCommands.FoldPlaceUniform(PlaceUniform view, in FoldedCommand command) =>
        LearnLocation(view.Program, view.Name, view.Location, isUniform: true);

    void IShaderCommands.FoldLoadShaderBinary(LoadShaderBinary view, in FoldedCommand command)
    {
        // No driver of this field has a format for GLSL in binary form: GL refuses it.
    }

    void IShaderCommands.LearnFindUniform(FindUniform question, ReadOnlySpan<byte> reply)
    {
        if (reply.Length >= sizeof(int))
        {
            LearnLocation(question.Program, question.Name, BinaryPrimitives.ReadInt32LittleEndian(reply), isUniform: true);
        }
    }

    void IShaderCommands.LearnFindAttribute(FindAttribute question, ReadOnlySpan<byte> reply)
    {
        if (reply.Length >= sizeof(int))
        {
            LearnLocation(question.Program, question.Name, BinaryPrimitives.ReadInt32LittleEndian(reply), isUniform: false);
        }
    }

    void IShaderCommands.LearnDescribeProgram(DescribeProgram question, ReadOnlySpan<byte> reply)
    {
        if (reply.Length >= sizeof(int)) // shorter where GL found an error
        {
            _programs.GetValueOrDefault(question.Program)?.Linked?.Learn(ObjectDescription.Decode(reply));
        }
    }

    private void SetUniform(int location, bool mayBeSampler, in FoldedCommand command)
    {
        uint name = command.Bindings.Program;
        if (_lastSet?.Name != name)
        {
            _lastSet = _programs.GetValueOrDefault(name);
        }

        _lastSet?.Linked?.Uniforms.Set(location, mayBeSampler, command);
    }

    /// <summary>A program that was deleted while it was in use goes when the last context leaves it.</summary>
    private void Use(uint context, uint program)
    {
        if (program != 0 && !_programs.ContainsKey(program))
        {
            return; // no such program: GL refused it
        }

        uint before = _inUse.GetValueOrDefault(context);
        _inUse[context] = program;
        if (before != program)
        {
            Reap(before);
        }
    }

    private void Reap(uint program)
    {
        if (!_programs.TryGetValue(program, out ShaderProgram? found) || _inUse.ContainsValue(program))
        {
            return;
        }

        found.Leave();
        if (found.IsDeleted)
        {
            _programs.Remove(program);
            _lastSet = null;
            labels.ForgetLabel(GL_PROGRAM, program);
            foreach (ShaderText shader in found.Attached.ToArray())
            {
                found.Detach(shader);
                Reap(shader);
            }
        }
    }

    private void Reap(ShaderText shader)
    {
        if (shader.IsDeleted && shader.Attachments == 0)
        {
            _shaders.Remove(shader.Name);
            labels.ForgetLabel(GL_SHADER, shader.Name);
        }
    }

    private void DeleteObject(uint name, IBindings bindings)
    {
        if (_shaders.TryGetValue(name, out ShaderText? shader))
        {
            shader.IsDeleted = true;
            Reap(shader);
        }
        else if (_programs.TryGetValue(name, out ShaderProgram? program))
        {
            program.IsDeleted = true;
            _inUse[bindings.Context] = bindings.Program;
            Reap(name);
        }
    }

    private void LearnLocation(uint program, ReadOnlySpan<byte> name, int location, bool isUniform)
    {
        if (_programs.GetValueOrDefault(program)?.Linked is { } linked)
        {
            string text = Encoding.Latin1.GetString(name);
            if (isUniform)
            {
                linked.LearnUniform(text, location);
            }
            else
            {
                linked.LearnAttribute(text, location);
            }
        }
    }

    private void WritePrograms(RebuildWriter to, Action<ShaderProgram, Func<ShaderText, bool>, Func<uint>> write)
    {
        uint spare = FirstSpareShader;
        foreach (ShaderProgram program in _programs.Values)
        {
            write(program, shader => _shaders.ContainsKey(shader.Name), () => spare--);
        }
    }
}
