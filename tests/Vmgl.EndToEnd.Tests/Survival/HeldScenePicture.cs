using Vmgl.EndToEnd.Tests.Present;
using Vmgl.EndToEnd.Tests.Ways;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A scene that has drawn some frames and draws the next at a key, compared with the same natively.</summary>
internal sealed class HeldScenePicture : IDisposable
{
    private const uint KeyA = 'a';
    private readonly string _scene;
    private readonly HostMachine _host;
    private readonly string _picture = Path.Combine(Path.GetTempPath(), $"vmgl-held-{Guid.NewGuid():N}.ppm");
    private readonly HeldScene _program;
    private readonly DesktopClient _client;
    private int _frames = HeldScene.FirstFrames;

    public HeldScenePicture(HostMachine host, string scene, string address, RunFolder folder,
        params (string Name, string Value)[] environment)
    {
        (_host, _scene) = (host, scene);
        _client = new DesktopClient(host.Display);
        nuint[] before = _client.TopWindows();
        GuestProgram program = environment.Aggregate(folder.Let(GuestProgram.Forwarded(host.Display, address)), (p, variable) =>
            p.With(variable.Name, variable.Value));
        _program = new HeldScene(program, scene, _picture);
        Window = Assert.Single(_client.TopWindows().Except(before), window => _client.SizeOf(window).Width > 10);
    }

    public int Id => _program.Id;

    private nuint Window { get; }

    /// <summary>Makes it draw one frame more, and compares that with the same frame natively.</summary>
    public void AssertNextFrameIsRight()
    {
        _client.Press(Window, KeyA);
        _program.AssertHeard("key a");
        _frames++;
        SceneRun native = SceneRun.Of(_host.Native, _scene, $"native-{_frames}-frames", "--frames", $"{_frames}");
        string? difference = Picture.Read(_picture).DifferenceFrom(native.Picture);
        Assert.True(difference is null, difference);
    }

    public void Dispose()
    {
        _program.Dispose();
        _client.Dispose();
        File.Delete(_picture);
    }
}
