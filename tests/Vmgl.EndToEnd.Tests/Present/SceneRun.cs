namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>A scene that was run to its end, and its picture.</summary>
internal sealed record SceneRun(GuestResult Result, Picture Picture)
{
    /// <summary>Runs a scene; it must end well.</summary>
    /// <param name="how">Tells its picture's file from those of others.</param>
    public static SceneRun Of(GuestProgram program, string scene, string how, params string[] more)
    {
        string folder = Path.Combine(Checkout.Root, "out", "pictures");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{scene}.{how}.ppm");
        File.Delete(path); // an old picture proves nothing
        GuestResult result = program.Run(Checkout.Scene, [scene, "--ppm", path, .. more]);
        Assert.True(result.ExitCode == 0, $"{how}: {result}");
        return new SceneRun(result, Picture.Read(path));
    }

    /// <summary>Fails the test unless both said and show the same.</summary>
    public void AssertEquals(SceneRun native)
    {
        Assert.Equal(native.Result.Output, Result.Output);
        string? difference = Picture.DifferenceFrom(native.Picture);
        Assert.True(difference is null, difference);
    }
}
