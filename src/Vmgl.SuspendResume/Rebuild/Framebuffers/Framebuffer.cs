using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Framebuffers;

/// <summary>A framebuffer object (GL 3.0 section 4.4): what is attached, and which buffers it draws into and reads from.</summary>
internal sealed class Framebuffer(uint name)
{
    /// <summary>By point; an older one stands beside a newer one that GL may have refused.</summary>
    private readonly OrderedDictionary<(uint Point, bool IsOlder), Attachment> _attachments = [];
    private readonly Setting _draw = new();
    private readonly Setting _read = new();

    /// <summary>The guest's name.</summary>
    public uint Name => name;

    /// <summary>What is attached, in the order in which it was.</summary>
    public IEnumerable<Attachment> Attachments => _attachments.Values;

    /// <summary>The count of changes at which all that is attached was marked as drawn into; it holds until something changes.</summary>
    public long MarkedAt { get; set; } = -1;

    /// <summary>Something is attached, or nothing any more.</summary>
    public void Attach(uint point, in Attachment attachment, bool isSure)
    {
        MarkedAt = -1;
        if (isSure && point == GL_DEPTH_STENCIL_ATTACHMENT)
        {
            Remove(GL_DEPTH_ATTACHMENT);
            Remove(GL_STENCIL_ATTACHMENT);
        }

        if (!isSure && _attachments.TryGetValue((point, false), out Attachment older) && !_attachments.ContainsKey((point, true)))
        {
            _attachments.Add((point, true), older);
        }

        _attachments.Remove((point, false));
        if (isSure)
        {
            _attachments.Remove((point, true));
        }

        _attachments.Add((point, false), attachment);

        void Remove(uint half)
        {
            _attachments.Remove((half, true));
            _attachments.Remove((half, false));
        }
    }

    /// <summary>An object is deleted while this framebuffer is bound: what it was attached to is empty.</summary>
    public void Detach(IAttachable gone)
    {
        MarkedAt = -1;
        foreach ((uint, bool) point in _attachments.Where(a => a.Value.Object == gone).Select(a => a.Key).ToArray())
        {
            _attachments.Remove(point);
        }
    }

    /// <summary>glDrawBuffer or glDrawBuffers while it is bound.</summary>
    public void SetDraw(ReadOnlySpan<byte> command, bool isSure) => _draw.Set(command, default, isSure);

    /// <summary>glReadBuffer while it is bound.</summary>
    public void SetRead(ReadOnlySpan<byte> command, bool isSure) => _read.Set(command, default, isSure);

    /// <summary>Writes the attachments of one deleted object, or those that are still there when it is null.</summary>
    public void WriteAttachments(RebuildWriter to, IAttachable? only)
    {
        foreach (Attachment attachment in _attachments.Values)
        {
            if (only is null ? !attachment.IsOrphan : attachment.Object == only)
            {
                Bind(to, attachment.Target, name);
                to.Add(attachment.Command);
                Bind(to, attachment.Target, 0);
            }
        }
    }

    /// <summary>Writes which buffers it draws into and reads from; makes it if nothing else did.</summary>
    public void WriteBuffers(RebuildWriter to)
    {
        Bind(to, GL_FRAMEBUFFER, name);
        _draw.Write(to);
        _read.Write(to);
        Bind(to, GL_FRAMEBUFFER, 0);
    }

    /// <summary>Binds a framebuffer.</summary>
    public static void Bind(RebuildWriter to, uint target, uint framebuffer) =>
        BindFramebuffer.Write(to.Reserve(BindFramebuffer.Bytes), target, framebuffer);
}

/// <summary>What is attached to a point of a framebuffer.</summary>
/// <param name="Target">What the framebuffer was bound to when it was attached.</param>
/// <param name="Object">A texture or a renderbuffer; null for nothing.</param>
internal readonly record struct Attachment(uint Target, IAttachable? Object, int Level, int Face, Kept Command)
{
    /// <summary>Whether its object has no name any more.</summary>
    public bool IsOrphan => Object is { IsDeleted: true };

    /// <summary>GL draws into it.</summary>
    public void Spoil() => Object?.Spoil(Level, Face);
}
