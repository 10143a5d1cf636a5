using Vmgl.EndToEnd.Tests.Present;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>A glxgears whose host comes and goes, and what its window shows.</summary>
internal sealed class GearsWindow : IDisposable
{
    /// <summary>The wheels turn, and their teeth hide each other: so much of a colour may come and go.</summary>
    private const double Slack = 0.25;

    private readonly DesktopClient _client;
    private readonly nuint _window;
    private readonly double[] _colours;

    public GearsWindow(GuestProgram program, string display, RunFolder folder)
    {
        (Folder, Program) = (folder, new Gears(folder.Let(program)));
        _client = new DesktopClient(display);
        _window = _client.WaitFor("glxgears");
        GuestAndHost.WaitUntil(() => File.Exists(Path.Combine(folder.Home, $"{Id}.sock")), "its control socket", () =>
            string.Join('\n', Program.Complaints));
        folder.AssertDraws(Id);
        GuestAndHost.WaitUntil(() => Colours() is [> 0, > 0, > 0], "wheels of three colours");
        _colours = Colours();
    }

    public Gears Program { get; }

    public RunFolder Folder { get; }

    public int Id => Program.Id;

    /// <summary>Fails the test unless it draws more frames, and they show the same wheels.</summary>
    public void AssertGoesOn()
    {
        Assert.False(Program.HasExited, string.Join('\n', Program.Complaints));
        Folder.AssertDraws(Id);
        double[] now = [];
        GuestAndHost.WaitUntil(
            () => (now = Colours()).Zip(_colours).All(c => Math.Abs(c.First - c.Second) <= c.Second * Slack), "the same wheels",
            () => $"red, green, blue pixels {string.Join(", ", now)}, were {string.Join(", ", _colours)}\n{string.Join('\n', Program.Complaints)}");
    }

    public void Dispose()
    {
        Program.Dispose();
        _client.Dispose();
    }

    /// <summary>Pixels that are rather red, green, blue.</summary>
    private double[] Colours()
    {
        double[] counts = new double[3];
        ReadOnlySpan<byte> pixels = _client.Look(_window) is Picture picture ? picture.Pixels : default;
        for (int i = 0; i < pixels.Length; i += 3)
        {
            ReadOnlySpan<byte> pixel = pixels.Slice(i, 3);
            byte most = Math.Max(Math.Max(pixel[0], pixel[1]), pixel[2]);
            counts[pixel.IndexOf(most)] += most > 40 ? 1 : 0;
        }

        return counts;
    }
}
