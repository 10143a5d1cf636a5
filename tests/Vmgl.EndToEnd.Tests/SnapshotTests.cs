using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using Vmgl.EndToEnd.Tests.Present;
using Vmgl.EndToEnd.Tests.Ways;

namespace Vmgl.EndToEnd.Tests;

/// <summary>What vmgl snapshot writes down of a program that draws, vmgl restore draws again.</summary>
public sealed class SnapshotTests(HeadlessMachine host) : IClassFixture<HeadlessMachine>, IDisposable
{
    private const int PngHeadBytes = 33; // signature and IHDR

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vmgl-snapshot-");

    private string Snapshot => Path.Combine(_folder.FullName, "snapshot");

    [Theory]
    [InlineData("primitives")]
    [InlineData("lights")]
    [InlineData("textures")]
    [InlineData("nested-lists")]
    [InlineData("glsl")]
    [InlineData("buffer-objects")]
    [InlineData("framebuffers")]
    [InlineData("arb-programs")]
    public void Scene_Restored_LooksAsItDid(string scene)
    {
        string shown = Path.Combine(_folder.FullName, "shown.ppm");
        using (var held = new HeldScene(Guest, scene, shown))
        {
            Vmgl("snapshot", "--pid", $"{held.Id}", Snapshot);
        }

        string? difference = Restore("front").DifferenceFrom(Picture.Read(shown));
        Assert.True(difference is null, $"{scene}: {difference}");
    }

    [Fact]
    public void Gears_GoOnAfterASnapshot_AndAreInIt()
    {
        using var gears = new Gears(Guest);
        GuestAndHost.WaitUntil(() => host.DrewFor(gears.Id), "glxgears to draw");
        Thread.Sleep(TimeSpan.FromSeconds(1)); // some frames
        Vmgl("snapshot", "--pid", $"{gears.Id}", Snapshot);
        string dump = Vmgl("restore", Snapshot, "--dump");
        Assert.Contains("program glxgears", dump, StringComparison.Ordinal);
        Assert.Contains("CreatePbuffer", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("AttachWindow", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("GL 0.0", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("CreateSurface", dump, StringComparison.Ordinal);
        Picture picture = Restore("front");
        int red = Enumerable.Range(0, picture.Width * picture.Height)
            .Count(i => picture.At(i % picture.Width, i / picture.Width) is { Red: > 100, Green: < 60, Blue: < 60 });
        Assert.True(red > 1000, $"only {red} red pixels: {picture.Path}");
        Vmgl("snapshot", "--pid", $"{gears.Id}", Snapshot);
        Assert.False(gears.HasExited);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private GuestProgram Guest => host.Forwarded.With("VMGL_RUN_DIR", Path.Combine(_folder.FullName, "run"));

    private Picture Restore(string buffer)
    {
        string png = Path.Combine(_folder.FullName, buffer + ".png");
        Vmgl("restore", Snapshot, "--host", host.Address, "--buffer", buffer, "--png", png);
        return ReadPng(png);
    }

    private string Vmgl(params string[] arguments)
    {
        var start = new ProcessStartInfo(Checkout.Tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["VMGL_RUN_DIR"] = Path.Combine(_folder.FullName, "run");
        using Process tool = Process.Start(start)!;
        Task<string> errors = tool.StandardError.ReadToEndAsync();
        string output = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        Assert.True(tool.ExitCode == 0, $"vmgl {string.Join(' ', arguments)}: {output}{errors.Result}");
        return output;
    }

    /// <summary>As vmgl writes them: 8 bits of red, green and blue, no filters.</summary>
    private static Picture ReadPng(string path)
    {
        ReadOnlySpan<byte> file = File.ReadAllBytes(path);
        (int width, int height) = (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        using var packed = new MemoryStream();
        for (int at = PngHeadBytes; at < file.Length;)
        {
            int bytes = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(file.Slice(at + 8, bytes));
            }

            at += bytes + 12; // length, name, checksum
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        byte[] pixels = new byte[width * height * 3];
        for (int row = 0; row < height; row++)
        {
            Assert.Equal(0, unpacked.ReadByte());
            unpacked.ReadExactly(pixels, row * width * 3, width * 3);
        }

        return Picture.Of(path, width, height, pixels);
    }
}
