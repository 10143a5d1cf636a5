namespace Vmgl.Conformance.Tests;

/// <summary>Creates tests and results with few parameters.</summary>
internal static class TestData
{
    public static PiglitTest CreateTest(string name) => new(name, "program", [], new Dictionary<string, string>());

    public static TestResult CreateResult(Outcome outcome, params (string Name, Outcome Outcome)[] parts) =>
        new(outcome, parts.ToDictionary(part => part.Name, part => part.Outcome), "", "");

    public static Comparison CreateComparison(string name, Outcome native, Outcome forwarded) =>
        new(CreateTest(name), CreateResult(native), CreateResult(forwarded));
}
