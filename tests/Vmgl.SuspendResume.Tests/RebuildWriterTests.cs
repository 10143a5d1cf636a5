using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.SuspendResume.Tests;

/// <summary>What brings a rebuild to a host, frame by frame.</summary>
public sealed class RebuildWriterTests
{
    /// <summary>Catches a bug where a window whose stencil buffer has no multiple of four pixels could not be drawn anew.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(1023, 1025)] // larger than what is gathered
    public void Add_UnpaddedPayload_TravelsPadded(int width, int height)
    {
        const uint StencilIndex = 0x1901;
        const uint UnsignedByte = 0x1401;
        byte[] pixels = [.. Enumerable.Range(0, width * height).Select(i => (byte)(i + 1))];
        byte[] command = new byte[DrawPixels.Bytes];
        DrawPixels.Write(command, width, height, StencilIndex, UnsignedByte, 1);
        List<byte[]> read = [];
        var writer = new RebuildWriter((commands, bulk) =>
        {
            var reader = new BatchReader(commands, bulk);
            while (reader.TryNext(out Opcode opcode, out _))
            {
                Assert.Equal(Opcode.DrawPixels, opcode);
                read.Add(reader.Bulk.ToArray());
            }
        });

        writer.Add(command, pixels);
        writer.Add(command, pixels);
        writer.Flush();
        Assert.Equal([pixels, pixels], read);
    }
}
