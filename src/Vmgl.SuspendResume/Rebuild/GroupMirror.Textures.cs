using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Texture objects (GL 2.1 section 3.8).</summary>
public sealed partial class GroupMirror
{
    private readonly OrderedDictionary<uint, Texture> _textures = [];
    private readonly Dictionary<(uint Context, uint Target), Texture> _ownTextures = [];

    private bool FoldTexture(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings, bool isSure)
    {
        switch (opcode)
        {
            case Opcode.BindTexture:
                var bind = new BindTexture(command);
                NoteTexture(bind.Target, bind.Texture);
                return true;
            case Opcode.TexParameterf or Opcode.TexParameteri:
                SetTexture(Fields.U32(command, 4), Fields.U32(command, 8), command, bindings, isSure);
                return true;
            case Opcode.TexParameterfv or Opcode.TexParameteriv or Opcode.TexParameterIiv or Opcode.TexParameterIuiv:
                SetTexture(Fields.U32(command, 8), Fields.U32(command, 12), command, bindings, isSure);
                return true;
            case Opcode.GenerateMipmap:
                TextureOf(new GenerateMipmap(command).Target, bindings)?.Generate(command, byCommand: true);
                _changes++;
                return true;
            case Opcode.PrioritizeTextures:
                Prioritize(new PrioritizeTextures(command));
                return true;
            case Opcode.DeleteTextures:
                DeleteTextures(new DeleteTextures(command).Textures, bindings);
                return true;
            case Opcode.DeleteTexturesEXT:
                DeleteTextures(new DeleteTexturesEXT(command).Textures, bindings);
                return true;
            default:
                return ImageCommand.TryRead(opcode, command, out ImageCommand image) && FoldImage(image, command, bulk, bindings, isSure);
        }
    }

    private bool FoldImage(in ImageCommand image, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings, bool isSure)
    {
        if (TextureTargets.IsProxy(image.Target) || TextureOf(image.Target, bindings) is not Texture texture)
        {
            return true;
        }

        _changes++;
        if (image.Verb == ImageVerb.Store)
        {
            texture.Store(image, command);
        }
        else
        {
            texture.Fold(image, command, bulk, image.HasPixels && !image.IsPacked ? bindings.PixelTransfer : [], isSure);
        }

        return true;
    }

    /// <summary>Whether a binding surely works though its frame had errors: nothing but the target, and what the name is already, can be refused
    /// (GL 2.1 sections 2.9 and 3.8.12).</summary>
    internal bool SurelyBinds(Opcode opcode, ReadOnlySpan<byte> command)
    {
        switch (opcode)
        {
            case Opcode.BindTexture:
                var texture = new BindTexture(command);
                return IsCommon(texture.Target) && (!_textures.TryGetValue(texture.Texture, out Texture? known) || known.Target == texture.Target);
            case Opcode.BindBuffer:
                return new BindBuffer(command).Target is ArrayBuffer or 0x8893 or 0x88EB or 0x88EC; // the others are newer
            default:
                return false;
        }
    }

    /// <summary>Whether GL surely refuses a binding: the name is that of a texture of another target, which every GL has, or the target is none.</summary>
    internal bool Refuses(Opcode opcode, ReadOnlySpan<byte> command) => opcode == Opcode.BindTexture && new BindTexture(command) is var bind
        && (!TextureTargets.IsTarget(bind.Target)
            || (_textures.TryGetValue(bind.Texture, out Texture? known) && known.Target != bind.Target && IsCommon(known.Target)));

    private static bool IsCommon(uint target) =>
        target is TextureTargets.Texture1D or TextureTargets.Texture2D or TextureTargets.Texture3D or TextureTargets.CubeMap;

    /// <summary>The first binding makes a texture one of its target; GL refuses all others from then on.</summary>
    private void NoteTexture(uint target, uint name)
    {
        if (name != 0 && TextureTargets.IsTarget(target) && !_textures.ContainsKey(name))
        {
            _textures.Add(name, new Texture(name, target));
            _heldTextures.Remove(name);
        }
    }

    private void SetTexture(uint target, uint parameter, ReadOnlySpan<byte> command, IBindings bindings, bool isSure) =>
        TextureOf(target, bindings)?.SetParameter(parameter, command, isSure);

    /// <summary>The texture of a name; null when nobody knows it as one.</summary>
    internal Texture? TextureNamed(uint name) => _textures.GetValueOrDefault(name);

    /// <summary>The textures called 0 of a context, those that it has not touched yet included.</summary>
    internal IEnumerable<Texture> OwnTextures(uint context)
    {
        foreach (uint target in (uint[])[TextureTargets.Texture1D, TextureTargets.Texture2D, TextureTargets.Texture3D, TextureTargets.CubeMap, TextureTargets.Rectangle])
        {
            _ = _ownTextures.TryAdd((context, target), new Texture(0, target));
        }

        return _ownTextures.Where(own => own.Key.Context == context).Select(own => own.Value);
    }

    /// <summary>The texture that a command to a target is for; null when it is bound by a name that nobody knows as one.</summary>
    private Texture? TextureOf(uint target, IBindings bindings)
    {
        uint bound = TextureTargets.Bound(target);
        uint name = bindings.Texture(target);
        if (_heldTextures.TryGetValue(name, out Texture? held) && held.Target == bound)
        {
            return held;
        }

        if (name != 0)
        {
            NoteTexture(bound, name);
            return _textures.GetValueOrDefault(name);
        }

        if (!TextureTargets.IsTarget(bound))
        {
            return null;
        }

        if (!_ownTextures.TryGetValue((bindings.Context, bound), out Texture? own))
        {
            _ownTextures[(bindings.Context, bound)] = own = new Texture(0, bound);
        }

        return own;
    }

    /// <summary>Each texture keeps the command that sets its own priority.</summary>
    private void Prioritize(in PrioritizeTextures all)
    {
        for (int i = 0; i < all.N; i++)
        {
            ReadOnlySpan<byte> name = all.Textures.Slice(i * sizeof(uint), sizeof(uint));
            if (_textures.TryGetValue(Fields.U32(name, 0), out Texture? texture))
            {
                byte[] one = new byte[Wire.Commands.PrioritizeTextures.Measure(1)];
                Wire.Commands.PrioritizeTextures.Write(one, 1, name, all.Priorities.Slice(i * sizeof(float), sizeof(float)));
                texture.SetPriority(one);
            }
        }
    }

    /// <summary>A texture that is attached to a framebuffer which is not bound lives on there.</summary>
    private void DeleteTextures(ReadOnlySpan<byte> names, IBindings bindings)
    {
        _changes++;
        ReleaseTextures();
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            if (_textures.Remove(Fields.U32(names, i), out Texture? texture))
            {
                texture.IsDeleted = true;
                Detach(texture, bindings);
                Hold(texture, bindings.Context);
                ForgetLabel(TextureIdentifier, texture.Name);
            }
        }
    }

    private void WriteTextures(RebuildWriter to)
    {
        ReleaseTextures();
        foreach (Texture texture in _textures.Values.Concat(_heldTextures.Values))
        {
            texture.Write(to);
        }
    }

    private void WriteOwnTextures(RebuildWriter to, uint context)
    {
        foreach (((uint owner, _), Texture texture) in _ownTextures)
        {
            if (owner == context && !texture.IsEmpty)
            {
                texture.Write(to);
            }
        }
    }
}
