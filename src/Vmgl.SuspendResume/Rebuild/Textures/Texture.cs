using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>A texture object: its parameters, and the images of its levels and faces.</summary>
internal sealed class Texture(uint name, uint target) : IAttachable
{
    private const uint GenerateMipmapParameter = 0x8191;
    private const uint BaseLevel = 0x813C;
    private const uint MaxLevel = 0x813D;

    private readonly List<TextureParameters> _saved = [];
    private Settings<uint> _parameters = new();
    private readonly SortedDictionary<(int Level, int Face), TextureImage> _images = [];
    private Setting _priority = new();
    private Kept? _storage;
    private int _storedLevels;
    private Generation? _generation;

    /// <summary>The guest's name; 0 for a context's own texture of the target.</summary>
    public uint Name => name;

    /// <summary>What it is bound to.</summary>
    public uint Target => target;

    /// <summary>Whether the name is no longer its: only framebuffers hold it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Whether all its levels were made at once.</summary>
    public bool IsStored => _storage is not null;

    /// <summary>Whether it has nothing but its name.</summary>
    public bool IsEmpty => _images.Count == 0 && _parameters.IsEmpty;

    /// <summary>The images by level, then face.</summary>
    public IEnumerable<KeyValuePair<(int Level, int Face), TextureImage>> Images => _images;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _parameters.Bytes + _images.Values.Sum(image => image.Bytes);

    /// <summary>The level that the others are made from.</summary>
    public int FirstLevel => Integer(BaseLevel, 0);

    private bool GeneratesMipmaps => Integer(GenerateMipmapParameter, 0) != 0;

    /// <summary>Its parameters as they are now; kept until they are given back or dropped.</summary>
    public TextureParameters Save()
    {
        var saved = new TextureParameters(_parameters.Share(), _priority.Copy());
        _saved.Add(saved);
        return saved;
    }

    /// <summary>Its parameters become what was saved.</summary>
    public void Restore(TextureParameters saved)
    {
        Drop(saved);
        (_parameters, _priority) = (saved.Settings.Share(), saved.Priority.Copy());
    }

    /// <summary>What was saved is not wanted back.</summary>
    public void Drop(TextureParameters saved) => _saved.Remove(saved);

    /// <summary>Writes its parameters as they are now; it is bound to its target on the active unit.</summary>
    public void WriteParameters(RebuildWriter to) => new TextureParameters(_parameters, _priority).Write(to);

    /// <summary>A parameter is set.</summary>
    public void SetParameter(uint parameter, ReadOnlySpan<byte> command, bool isSure) =>
        _parameters.Set(parameter, command, default, isSure);

    /// <summary>Its priority is set.</summary>
    public void SetPriority(ReadOnlySpan<byte> command) => _priority.Set(command, default, isSure: true);

    /// <summary>All levels are made at once (ARB_texture_storage). A second time GL refuses.</summary>
    public void Store(in ImageCommand image, ReadOnlySpan<byte> command)
    {
        if (IsStored || image.Levels < 1 || image.Box.Volume == 0)
        {
            return;
        }

        (_storage, _storedLevels, _generation) = (Setting.Keep(command), image.Levels, null);
        _images.Clear();
        for (int level = 0; level < image.Levels && level < 32; level++)
        {
            for (int face = 0; face < (target == TextureTargets.CubeMap ? TextureTargets.Faces : 1); face++)
            {
                ImageAt(level, face).Be(image with { Border = 0 }, TextureTargets.Smaller(target, image.Box, level), isGenerated: false);
            }
        }
    }

    /// <summary>A level is defined or written into.</summary>
    public void Fold(in ImageCommand image, ReadOnlySpan<byte> command, ReadOnlySpan<byte> pixels, IReadOnlyList<Kept> transfer,
        bool isSure)
    {
        TextureImage level = ImageAt(image.Level, TextureTargets.Face(image.Target));
        bool wasGenerated = level.IsGenerated;
        switch (image.Verb)
        {
            case ImageVerb.CopyPart:
                level.Spoil();
                break;
            case ImageVerb.Copy:
                DefineByCopy(level, image, isSure);
                break;
            case ImageVerb.Update:
                level.Update(new Piece(image, command.ToArray(), Setting.Padded(pixels), transfer), isSure);
                break;
            case ImageVerb.Define or ImageVerb.Sample:
                level.Define(new Piece(image, command.ToArray(), Setting.Padded(pixels), transfer), isSure);
                break;
            default:
                return;
        }

        if (image.Level == Integer(BaseLevel, 0) && GeneratesMipmaps)
        {
            Generate(default);
        }
        else if (!wasGenerated && _generation is { } made && made.Base == image.Level)
        {
            SpoilGenerated(); // they still show what this level was before
        }
    }

    /// <summary>The levels above the base level are made from it: by a command, or of themselves when it is null.</summary>
    public void Generate(ReadOnlySpan<byte> command, bool byCommand = false)
    {
        int first = Integer(BaseLevel, 0);
        if (!_images.TryGetValue((first, 0), out TextureImage? lowest) || lowest.Box.Volume == 0)
        {
            return;
        }

        _generation = new Generation(byCommand ? Setting.Keep(command) : null, first, _parameters.Find(BaseLevel)?.Copy(),
            _parameters.Find(MaxLevel)?.Copy());
        int last = LastLevel(first, lowest.Box);
        for (int face = 0; face < (target == TextureTargets.CubeMap ? TextureTargets.Faces : 1); face++)
        {
            if (_images.TryGetValue((first, face), out TextureImage? lower))
            {
                for (int level = first + 1; level <= last; level++)
                {
                    ImageAt(level, face).BeGenerated(lower, TextureTargets.Smaller(target, lower.Box, level - first));
                }
            }
        }

        if (_images.Any(image => image.Key.Level == first && image.Value.IsStale))
        {
            SpoilGenerated();
        }
    }

