namespace Vmgl.EndToEnd.Tests;

/// <summary>What a test insists on about its daemon.</summary>
internal static class DaemonAssertions
{
    /// <summary>Fails the test unless a worker drew for this guest process. ld.so ignores a library that it cannot preload, so
    /// every comparison with native output must prove that it compared two different things.</summary>
    public static void AssertDrewFor(this StubDaemon daemon, int processId)
    {
        // The guest may have ended before the daemon has written its line.
        bool drew = SpinWait.SpinUntil(
            () => daemon.ReadLog().Contains($"(process {processId} at ", StringComparison.Ordinal), TimeSpan.FromSeconds(2));
        Assert.True(drew, $"nothing was forwarded for process {processId}. The daemon's log:\n{daemon.ReadLog()}");
    }
}
