using System.Buffers.Binary;
using System.Text;
using Vmgl.Wire.Handshake;

namespace Vmgl.Wire.Tests.Handshake;

public class HelloTests
{
    private static readonly Hello Sample = new(new ProtocolVersion(1, 7), 0xA5A5A5A5, 4711, (AuthenticationMethod)9, "glxgears",
        new byte[] { 1, 2, 3, 4, 5 });

    [Fact]
    public void Hello_EncodedAndDecoded_IsTheSame()
    {
        Hello decoded = Hello.Decode(Sample.Encode());

        Assert.Equal(Sample with { Authentication = default }, decoded with { Authentication = default });
        Assert.Equal(Sample.Authentication.ToArray(), decoded.Authentication.ToArray());
    }

    [Fact]
    public void Hello_OfThisBuild_HasTheCurrentVersionAndFitsTheLimit()
    {
        byte[] bytes = Hello.CreateOpening(new string('x', 10_000), 1).Encode();

        Assert.Equal(ProtocolVersion.Current, Hello.ReadVersion(bytes));
        Assert.True(bytes.Length <= Limits.MaxHelloBytes);
        Assert.Equal(0, bytes.Length % 4);
    }

    [Fact]
    public void Hello_ThatJoinsASession_CarriesItsKey()
    {
        byte[] key = [.. Enumerable.Range(1, Limits.SessionKeyBytes).Select(i => (byte)i)];

        Hello decoded = Hello.Decode(Hello.CreateJoining("glxgears", 77, key).Encode());

        Assert.Equal((AuthenticationMethod.SessionKey, "glxgears", 77), (decoded.Method, decoded.ProgramName, decoded.ProcessId));
        Assert.Equal(ProtocolVersion.Current, decoded.Version);
        Assert.Equal(key, decoded.Authentication.ToArray());
        Assert.Equal(AuthenticationMethod.None, Hello.Decode(Hello.CreateOpening("glxgears", 77).Encode()).Method);
    }

    [Fact]
    public void Hello_LongName_IsCutBetweenCharacters()
    {
        string name = "a" + string.Concat(Enumerable.Repeat("é", 200));

        string cut = Hello.Decode(Hello.CreateOpening(name, 1).Encode()).ProgramName;

        Assert.Equal(Hello.MaxNameBytes, Encoding.UTF8.GetByteCount(cut));
        Assert.StartsWith(cut, name, StringComparison.Ordinal);
    }

    [Fact]
    public void TryReadLength_CutAtEveryByte_AsksForMoreUntilTheLengthIsThere()
    {
        byte[] bytes = Sample.Encode();
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            Assert.Equal(cut >= 12, Hello.TryReadLength(bytes.AsSpan(0, cut), out int length));
            Assert.Equal(cut >= 12 ? bytes.Length : 0, length);
        }
    }

    [Fact]
    public void Decode_CutAtEveryByteAfterTheHead_IsRefused()
    {
        byte[] bytes = Sample.Encode();
        for (int cut = Hello.HeadBytes; cut < bytes.Length; cut++)
        {
            Assert.Throws<ProtocolException>(() => Hello.Decode(bytes.AsSpan(0, cut)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TryReadLength_FirstWrongByte_IsRefusedAtOnce(int at)
    {
        byte[] bytes = Sample.Encode();
        bytes[at] ^= 0x20;

        Assert.Throws<ProtocolException>(() => Hello.TryReadLength(bytes.AsSpan(0, at + 1), out _));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(28u)]
    [InlineData(33u)]
    [InlineData(Limits.MaxHelloBytes + 4u)]
    [InlineData(0x80000000u)]
    [InlineData(uint.MaxValue)]
    public void TryReadLength_AbsurdLength_IsRefused(uint said)
    {
        byte[] bytes = Sample.Encode();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), said);

        Assert.Throws<ProtocolException>(() => Hello.TryReadLength(bytes, out _));
    }

    [Theory]
    [InlineData((uint)Hello.HeadBytes)]
    [InlineData((uint)Limits.MaxHelloBytes)]
    public void TryReadLength_LengthAtTheLimit_IsTaken(uint said)
    {
        byte[] bytes = Sample.Encode();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), said);

        Assert.True(Hello.TryReadLength(bytes, out int length));
        Assert.Equal((int)said, length);
    }

    [Theory]
    [InlineData(24, Hello.MaxNameBytes + 1u)]
    [InlineData(24, 0x7FFFFFFFu)]
    [InlineData(24, uint.MaxValue)]
    [InlineData(24, 21u)]
    [InlineData(28, 9u)]
    [InlineData(28, Limits.MaxHelloBytes + 1u)]
    [InlineData(28, 0x7FFFFFFFu)]
    [InlineData(28, uint.MaxValue)]
    public void Decode_InnerLengthThatDoesNotFit_IsRefused(int at, uint said)
    {
        byte[] bytes = Sample.Encode();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), said);

        Assert.Throws<ProtocolException>(() => Hello.Decode(bytes));
    }

    [Fact]
    public void Decode_AnyBitsFlipped_EitherReadsOrIsRefused()
    {
        var random = new Random(20261121);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = Sample.Encode();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                _ = Hello.Decode(bytes);
            }
            catch (ProtocolException)
            {
                // The only exception a stranger may cause.
            }
        }
    }
}
