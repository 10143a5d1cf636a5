namespace Vmgl.EndToEnd.Tests;

/// <summary>Programs in C# that call GL through Silk.NET: another .NET runtime in the process beside the guest library's.</summary>
[Collection(HostMachine.Collection)]
public sealed class ManagedClientTests(HostMachine host)
{
    [Theory]
    [InlineData("lit-cube")]
    [InlineData("drawn-texture")]
    public void Client_Forwarded_EqualsNative(string scene)
    {
        GuestResult native = Draw(host.Native, scene, "native");
        GuestResult forwarded = Draw(host.Forwarded, scene, "forwarded");

        Assert.Equal(native.Output, forwarded.Output);
        string? difference = Picture.Read(PathOf(scene, "forwarded")).DifferenceFrom(Picture.Read(PathOf(scene, "native")));
        Assert.True(difference is null, difference);
        host.AssertDrewFor(forwarded.ProcessId);
    }

    private static GuestResult Draw(GuestProgram guest, string scene, string how)
    {
        File.Delete(PathOf(scene, how)); // an old picture proves nothing
        GuestResult result = guest.Run(Checkout.Clients, scene, "--ppm", PathOf(scene, how));
        Assert.True(result.ExitCode == 0, $"{how}: {result}");
        return result;
    }

    private static string PathOf(string scene, string how)
    {
        string folder = Path.Combine(Checkout.Root, "out", "pictures");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"client-{scene}.{how}.ppm");
    }
}
