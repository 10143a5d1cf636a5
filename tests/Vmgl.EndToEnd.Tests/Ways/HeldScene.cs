namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>A scene that stays on the screen; each key and button makes it draw one frame more, and it says so.</summary>
internal sealed class HeldScene : IDisposable
{
    /// <summary>How many frames it draws before it waits.</summary>
    public const int FirstFrames = 3;

    private readonly Background _program;

    public HeldScene(GuestProgram guest, string scene, string picture)
    {
        string[] arguments = [scene, "--ppm", picture, "--frames", $"{FirstFrames}", "--hold", "1"];
        _program = Background.Of(guest.Start(Checkout.Scene, arguments), string.Join(' ', arguments));
        _ = _program.WaitForLine(line => line.StartsWith("shown", StringComparison.Ordinal));
    }

    public int Id => _program.Id;

    /// <summary>Waits until it has drawn a frame more because of a key or button.</summary>
    /// <param name="what">E.g. "key a", "button 1".</param>
    public void AssertHeard(string what) => _ = _program.WaitForLine(line => line.StartsWith(what, StringComparison.Ordinal));

    /// <summary>Waits until it has ended well by itself.</summary>
    public void AssertEnds() => Assert.Equal(0, _program.WaitForEnd());

    public void Dispose() => _program.Dispose();
}
