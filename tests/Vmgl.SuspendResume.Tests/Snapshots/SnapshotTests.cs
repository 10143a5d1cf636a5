using System.IO.Hashing;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Tests.Snapshots;

public class SnapshotTests
{
    private static readonly SnapshotProgram s_program = new("glxgéars", 4711, "far:7000",
        new HostFacts(21, new HashSet<string> { "GL_ARB_b", "GL_ARB_a" },
        new Dictionary<uint, int> { [GL_MAX_TEXTURE_SIZE] = 16384, [GL_MAX_TEXTURE_IMAGE_UNITS] = -1 }));

    [Fact]
    public void Snapshot_ReadsAsItWasWritten()
    {
        var reader = new SnapshotReader(new MemoryStream(Written()));

        Assert.Equal((s_program.Name, s_program.Pid, s_program.Host, 21),
            (reader.Program.Name, reader.Program.Pid, reader.Program.Host, reader.Program.Facts.Version));
        Assert.Equal(["GL_ARB_a", "GL_ARB_b"], reader.Program.Facts.Extensions.Order());
        Assert.Equal(s_program.Facts.Limits, reader.Program.Facts.Limits);
        Assert.Equal([new SnapshotDrawable(7, 300, 200, SnapshotDrawableKind.Window)], reader.Drawables);
        Assert.Equal([new SnapshotContext(1, 5, 0), new SnapshotContext(2, 5, 1)], reader.Contexts);
        Assert.Equal((2, 8 + 8 + 4L), (reader.FrameCount, reader.CommandBytes));
    }

    [Fact]
    public void Frames_AreTheirBytes_AndCanBeWalkedAgain()
    {
        var reader = new SnapshotReader(new MemoryStream(Written()));
        for (int walk = 0; walk < 2; walk++)
        {
            string[] frames = [.. reader.ReadFrames().Select(frame =>
                $"{frame.Head.Stream}: {Convert.ToHexString(frame.Commands.Span)} {Convert.ToHexString(frame.Bulk.Span)}")];

            Assert.Equal([$"0: {Convert.ToHexString(Forget(9))} ", $"3: {Convert.ToHexString(Forget(10))} 01020300"], frames);
        }
    }

    [Fact]
    public void Snapshot_CutAnywhere_IsRefused()
    {
        byte[] whole = Written();
        for (int bytes = 0; bytes < whole.Length; bytes++)
        {
            SnapshotException cut = Assert.Throws<SnapshotException>(() => new SnapshotReader(new MemoryStream(whole, 0, bytes)));
            Assert.Contains($"the file has {bytes}", cut.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Snapshot_WithAnyBitFlipped_IsRefused()
    {
        byte[] whole = Written();
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<SnapshotException>(() => new SnapshotReader(new MemoryStream(damaged)));
        }
    }

    [Theory]
    [InlineData(0, (byte)'X', "does not begin with")]
    [InlineData(8, 2, "has version 2; this VMGL reads 1")]
    public void Snapshot_OfAnotherKind_IsNamed(int at, byte value, string expected)
    {
        byte[] other = Written();
        other[at] = value;

        Assert.Contains(expected, Assert.Throws<SnapshotException>(() => new SnapshotReader(new MemoryStream(other))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshot_WithMoreBehindItsEnd_IsRefused() => Assert.Contains("4 bytes follow",
        Assert.Throws<SnapshotException>(() => new SnapshotReader(new MemoryStream([.. Written(), 0, 0, 0, 0]))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void RebuildWriter_WritesFramesOfItsStream()
    {
        using var memory = new MemoryStream();
        var writer = new SnapshotWriter(memory, s_program);
        var rebuild = new RebuildWriter(writer.SinkOf(5));
        rebuild.Add(Forget(1));
        rebuild.Add(Forget(2));
        rebuild.Flush();
        writer.WriteEnd();

        SnapshotFrame frame = Assert.Single(new SnapshotReader(memory).ReadFrames());
        Assert.Equal(5u, frame.Head.Stream);
        Assert.Equal([.. Forget(1), .. Forget(2)], frame.Commands.ToArray());
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)] // the check value of the standard
    public void Crc32_IsTheOneOfIso3309(string text, uint expected)
    {
        byte[] head = System.Text.Encoding.ASCII.GetBytes(text);
        Assert.Equal(expected, Crc32.HashToUInt32(head));
    }

    [Fact]
    public void Snapshot_EndsWithTheChecksumOfAllBefore()
    {
        byte[] written = Written();
        const int EndBytes = 12; // the section's head and the checksum

        Assert.Equal(Crc32.HashToUInt32(written.AsSpan(..^EndBytes)), BitConverter.ToUInt32(written, written.Length - sizeof(uint)));
    }

    private static byte[] Written()
    {
        using var memory = new MemoryStream();
        var writer = new SnapshotWriter(memory, s_program);
        writer.WriteDrawables([new SnapshotDrawable(7, 300, 200, SnapshotDrawableKind.Window)]);
        writer.WriteContexts([new SnapshotContext(1, 5, 0), new SnapshotContext(2, 5, 1)]);
        writer.WriteFrame(0, Forget(9), []);
        writer.WriteFrame(3, Forget(10), [1, 2, 3]);
        writer.WriteEnd();
        Assert.Equal(memory.Length, writer.Bytes);
        return memory.ToArray();
    }

    private static byte[] Forget(uint drawable)
    {
        byte[] command = new byte[ForgetDrawable.Bytes];
        ForgetDrawable.Write(command, drawable);
        return command;
    }
}
