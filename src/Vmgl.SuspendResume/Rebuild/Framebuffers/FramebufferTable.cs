using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.SuspendResume.Rebuild.Textures;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Framebuffers;

/// <summary>Framebuffer objects (GL 3.0 section 4.4): what is attached to them, and which buffers they draw into and read from.</summary>
internal sealed class FramebufferTable(FramebufferSet framebuffers, TextureTable textures, RenderbufferTable renderbuffers,
    LabelTable labels)
    : IFramebufferCommands, IObjectTable
{
    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach (Framebuffer framebuffer in framebuffers.All)
        {
            framebuffer.WriteAttachments(to, null);
            framebuffer.WriteBuffers(to);
        }
    }

    /// <summary>Textures and renderbuffers have been read back: drawing marks them again.</summary>
    public void ReadBack(HostAnswers host) => framebuffers.NoteChange();

    void IFramebufferCommands.BindFramebuffer(uint framebuffer, uint target, in FoldedCommand command) => framebuffers.Named(framebuffer);

    void IFramebufferCommands.FoldFramebufferTexture1D(ObjectAddress address, FramebufferTexture1D view, in FoldedCommand command) =>
        Attach(address, view.Attachment, textures.TextureNamed(view.Texture), view.Level, TextureTargets.Face(view.Textarget), command);

    void IFramebufferCommands.FoldFramebufferTexture2D(ObjectAddress address, FramebufferTexture2D view, in FoldedCommand command) =>
        Attach(address, view.Attachment, textures.TextureNamed(view.Texture), view.Level, TextureTargets.Face(view.Textarget), command);

    void IFramebufferCommands.FoldFramebufferTexture3D(ObjectAddress address, FramebufferTexture3D view, in FoldedCommand command) =>
        Attach(address, view.Attachment, textures.TextureNamed(view.Texture), view.Level, TextureTargets.Face(view.Textarget), command);

    void IFramebufferCommands.FoldFramebufferTextureLayer(ObjectAddress address, FramebufferTextureLayer view, in FoldedCommand command) =>
        Attach(address, view.Attachment, textures.TextureNamed(view.Texture), view.Level, 0, command);

    void IFramebufferCommands.FoldFramebufferRenderbuffer(ObjectAddress address, FramebufferRenderbuffer view, in FoldedCommand command) =>
        Attach(address, view.Attachment, renderbuffers.Find(view.Renderbuffer), 0, 0, command);

    void IFramebufferCommands.FoldDrawBuffer(DrawBuffer view, in FoldedCommand command) => SetDraw(command);

    void IFramebufferCommands.FoldDrawBuffers(DrawBuffers view, in FoldedCommand command) => SetDraw(command);

    void IFramebufferCommands.FoldReadBuffer(ReadBuffer view, in FoldedCommand command) =>
        framebuffers.Named(command.Bindings.ReadFramebuffer)?.SetRead(command.Bytes, command.IsSure);

    void IFramebufferCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            framebuffers.Remove(Fields.U32(names, i));
        }

        labels.ForgetLabels(GL_FRAMEBUFFER, names);
    }

    private void SetDraw(in FoldedCommand command) =>
        framebuffers.Named(command.Bindings.DrawFramebuffer)?.SetDraw(command.Bytes, command.IsSure);

    private void Attach(ObjectAddress address, uint point, IAttachable? attached, int level, int face, in FoldedCommand command)
    {
        bool isForReading = address is { IsName: false, Value: GL_READ_FRAMEBUFFER };
        uint target = address.IsName ? GL_FRAMEBUFFER : address.Value;
        uint name = address.IsName ? address.Value : isForReading ? command.Bindings.ReadFramebuffer : command.Bindings.DrawFramebuffer;
        framebuffers.Named(name)?.Attach(point, new Attachment(target, attached, level, face, Setting.Keep(command.Bytes)), command.IsSure);
    }
}

/// <summary>Objects without a name that framebuffers still hold: each is made under the name that it had, attached, and deleted, before
/// another object of the same name is made.</summary>
internal sealed class OrphanTable(FramebufferSet framebuffers, RenderbufferPixels pixels) : IObjectTable
{
    /// <inheritdoc/>
    public IEnumerable<StaleContent> Stale => framebuffers.Orphans.SelectMany(
        orphan => orphan is Texture texture ? TextureReader.StaleIn(texture) : RenderbufferTable.StaleIn((Renderbuffer)orphan));

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach (IAttachable orphan in framebuffers.Orphans)
        {
            (orphan as Texture)?.Write(to);
            if (orphan is Renderbuffer renderbuffer)
            {
                pixels.Write(to, renderbuffer);
            }

            foreach (Framebuffer framebuffer in framebuffers.All)
            {
                framebuffer.WriteAttachments(to, orphan);
            }

            orphan.WriteDeletion(to);
        }
    }
}
