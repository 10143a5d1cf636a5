using System.Diagnostics;

namespace Vmgl.EndToEnd.Tests;

/// <summary>Every scene looks and answers the same forwarded as it does natively.</summary>
[Collection(HostMachine.Collection)]
public sealed class SceneTests(HostMachine host)
{
    private const string NotBuilt = "(scenes are not built)";

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (string name in ListScenes())
        {
            names.Add(name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scene_Forwarded_EqualsNative(string name)
    {
        GuestResult native = Run(host.Native, name, "native");
        GuestResult forwarded = Run(host.Forwarded, name, "forwarded");
        Assert.Equal(native.Output, forwarded.Output);
        string? difference = Picture.Read(PathOf(name, "forwarded")).DifferenceFrom(Picture.Read(PathOf(name, "native")));
        Assert.True(difference is null, difference);
        host.AssertDrewFor(forwarded.ProcessId);
    }

    private static string[] ListScenes()
    {
        try
        {
            using Process list = Process.Start(new ProcessStartInfo(Checkout.Scene, "--list") { RedirectStandardOutput = true })!;
            return list.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (FileNotFoundException)
        {
            return [NotBuilt]; // discovery cannot explain; the test itself does
        }
    }

    private static string PathOf(string scene, string how)
    {
        string folder = Path.Combine(Checkout.Root, "out", "pictures");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{scene}.{how}.ppm");
    }

    private static GuestResult Run(GuestProgram guest, string scene, string how)
    {
        string path = PathOf(scene, how);
        File.Delete(path); // an old picture proves nothing
        GuestResult result = guest.Run(Checkout.Scene, scene, "--ppm", path);
        Assert.True(result.ExitCode == 0, $"{how}: {result}");
        return result;
    }
}
