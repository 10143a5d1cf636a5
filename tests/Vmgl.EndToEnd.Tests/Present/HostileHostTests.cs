using System.Buffers.Binary;
using Vmgl.Wire.Pictures;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>A host that breaks off, or sends what it may not: the program goes on, and its user reads one line.</summary>
[Collection(GuestAndHost.Collection)]
public sealed class HostileHostTests(GuestAndHost machines)
{
    private const int EncodingAt = 20;
    private const int PayloadAt = 24;
    private const string Scene = "resize";
    private const string Lost = "vmgl: pictures no longer arrive: ";

    /// <summary>What is done to the first area of the second picture, and what the user reads of it.</summary>
    private static readonly Dictionary<string, (Meddling Change, string Says)> s_tricks = new()
    {
        ["unknown kind"] = (Head(0, 9), "the host broke the protocol (picture: unknown kind 9"),
        ["unknown encoding"] = (Head(EncodingAt, 7), "the host broke the protocol (picture: unknown kind 2 or encoding 7"),
        ["more payload than pixels"] = (Head(PayloadAt, 0x7FFFFFFF),
            "the host broke the protocol (picture: 2147483647 bytes in encoding Raw"),
        ["negative payload"] = (Head(PayloadAt, 0xFFFFFFF0), "the host broke the protocol (picture: -16 bytes"),
        ["area right of the picture"] = (Place(5000, 0), "the host broke the protocol (picture: an area of "),
        ["area below the picture"] = (Place(0, 5000), "the host broke the protocol (picture: an area of "),
        ["area beyond any picture"] = (Place(65535, 65535), "the host broke the protocol (picture: an area that ends at "),
        ["giant picture"] = (Instead(PictureFrameKind.Begin, 16384, 16384),
            "the host broke the protocol (picture: 16384 by 16384 pixels for a window of "),
        ["picture without pixels"] = (Instead(PictureFrameKind.Begin, 0, 0), "the host broke the protocol (picture: 0 by 0 pixels"),
        ["damaged LZ4"] = (Packed(PictureEncoding.Lz4), "the host broke the protocol (picture: an LZ4 block of 100 bytes is damaged)"),
        ["damaged JPEG"] = (Packed(PictureEncoding.Jpeg), "the host broke the protocol (picture: a JPEG image of 100 bytes is damaged)"),
    };

    public static TheoryData<string> Tricks => [.. s_tricks.Keys];

    [Theory]
    [MemberData(nameof(Tricks))]
    public void Program_GoesOn_AndItsUserReadsOneLine(string trick)
    {
        bool isDone = false;
        using var relay = new PictureRelay(machines.Daemon.Port, (number, head, payload) =>
        {
            bool isNow = number > 4 && !isDone && payload.Length > 0;
            isDone |= isNow;
            return isNow ? s_tricks[trick].Change(number, head, payload) : PictureRelay.Whole(head, payload);
        });
        GuestResult result = Run(relay, "none", "2");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.True(isDone, "nothing was done to any picture");
        Assert.StartsWith(Lost + s_tricks[trick].Says, result.Errors, StringComparison.Ordinal);
        Assert.EndsWith("; start the program again\n", result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.Trim().Split('\n'));
    }

    /// <summary>A window that stands still without a word would leave its user to guess.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void ConnectionCut_TheProgramGoesOn_AndItsUserReadsOneLine(int frame)
    {
        using var relay = new PictureRelay(machines.Daemon.Port, (number, head, payload) =>
            number == frame ? null : PictureRelay.Whole(head, payload));
        using var gears = new Gears(GuestProgram.Forwarded(machines.GuestDisplay, relay.Address));

        Assert.Equal($"{Lost}the host closed their connection; start the program again", gears.AssertComplainsOnce());
    }

    /// <summary>As a proxy cuts: in the middle of what it relays.</summary>
    [Fact]
    public void ConnectionCut_InTheMiddleOfAnArea_TheProgramGoesOn()
    {
        bool isCut = false;
        using var relay = new PictureRelay(machines.Daemon.Port, (_, head, payload) =>
        {
            byte[]? half = isCut ? null : PictureRelay.Whole(head, payload)[..^(payload.Length / 2)];
            isCut |= payload.Length > 0;
            return half;
        });
        using var gears = new Gears(GuestProgram.Forwarded(machines.GuestDisplay, relay.Address).With("VMGL_COMPRESS", "none"));

        Assert.Equal($"{Lost}the host closed their connection; start the program again", gears.AssertComplainsOnce());
    }

