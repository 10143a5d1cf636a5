using Vmgl.Stub.Basics;

namespace Vmgl.Stub.Tests.Daemon;

public class OutcomeTests
{
    [Theory]
    [InlineData(true, "null renderer")]
    [InlineData(false, "no X display :0")]
    [InlineData(true, "")]
    public void Outcome_EncodedAndDecoded_IsTheSame(bool ready, string text)
    {
        var outcome = new Outcome(ready, text);

        Assert.Equal(outcome, Outcome.Decode(outcome.Encode()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("readyish")]
    [InlineData("libGL error: failed to load driver")]
    public void Decode_SomethingElse_IsNothing(string text) =>
        Assert.Null(Outcome.Decode(System.Text.Encoding.UTF8.GetBytes(text)));
}
