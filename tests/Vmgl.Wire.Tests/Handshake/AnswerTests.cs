using System.Buffers.Binary;
using System.Text;
using Vmgl.Wire.Handshake;

namespace Vmgl.Wire.Tests.Handshake;

public class AnswerTests
{
    private static readonly Answer Sample = new(new ProtocolVersion(2, 3), AnswerStatus.Busy, 5, 6, 7, 8, "come back läter");

    [Fact]
    public void Answer_EncodedAndDecoded_IsTheSame() => Assert.Equal(Sample, Answer.Decode(Sample.Encode()));

    [Fact]
    public void Welcome_CarriesTheLimitsOfThisBuild()
    {
        Answer welcome = Answer.Decode(Answer.CreateWelcome("llvmpipe").Encode());

        Assert.Equal(AnswerStatus.Welcome, welcome.Status);
        Assert.Equal(ProtocolVersion.Current, welcome.Version);
        Assert.Equal((uint)Limits.MaxCommandBytes, welcome.MaxCommandBytes);
        Assert.Equal((uint)Limits.MaxBulkBytes, welcome.MaxBulkBytes);
        Assert.Equal((uint)Limits.FramesInFlight, welcome.FramesInFlight);
        Assert.Equal("llvmpipe", welcome.Text);
    }

    [Fact]
    public void Refusal_LongReason_IsCutToTheLimit()
    {
        byte[] bytes = Answer.CreateRefusal(AnswerStatus.NoRenderer, new string('ß', 10_000)).Encode();

        Assert.True(Answer.TryReadLength(bytes, out int length));
        Assert.Equal(Limits.MaxAnswerBytes, length);
        Assert.Equal(Limits.MaxAnswerBytes - Answer.HeadBytes, Encoding.UTF8.GetByteCount(Answer.Decode(bytes).Text));
    }

    [Fact]
    public void TryReadLength_CutAtEveryByte_AsksForMoreUntilTheLengthIsThere()
    {
        byte[] bytes = Sample.Encode();
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            Assert.Equal(cut >= 12, Answer.TryReadLength(bytes.AsSpan(0, cut), out int length));
            Assert.Equal(cut >= 12 ? bytes.Length : 0, length);
        }
    }

    [Fact]
    public void Decode_CutAtEveryByteOfTheText_IsRefused()
    {
        byte[] bytes = Sample.Encode();
        for (int cut = Answer.HeadBytes; cut < Answer.HeadBytes + Encoding.UTF8.GetByteCount(Sample.Text); cut++)
        {
            Assert.Throws<ProtocolException>(() => Answer.Decode(bytes.AsSpan(0, cut)));
        }
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(Answer.HeadBytes - 4u)]
    [InlineData(Answer.HeadBytes + 1u)]
    [InlineData(Limits.MaxAnswerBytes + 4u)]
    [InlineData(uint.MaxValue)]
    public void TryReadLength_AbsurdLength_IsRefused(uint said)
    {
        byte[] bytes = Sample.Encode();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), said);

        Assert.Throws<ProtocolException>(() => Answer.TryReadLength(bytes, out _));
    }

    [Theory]
    [InlineData(17u)]
    [InlineData(0x80000000u)]
    [InlineData(uint.MaxValue)]
    public void Decode_TextThatDoesNotFit_IsRefused(uint said)
    {
        byte[] bytes = Sample.Encode();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(32), said);

        Assert.Throws<ProtocolException>(() => Answer.Decode(bytes));
    }

    [Fact]
    public void Version_DecidesByItsMajorNumberAlone()
    {
        Assert.True(new ProtocolVersion(1, 0).AcceptsPeer(new ProtocolVersion(1, 9)));
        Assert.False(new ProtocolVersion(1, 0).AcceptsPeer(new ProtocolVersion(2, 0)));
    }
}
