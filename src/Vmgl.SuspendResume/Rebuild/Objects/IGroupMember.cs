namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>A context, as the objects that it shares know it.</summary>
internal interface IGroupMember
{
    /// <summary>The context's number.</summary>
    uint Context { get; }

    /// <summary>Names of textures that are bound, or that levels of the attribute stack bind again.</summary>
    IEnumerable<uint> TextureNames { get; }

    /// <summary>Whether a texture is bound, to any unit and target.</summary>
    bool BindsTexture(uint texture);
}
