using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>Texture objects (GL 2.1 section 3.8): those with names, and the ones called 0, of which each context has its own.</summary>
internal sealed class TextureTable(LabelTable labels, IAttachments attachments) : ITextureCommands, IObjectTable
{
    private readonly OrderedDictionary<uint, Texture> _textures = [];
    private readonly Dictionary<(uint Context, uint Target), Texture> _ownTextures = [];
    private readonly HeldTextures _held = new();

    /// <inheritdoc/>
    public IEnumerable<StaleContent> Stale => _textures.Values.Concat(_ownTextures.Values).SelectMany(TextureReader.StaleIn);

    /// <inheritdoc/>
    public long Bytes => _textures.Values.Concat(_held.Textures).Concat(_ownTextures.Values).Sum(texture => texture.Bytes);

    /// <summary>A context shares these textures.</summary>
    public void Join(IGroupMember member) => _held.Join(member);

    /// <summary>The texture of a name; null when nobody knows it as one.</summary>
    public Texture? TextureNamed(uint name) => _textures.GetValueOrDefault(name);

    /// <summary>The textures called 0 of a context, those that it has not touched yet included.</summary>
    public IEnumerable<Texture> OwnTextures(uint context)
    {
        foreach (uint target in (uint[])[GL_TEXTURE_1D, GL_TEXTURE_2D, GL_TEXTURE_3D, GL_TEXTURE_CUBE_MAP, GL_TEXTURE_RECTANGLE])
        {
            _ = _ownTextures.TryAdd((context, target), new Texture(0, target));
        }

        return _ownTextures.Where(own => own.Key.Context == context).Select(own => own.Value);
    }

    /// <summary>glPopAttrib binds again by name, and makes a texture of a name that nobody uses any more; false when it is one of another
    /// target by now, so that the binding stays as it is.</summary>
    public bool Rebinds(uint target, uint name)
    {
        NoteTexture(target, name);
        return name == 0 || !_textures.TryGetValue(name, out Texture? texture) || texture.Target == target;
    }

    /// <summary>Whether a binding surely works though its frame had errors: nothing but the target, and what the name is already, can be
    /// refused (GL 2.1 section 3.8.12).</summary>
    public bool SurelyBinds(uint target, uint name) =>
        IsCommon(target) && (!_textures.TryGetValue(name, out Texture? known) || known.Target == target);

