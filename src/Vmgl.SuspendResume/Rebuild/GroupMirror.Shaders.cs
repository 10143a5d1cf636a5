using System.Buffers.Binary;
using System.Text;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Shaders;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Shader and program objects (GL 2.0 section 2.15). The guest never gives a name of one twice.</summary>
public sealed partial class GroupMirror
{
    /// <summary>Names for shaders that are made for a link only count down from here; the guest counts up from 1.</summary>
    private const uint FirstSpareShader = 0xFFFF_FF00;

    private readonly OrderedDictionary<uint, ShaderText> _shaders = [];
    private readonly OrderedDictionary<uint, ShaderProgram> _programs = [];
    private readonly Dictionary<uint, uint> _inUse = [];
    private ShaderProgram? _lastSet;

    private void FoldUniform(Opcode opcode, ReadOnlySpan<byte> command, IBindings bindings, bool isSure)
    {
        uint name = bindings.Program;
        if (_lastSet?.Name != name)
        {
            _lastSet = _programs.GetValueOrDefault(name);
        }

        _lastSet?.Linked?.Uniforms.Set(opcode, command, isSure);
    }

    private bool FoldShader(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings, bool isSure)
    {
        uint name = command.Length >= 8 ? Fields.U32(command, 4) : 0; // all but those that have a name in them carry the object's first
        switch (opcode)
        {
            case Opcode.MakeShader:
                _shaders[name] = new ShaderText(name, new MakeShader(command).Type);
                return true;
            case Opcode.MakeProgram:
                _programs[name] = new ShaderProgram(name);
                return true;
            case Opcode.SetShaderSource:
                _shaders.GetValueOrDefault(name)?.SetSource(new SetShaderSource(command).BytesValue, bulk);
                return true;
            case Opcode.CompileShader:
                _shaders.GetValueOrDefault(name)?.Compile();
                return true;
            case Opcode.AttachShader:
                if (_programs.TryGetValue(name, out ShaderProgram? to) && _shaders.TryGetValue(new AttachShader(command).Shader, out ShaderText? part))
                {
                    to.Attach(part);
                }

                return true;
            case Opcode.DetachShader:
                Detach(name, new DetachShader(command).Shader);
                return true;
            case Opcode.BindAttribute:
                var bind = new BindAttribute(command);
                _programs.GetValueOrDefault(bind.Program)?.BindAttribute(bind.Name, command, isSure);
                return true;
            case Opcode.LinkProgram:
                _inUse[bindings.Context] = bindings.Program;
                _programs.GetValueOrDefault(name)?.Link(_inUse.ContainsValue(name));
                return true;
            case Opcode.ValidateProgram:
                if (_programs.GetValueOrDefault(name)?.Linked is { } linked)
                {
                    linked.IsValidated = true;
                }

                return true;
            case Opcode.UseProgram:
                Use(bindings.Context, name);
                return true;
            case Opcode.DeleteShader or Opcode.DeleteProgram or Opcode.DeleteObjectARB:
                DeleteShaderObject(name, bindings);
                return true;
            case Opcode.PlaceUniform:
                LearnLocation(new PlaceUniform(command).Program, new PlaceUniform(command).Name, new PlaceUniform(command).Location, isUniform: true);
                return true;
            default:
                return opcode == Opcode.LoadShaderBinary; // no driver of this field has a format for GLSL in binary form
        }
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
            ForgetLabel(ProgramIdentifier, program);
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
            ForgetLabel(ShaderIdentifier, shader.Name);
        }
    }

    private void Detach(uint program, uint shader)
    {
        if (_programs.TryGetValue(program, out ShaderProgram? from) && _shaders.TryGetValue(shader, out ShaderText? part) && from.Detach(part))
        {
            Reap(part);
        }
    }

    private void DeleteShaderObject(uint name, IBindings bindings)
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

    private void LearnShader(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> reply)
    {
        if (reply.Length < sizeof(int))
        {
            return; // GL found an error
        }

        int location = BinaryPrimitives.ReadInt32LittleEndian(reply);
        switch (opcode)
        {
            case Opcode.FindUniform:
                LearnLocation(new FindUniform(command).Program, new FindUniform(command).Name, location, isUniform: true);
                break;
            case Opcode.FindAttribute:
                LearnLocation(new FindAttribute(command).Program, new FindAttribute(command).Name, location, isUniform: false);
                break;
            case Opcode.DescribeProgram:
                _programs.GetValueOrDefault(new DescribeProgram(command).Program)?.Linked?.Learn(ObjectDescription.Decode(reply));
                break;
            default:
                break;
        }
    }

    private void WriteShaders(RebuildWriter to)
    {
        foreach (ShaderText shader in _shaders.Values)
        {
            shader.Write(to);
        }

        WritePrograms(to, (program, isThere, spare) => program.Write(to, isThere, spare));
        WriteLabels(to, (kind, _) => kind is ShaderIdentifier or ProgramIdentifier);
    }

    private void WritePrograms(RebuildWriter to, Action<ShaderProgram, Func<ShaderText, bool>, Func<uint>> write)
    {
        uint spare = FirstSpareShader;
        foreach (ShaderProgram program in _programs.Values)
        {
            write(program, shader => _shaders.ContainsKey(shader.Name), () => spare--);
        }
    }

    /// <summary>Links anew what contexts use by now, and deletes what was deleted while it was in use, or attached.</summary>
    private void WriteLastOfShaders(RebuildWriter to)
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
}
