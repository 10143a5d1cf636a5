using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Tests;

/// <summary>What is known of sync objects without asking a host.</summary>
public class SyncNamesTests
{
    [Fact]
    public void Signaled_StaysSo_UntilItIsDeleted()
    {
        var names = new SyncNames();
        nint one = (nint)names.MakeName();
        nint other = (nint)names.MakeName();
        names.MarkSignaled(one);
        Assert.True(names.IsSignaled(one));
        Assert.False(names.IsSignaled(other));
        Assert.True(names.DeleteName(one));
        names.MarkSignaled(one); // another thread's answer comes late
        Assert.False(names.IsSignaled(one));
    }
}