    /// <summary>Whether GL surely refuses a binding: the name is that of a texture of another target, which every GL has, or the target is
    /// none.</summary>
    public bool Refuses(uint target, uint name) => !TextureTargets.IsTarget(target)
        || (_textures.TryGetValue(name, out Texture? known) && known.Target != target && IsCommon(known.Target));

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        _held.Release();
        foreach (Texture texture in _textures.Values.Concat(_held.Textures))
        {
            texture.Write(to);
        }
    }

    /// <inheritdoc/>
    public void WriteOwn(RebuildWriter to, uint context)
    {
        foreach (((uint owner, _), Texture texture) in _ownTextures)
        {
            if (owner == context && !texture.IsEmpty)
            {
                texture.Write(to);
            }
        }
    }

    /// <summary>Deletes the textures that exist only because contexts had their names, bound or saved in attribute levels.</summary>
    public void WriteLast(RebuildWriter to)
    {
        foreach (uint name in _held.NamesInUse().Where(name => !_textures.ContainsKey(name)))
        {
            DeleteTextures.Write(to.Reserve(DeleteTextures.Measure(1)), 1, SpareNames.ArrayOf(name));
        }
    }

    /// <inheritdoc/>
    public void ForgetContext(uint context)
    {
        foreach ((uint Context, uint Target) key in _ownTextures.Keys.Where(key => key.Context == context).ToArray())
        {
            _ownTextures.Remove(key);
        }

        _held.Leave(context);
    }

    /// <inheritdoc/>
    public void ReadBack(HostAnswers host)
    {
        foreach (Texture texture in _textures.Values)
        {
            TextureReader.Read(host, texture);
        }
    }

    /// <inheritdoc/>
    public void ReadBackOwn(HostAnswers host, uint context)
    {
        foreach (((uint owner, _), Texture texture) in _ownTextures)
        {
            if (owner == context && texture.Images.Any(image => image.Value.IsStale))
            {
                PushAttrib.Write(host.Writer.Reserve(PushAttrib.Bytes), GL_TEXTURE_BIT | GL_PIXEL_MODE_BIT);
                PixelTransferState.Initial(host.Writer);
                TextureReader.Read(host, texture);
                PopAttrib.Write(host.Writer.Reserve(PopAttrib.Bytes));
            }
        }
    }

    void ITextureCommands.FoldBindTexture(BindTexture view, in FoldedCommand command) => NoteTexture(view.Target, view.Texture);

    void ITextureCommands.SetTextureParameter(ObjectAddress address, uint pname, in FoldedCommand command) =>
        TextureAt(address, command.Bindings)?.SetParameter(pname, command.Bytes, command.IsSure);

    void ITextureCommands.FoldGenerateMipmap(ObjectAddress address, GenerateMipmap view, in FoldedCommand command)
    {
        TextureAt(address, command.Bindings)?.Generate(command.Bytes, byCommand: true);
        attachments.NoteChange();
    }

    /// <summary>Each texture keeps the command that sets its own priority.</summary>
    void ITextureCommands.FoldPrioritizeTextures(PrioritizeTextures view, in FoldedCommand command)
    {
        for (int i = 0; i < view.N; i++)
        {
            ReadOnlySpan<byte> name = view.Textures.Slice(i * sizeof(uint), sizeof(uint));
            if (_textures.TryGetValue(Fields.U32(name, 0), out Texture? texture))
            {
                byte[] one = new byte[PrioritizeTextures.Measure(1)];
                PrioritizeTextures.Write(one, 1, name, view.Priorities.Slice(i * sizeof(float), sizeof(float)));
                texture.SetPriority(one);
            }
        }
    }

    /// <summary>A texture that is attached to a framebuffer which is not bound lives on there.</summary>
    void ITextureCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command)
    {
        attachments.NoteChange();
        _held.Release();
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            if (_textures.Remove(Fields.U32(names, i), out Texture? texture))
            {
                texture.IsDeleted = true;
                attachments.Detach(texture, command.Bindings);
                _held.Hold(texture, command.Bindings.Context);
                labels.ForgetLabel(GL_TEXTURE, texture.Name);
            }
        }
    }

    void ITextureCommands.FoldTexImage1D(ObjectAddress address, TexImage1D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexImage2D(ObjectAddress address, TexImage2D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexImage3D(ObjectAddress address, TexImage3D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexSubImage1D(ObjectAddress address, TexSubImage1D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexSubImage2D(ObjectAddress address, TexSubImage2D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexSubImage3D(ObjectAddress address, TexSubImage3D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCompressedTexImage1D(ObjectAddress address, CompressedTexImage1D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCompressedTexImage2D(ObjectAddress address, CompressedTexImage2D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCompressedTexImage3D(ObjectAddress address, CompressedTexImage3D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCompressedTexSubImage1D(ObjectAddress address, CompressedTexSubImage1D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCompressedTexSubImage2D(ObjectAddress address, CompressedTexSubImage2D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCompressedTexSubImage3D(ObjectAddress address, CompressedTexSubImage3D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCopyTexImage1D(ObjectAddress address, CopyTexImage1D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCopyTexImage2D(ObjectAddress address, CopyTexImage2D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCopyTexSubImage1D(ObjectAddress address, CopyTexSubImage1D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCopyTexSubImage2D(ObjectAddress address, CopyTexSubImage2D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldCopyTexSubImage3D(ObjectAddress address, CopyTexSubImage3D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexStorage1D(ObjectAddress address, TexStorage1D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexStorage2D(ObjectAddress address, TexStorage2D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexStorage3D(ObjectAddress address, TexStorage3D view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexImage2DMultisample(ObjectAddress address, TexImage2DMultisample view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    void ITextureCommands.FoldTexImage3DMultisample(ObjectAddress address, TexImage3DMultisample view, in FoldedCommand command) =>
        FoldImage(address, ImageCommand.Of(view), command);

    private static bool IsCommon(uint target) => target is GL_TEXTURE_1D or GL_TEXTURE_2D or GL_TEXTURE_3D or GL_TEXTURE_CUBE_MAP;

    /// <summary>Folds an image command. Where it addresses the texture by name, the view's first word is that name: the target is the
    /// texture's.</summary>
    private void FoldImage(ObjectAddress address, in ImageCommand given, in FoldedCommand command)
    {
        bool isNoTexture = !address.IsName && (given.Target == 0 || TextureTargets.IsProxy(given.Target));
        if (isNoTexture || TextureAt(address, command.Bindings) is not Texture texture)
        {
            return;
        }

        ImageCommand image = address.IsName ? given with { Target = texture.Target } : given;
        attachments.NoteChange();
        if (image.Verb == ImageVerb.Store)
        {
            texture.Store(image, command.Bytes);
        }
        else
        {
            IReadOnlyList<Kept> transfer = image.HasPixels && !image.IsPacked ? command.Bindings.PixelTransfer : [];
            texture.Fold(image, command.Bytes, command.Bulk, transfer, command.IsSure);
        }
    }

    /// <summary>The first binding makes a texture one of its target; GL refuses all others from then on.</summary>
    private void NoteTexture(uint target, uint name)
    {
        if (name != 0 && TextureTargets.IsTarget(target) && !_textures.ContainsKey(name))
        {
            _textures.Add(name, new Texture(name, target));
            _held.Forget(name);
        }
    }

    /// <summary>The texture that a command is for; null when it is addressed by a name that nobody knows as one.</summary>
    private Texture? TextureAt(ObjectAddress address, IBindings bindings)
    {
        if (address.IsName)
        {
            return _textures.GetValueOrDefault(address.Value);
        }

        uint bound = TextureTargets.Bound(address.Value);
        uint name = bindings.Texture(address.Value);
        if (_held.Find(name) is Texture held && held.Target == bound)
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
}
