namespace Vmgl.Tests.Shared;

/// <summary>Waits for what another process does in its own time. The bound only keeps a failing test from hanging.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static async Task IsTrue(Func<bool> condition, string what)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < Bound, $"waited in vain: {what}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
