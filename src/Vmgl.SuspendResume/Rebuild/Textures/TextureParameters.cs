using Vmgl.SuspendResume.Rebuild.Objects;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>A texture's parameters at some moment, as glPushAttrib saves them (GL 2.1 section 6.1.14 and table 6.17).</summary>
/// <param name="Settings">What glTexParameter set. Not changed any more.</param>
/// <param name="Priority">What glPrioritizeTextures set.</param>
internal sealed record TextureParameters(Settings<uint> Settings, Setting Priority)
{
    /// <summary>Writes them; the texture is bound to its target on the active unit.</summary>
    public void Write(RebuildWriter to)
    {
        Settings.Write(to);
        Priority.Write(to);
    }
}

/// <summary>A texture that was bound when a level of the attribute stack was pushed.</summary>
internal sealed record SavedTexture(uint Unit, Texture Texture, TextureParameters Parameters)
{
    /// <summary>Gives it its parameters back, unless the program has deleted it: then GL does not either.</summary>
    public void Restore()
    {
        if (!Texture.IsDeleted)
        {
            Texture.Restore(Parameters);
        }
    }
}
