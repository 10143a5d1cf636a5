using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Textures that one context deleted while others have them bound: they live on there, without a name (GL 2.1 section 3.8.12, appendix D.1).</summary>
/// <remarks>They are made under their old names, bound where they were, and deleted when all contexts have been written. One whose name was given to another
/// texture meanwhile is not kept.</remarks>
public sealed partial class GroupMirror
{
    private readonly List<IGroupMember> _members = [];
    private readonly Dictionary<uint, Texture> _heldTextures = [];

    /// <summary>A context shares these objects.</summary>
    internal void Join(IGroupMember member) => _members.Add(member);

    /// <summary>glPopAttrib binds again by name, and makes a texture of a name that nobody uses any more; false when it is one of another target by now, so that
    /// the binding stays as it is.</summary>
    internal bool Rebinds(uint target, uint name)
    {
        NoteTexture(target, name);
        return name == 0 || !_textures.TryGetValue(name, out Texture? texture) || texture.Target == target;
    }

    private void Hold(Texture texture, uint deleter)
    {
        if (_members.Any(member => member.Context != deleter && member.BindsTexture(texture.Name)))
        {
            _heldTextures[texture.Name] = texture;
        }
    }

    /// <summary>Lets go of those that no context has bound any more.</summary>
    private void ReleaseTextures()
    {
        foreach (uint name in _heldTextures.Keys.Where(name => !_members.Any(member => member.BindsTexture(name))).ToArray())
        {
            _heldTextures.Remove(name);
        }
    }

    /// <summary>Deletes the textures that exist only because contexts had their names, bound or saved in attribute levels.</summary>
    private void WriteDeletedTextures(RebuildWriter to)
    {
        foreach (uint name in _members.SelectMany(member => member.TextureNames).Distinct().Where(name => !_textures.ContainsKey(name)))
        {
            Wire.Commands.DeleteTextures.Write(to.Reserve(Wire.Commands.DeleteTextures.Measure(1)), 1, BitConverter.GetBytes(name));
        }
    }
}
