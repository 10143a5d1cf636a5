using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Framebuffers;

/// <summary>A renderbuffer (GL 3.0 section 4.4.2): its storage, and what was read back from it.</summary>
internal sealed class Renderbuffer(uint name) : IAttachable
{
    private int _width;
    private int _height;
    private readonly Setting _storage = new();

    /// <summary>The guest's name.</summary>
    public uint Name => name;

    /// <summary>Whether the name is no longer its: only framebuffers hold it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Whether GL drew into it what the mirror lacks.</summary>
    public bool IsStale { get; private set; }

    /// <summary>What was read back; null when it was not, or when its pixels are undefined.</summary>
    public RenderbufferContents? Contents { get; private set; }

    /// <summary>Whether of all its samples only one a pixel was read back.</summary>
    public bool IsResolved { get; private set; }

    /// <summary>Bytes of its pixels, roughly, for the user.</summary>
    public long ContentBytes => 4L * _width * _height;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _storage.Bytes + (Contents?.Bytes ?? 0);

    /// <summary>It gets storage; its pixels are undefined.</summary>
    public void Store(int width, int height, ReadOnlySpan<byte> command, bool isSure)
    {
        (_width, _height) = (width, height);
        _storage.Set(command, default, isSure);
        if (isSure)
        {
            (IsStale, Contents, IsResolved) = (false, null, false);
        }
    }

    /// <summary>GL draws into it.</summary>
    public void Spoil(int level, int face) => IsStale = true;

    /// <summary>Writes the command that deletes it.</summary>
    public void WriteDeletion(RebuildWriter to) =>
        DeleteRenderbuffers.Write(to.Reserve(DeleteRenderbuffers.Measure(1)), 1, SpareNames.ArrayOf(name));

    /// <summary>What the host has in it; null when that is nothing.</summary>
    /// <param name="isResolved">Whether it has more samples than were read.</param>
    public void Renew(RenderbufferContents? contents, bool isResolved) => (IsStale, Contents, IsResolved) = (false, contents, isResolved);

    /// <summary>Writes what makes it, without its pixels; nothing is bound.</summary>
    public void Write(RebuildWriter to)
    {
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), GL_RENDERBUFFER, name);
        _storage.Write(to);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), GL_RENDERBUFFER, 0);
    }
}

/// <summary>Pixels of a renderbuffer.</summary>
/// <param name="InternalFormat">The format of its storage; the pixels come back by way of a texture of the same.</param>
/// <param name="Pixels">Padded to 4.</param>
internal sealed record RenderbufferContents(uint InternalFormat, int Width, int Height, uint Format, uint Type, byte[] Pixels)
{
    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => Pixels.Length;
}
