using System.Text;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Testing;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>The law of the mirror for shared objects: what it writes after a stream gives the objects that the stream gave.</summary>
public sealed partial class ObjectLawTests(LawMachine machine) : IClassFixture<LawMachine>
{
    private const uint Target2D = 0x0DE1;
    private const uint Rgba = 0x1908;
    private const uint UByte = 0x1401;

    /// <summary>A dump that overlooks something would let every law pass.</summary>
    [Fact]
    public void Dump_OfAnotherTexture_Differs()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 8, 8, 1);
        Assert.True(stream.End());
        List<string> one = ObjectDump.Of(machine.Stream, stream.TextureTargets);
        Update(stream, 1, 0, 3, 3, 1, 1, 9);
        Assert.True(stream.End());
        Assert.Contains("texture 1 image", StateDump.Difference(one, ObjectDump.Of(machine.Stream, stream.TextureTargets)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Texture_WithParts_IsRebuilt()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 16, 8, 1);
        Update(stream, 1, 0, 3, 3, 4, 4, 2);
        Update(stream, 1, 0, 5, 1, 7, 7, 3);
        Update(stream, 1, 0, 0, 0, 2, 2, 4, format: 0x1907); // another form
        Update(stream, 1, 0, 1, 1, 2, 2, 5);
        stream.Put(Opcode.TexParameteri, TexParameteri.Bytes, to => TexParameteri.Write(to, Target2D, 0x2801, 0x2600));
        stream.Put(Opcode.TexParameterf, TexParameterf.Bytes, to => TexParameterf.Write(to, Target2D, 0x2801, 0x2601));
        Rebuilds(stream);
    }

    [Theory]
    [InlineData(0x8051)] // RGB8
    [InlineData(0x1907)] // RGB
    [InlineData(0x8040)] // LUMINANCE8
    [InlineData(0x8045)] // LUMINANCE8_ALPHA8
    [InlineData(0x803C)] // ALPHA8
    [InlineData(0x804B)] // INTENSITY8
    [InlineData(0x805B)] // RGBA16
    [InlineData(0x8814)] // RGBA32F
    [InlineData(0x881A)] // RGBA16F
    [InlineData(0x8C3A)] // R11F_G11F_B10F
    [InlineData(0x8056)] // RGBA4
    [InlineData(0x8D62)] // RGB565
    [InlineData(0x8C43)] // SRGB8_ALPHA8
    [InlineData(0x8F97)] // RGBA8_SNORM
    public void Texture_OfAnyFormat_IsRebuilt_AndReadBack(int internalFormat)
    {
        ObjectStream stream = Begin();
        Image(stream, 1, (uint)internalFormat, 8, 8, 1);
        Image(stream, 2, (uint)internalFormat, 8, 8, 2);
        stream.Put(Opcode.CopyTexSubImage2D, CopyTexSubImage2D.Bytes, to => CopyTexSubImage2D.Write(to, Target2D, 0, 1, 1, 0, 0, 4, 4));
        Rebuilds(stream, readsBack: true);
    }

    [Fact]
    public void Texture_OfIntegers_IsReadBack()
    {
        ObjectStream stream = Begin();
        foreach ((uint name, uint format, uint type) in (ReadOnlySpan<(uint, uint, uint)>)[(1, 0x8D8E, 0x1400), (2, 0x8D7C, 0x1401),
            (3, 0x8D82, 0x1404), (4, 0x8D70, 0x1405)])
        {
            Bind(stream, name);
            byte[] pixels = new Chance((int)name).Bytes(Images.MeasureImage(0x8D99, type, 8, 8));
            stream.Put(
                Opcode.TexImage2D, TexImage2D.Bytes, to => TexImage2D.Write(to, Target2D, 0, (int)format, 8, 8, 0, 0x8D99, type, 1),
                pixels);
        }

        Assert.True(stream.End());
        foreach (uint name in (uint[])[1, 2, 3, 4])
        {
            uint point = 0x8CE0;
            Framebuffer(stream, name);
            stream.Put(Opcode.FramebufferTexture2D, FramebufferTexture2D.Bytes, to =>
                FramebufferTexture2D.Write(to, 0x8D40, point, Target2D, name, 0));
            stream.Put(Opcode.Enable, Enable.Bytes, to => Enable.Write(to, 0x0C11)); // an empty scissor: everything stays
            stream.Put(Opcode.Scissor, Scissor.Bytes, to => Scissor.Write(to, 0, 0, 0, 0));
            stream.Put(Opcode.Clear, Clear.Bytes, to => Clear.Write(to, 0x4000));
        }

        Rebuilds(stream, readsBack: true);
    }

    [Fact]
    public void Texture_GivenUnderPixelTransfer_IsRebuilt()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 8, 8, 1);
        stream.Put(Opcode.PixelTransferf, PixelTransferf.Bytes, to => PixelTransferf.Write(to, 0x0D14, 0.5f));
        stream.Put(Opcode.PixelTransferf, PixelTransferf.Bytes, to => PixelTransferf.Write(to, 0x0D19, 0.25f));
        Update(stream, 1, 0, 2, 2, 4, 4, 2);
        Image(stream, 2, 0x8058, 4, 4, 3);
        stream.Put(Opcode.PixelTransferf, PixelTransferf.Bytes, to => PixelTransferf.Write(to, 0x0D14, 1));
        Update(stream, 2, 0, 1, 1, 2, 2, 2);
        Rebuilds(stream);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mipmaps_AreMadeAgain(bool ofThemselves)
    {
        ObjectStream stream = Begin();
        Bind(stream, 1);
        if (ofThemselves)
        {
            stream.Put(Opcode.TexParameteri, TexParameteri.Bytes, to => TexParameteri.Write(to, Target2D, 0x8191, 1));
        }

        Image(stream, 1, 0x8058, 16, 8, 1);
        Update(stream, 1, 0, 3, 3, 4, 4, 2);
        if (!ofThemselves)
        {
            stream.Put(Opcode.GenerateMipmap, GenerateMipmap.Bytes, to => GenerateMipmap.Write(to, Target2D));
        }

        Update(stream, 1, 1, 1, 1, 2, 2, 7);
        Rebuilds(stream);
        Assert.Empty(stream.Group.Stale);
    }

    [Fact]
    public void Mipmaps_OfALevelThatChangedSince_AreReadBack()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 16, 16, 1);
        stream.Put(Opcode.GenerateMipmap, GenerateMipmap.Bytes, to => GenerateMipmap.Write(to, Target2D));
        Update(stream, 1, 0, 0, 0, 16, 16, 2);
        Assert.True(stream.End());
        Assert.NotEmpty(stream.Group.Stale);
        Rebuilds(stream, readsBack: true);
    }

    [Fact]
    public void Textures_OfOtherTargets_AreRebuilt()
    {
        ObjectStream stream = Begin();
        foreach ((uint name, uint target) in (ReadOnlySpan<(uint, uint)>)[(1, 0x0DE0), (2, 0x806F), (3, 0x8513), (4, 0x84F5), (5, 0x8C18),
            (6, 0x8C1A)])
        {
            stream.Put(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, target, name));
            for (uint face = 0; face < (target == 0x8513 ? 6 : 1); face++)
            {
                uint image = target == 0x8513 ? 0x8515 + face : target;
                byte[] pixels = new Chance((int)((name * 10) + face)).Bytes(4 * 4 * 4 * 4);
                _ = target switch
                {
                    0x0DE0 => stream.Put(Opcode.TexImage1D, TexImage1D.Bytes, to =>
                        TexImage1D.Write(to, image, 0, 0x8058, 64, 0, Rgba, UByte, 1), pixels),
                    0x806F or 0x8C1A => stream.Put(
                        Opcode.TexImage3D, TexImage3D.Bytes, to => TexImage3D.Write(to, image, 0, 0x8058, 4, 4, 4, 0, Rgba, UByte, 1),
                        pixels),
                    _ => stream.Put(Opcode.TexImage2D, TexImage2D.Bytes, to =>
                        TexImage2D.Write(to, image, 0, 0x8058, 8, 8, 0, Rgba, UByte, 1), pixels),
                };
            }

            stream.Put(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, target, 0));
        }

        stream.Put(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, 0x806F, 2));
        stream.Put(
            Opcode.TexSubImage3D, TexSubImage3D.Bytes, to => TexSubImage3D.Write(to, 0x806F, 0, 1, 1, 1, 2, 2, 2, Rgba, UByte, 1),
            new Chance(7).Bytes(32));
        Rebuilds(stream);
    }

    [Fact]
    public void Texture_StoredAtOnce_IsRebuilt_AndReadBack()
    {
        ObjectStream stream = Begin();
        Bind(stream, 1);
        stream.Put(Opcode.TexStorage2D, TexStorage2D.Bytes, to => TexStorage2D.Write(to, Target2D, 4, 0x8058, 8, 8));
        for (int level = 0; level < 4; level++)
        {
            Update(stream, 1, level, 0, 0, 8 >> level, 8 >> level, level);
        }

        stream.Put(Opcode.CopyTexSubImage2D, CopyTexSubImage2D.Bytes, to => CopyTexSubImage2D.Write(to, Target2D, 1, 0, 0, 0, 0, 2, 2));
        Rebuilds(stream, readsBack: true);
    }

    [Fact]
    public void Texture_CopiedFromTheFramebuffer_IsReadBack()
    {
        ObjectStream stream = Begin();
        stream.Put(Opcode.ClearColor, ClearColor.Bytes, to => ClearColor.Write(to, 0.3f, 0.6f, 0.9f, 1));
        stream.Put(Opcode.Clear, Clear.Bytes, to => Clear.Write(to, 0x4000));
        Bind(stream, 1);
        stream.Put(Opcode.CopyTexImage2D, CopyTexImage2D.Bytes, to => CopyTexImage2D.Write(to, Target2D, 0, 0x1907, 0, 0, 16, 8, 0));
        Bind(stream, 2);
        stream.Put(Opcode.CopyTexImage2D, CopyTexImage2D.Bytes, to => CopyTexImage2D.Write(to, Target2D, 0, 0x81A6, 0, 0, 16, 8, 0));
        Assert.True(stream.End());
        Assert.Equal(["texture 1 level 0", "texture 2 level 0"], stream.Group.Stale.Select(stale => stale.What));
        Rebuilds(stream, readsBack: true);
        Assert.Empty(stream.Group.Stale);
    }

    [Fact]
    public void Texture_InAFrameWithErrors_KeepsWhatWorked()
    {
        ObjectStream stream = Begin();
        Image(stream, 1, 0x8058, 8, 8, 1);
        Assert.True(stream.End());
        Update(stream, 1, 0, 6, 6, 4, 4, 2); // leaves the image
        Update(stream, 1, 0, 1, 1, 4, 4, 3);
        Assert.False(stream.End());
        Image(stream, 1, 0x1234, 4, 4, 4); // no such format
        Assert.False(stream.End());
        stream.Put(Opcode.TexParameteri, TexParameteri.Bytes, to => TexParameteri.Write(to, Target2D, 0x2801, 0x2600));
        Assert.True(stream.End());
        stream.Put(Opcode.TexParameteri, TexParameteri.Bytes, to => TexParameteri.Write(to, Target2D, 0x2801, 0x1234));
        Assert.False(stream.End());
        Rebuilds(stream, withErrors: true);
    }

    [Fact]
    public void Textures_ByChance_AreRebuilt()
    {
        for (int seed = 1; seed <= Seeds; seed++)
        {
            ObjectStream stream = Begin();
            bool errors = ByChance(stream, new Chance(seed), copies: false);
            Rebuilds(stream, withErrors: errors, what: $"seed {seed}");
        }
    }

    [Fact]
    public void Textures_ByChance_AreReadBack()
    {
        for (int seed = 1; seed <= Seeds; seed++)
        {
            ObjectStream stream = Begin();
            bool errors = ByChance(stream, new Chance(seed * 1000), copies: true);
            Rebuilds(stream, readsBack: true, withErrors: errors, what: $"seed {seed * 1000}");
        }
    }

    private static int Seeds => int.Parse(Environment.GetEnvironmentVariable("VMGL_LAW_SEEDS")
        ?? "6", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Definitions, parts, parameters and deletions, some of which GL refuses; true when it refused some.</summary>
    private static bool ByChance(ObjectStream stream, Chance chance, bool copies)
    {
        uint[] formats = [0x8058, 0x1908, 0x1907, 0x8040, 0x8045, 0x8051, 0x8056];
        int first = chance.Below(formats.Length);
        bool errors = false;
        for (int i = 0; i < 60; i++)
        {
            uint name = 1 + (uint)chance.Below(3);
            int level = chance.Below(2);
            switch (chance.Below(copies ? 8 : 7))
            {
                case 0 or 1:
                    // Levels that fit each other: of others llvmpipe forgets the pixels when the base level gets another size or format.
                    Image(stream, name, formats[(first + (int)name) % formats.Length], 16 >> level, 8 >> level, i, level);
                    break;
                case 2 or 3 or 4:
                    Update(stream, name, level, chance.Below(8), chance.Below(8), 1 + chance.Below(8), 1 + chance.Below(8), i,
                        chance.Once(3) ? 0x1907u : Rgba);
                    break;
                case 5:
                    int filter = 0x2600 + chance.Below(4);
                    Bind(stream, name);
                    stream.Put(Opcode.TexParameteri, TexParameteri.Bytes, to => TexParameteri.Write(to, Target2D, 0x2800, filter));
                    break;
                case 6 when chance.Once(4):
                    byte[] gone = BitConverter.GetBytes(name);
                    stream.Put(Opcode.DeleteTextures, DeleteTextures.Measure(1), to => DeleteTextures.Write(to, 1, gone));
                    break;
                case 7:
                    Bind(stream, name);
                    int x = chance.Below(4);
                    stream.Put(Opcode.CopyTexSubImage2D, CopyTexSubImage2D.Bytes, to =>
                        CopyTexSubImage2D.Write(to, Target2D, level, x, x, 0, 0, 3, 3));
                    break;
                default:
                    break;
            }

            errors |= chance.Once(2) && !stream.End();
        }

        return errors | !stream.End();
    }

    private static void Bind(ObjectStream stream, uint name) =>
        stream.Put(Opcode.BindTexture, BindTexture.Bytes, to => BindTexture.Write(to, Target2D, name));

    private static void Framebuffer(ObjectStream stream, uint name) =>
        stream.Put(Opcode.BindFramebuffer, BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8D40, name));

    private static void Image(ObjectStream stream, uint name, uint internalFormat, int width, int height, int seed, int level = 0)
    {
        Bind(stream, name);
        stream.Put(
            Opcode.TexImage2D, TexImage2D.Bytes, to =>
            TexImage2D.Write(to, Target2D, level, (int)internalFormat, width, height, 0, Rgba, UByte, 1),
            new Chance(seed).Bytes(4L * width * height));
    }

    private static void Update(ObjectStream stream, uint name, int level, int x, int y, int width, int height, int seed, uint format = Rgba)
    {
        Bind(stream, name);
        stream.Put(
            Opcode.TexSubImage2D, TexSubImage2D.Bytes, to =>
            TexSubImage2D.Write(to, Target2D, level, x, y, width, height, format, UByte, 1),
            new Chance(seed).Bytes(Images.MeasureImage(format, UByte, width, height)));
    }

    private ObjectStream Begin()
    {
        machine.Stream.Renew();
        return new ObjectStream(machine.Stream);
    }

    /// <summary>Ends the frame, and compares the objects with those that the mirror makes of it.</summary>
    private void Rebuilds(ObjectStream stream, bool readsBack = false, bool withErrors = false, string what = "")
    {
        Assert.True(stream.End() || withErrors, "GL found an error in the stream");
        machine.Stream.Share();
        if (readsBack)
        {
            stream.Group.ReadBack(stream);
            stream.Writer.Flush();
            Assert.Empty(stream.Group.Stale);
        }

        uint readError = machine.Stream.TakeError();
        Assert.True(readError == 0 || withErrors, $"reading back: GL error 0x{readError:x}");
        List<string> expected = ObjectDump.Of(machine.Stream, stream.TextureTargets);
        machine.Mirror.Renew();
        var writer = new RebuildWriter(machine.Mirror.Send);
        stream.Group.Write(writer);
        stream.Context.WriteState(writer);
        stream.Group.WriteLast(writer);
        writer.Flush();
        uint error = machine.Mirror.TakeError();
        Assert.True(error == 0 || withErrors, $"rebuilding: GL error 0x{error:x} {what}");
        machine.Mirror.Share();
        string? difference = StateDump.Difference(expected, ObjectDump.Of(machine.Mirror, stream.TextureTargets));
        Assert.True(difference is null, $"{what}\n{difference}\n{string.Join('\n', stream.Said)}");
    }
}
