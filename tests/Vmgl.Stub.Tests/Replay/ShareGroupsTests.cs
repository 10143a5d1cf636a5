using Vmgl.Stub.Replay;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Names that only the driver makes, in contexts that share and in others.</summary>
public class ShareGroupsTests
{
    private readonly ShareGroups _groups = new();

    /// <summary>Catches a bug where a context that shares nothing took away the programs of another, for which the driver had used the same
    /// names.</summary>
    [Fact]
    public void Of_ContextsThatShareNothing_HaveTheSameHostNameForDifferentObjects()
    {
        _groups.AddContext(1, 0);
        _groups.AddContext(2, 0);
        _groups.NamesOf(1).Add(10, 3);
        _groups.NamesOf(2).Add(11, 3);

        Assert.Equal(3u, _groups.NamesOf(1).OfGuest(10));
        Assert.Equal(10u, _groups.NamesOf(1).OfHost(3));
        Assert.Equal(11u, _groups.NamesOf(2).OfHost(3));
        Assert.NotEqual(3u, _groups.NamesOf(2).OfGuest(10));
        Assert.Equal(2, _groups.Count);
    }

    [Fact]
    public void Of_ContextsThatShare_HaveTheSameNames()
    {
        _groups.AddContext(1, 0);
        _groups.AddContext(2, 1);
        _groups.NamesOf(1).Add(10, 3);

        Assert.Same(_groups.NamesOf(1), _groups.NamesOf(2));
        Assert.Equal(1, _groups.Count);
    }

    [Fact]
    public void Remove_LastContextOfAGroup_ForgetsItsNames()
    {
        _groups.AddContext(1, 0);
        _groups.AddContext(2, 1);
        _groups.NamesOf(1).Add(10, 3);
        _groups.RemoveContext(1);
        Assert.Equal(3u, _groups.NamesOf(2).OfGuest(10));
        _groups.RemoveContext(2);

        Assert.Equal(0, _groups.Count);
        Assert.NotEqual(3u, _groups.NamesOf(2).OfGuest(10));
    }
}
