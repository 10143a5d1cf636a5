using Vmgl.Tests.Shared;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>Every scene looks and answers the same in a guest with an X server of its own as it does natively on the host.</summary>
[Collection(GuestAndHost.Collection)]
public sealed class ReturnedSceneTests(GuestAndHost machines)
{
    /// <summary>Scenes that draw into the front buffer after a swap. Natively the software GLX of Mesa has lost it by then; GL says that it
    /// is what was swapped.</summary>
    private static readonly string[] s_front = ["front", "front-and-back"];

    public static TheoryData<string> Names() => [.. SceneTests.Names().Select(row => row.Data).Except(s_front)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scene_Returned_EqualsNative(string name) => AssertEqualsNative(name, machines.Returned);

    [Theory]
    [InlineData("wheels", "VMGL_SPOIL", "0")]
    [InlineData("two-windows", "VMGL_SPOIL", "0")]
    [InlineData("resize", "VMGL_SPOIL", "0")]
    [InlineData("resize-storm", "VMGL_SPOIL", "0")]
    [InlineData("destroyed-mid-frame", "VMGL_SPOIL", "0")]
    [InlineData("hidden", "VMGL_SPOIL", "0")]
    [InlineData("single-buffered", "VMGL_SPOIL", "0")]
    [InlineData("wheels", "VMGL_SPOIL", "5")]
    [InlineData("wheels", "VMGL_COMPRESS", "lz4")]
    [InlineData("textures", "VMGL_COMPRESS", "lz4")]
    [InlineData("resize-storm", "VMGL_COMPRESS", "lz4")]
    [InlineData("two-windows", "VMGL_COMPRESS", "none")]
    public void Scene_ReturnedInAnotherWay_EqualsNative(string name, string variable, string value) =>
        AssertEqualsNative(name, machines.Returned.With(variable, value));

    /// <summary>An X server on a third machine, or an old one: pictures travel to it in requests, which have a largest size.</summary>
    [Theory]
    [InlineData("resize-storm")]
    [InlineData("textures")]
    public void Scene_ReturnedToAServerThatSharesNoMemory_EqualsNative(string name)
    {
        using var server = XServer.WithoutSharedMemory();
        AssertEqualsNative(name, GuestProgram.Forwarded(server.Display, machines.Daemon.Address));
    }

    [Theory]
    [InlineData("wheels")]
    [InlineData("textures")]
    public void Scene_ReturnedWithLoss_LooksTheSame(string name)
    {
        SceneRun native = SceneRun.Of(machines.Native, name, "native-return");
        SceneRun returned = SceneRun.Of(machines.Returned.With("VMGL_COMPRESS", "jpeg:95"), name, "returned-jpeg");
        machines.AssertReturnedFor(returned.Result.ProcessId);
        (double average, int most) = returned.Picture.DistanceFrom(native.Picture);
        Assert.InRange(average, 0.0001, 2); // and it did lose something
        Assert.InRange(most, 1, 64);
    }

    [Fact]
    public void Front_Returned_IsWhatWasSwappedAndDrawnOver()
    {
        SceneRun run = SceneRun.Of(machines.Returned, "front", "returned");
        machines.AssertReturnedFor(run.Result.ProcessId);

        AssertColour((26, 51, 77), run.Picture.At(2, 2)); // the background of what was swapped
        AssertColour(Picked(1), run.Picture.At(30, 20)); // its rectangle
        AssertColour(Picked(8), run.Picture.At(60, 30)); // drawn over it, and flushed
        AssertColour(Picked(8), run.Picture.At(90, 6));
        AssertColour(Picked(12), run.Picture.At(30, 60)); // drawn over it, and finished
        AssertColour(Picked(12), run.Picture.At(6, 74));
    }

    [Fact]
    public void FrontAndBack_Returned_AreAsGlHasThem()
    {
        SceneRun run = SceneRun.Of(machines.Returned, "front-and-back", "returned");
        machines.AssertReturnedFor(run.Result.ProcessId);

        Assert.Equal("126 189 76\n0 0 255\n", run.Result.Output);
        AssertColour((26, 51, 77), run.Picture.At(2, 2)); // copied from the front: what was swapped
        AssertColour(Picked(1), run.Picture.At(30, 20));
        AssertColour((0, 0, 255), run.Picture.At(60, 40)); // the back buffer's own
        AssertColour(Picked(7), run.Picture.At(85, 40)); // drawn into both
    }

    private void AssertEqualsNative(string name, GuestProgram program)
    {
        SceneRun native = SceneRun.Of(machines.Native, name, "native-return");
        SceneRun returned = SceneRun.Of(program, name, "returned");
        returned.AssertEquals(native);
        machines.AssertReturnedFor(returned.Result.ProcessId);
    }

    private static void AssertColour((int Red, int Green, int Blue) expected, (int Red, int Green, int Blue) actual) => Assert.True(
        Math.Abs(expected.Red - actual.Red) <= 1 && Math.Abs(expected.Green - actual.Green) <= 1
        && Math.Abs(expected.Blue - actual.Blue) <= 1,
        $"expected {expected}, is {actual}");

    /// <summary>The scenes' pick_color.</summary>
    private static (int Red, int Green, int Blue) Picked(int index)
    {
        double step = index * 37 % 100 / 100.0;
        return ((int)((0.2 + (0.8 * step)) * 255), (int)((1 - (0.7 * step)) * 255), (int)((index % 2 != 0 ? 0.3 : 0.9) * 255));
    }
}
