using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Framebuffers;

/// <summary>Renderbuffers (GL 3.0 section 4.4.2).</summary>
internal sealed class RenderbufferTable(RenderbufferPixels pixels, IAttachments attachments, LabelTable labels)
    : IRenderbufferCommands, IObjectTable
{
    private readonly OrderedDictionary<uint, Renderbuffer> _renderbuffers = [];

    /// <inheritdoc/>
    public IEnumerable<StaleContent> Stale => _renderbuffers.Values.SelectMany(StaleIn);

    /// <inheritdoc/>
    public long Bytes => _renderbuffers.Values.Sum(renderbuffer => renderbuffer.Bytes);

    /// <summary>What of a renderbuffer only the host has.</summary>
    public static IEnumerable<StaleContent> StaleIn(Renderbuffer renderbuffer)
    {
        string name = renderbuffer.IsDeleted ? $"deleted renderbuffer {renderbuffer.Name}" : $"renderbuffer {renderbuffer.Name}";
        if (renderbuffer.IsStale)
        {
            yield return new StaleContent(name, renderbuffer.ContentBytes);
        }
        else if (renderbuffer.IsResolved)
        {
            yield return new StaleContent($"{name}, of which one sample a pixel is kept", renderbuffer.ContentBytes);
        }
    }

    /// <summary>The renderbuffer of a name; null when nobody knows it as one.</summary>
    public Renderbuffer? Find(uint name) => _renderbuffers.GetValueOrDefault(name);

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach (Renderbuffer renderbuffer in _renderbuffers.Values)
        {
            pixels.Write(to, renderbuffer);
        }
    }

    /// <inheritdoc/>
    public void ReadBack(HostAnswers host)
    {
        foreach (Renderbuffer renderbuffer in _renderbuffers.Values.Where(renderbuffer => renderbuffer.IsStale))
        {
            pixels.Read(host, renderbuffer, _renderbuffers.ContainsKey);
        }
    }

    void IRenderbufferCommands.BindRenderbuffer(uint renderbuffer, uint target, in FoldedCommand command) => Named(renderbuffer);

    void IRenderbufferCommands.FoldRenderbufferStorage(ObjectAddress address, RenderbufferStorage view, in FoldedCommand command)
    {
        At(address, command.Bindings)?.Store(view.Width, view.Height, command.Bytes, command.IsSure);
        attachments.NoteChange();
    }

    void IRenderbufferCommands.FoldRenderbufferStorageMultisample(ObjectAddress address, RenderbufferStorageMultisample view,
        in FoldedCommand command)
    {
        At(address, command.Bindings)?.Store(view.Width, view.Height, command.Bytes, command.IsSure);
        attachments.NoteChange();
    }

    void IRenderbufferCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            if (_renderbuffers.Remove(Fields.U32(names, i), out Renderbuffer? renderbuffer))
            {
                renderbuffer.IsDeleted = true;
                attachments.Detach(renderbuffer, command.Bindings);
                labels.ForgetLabel(GL_RENDERBUFFER, renderbuffer.Name);
            }
        }
    }

    private Renderbuffer? At(ObjectAddress address, IBindings bindings) => Named(address.IsName ? address.Value : bindings.Renderbuffer);

    private Renderbuffer? Named(uint name)
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
}
