namespace Vmgl.Stub.Basics;

/// <summary>The bounds of the daemon, each with its unit and its reason. What strangers may send is bounded in
/// <see cref="Vmgl.Wire.Limits"/>.</summary>
internal static class DaemonLimits
{
    /// <summary>Connections between accept and a worker. Each holds a thread; more wait in the kernel's queue.</summary>
    public const int Greetings = 64;

    /// <summary>Guest processes at the same time unless --max-guests says otherwise. Each worker costs a GL driver's memory.</summary>
    public const int Guests = 64;

    /// <summary>Connections that the kernel holds while all greeting threads are busy.</summary>
    public const int Backlog = 512;

    /// <summary>Log lines a minute about strangers who do not speak the protocol: a port scan must not fill the disk.</summary>
    public const int StrangerLines = 20;

    /// <summary>Bytes of the line in which a worker reports whether its renderer is up.</summary>
    public const int WorkerLineBytes = 4096;

    /// <summary>Time (30 s) until a driver that has not come up counts as hung: its X server does not answer.</summary>
    public static TimeSpan WorkerStart => TimeSpan.FromSeconds(30);

    /// <summary>Time (5 s) until a worker that has closed its channel to the daemon counts as hung in its driver's exit handlers.</summary>
    public static TimeSpan WorkerEnd => TimeSpan.FromSeconds(5);

    /// <summary>Time (30 s) that a worker may go on playing the commands of a guest that has left: far longer than honest frames take, even
    /// by software.</summary>
    public static TimeSpan Afterlife => TimeSpan.FromSeconds(30);

    /// <summary>Interval (200 ms) at which the daemon checks whether a guest that waits for a worker is still connected.</summary>
    public static TimeSpan LookAtGuest => TimeSpan.FromMilliseconds(200);

    /// <summary>Time (60 s) that a worker is kept whose guest did not wait for it: guests look for a lost host for a minute.</summary>
    public static TimeSpan SpareWorker => TimeSpan.FromSeconds(60);

    /// <summary>Age (1 s) below which an idle worker that ends is replaced only when a guest comes: one that cannot live must not be
    /// started over and over.</summary>
    public static TimeSpan WorkerProvesItself => TimeSpan.FromSeconds(1);

    /// <summary>Delay (750 ms) of the next worker's start after a guest has come: a program that lost its worker draws again by then. A
    /// guest that comes meanwhile starts one.</summary>
    public static TimeSpan BeforeTheNextWorker => TimeSpan.FromMilliseconds(750);

    /// <summary>Time (1 s) that a refused guest may take to read its refusal.</summary>
    public static TimeSpan Refusal => TimeSpan.FromSeconds(1);
}
