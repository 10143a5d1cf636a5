using Vmgl.Wire.Frames;

namespace Vmgl.Wire.Tests.Frames;

public class DebugMessageTests
{
    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame()
    {
        DebugMessage[] messages = [new(1, 2, 3, 4, 5, [65, 66, 67]), new(6, 7, 8, 9, 10, []),
            new(1, 0, 0, uint.MaxValue, 0, new byte[4096])];

        List<DebugMessage> read = DebugMessage.Decode(DebugMessage.Encode(messages));

        Assert.Equal(messages.Select(m => (m.Context, m.Source, m.Type, m.Id, m.Severity)),
            read.Select(m => (m.Context, m.Source, m.Type, m.Id, m.Severity)));
        Assert.Equal(messages.Select(m => m.Text), read.Select(m => m.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(DebugMessage.HeadBytes - 1)]
    [InlineData(DebugMessage.HeadBytes)]
    [InlineData(DebugMessage.HeadBytes + 3)]
    public void Decode_CutShort_IsRefused(int bytes)
    {
        byte[] whole = DebugMessage.Encode([new(1, 2, 3, 4, 5, [65, 66, 67, 68])]);

        Assert.Throws<ProtocolException>(() => DebugMessage.Decode(whole.AsSpan(0, bytes)));
    }

    [Fact]
    public void Decode_LengthBeyondEverything_IsRefused()
    {
        byte[] whole = DebugMessage.Encode([new(1, 2, 3, 4, 5, [])]);
        whole.AsSpan(20, 4).Fill(0xff);

        Assert.Throws<ProtocolException>(() => DebugMessage.Decode(whole));
    }
}
