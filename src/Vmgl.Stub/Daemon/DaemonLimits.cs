namespace Vmgl.Stub.Daemon;

/// <summary>Every bound of the daemon, each with its reason. What strangers may send is bounded in <see cref="Vmgl.Wire.Limits"/>.</summary>
internal static class DaemonLimits
{
    /// <summary>Connections that may be on their way from accept to a worker. Each holds a thread; more wait in the kernel's queue.</summary>
    public const int Greetings = 64;

    /// <summary>Guest processes at the same time unless --max-guests says otherwise. Each worker costs a GL driver's memory.</summary>
    public const int Guests = 64;

    /// <summary>Connections the kernel holds for us while all greeting threads are taken.</summary>
    public const int Backlog = 512;

    /// <summary>Lines a minute about strangers who do not speak the protocol: a port scan must not fill the disk.</summary>
    public const int StrangerLines = 20;

    /// <summary>A line that a worker says about itself, in bytes.</summary>
    public const int WorkerLineBytes = 4096;

    /// <summary>A driver that has not come up by then hangs (an X server that does not answer).</summary>
    public static TimeSpan WorkerStart => TimeSpan.FromSeconds(30);

    /// <summary>A worker that has let go of the daemon and is not gone by then hangs in its driver's exit handlers.</summary>
    public static TimeSpan WorkerEnd => TimeSpan.FromSeconds(5);

    /// <summary>How long a worker may go on playing what a guest sent that has left: far longer than honest frames take, even by software.</summary>
    public static TimeSpan Afterlife => TimeSpan.FromSeconds(30);

    /// <summary>How often a guest that waits for a worker to start is looked at.</summary>
    public static TimeSpan LookAtGuest => TimeSpan.FromMilliseconds(200);

    /// <summary>How long a worker is kept that its guest did not wait for: guests look for a lost host for a minute.</summary>
    public static TimeSpan SpareWorker => TimeSpan.FromSeconds(60);

    /// <summary>An idle worker that ends younger than this is replaced only when a guest comes: one that cannot live must not be
    /// started over and over.</summary>
    public static TimeSpan WorkerProvesItself => TimeSpan.FromSeconds(1);

    /// <summary>How long the next worker's start waits when a guest has come: a program that lost its worker draws again by then. A guest that comes
    /// meanwhile starts one.</summary>
    public static TimeSpan BeforeTheNextWorker => TimeSpan.FromMilliseconds(750);

    /// <summary>How long a refused guest may take to read its refusal.</summary>
    public static TimeSpan Refusal => TimeSpan.FromSeconds(1);
}
