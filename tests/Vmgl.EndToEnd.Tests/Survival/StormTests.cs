using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>Scenes look and answer the same when their host is lost, or they are suspended, at any point of their stream.</summary>
/// <remarks>A choice of scenes and one seed; <see cref="ChaosTests"/> has all of them, and many.</remarks>
[Collection(SurvivalCollection.Name)]
public sealed class StormTests(HostMachine host, GuestAndHost machines, HeadlessMachine headless)
{
    private const int Seed = 7;

    public static TheoryData<string> Scenes(Storm storm) => StormScenes.Some(StormScenes.For(storm));

    public static TheoryData<string> HeadlessScenes(Storm storm) => StormScenes.Some(StormScenes.HeadlessFor(storm));

    public static TheoryData<string> ReturnedScenes(Storm storm) => StormScenes.Some(StormScenes.ReturnedFor(storm));

    [Theory]
    [MemberData(nameof(Scenes), Storm.Cut)]
    public void Scene_ConnectionCut_EqualsNative(string scene) =>
        Assert.True(StormScenes.Direct(host).AssertEqualsNative(scene, Storm.Cut, Seed) > 0);

    /// <summary>Whatever the host has done is folded at once: the mirror makes all of it, not the frames that are kept.</summary>
    [Theory]
    [MemberData(nameof(Scenes), Storm.Suspension)]
    public void Scene_SuspendedWithNothingKept_EqualsNative(string scene) =>
        Assert.True(StormScenes.Direct(host, "0").AssertEqualsNative(scene, Storm.Suspension, Seed) > 0);

    [Theory]
    [MemberData(nameof(ReturnedScenes), Storm.Cut)]
    public void Scene_ReturnedAndCut_EqualsNative(string scene) =>
        Assert.True(StormScenes.Return(machines).AssertEqualsNative(scene, Storm.Cut, Seed) > 0);

    [Theory]
    [MemberData(nameof(ReturnedScenes), Storm.Suspension)]
    public void Scene_ReturnedAndSuspended_EqualsNative(string scene) =>
        Assert.True(StormScenes.Return(machines).AssertEqualsNative(scene, Storm.Suspension, Seed) > 0);

    /// <summary>Catches a bug where pictures of a window came no more if the host was lost while there was none: seeds that do
    /// so.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void LostWhileThereIsNoWindow_PicturesOfTheNextOneReturn(int seed) =>
        Assert.True(StormScenes.Return(machines).AssertEqualsNative("gone-window", Storm.Cut, seed) > 0);

    [Theory]
    [MemberData(nameof(HeadlessScenes), Storm.Suspension)]
    public void Scene_OfAHeadlessHostAndSuspended_EqualsNative(string scene) =>
        Assert.True(StormScenes.Headless(headless, "0").AssertEqualsNative(scene, Storm.Suspension, Seed) > 0);
}
