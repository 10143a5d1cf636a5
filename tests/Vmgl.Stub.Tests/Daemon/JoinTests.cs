using System.Text.RegularExpressions;
using Vmgl.Stub.Tests.Replay;
using Vmgl.Tests.Shared;
using Vmgl.Wire;
using Vmgl.Wire.Frames;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Tests.Daemon;

/// <summary>Picture connections find their session by its key: the daemon and its workers as real processes.</summary>
public class JoinTests
{
    private const string Refused = "no session of this host has this key: it has ended, or the key is wrong";

    [Fact]
    public async Task RightKey_LeadsToTheSession_WhichWelcomesItOnce()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        using TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        byte[] key = AskKey(guest);
        int workers = daemon.Workers.Length;

        using TestGuest pictures = Join(daemon, key);
        Answer? answer = pictures.ReadAnswer();
        using TestGuest second = Join(daemon, key);

        Assert.Equal((AnswerStatus.Welcome, "pictures"), (answer!.Status, answer.Text));
        Assert.Null(second.TryReadAnswer());
        Assert.False(pictures.HasNews);
        Assert.InRange(daemon.Workers.Length, workers, 2); // the warm one, and no worker of their own
    }

    [Fact]
    public async Task SessionEnds_ItsPictureConnectionDoes()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        using TestGuest pictures = Join(daemon, AskKey(guest));
        _ = pictures.ReadAnswer();

        guest.Dispose();

        pictures.WaitForEnd();
        await daemon.WaitForLine(new Regex(@"worker \d+ ended with exit code 0"));
    }

    [Fact]
    public async Task PictureConnectionEnds_ItsSessionDoesNot()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        using TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        TestGuest pictures = Join(daemon, AskKey(guest));
        _ = pictures.ReadAnswer();

        pictures.Dispose();

        Assert.Equal(Limits.SessionKeyBytes, AskKey(guest).Length);
    }

    [Fact]
    public async Task WrongKey_IsRefusedAndSaysWhy()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        using TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        byte[] key = AskKey(guest);
        byte[] wrong = [.. key];
        wrong[^1] ^= 1;

        AssertRefused(daemon, wrong);
        AssertRefused(daemon, key[..^1]);
        AssertRefused(daemon, [.. key, 0]);
        AssertRefused(daemon, []);
        await Eventually.IsTrue(() => daemon.Lines.Any(line => line.Contains($"refused: {Refused}", StringComparison.Ordinal)),
            "the refusal in the log");
    }

    [Fact]
    public async Task KeyOfASessionThatEnded_IsRefused()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        byte[] key = AskKey(guest);
        int worker = await daemon.WorkerOfTheGuest();

        guest.Dispose();
        await Eventually.IsTrue(() => !daemon.Workers.Contains(worker), "the worker's end");

        AssertRefused(daemon, key);
    }

    /// <summary>A session belongs to one guest: the keys of two are never the same, and neither leads to the warm worker.</summary>
    [Fact]
    public async Task TwoSessions_HaveKeysOfTheirOwn()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        using TestGuest one = TestGuest.Greet(daemon.Port, out _);
        TestGuest two = TestGuest.Greet(daemon.Port, out _);
        byte[] key = AskKey(one);
        Assert.NotEqual(key, AskKey(two));
        using TestGuest pictures = Join(daemon, key);
        _ = pictures.ReadAnswer();

        two.Dispose();

        await daemon.WaitForLine(new Regex(@"worker \d+ ended with exit code 0"));
        Assert.False(pictures.HasNews);
    }

    /// <summary>Joining costs no place: a host that is full still takes pictures.</summary>
    [Fact]
    public async Task FullHost_StillTakesPictures()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start(null, "--max-guests", "1");
        using TestGuest guest = TestGuest.Greet(daemon.Port, out _);
        using TestGuest pictures = Join(daemon, AskKey(guest));

        Assert.Equal(AnswerStatus.Welcome, pictures.ReadAnswer()!.Status);
    }

    /// <summary>Catches a bug where a session was known by its key only some time after its guest had been welcomed.</summary>
    [Fact]
    public async Task ManySessions_EachIsKnownAtOnce()
    {
        await using DaemonProcess daemon = await DaemonProcess.Start();
        for (int i = 0; i < 12; i++)
        {
            using TestGuest guest = TestGuest.Greet(daemon.Port, out _);
            using TestGuest pictures = Join(daemon, AskKey(guest));
            Assert.Equal(AnswerStatus.Welcome, pictures.ReadAnswer()!.Status);
        }
    }

    private static void AssertRefused(DaemonProcess daemon, byte[] key)
    {
        using TestGuest stranger = Join(daemon, key);
        Answer? answer = stranger.ReadAnswer();
        Assert.Equal((AnswerStatus.NotAuthenticated, Refused), (answer!.Status, answer.Text));
    }

    private static TestGuest Join(DaemonProcess daemon, byte[] key)
    {
        var guest = TestGuest.Connect(daemon.Port);
        guest.Send(Hello.CreateJoining("test", 1, key).Encode());
        return guest;
    }

    private static byte[] AskKey(TestGuest guest)
    {
        byte[] command = Say.OpenPictures(0, 90, 60);
        byte[] head = new byte[GuestFrame.HeadBytes];
        new GuestFrame(1, command.Length, 0).Write(head);
        guest.Send([.. head, .. command]);
        HostFrame reply = HostFrame.Read(guest.Read(HostFrame.HeadBytes));
        Assert.Equal(HostFrameKind.Reply, reply.Kind);
        return guest.Read(reply.PayloadBytes);
    }
}
