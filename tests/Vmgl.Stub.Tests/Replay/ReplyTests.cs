using System.Runtime.InteropServices;
using System.Text;
using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Testing;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>How answers look on the wire: the value, then each array behind the number of bytes that GL wrote.</summary>
public unsafe class ReplyTests
{
    private const uint Viewport = 0x0BA2; // four values
    private const uint CompressedFormats = 0x86A3; // as many as the driver likes
    private const uint Unwritten = 0xA5C3_96F1;

    [Fact]
    public void GetIntegerv_AnswersTheBytesAndTheirCount()
    {
        byte[] reply = Ask(FakeGl.Find, Say.GetIntegerv(Viewport));

        Assert.Equal([16, 0, 0, 0, .. Enumerable.Range(1, 16).Select(i => (byte)i)], reply);
    }

    [Fact]
    public void AreTexturesResident_AnswersTheValueThenTheArray()
    {
        byte[] reply = Ask(FakeGl.Find, Say.AreTexturesResident(5, 6, 7));

        Assert.Equal([(byte)FakeGl.Answer, 0, 0, 0, 3, 0, 0, 0, 1, 2, 3], reply[..11]);
        Assert.Equal(12, reply.Length);
    }

    [Fact]
    public void AreTexturesResident_OfNone_AnswersAnEmptyArray() =>
        Assert.Equal([(byte)FakeGl.Answer, 0, 0, 0, 0, 0, 0, 0], Ask(FakeGl.Find, Say.AreTexturesResident()));

    [Fact]
    public void IsEnabled_AnswersTheValueAlone() => Assert.Equal([(byte)FakeGl.Answer, 0, 0, 0], Ask(FakeGl.Find, Say.IsEnabled(1)));

    [Fact]
    public void GetString_AnswersItsBytes() => Assert.Equal("fake", Encoding.UTF8.GetString(Ask(FakeGl.Find, Say.GetString(1))));

    [Fact]
    public void GetString_GlAnswersNull_IsEmpty() => Assert.Empty(Ask(_ => 0, Say.GetString(1)));

    [Fact]
    public void GetIntegerv_GlWritesNothing_AnswersNoBytes() => Assert.Equal([0, 0, 0, 0], Ask(_ => 0, Say.GetIntegerv(Viewport)));

    [Fact]
    public void GetIntegerv_AfterALargerReply_DoesNotTakeOldBytesForNewOnes()
    {
        using var backend = new NullBackend();
        var link = new RecordingLink();
        bool silent = false;
        using var replayer = new Replayer(new GlTable(name => silent ? 0 : FakeGl.Find(name)), backend, link);
        replayer.PlayBatch(0, Say.GetIntegerv(Viewport), []);
        silent = true;
        replayer.Reply.BeginReply(1, 16);
        replayer.SendReply();

        Assert.Equal([0, 0, 0, 0], link.Replies[1].Payload);
    }

    [Fact]
    public void GetIntegerv_GlWritesFewerValues_AnswersThose() =>
        Assert.Equal([8, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0],
            Ask(Only("glGetIntegerv", (nint)(delegate* unmanaged<uint, int*, void>)&TwoIntegers), Say.GetIntegerv(CompressedFormats)));

    [Fact]
    public void GetIntegerv_ValueThatEndsLikeUnwrittenMemory_IsWhole()
    {
        byte[] reply = Ask(Only("glGetIntegerv", (nint)(delegate* unmanaged<uint, int*, void>)&EndsLikeUnwritten),
            Say.GetIntegerv(Viewport));

        Assert.Equal([4, 0, 0, 0, 0, 0, 0, (byte)(Unwritten >> 24)], reply);
    }

    /// <summary>Catches a bug where the count of written bytes was rounded up to words: the guest then wrote up to three bytes
    /// behind the program's array.</summary>
    [Fact]
    public void GetBooleanv_GlWritesFewerValues_AnswersNotOneMore()
    {
        byte[] reply = Ask(Only("glGetBooleanv", (nint)(delegate* unmanaged<uint, byte*, void>)&FiveBooleans),
            Say.GetBooleanv(CompressedFormats));

        Assert.Equal([5, 0, 0, 0, 1, 0, 1, 0, 1], reply[..9]);
        Assert.Equal(12, reply.Length);
    }

    /// <summary>Catches a bug where a double whose last four bytes look like unwritten memory was cut in half.</summary>
    [Fact]
    public void GetDoublev_ValueThatEndsLikeUnwrittenMemory_IsWhole()
    {
        byte[] reply = Ask(Only("glGetDoublev", (nint)(delegate* unmanaged<uint, double*, void>)&DoubleEndsLikeUnwritten),
            Say.GetDoublev(CompressedFormats));

        Assert.Equal([8, 0, 0, 0, 1, 0, 0, 0, .. BitConverter.GetBytes(Unwritten)], reply);
    }

    private static byte[] Ask(Func<string, nint> find, byte[] command)
    {
        using var backend = new NullBackend();
        var link = new RecordingLink();
        using var replayer = new Replayer(new GlTable(find), backend, link);
        replayer.PlayBatch(0, command, []);
        return Assert.Single(link.Replies).Payload;
    }

    private static Func<string, nint> Only(string name, nint address) => asked => asked == name ? address : 0;

    [UnmanagedCallersOnly]
    private static void TwoIntegers(uint name, int* to) => (to[0], to[1]) = (1, 2);

    [UnmanagedCallersOnly]
    private static void EndsLikeUnwritten(uint name, int* to) => to[0] = unchecked((int)(Unwritten & 0xFF00_0000));

    [UnmanagedCallersOnly]
    private static void FiveBooleans(uint name, byte* to) => (to[0], to[1], to[2], to[3], to[4]) = (1, 0, 1, 0, 1);

    [UnmanagedCallersOnly]
    private static void DoubleEndsLikeUnwritten(uint name, double* to) =>
        to[0] = BitConverter.UInt64BitsToDouble(((ulong)Unwritten << 32) | 1);
}
