using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Reading back what GL wrote. Each object is renewed when all of it is there, so that a host that goes away leaves whole ones.</summary>
public sealed partial class GroupMirror
{
    /// <summary>Reads from the host what GL wrote and the mirror lacks. A context of the group in its initial state is current.</summary>
    /// <exception cref="HostLostException">The host is gone; what was read until then is kept.</exception>
    public void ReadBack(IHostQuestions host)
    {
        var answers = new HostAnswers(host);
        foreach (Texture texture in _textures.Values)
        {
            ReadTexture(answers, texture);
        }

        foreach (Renderbuffer renderbuffer in _renderbuffers.Values.Where(renderbuffer => renderbuffer.IsStale))
        {
            ReadRenderbuffer(answers, renderbuffer);
        }

        foreach (BufferObject buffer in _buffers.Values.Where(buffer => buffer.IsStale))
        {
            byte[] contents = answers.Buffer(buffer.Name, buffer.Size);
            if (contents.Length == buffer.Size)
            {
                buffer.Renew(contents);
            }
        }

        _changes++;
    }

    /// <summary>Reads what belongs to one context, which is current in whatever state, and leaves that as it was: its textures called 0, results of its queries.</summary>
    /// <exception cref="HostLostException">The host is gone; what was read until then is kept.</exception>
    public void ReadBackOwn(IHostQuestions host, uint context)
    {
        const uint TextureAndPixelBits = 0x40020;
        var answers = new HostAnswers(host);
        foreach (((uint owner, _), Texture texture) in _ownTextures)
        {
            if (owner == context && texture.Images.Any(image => image.Value.IsStale))
            {
                PushAttrib.Write(host.Writer.Reserve(PushAttrib.Bytes), TextureAndPixelBits);
                PixelTransferState.Initial(host.Writer);
                ReadTexture(answers, texture);
                PopAttrib.Write(host.Writer.Reserve(PopAttrib.Bytes));
            }
        }

        foreach (QueryObject query in _queries.Values)
        {
            if (query.Context == context && !query.IsActive && query.Result is null && Result(answers.Query(query.Name, QueryResult)) is ulong result)
            {
                query.Learn(result);
            }
        }
    }

    private static void ReadTexture(HostAnswers host, Texture texture)
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
        const uint Compressed = 0x86A1;
        const uint CompressedSize = 0x86A0;
        uint target = TextureTargets.OfImage(texture.Target, face);
        TextureImage image = texture.ImageAt(level, face);
        var facts = LevelFacts.Ask(host, target, level);
        if (facts.Box.Volume == 0)
        {
            image.Vanish();
            return;
        }

        if (host.Level(target, level, Compressed) != 0)
        {
            int bytes = host.Level(target, level, CompressedSize);
            if (host.PackedImage(target, level, bytes) is byte[] packed)
            {
                image.Renew(texture.IsStored ? null : facts.DefinePacked(packed, bytes), texture.IsStored ? facts.UpdatePacked(packed, bytes) : null);
            }

            return;
        }

        if (host.Image(target, level, facts.Form, facts.Box) is byte[] pixels)
        {
            Piece? model = image.Definition ?? texture.ImageAt(texture.FirstLevel, face).Definition;
            image.Renew(texture.IsStored ? null : facts.Define(model), facts.Update(pixels));
        }
    }

    private IEnumerable<StaleContent> StaleTextures()
    {
        IEnumerable<Texture> all = _textures.Values.Concat(_ownTextures.Values).Concat(Orphans.OfType<Texture>());
        foreach (Texture texture in all)
        {
            string name = texture.IsDeleted ? $"deleted texture {texture.Name}" : $"texture {texture.Name}";
            foreach (((int level, int face), TextureImage image) in texture.Images)
            {
                if (image.IsStale)
                {
                    string side = texture.Target == TextureTargets.CubeMap ? $" face {face}" : "";
                    string samples = TextureTargets.IsMultisample(texture.Target) ? ", whose samples cannot be read" : "";
                    yield return new StaleContent($"{name} level {level}{side}{samples}", image.ContentBytes);
                }
            }
        }
    }

    private IEnumerable<StaleContent> StaleBuffers() => _buffers.Values
        .Where(buffer => buffer.IsStale).Select(buffer => new StaleContent($"buffer {buffer.Name}", buffer.Size));
}
