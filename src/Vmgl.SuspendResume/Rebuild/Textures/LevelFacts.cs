using Vmgl.SuspendResume.Rebuild.Objects;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>What the host's GL says of a texture's level (GL 3.0 section 6.1.3), and commands that make it anew.</summary>
internal sealed record LevelFacts(uint Target, int Level, Box Box, int Border, uint InternalFormat, PixelForm Form)
{
    private const uint Width = 0x1000;
    private const uint Height = 0x1001;
    private const uint Depth = 0x8071;
    private const uint Format = 0x1003;
    private const uint BorderWidth = 0x1005;
    private const uint DepthSize = 0x884A;
    private const uint DepthType = 0x8C16;
    private const uint StencilSize = 0x88F1;

    /// <summary>Sizes of red, green, blue, alpha, luminance and intensity.</summary>
    private static ReadOnlySpan<uint> ColorSizes => [0x805C, 0x805D, 0x805E, 0x805F, 0x8060, 0x8061];

    /// <summary>Types of the same.</summary>
    private static ReadOnlySpan<uint> ColorTypes => [0x8C10, 0x8C11, 0x8C12, 0x8C13, 0x8C14, 0x8C15];

    /// <summary>Asks about a level of the texture that is bound.</summary>
    public static LevelFacts Ask(HostAnswers host, uint target, int level)
    {
        (int width, int height, int depth) = (host.Level(target, level, Width), host.Level(target, level, Height),
            host.Level(target, level, Depth));
        int border = host.Level(target, level, BorderWidth);
        (int bits, uint type) = (0, 0);
        for (int i = 0; i < ColorSizes.Length; i++)
        {
            int size = host.Level(target, level, ColorSizes[i]);
            if (size > 0 && type == 0)
            {
                type = (uint)host.Level(target, level, ColorTypes[i]);
            }

            bits = Math.Max(bits, size);
        }

        int depthBits = bits > 0 ? 0 : host.Level(target, level, DepthSize);
        int stencilBits = bits > 0 ? 0 : host.Level(target, level, StencilSize);
        uint depthType = depthBits > 0 ? (uint)host.Level(target, level, DepthType) : 0;
        Box box = width <= 0 ? default : ImageCommand.Whole(TextureTargets.Bound(target), border, width, Math.Max(height, 1),
            Math.Max(depth, 1));
        return new LevelFacts(
            target, level, box, border, (uint)host.Level(target, level, Format),
            PixelForm.Of(bits, type, depthBits, depthType, stencilBits));
    }

    /// <summary>A definition without pixels, by the format and type that the program used where it used some: drivers choose by them
    /// too.</summary>
    public Piece Define(Piece? model)
    {
        bool fits = model is { IsPacked: false } && model.Image.InternalFormat == InternalFormat && model.Image.Verb == ImageVerb.Define;
        (uint format, uint type) = fits ? (model!.Image.Format, model.Image.Type) : (Form.Format, Form.Type);
        var image = new ImageCommand(ImageVerb.Define, Target, Level, Box, Border, InternalFormat, format, type, false, false);
        return new Piece(image, ImageCommands.Define(Target, Level, InternalFormat, Box, Border, format, type, given: 0), [], []);
    }

    /// <summary>All its pixels, padded to 4.</summary>
    public Piece Update(byte[] pixels)
    {
        var image = new ImageCommand(ImageVerb.Update, Target, Level, Box, 0, 0, Form.Format, Form.Type, false, true);
        return new Piece(image, ImageCommands.Update(Target, Level, Box, Form.Format, Form.Type), pixels, []);
    }

    /// <summary>A definition by its compressed image, padded to 4.</summary>
    public Piece DefinePacked(byte[] packed, int bytes)
    {
        var image = new ImageCommand(ImageVerb.Define, Target, Level, Box, Border, InternalFormat, InternalFormat, 0, true, true);
        return new Piece(image, ImageCommands.DefinePacked(Target, Level, InternalFormat, Box, Border, bytes), packed, []);
    }

    /// <summary>All of its compressed image, padded to 4.</summary>
    public Piece UpdatePacked(byte[] packed, int bytes)
    {
        var image = new ImageCommand(ImageVerb.Update, Target, Level, Box, 0, 0, InternalFormat, 0, true, true);
        return new Piece(image, ImageCommands.UpdatePacked(Target, Level, Box, InternalFormat, bytes), packed, []);
    }
}
