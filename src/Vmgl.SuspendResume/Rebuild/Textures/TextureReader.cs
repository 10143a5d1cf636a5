using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>Reads textures back from the host, and says what of them only the host has.</summary>
internal static class TextureReader
{
    /// <summary>Reads the levels that only the host knows; each is renewed when all of it is there.</summary>
    public static void Read(HostAnswers host, Texture texture)
    {
        (int Level, int Face)[] stale = [.. texture.Images.Where(image => image.Value.IsStale).Select(image => image.Key)];
        if (stale.Length == 0 || TextureTargets.IsMultisample(texture.Target))
        {
            return;
        }

        BindTexture.Write(host.Writer.Reserve(BindTexture.Bytes), texture.Target, texture.Name);
        foreach ((int level, int face) in stale)
        {
            ReadImage(host, texture, level, face);
        }

        texture.ForgetGeneration();
        if (texture.Name != 0)
        {
            BindTexture.Write(host.Writer.Reserve(BindTexture.Bytes), texture.Target, 0);
        }
    }

    private static void ReadImage(HostAnswers host, Texture texture, int level, int face)
    {
        uint target = TextureTargets.OfImage(texture.Target, face);
        TextureImage image = texture.ImageAt(level, face);
        var facts = LevelFacts.Ask(host, target, level);
        if (facts.Box.Volume == 0)
        {
            image.Vanish();
            return;
        }

        if (host.Level(target, level, GL_TEXTURE_COMPRESSED) != 0)
        {
            int bytes = host.Level(target, level, GL_TEXTURE_COMPRESSED_IMAGE_SIZE);
            if (host.PackedImage(target, level, bytes) is byte[] packed)
            {
                image.Renew(texture.IsStored ? null : facts.DefinePacked(packed, bytes),
                    texture.IsStored ? facts.UpdatePacked(packed, bytes) : null);
            }

            return;
        }

        if (host.Image(target, level, facts.Form, facts.Box) is byte[] pixels)
        {
            Piece? model = image.Definition ?? texture.ImageAt(texture.FirstLevel, face).Definition;
            image.Renew(texture.IsStored ? null : facts.Define(model), facts.Update(pixels));
        }
    }

    /// <summary>The levels that only the host knows.</summary>
    public static IEnumerable<StaleContent> StaleIn(Texture texture)
    {
        string name = texture.IsDeleted ? $"deleted texture {texture.Name}" : $"texture {texture.Name}";
        foreach (((int level, int face), TextureImage image) in texture.Images)
        {
            if (image.IsStale)
            {
                string side = texture.Target == GL_TEXTURE_CUBE_MAP ? $" face {face}" : "";
                string samples = TextureTargets.IsMultisample(texture.Target) ? ", whose samples cannot be read" : "";
                yield return new StaleContent($"{name} level {level}{side}{samples}", image.ContentBytes);
            }
        }
    }
}
