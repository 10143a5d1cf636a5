using Vmgl.Stub.Replay;
using Vmgl.Stub.Worker;
using Vmgl.Testing;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Benchmarks;

/// <summary>Batches of the size that a guest sends.</summary>
internal static class Batches
{
    /// <summary>Every command that travels without bulk payload and without a reply, over and over, up to 64 KiB.</summary>
    public static byte[] Mixed(out int commands) => Repeat([.. Silent()], out commands);

    /// <summary>Colour, normal and vertex, as programs with glBegin send them, up to 64 KiB.</summary>
    public static byte[] Geometry(out int commands)
    {
        byte[] color = new byte[Color3f.Bytes];
        byte[] normal = new byte[Normal3f.Bytes];
        byte[] vertex = new byte[Vertex3f.Bytes];
        Color3f.Write(color, 0.2f, 0.4f, 0.8f);
        Normal3f.Write(normal, 0, 0, 1);
        Vertex3f.Write(vertex, 1, 2, 3);
        return Repeat([color, normal, vertex], out commands);
    }

    /// <summary>A replayer whose GL and whose guest swallow everything.</summary>
    public static Replayer NewReplayer() => new(GlTable.Null(), new NullBackend(), new NoGuest());

    private static byte[] Repeat(byte[][] parts, out int commands)
    {
        var batch = new List<byte>();
        commands = 0;
        for (int i = 0; batch.Count + parts[i].Length <= Limits.BatchBytes; i = (i + 1) % parts.Length)
        {
            batch.AddRange(parts[i]);
            commands++;
        }

        return [.. batch];
    }

    private static IEnumerable<byte[]> Silent()
    {
        var guest = new NoGuest();
        using var probe = new Replayer(GlTable.Null(), new NullBackend(), guest);
        foreach (Sample sample in Samples.All.Where(s => s.Transcript is not null && s.BulkBytes == 0))
        {
            guest.Replies = 0;
            probe.Play(0, sample.Bytes, default);
            if (guest.Replies == 0)
            {
                yield return sample.Bytes;
            }
        }
    }

    private sealed class NoGuest : IGuestLink
    {
        public int Replies { get; set; }

        public void Reply(uint token, ReadOnlySpan<byte> payload) => Replies++;

        public void Swapped(uint stream)
        {
        }
    }
}
