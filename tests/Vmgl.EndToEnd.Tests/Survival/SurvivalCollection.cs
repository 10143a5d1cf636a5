using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>Test classes about losses share a host, a host with a guest of its own X server, and a headless one; they run one after
/// another.</summary>
[CollectionDefinition(SurvivalCollection.Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit's own noun")]
public sealed class SurvivalCollection : ICollectionFixture<HostMachine>, ICollectionFixture<GuestAndHost>,
    ICollectionFixture<HeadlessMachine>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "survival";
}
