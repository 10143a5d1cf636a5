using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Testing;
using Vmgl.Wire;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Damaged batches against the whole host side: they are played or refused, and nothing else happens.</summary>
public class MutationTests
{
    private const int Batches = 200_000;
    private const int Threads = 2;
    private const int LargestReply = 64 << 10;

    private static readonly uint[] s_absurd =
        [0, 1, 3, 0xFF, 0xFFFF, 0x10000, 1 << 20, (1 << 20) + 1, 0x3FFF_FFFF, 0x4000_0001, int.MaxValue, 0x8000_0000, 0xC000_0001,
        uint.MaxValue];

    [Fact]
    public void Play_DamagedBatches_AreRefusedOrPlayed()
    {
        int refused = 0;
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, part =>
        {
            using var backend = new NullBackend();
            using var replayer = new Replayer(GlTable.CreateNull(), backend, new BoundedLink());
            for (int seed = part; seed < Batches; seed += Threads)
            {
                Interlocked.Add(ref refused, IsRefused(replayer, seed) ? 1 : 0);
            }
        });

        // Both happen often, or the damage is too small or too large to find anything.
        Assert.InRange(refused, Batches / 4, Batches * 9 / 10);
    }

    private static bool IsRefused(Replayer replayer, int seed)
    {
        var random = new Random(seed);
        (byte[] commands, byte[] bulk) = Damaged(random);
        try
        {
            replayer.PlayBatch((uint)random.Next(4), commands, bulk);
            return false;
        }
        catch (ProtocolException)
        {
            return true;
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"seed {seed}: {e.GetType().Name} instead of {nameof(ProtocolException)}", e);
        }
    }

    private static (byte[] Commands, byte[] Bulk) Damaged(Random random)
    {
        var commands = new List<byte>();
        var bulk = new List<byte>();
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            Sample sample = Samples.All[random.Next(Samples.All.Count)];
            commands.AddRange(sample.Bytes);
            bulk.AddRange(sample.Bulk);
        }

        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Damage(random.Next(12) == 0 ? bulk : commands, random);
        }

        return ([.. commands], [.. bulk]);
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        if (bytes.Count < 4)
        {
            bytes.AddRange(new byte[8]);
        }

        int at = random.Next(bytes.Count);
        int word = random.Next(bytes.Count / 4) * 4;
        Span<byte> all = CollectionsMarshal.AsSpan(bytes);
        switch (random.Next(7))
        {
            case 0 or 1: all[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: bytes.RemoveRange(at, bytes.Count - at); break;
            case 3: bytes.RemoveRange(word, Math.Min(bytes.Count - word, 4 * random.Next(1, 5))); break;
            case 4: bytes.InsertRange(word, Splice(random)); break;
            case 5: BinaryPrimitives.WriteUInt32LittleEndian(all[word..], (uint)random.NextInt64(1L << 32)); break;
            default: BinaryPrimitives.WriteUInt32LittleEndian(all[word..], s_absurd[random.Next(s_absurd.Length)]); break;
        }
    }

    /// <summary>Words out of the middle of another command.</summary>
    private static byte[] Splice(Random random)
    {
        byte[] other = Samples.All[random.Next(Samples.All.Count)].Bytes;
        int from = random.Next(other.Length / 4) * 4;
        return other[from..(from + (random.Next(1, ((other.Length - from) / 4) + 1) * 4))];
    }

    /// <summary>Replies that a small batch cannot earn would be memory that a stranger makes the host spend.</summary>
    private sealed class BoundedLink : IGuestLink
    {
        public void SendReply(uint token, ReadOnlySpan<byte> payload) => Assert.InRange(payload.Length, 0, LargestReply);

        public void ReportSwap(uint stream, bool hasErred, SwapReport report)
        {
        }

        public void SendMessages(uint stream, ReadOnlySpan<byte> messages)
        {
        }
    }
}
