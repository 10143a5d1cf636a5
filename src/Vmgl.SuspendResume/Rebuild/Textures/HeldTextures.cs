using Vmgl.SuspendResume.Rebuild.Objects;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>Textures that one context deleted while others have them bound: they live on there, without a name (GL 2.1 section 3.8.12,
/// appendix D.1).</summary>
/// <remarks>They are made under their old names, bound where they were, and deleted when all contexts have been written. One whose name was
/// given to another texture meanwhile is not kept.</remarks>
internal sealed class HeldTextures
{
    private readonly List<IGroupMember> _members = [];
    private readonly Dictionary<uint, Texture> _textures = [];

    /// <summary>The textures that are held.</summary>
    public IEnumerable<Texture> Textures => _textures.Values;

    /// <summary>A context shares the group's textures.</summary>
    public void Join(IGroupMember member) => _members.Add(member);

    /// <summary>A context is gone.</summary>
    public void Leave(uint context) => _members.RemoveAll(member => member.Context == context);

    /// <summary>The held texture of a former name; null for none.</summary>
    public Texture? Find(uint name) => _textures.GetValueOrDefault(name);

    /// <summary>Keeps a deleted texture if a context other than the one that deleted it has it bound.</summary>
    public void Hold(Texture texture, uint deleter)
    {
        if (_members.Any(member => member.Context != deleter && member.BindsTexture(texture.Name)))
        {
            _textures[texture.Name] = texture;
        }
    }

    /// <summary>A name is given to another texture.</summary>
    public void Forget(uint name) => _textures.Remove(name);

    /// <summary>Lets go of those that no context has bound any more.</summary>
    public void Release()
    {
        foreach (uint name in _textures.Keys.Where(name => !_members.Any(member => member.BindsTexture(name))).ToArray())
        {
            _textures.Remove(name);
        }
    }

    /// <summary>Names that contexts have bound, or saved in attribute levels.</summary>
    public IEnumerable<uint> NamesInUse() => _members.SelectMany(member => member.TextureNames).Distinct();
}