    /// <summary>GL draws into a level.</summary>
    public void Spoil(int level, int face)
    {
        TextureImage image = ImageAt(level, face);
        image.Spoil();
        if (_generation is { } made && made.Base == level)
        {
            SpoilGenerated();
        }
    }

    /// <summary>Writes the command that deletes it.</summary>
    public void WriteDeletion(RebuildWriter to) => DeleteTextures.Write(to.Reserve(DeleteTextures.Measure(1)), 1, SpareNames.ArrayOf(name));

    /// <summary>The image of a level and face.</summary>
    public TextureImage ImageAt(int level, int face)
    {
        if (!_images.TryGetValue((level, face), out TextureImage? image))
        {
            _images[(level, face)] = image = new TextureImage();
        }

        return image;
    }

    /// <summary>Writes what makes it; nothing is bound to its target, or for a context's own texture, that is.</summary>
    public void Write(RebuildWriter to)
    {
        BindTexture.Write(to.Reserve(BindTexture.Bytes), target, name);
        if (_storage is not null)
        {
            to.Add(_storage);
        }

        // Drivers lay a texture out when they see its base level: so does the program, nearly always.
        bool generates = _generation is not null && _images.Any(image => image.Value.IsGenerated);
        int first = generates ? _generation!.Base : -1;
        if (generates)
        {
            _generation!.Prepare(to, target);
            WriteImages(to, level => level == first);
            _generation.Finish(to, target);
        }

        WriteImages(to, level => level != first);
        // No command takes a parameter back to what it was before it was set, so those that a level of an attribute stack saved come first.
        ((IsDeleted ? null : _saved.MinBy(saved => saved.Settings.Count)) ?? new TextureParameters(_parameters, _priority)).Write(to);
        if (name != 0)
        {
            BindTexture.Write(to.Reserve(BindTexture.Bytes), target, 0);
        }
    }

    /// <summary>After a level was read back: the levels that were made from others are made by commands of their own from then
    /// on.</summary>
    public void ForgetGeneration()
    {
        if (_images.All(image => !image.Value.IsGenerated))
        {
            _generation = null;
        }
    }

    private void WriteImages(RebuildWriter to, Func<int, bool> which)
    {
        foreach (((int level, _), TextureImage image) in _images)
        {
            if (which(level))
            {
                image.Write(to);
            }
        }
    }

    /// <summary>A level defined from the framebuffer: it has that size and form, and only the host knows its pixels.</summary>
    private static void DefineByCopy(TextureImage level, in ImageCommand image, bool isSure)
    {
        bool isAsBefore = level.Box == image.Box && level.InternalFormat == image.InternalFormat && level.Border == image.Border;
        if (isAsBefore && (!isSure || level.IsDefined))
        {
            level.Spoil();
            return;
        }

        byte[] command = ImageCommands.Define(
            image.Target, image.Level, image.InternalFormat, image.Box, image.Border, image.Format, image.Type, given: 0);
        level.Define(new Piece(image, command, [], []), isSure);
        level.Spoil();
    }

    private void SpoilGenerated()
    {
        foreach (TextureImage image in _images.Values.Where(image => image.IsGenerated))
        {
            image.Spoil();
        }
    }

    private int LastLevel(int first, Box box)
    {
        int longest = Math.Max(box.Width, target is TextureTargets.Texture1D or TextureTargets.Array1D ? 1 : box.Height);
        longest = Math.Max(longest, target == TextureTargets.Texture3D ? box.Depth : 1);
        int last = first + (int)Math.Log2(Math.Max(1, longest));
        last = Math.Min(last, Integer(MaxLevel, 1000));
        return IsStored ? Math.Min(last, _storedLevels - 1) : last;
    }

    /// <summary>A parameter's value as an integer; each command has it at the same place.</summary>
    private int Integer(uint parameter, int otherwise)
    {
        const int FirstValue = 12;
        const int FirstOfArray = 16;
        ReadOnlySpan<byte> last = _parameters.Find(parameter) is { } slot ? slot.Last : default;
        return last.IsEmpty ? otherwise : (Opcode)(ushort)Fields.U32(last, 0) switch
        {
            Opcode.TexParameterf => (int)Fields.F32(last, FirstValue),
            Opcode.TexParameteri => Fields.I32(last, FirstValue),
            Opcode.TexParameterfv => (int)Fields.F32(last, FirstOfArray),
            _ => Fields.I32(last, FirstOfArray),
        };
    }

    /// <summary>How levels were made from a base level, and under which bounds.</summary>
    private sealed class Generation(Kept? command, int first, Setting? baseLevel, Setting? maxLevel)
    {
        public int Base => first;

        public void Prepare(RebuildWriter to, uint target)
        {
            baseLevel?.Write(to);
            maxLevel?.Write(to);
            if (command is null)
            {
                TexParameteri.Write(to.Reserve(TexParameteri.Bytes), target, GenerateMipmapParameter, 1);
            }
        }

        public void Finish(RebuildWriter to, uint target)
        {
            if (command is not null)
            {
                to.Add(command);
                return;
            }

            TexParameteri.Write(to.Reserve(TexParameteri.Bytes), target, GenerateMipmapParameter, 0);
        }
    }
}
