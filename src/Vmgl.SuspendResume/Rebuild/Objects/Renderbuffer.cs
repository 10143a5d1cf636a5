using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>A renderbuffer (GL 3.0 section 4.4.2): its storage, and what was read back from it.</summary>
internal sealed class Renderbuffer(uint name)
{
    private const uint Target = 0x8D41;
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
    public long ContentBytes => (Opcode)(ushort)(HasStorage ? Fields.U32(_storage.Last, 0) : 0) switch
    {
        Opcode.RenderbufferStorage => 4L * Fields.I32(_storage.Last, 12) * Fields.I32(_storage.Last, 16),
        Opcode.RenderbufferStorageMultisample => 4L * Fields.I32(_storage.Last, 16) * Fields.I32(_storage.Last, 20),
        _ => 0,
    };

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _storage.Bytes + (Contents?.Bytes ?? 0);

    /// <summary>Whether it has storage.</summary>
    public bool HasStorage => !_storage.Last.IsEmpty;

    /// <summary>It gets storage; its pixels are undefined.</summary>
    public void Store(ReadOnlySpan<byte> command, bool isSure)
    {
        _storage.Set(command, default, isSure);
        if (isSure)
        {
            (IsStale, Contents, IsResolved) = (false, null, false);
        }
    }

    /// <summary>GL draws into it.</summary>
    public void Spoil() => IsStale = true;

    /// <summary>What the host has in it; null when that is nothing.</summary>
    /// <param name="isResolved">Whether it has more samples than were read.</param>
    public void Renew(RenderbufferContents? contents, bool isResolved) => (IsStale, Contents, IsResolved) = (false, contents, isResolved);

    /// <summary>Writes what makes it, without its pixels; nothing is bound.</summary>
    public void Write(RebuildWriter to)
    {
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), Target, name);
        _storage.Write(to);
        BindRenderbuffer.Write(to.Reserve(BindRenderbuffer.Bytes), Target, 0);
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
