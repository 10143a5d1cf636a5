using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>Test classes about losses share a host, and a host with a guest of its own X server; they run one after another.</summary>
[CollectionDefinition(SurvivalCollection.Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit's own noun")]
public sealed class SurvivalCollection : ICollectionFixture<HostMachine>, ICollectionFixture<GuestAndHost>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "survival";
}
