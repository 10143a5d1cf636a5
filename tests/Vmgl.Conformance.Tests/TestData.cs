namespace Vmgl.Conformance.Tests;

/// <summary>Tests and results in short.</summary>
internal static class Made
{
    public static PiglitTest Test(string name) => new(name, "program", [], new Dictionary<string, string>());

    public static TestResult Result(Outcome outcome, params (string Name, Outcome Outcome)[] parts) =>
        new(outcome, parts.ToDictionary(part => part.Name, part => part.Outcome), "", "");

    public static Comparison Comparison(string name, Outcome native, Outcome forwarded) => new(Test(name), Result(native), Result(forwarded));
}
