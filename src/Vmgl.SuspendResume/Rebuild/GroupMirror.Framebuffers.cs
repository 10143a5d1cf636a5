using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Framebuffer objects and renderbuffers (GL 3.0 section 4.4), and what is drawn into them.</summary>
public sealed partial class GroupMirror
{
    private const uint ReadTarget = 0x8CA8;

    private readonly Dictionary<uint, Framebuffer> _framebuffers = [];
    private readonly OrderedDictionary<uint, Renderbuffer> _renderbuffers = [];

    /// <summary>Counts what may make drawing mark something that it has marked before.</summary>
    private long _changes;

    /// <summary>Something is drawn, cleared or copied into what is bound for drawing.</summary>
    internal void Draw(IBindings bindings)
    {
        if (bindings.DrawFramebuffer is var name and not 0 && FramebufferNamed(name) is { } drawn && drawn.MarkedAt != _changes)
        {
            foreach (Attachment attachment in drawn.Attachments)
            {
                attachment.Spoil();
            }

            drawn.MarkedAt = _changes;
        }
    }

    private bool FoldFramebuffer(Opcode opcode, ReadOnlySpan<byte> command, IBindings bindings, bool isSure)
    {
        switch (opcode)
        {
            case Opcode.BindFramebuffer or Opcode.BindFramebufferEXT:
                _ = FramebufferNamed(Fields.U32(command, 8));
                return true;
            case Opcode.BindRenderbuffer or Opcode.BindRenderbufferEXT:
                _ = RenderbufferNamed(Fields.U32(command, 8));
                return true;
            case Opcode.RenderbufferStorage or Opcode.RenderbufferStorageMultisample:
                RenderbufferNamed(bindings.Renderbuffer)?.Store(command, isSure);
                _changes++;
                return true;
            case Opcode.FramebufferTexture1D or Opcode.FramebufferTexture2D or Opcode.FramebufferTexture3D:
                var image = new FramebufferTexture2D(command);
                Attach(image.Target, image.Attachment, TextureNamed(image.Texture), image.Level, TextureTargets.Face(image.Textarget), command, bindings, isSure);
                return true;
            case Opcode.FramebufferTextureLayer:
                var layer = new FramebufferTextureLayer(command);
                Attach(layer.Target, layer.Attachment, TextureNamed(layer.Texture), layer.Level, 0, command, bindings, isSure);
                return true;
            case Opcode.FramebufferRenderbuffer:
                var buffer = new FramebufferRenderbuffer(command);
                Attach(buffer.Target, buffer.Attachment, _renderbuffers.GetValueOrDefault(buffer.Renderbuffer), 0, 0, command, bindings, isSure);
                return true;
            case Opcode.DrawBuffer or Opcode.DrawBuffers:
                FramebufferNamed(bindings.DrawFramebuffer)?.SetDraw(command, isSure);
                return true;
            case Opcode.ReadBuffer:
                FramebufferNamed(bindings.ReadFramebuffer)?.SetRead(command, isSure);
                return true;
            case Opcode.DeleteFramebuffers:
                DeleteFramebuffers(new DeleteFramebuffers(command).Framebuffers);
                return true;
            case Opcode.DeleteRenderbuffers:
                DeleteRenderbuffers(new DeleteRenderbuffers(command).Renderbuffers, bindings);
                return true;
            default:
                return false;
        }
    }

    private void Attach(
        uint target, uint point, object? attached, int level, int face, ReadOnlySpan<byte> command, IBindings bindings, bool isSure) =>
        FramebufferNamed(target == ReadTarget ? bindings.ReadFramebuffer : bindings.DrawFramebuffer)
            ?.Attach(point, new Attachment(target, attached, level, face, Setting.Keep(command)), isSure);

    private Framebuffer? FramebufferNamed(uint name)
    {
        if (name == 0)
        {
            return null;
        }

        if (!_framebuffers.TryGetValue(name, out Framebuffer? found))
        {
            _framebuffers[name] = found = new Framebuffer(name);
        }

        return found;
    }

    private Renderbuffer? RenderbufferNamed(uint name)
    {
        if (name == 0)
        {
            return null;
        }

        if (!_renderbuffers.TryGetValue(name, out Renderbuffer? found))
        {
            _renderbuffers.Add(name, found = new Renderbuffer(name));
        }

        return found;
    }

    /// <summary>What is deleted leaves the framebuffers that are bound, and stays in the others (section 4.4.2).</summary>
    private void Detach(object gone, IBindings bindings)
    {
        FramebufferNamed(bindings.DrawFramebuffer)?.Detach(gone);
        FramebufferNamed(bindings.ReadFramebuffer)?.Detach(gone);
    }

    private void DeleteFramebuffers(ReadOnlySpan<byte> names)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            _framebuffers.Remove(Fields.U32(names, i));
            ForgetLabel(FramebufferIdentifier, Fields.U32(names, i));
        }
    }

    private void DeleteRenderbuffers(ReadOnlySpan<byte> names, IBindings bindings)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            if (_renderbuffers.Remove(Fields.U32(names, i), out Renderbuffer? renderbuffer))
            {
                renderbuffer.IsDeleted = true;
                Detach(renderbuffer, bindings);
                ForgetLabel(RenderbufferIdentifier, renderbuffer.Name);
            }
        }
    }

    /// <summary>Objects without a name that framebuffers still hold: each is made under the name that it had, attached, and deleted, before another
    /// object of the same name is made.</summary>
    private void WriteOrphans(RebuildWriter to)
    {
        Span<byte> name = stackalloc byte[sizeof(uint)];
        foreach (object orphan in Orphans)
        {
            (orphan as Texture)?.Write(to);
            if (orphan is Renderbuffer renderbuffer)
            {
                WriteRenderbuffer(to, renderbuffer);
            }

            foreach (Framebuffer framebuffer in _framebuffers.Values)
            {
                framebuffer.WriteAttachments(to, orphan);
            }

            Fields.Put(name, 0, orphan is Texture texture ? texture.Name : ((Renderbuffer)orphan).Name);
            if (orphan is Texture)
            {
                Wire.Commands.DeleteTextures.Write(to.Reserve(Wire.Commands.DeleteTextures.Measure(1)), 1, name);
            }
            else
            {
                Wire.Commands.DeleteRenderbuffers.Write(to.Reserve(Wire.Commands.DeleteRenderbuffers.Measure(1)), 1, name);
            }
        }
    }

    private IEnumerable<object> Orphans => _framebuffers.Values
        .SelectMany(framebuffer => framebuffer.Attachments).Where(attachment => attachment.IsOrphan).Select(attachment => attachment.Object!).Distinct();

    private void WriteFramebuffers(RebuildWriter to)
    {
        foreach (Framebuffer framebuffer in _framebuffers.Values)
        {
            framebuffer.WriteAttachments(to, null);
            framebuffer.WriteBuffers(to);
        }
    }
}
