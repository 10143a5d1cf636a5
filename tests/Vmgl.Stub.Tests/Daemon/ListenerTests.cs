using System.Net;
using System.Net.Sockets;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Daemon;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Tests.Daemon;

public sealed class ListenerTests : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _listening = Listener.OpenSocket(IPAddress.Loopback, 0);
    private readonly MemoryStream _log = new();
    private readonly FakeHall _hall = new();
    private Task _run = Task.CompletedTask;

    private int Port => ((IPEndPoint)_listening.LocalEndPoint!).Port;

    [Fact]
    public void Listener_ProperGreeting_LeadsToTheHallWithItsBytes()
    {
        Start(Long);
        byte[] greeting = Hello.CreateOpening("glxgears", 77).Encode();

        using TestGuest guest = TestGuest.Connect(Port);
        guest.Send(greeting);

        Assert.Equal("none today", guest.ReadAnswer()!.Text);
        Guest admitted = Assert.Single(_hall.Admitted);
        Assert.Equal(greeting, admitted.Greeting);
        Assert.StartsWith("glxgears (process 77 at 127.0.0.1:", admitted.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Listener_FramesRightBehindTheGreeting_StayInTheSocketForTheWorker()
    {
        Start(Long);
        _hall.OnAdmit = guest =>
        {
            byte[] next = new byte[8];
            _hall.Read = next[..guest.Connection.Receive(next)];
        };

        using TestGuest guest = TestGuest.Connect(Port);
        guest.Send([.. Hello.CreateOpening("a", 1).Encode(), 1, 2, 3, 4]);
        _ = guest.ReadAnswer();

        Assert.Equal([1, 2, 3, 4], _hall.Read);
    }

    [Fact]
    public void Listener_GreetingInSingleBytes_IsRead()
    {
        Start(Long);
        using TestGuest guest = TestGuest.Connect(Port);
        foreach (byte b in Hello.CreateOpening("trickle", 1).Encode())
        {
            guest.Send([b]);
        }

        Assert.NotNull(guest.ReadAnswer());
    }

    [Fact]
    public void Listener_SilentStranger_IsClosedAfterTheTimeLimitAndNoWorkerStarts()
    {
        Start(TimeSpan.FromMilliseconds(50));
        using TestGuest stranger = TestGuest.Connect(Port);

        stranger.WaitForEnd();

        Assert.Empty(_hall.Admitted);
    }

    [Fact]
    public void Listener_HalfAGreeting_IsClosedAfterTheTimeLimit()
    {
        Start(TimeSpan.FromMilliseconds(50));
        using TestGuest stranger = TestGuest.Connect(Port);
        stranger.Send(Hello.CreateOpening("half", 1).Encode().AsSpan(0, 20));

        stranger.WaitForEnd();

        Assert.Empty(_hall.Admitted);
    }

    [Fact]
    public void Listener_Garbage_IsClosedAtOnceAndLogged()
    {
        Start(Long);
        using TestGuest stranger = TestGuest.Connect(Port);
        stranger.Send("G"u8);

        stranger.WaitForEnd();

        Assert.Empty(_hall.Admitted);
    }

    [Fact]
    public void Listener_GreetingThatClaimsAGigabyte_IsClosedAtOnce()
    {
        Start(Long);
        using TestGuest stranger = TestGuest.Connect(Port);
        stranger.Send([.. "VMGL"u8, 1, 0, 0, 0, 0, 0, 0, 0x40]);

        stranger.WaitForEnd();

        Assert.Empty(_hall.Admitted);
    }

    [Fact]
    public void Listener_OtherMajorVersion_IsRefusedWithBothVersionsAndTheRemedy()
    {
        Start(Long);
        using TestGuest guest = TestGuest.Connect(Port);
        guest.Send((Hello.CreateOpening("new", 1) with { Version = new ProtocolVersion(9, 2) }).Encode());

        Answer answer = guest.ReadAnswer()!;

        Assert.Equal(AnswerStatus.WrongVersion, answer.Status);
        Assert.Contains("9.2", answer.Text, StringComparison.Ordinal);
        Assert.Contains(ProtocolVersion.Current.ToString(), answer.Text, StringComparison.Ordinal);
        Assert.Contains("install the newer VMGL on the host", answer.Text, StringComparison.Ordinal);
        Assert.Empty(_hall.Admitted);
    }

    [Fact]
    public void Listener_OtherMinorVersion_IsWelcome()
    {
        Start(Long);
        using TestGuest guest = TestGuest.Connect(Port);
        guest.Send((Hello.CreateOpening("new", 1) with { Version = ProtocolVersion.Current with { Minor = 99 } }).Encode());

        _ = guest.ReadAnswer();

        Assert.Single(_hall.Admitted);
    }

    [Fact]
    public void Listener_UnknownAuthenticationMethod_IsRefused()
    {
        Start(Long);
        using TestGuest guest = TestGuest.Connect(Port);
        guest.Send((Hello.CreateOpening("new", 1) with { Method = (AuthenticationMethod)7 }).Encode());

        Assert.Equal(AnswerStatus.NotAuthenticated, guest.ReadAnswer()!.Status);
        Assert.Empty(_hall.Admitted);
    }

    [Fact]
    public void Listener_MoreStrangersThanThreads_ServesThemAllInTurn()
    {
        Start(TimeSpan.FromMilliseconds(50));
        TestGuest[] strangers = [.. Enumerable.Range(0, DaemonLimits.Greetings * 2).Select(_ => TestGuest.Connect(Port))];

        foreach (TestGuest stranger in strangers)
        {
            stranger.WaitForEnd();
            stranger.Dispose();
        }

        Assert.Empty(_hall.Admitted);
    }

    [Fact]
    public void Open_PortTaken_SaysWhichAndWhatToDo()
    {
        StartException e = Assert.Throws<StartException>(() => Listener.OpenSocket(IPAddress.Loopback, Port));

        Assert.Equal($"port {Port} on 127.0.0.1 is taken by another program; stop it or choose another port with --port", e.Message);
    }

    [Fact]
    public void Open_AddressOfAnotherMachine_SaysSo()
    {
        StartException e = Assert.Throws<StartException>(() => Listener.OpenSocket(IPAddress.Parse("192.0.2.1"), 0));

        Assert.Contains("192.0.2.1 is not an address of this machine", e.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        _listening.Dispose();
        _stop.Dispose();
        _log.Dispose();
    }

    private void Start(TimeSpan limit) =>
        _run = new Listener(_listening, _hall, new Log(_log, "test"), limit).RunAsync(_stop.Token);

    /// <summary>Notes who came and sends everybody away.</summary>
    private sealed class FakeHall : IGuestHall
    {
        public List<Guest> Admitted { get; } = [];

        public Action<Guest> OnAdmit { get; set; } = _ => { };

        public byte[] Read { get; set; } = [];

        public Answer? AdmitGuest(Guest guest)
        {
            OnAdmit(guest);
            Admitted.Add(guest);
            return Answer.CreateRefusal(AnswerStatus.Busy, "none today");
        }
    }
}
