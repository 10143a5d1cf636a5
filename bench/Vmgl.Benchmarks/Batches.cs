using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Testing;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.Benchmarks;

/// <summary>Batches of the size that a guest sends.</summary>
internal static class Batches
{
    /// <summary>Number of commands in the mixed batch, which is about as long as the geometry batch.</summary>
    public const int MixedCommands = 3000;

    /// <summary>Number of commands in the geometry batch, which has the length at which a guest sends.</summary>
    public const int GeometryCommands = Limits.BatchBytes / Color3f.Bytes;

    /// <summary>Every command that travels without bulk payload and without a reply, repeated.</summary>
    public static byte[] Mixed() => Repeat("mixed", [.. Silent()], MixedCommands);

    /// <summary>Colour, normal and vertex, as immediate-mode programs send them: 16 bytes each.</summary>
    public static byte[] Geometry()
    {
        byte[] color = new byte[Color3f.Bytes];
        byte[] normal = new byte[Normal3f.Bytes];
        byte[] vertex = new byte[Vertex3f.Bytes];
        Color3f.Write(color, 0.2f, 0.4f, 0.8f);
        Normal3f.Write(normal, 0, 0, 1);
        Vertex3f.Write(vertex, 1, 2, 3);
        return Repeat("geometry", [color, normal, vertex], GeometryCommands);
    }

    /// <summary>A replayer whose GL and whose guest link do nothing.</summary>
    public static Replayer NewReplayer() => new(GlTable.CreateNull(), new NullBackend(), new NoGuest());

    private static byte[] Repeat(string name, byte[][] parts, int commands)
    {
        byte[] batch = [.. Enumerable.Range(0, commands).SelectMany(i => parts[i % parts.Length])];
        Console.WriteLine($"// batch {name}: {parts.Length} different commands, {commands} in all, {batch.Length} bytes");
        return batch;
    }

    private static IEnumerable<byte[]> Silent()
    {
        var guest = new NoGuest();
        using var probe = new Replayer(GlTable.CreateNull(), new NullBackend(), guest);
        foreach (Sample sample in Samples.All.Where(s => s.Transcript is not null && s.BulkBytes == 0))
        {
            guest.Replies = 0;
            probe.PlayBatch(0, sample.Bytes, default);
            if (guest.Replies == 0)
            {
                yield return sample.Bytes;
            }
        }
    }

    private sealed class NoGuest : IGuestLink
    {
        public int Replies { get; set; }

        public void SendReply(uint token, ReadOnlySpan<byte> payload) => Replies++;

        public void ReportSwap(uint stream, bool hasErred, SwapReport report)
        {
        }

        public void SendMessages(uint stream, ReadOnlySpan<byte> messages)
        {
        }
    }
}