    /// <summary>What makes sense by itself but was not asked for: the picture may be wrong, and nothing else.</summary>
    [Theory]
    [InlineData(PictureFrameKind.Begin, 1, 1)]
    [InlineData(PictureFrameKind.Complete, 100, 80)]
    public void FramesOutOfTurn_AreSurvived(PictureFrameKind kind, int width, int height)
    {
        using var relay = new PictureRelay(machines.Daemon.Port, (number, head, payload) =>
            number % 3 == 0 ? [.. Instead(kind, width, height)(number, [.. head], [])!, .. head, .. payload]
                : PictureRelay.Whole(head, payload));

        AssertSurvives(Run(relay, "none", "3"));
    }

    [Theory]
    [InlineData("none", 1)]
    [InlineData("none", 2)]
    [InlineData("none", 3)]
    [InlineData("lz4", 4)]
    [InlineData("lz4", 5)]
    [InlineData("lz4", 6)]
    [InlineData("jpeg", 7)]
    [InlineData("jpeg", 8)]
    [InlineData("jpeg", 9)]
    public void BitsFlipped_AreSurvived(string compression, int seed)
    {
        using var relay = new PictureRelay(machines.Daemon.Port, FlipBits(seed));

        AssertSurvives(Run(relay, compression, "3"));
    }

    /// <summary>Memory that is written beyond its end, or after it was given back, makes the C library end the program.</summary>
    [Fact]
    public void BitsFlipped_InAProgramWhoseMemoryIsWatched_AreSurvived()
    {
        using var relay = new PictureRelay(machines.Daemon.Port, FlipBits(10));
        string debugging = Directory.GetFiles("/lib/x86_64-linux-gnu", "libc_malloc_debug.so.0").FirstOrDefault() ?? "";
        Assert.SkipWhen(debugging.Length == 0, "no libc_malloc_debug.so.0 here");
        GuestProgram program = Guest(relay, "lz4").With("LD_PRELOAD", $"{debugging}:{Checkout.GuestLibrary}")
            .With("MALLOC_CHECK_", "3").With("MALLOC_PERTURB_", "165");

        GuestResult result = program.Run(Checkout.Scene, Scene, "--ppm", "/dev/null", "--frames", "3");
        AssertSurvives(result);
        Assert.DoesNotContain("cannot be preloaded", result.Errors, StringComparison.Ordinal);
    }

    private static void AssertSurvives(GuestResult result)
    {
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.All(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
            Assert.StartsWith(Lost, line, StringComparison.Ordinal));
    }

    private GuestResult Run(PictureRelay relay, string compression, string frames) =>
        Guest(relay, compression).Run(Checkout.Scene, Scene, "--ppm", "/dev/null", "--frames", frames);

    private GuestProgram Guest(PictureRelay relay, string compression) => GuestProgram.Forwarded(machines.GuestDisplay, relay.Address)
        .With("VMGL_SPOIL", "0").With("VMGL_COMPRESS", compression);

    /// <summary>Flips bits of some frames. A picture whose heads are damaged is cut off at its end, for guest and host may both wait
    /// then.</summary>
    private static Meddling FlipBits(int seed)
    {
        var random = new Random(20261127 + seed);
        bool isDamaged = false;
        return (_, head, payload) =>
        {
            byte[] frame = PictureRelay.Whole(head, payload);
            if ((PictureFrameKind)head[0] == PictureFrameKind.Complete)
            {
                return isDamaged ? null : frame;
            }

            for (int flips = random.Next(6) - 3; flips > 0; flips--)
            {
                int at = random.Next(3) == 0 ? random.Next(PictureFrame.HeadBytes) : random.Next(frame.Length);
                frame[at] ^= (byte)(1 << random.Next(8));
                isDamaged |= at < PictureFrame.HeadBytes;
            }

            return frame;
        };
    }

    /// <summary>Another number in the head.</summary>
    private static Meddling Head(int at, uint value) => (_, head, payload) =>
    {
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(at), value);
        return PictureRelay.Whole(head, payload);
    };

    /// <summary>Another place of the same area.</summary>
    private static Meddling Place(ushort x, ushort y) => (_, head, payload) =>
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(12), x);
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(14), y);
        return PictureRelay.Whole(head, payload);
    };

    /// <summary>A frame without payload instead.</summary>
    private static Meddling Instead(PictureFrameKind kind, int width, int height) => (_, head, _) =>
    {
        uint drawable = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        uint picture = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8));
        new PictureFrame(kind, drawable, picture, new PictureArea(0, 0, width, height), PictureEncoding.Raw, 0).Write(head);
        return head;
    };

    /// <summary>The same area, said to be packed, by a hundred bytes of its pixels.</summary>
    private static Meddling Packed(PictureEncoding encoding) => (_, head, payload) =>
    {
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(EncodingAt), (uint)encoding);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(PayloadAt), 100);
        return PictureRelay.Whole(head, payload[..100]);
    };
}
