namespace Vmgl.EndToEnd.Tests.Ways;

/// <summary>What every viewer must do.</summary>
internal static class Watching
{
    /// <summary>Fails the test unless the viewer shows what the program draws, and the program hears the viewer's button and key.</summary>
    /// <param name="right">What there is to see at first, after the button, after the key.</param>
    public static void AssertSeesAndReaches(VncViewer viewer, HeldScene program, Picture[] right)
    {
        Assert.All([right[1], right[2]], picture => Assert.NotNull(picture.DifferenceFrom(right[0])));
        viewer.AssertShows(right[0]);

        viewer.Click(50, 40);
        program.AssertHeard("button 1 at 50,40");
        viewer.AssertShows(right[1]);

        viewer.Type("a");
        program.AssertHeard("key a");
        viewer.AssertShows(right[2]);

        viewer.Type("Escape");
        program.AssertEnds();
    }
}
