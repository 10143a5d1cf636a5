using System.Runtime.InteropServices;

namespace Vmgl.Link;

/// <summary>A descriptor that is waited for: <c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct PollEntry
{
    internal const short Readable = 1; // POLLIN

    private readonly int _descriptor;
    private readonly short _events;
    private readonly short _returned;

    internal PollEntry(int descriptor, short events) => (_descriptor, _events, _returned) = (descriptor, events, 0);

    /// <summary>Whether the descriptor has bytes, or is closed or broken.</summary>
    public bool IsReady => _returned != 0;

    /// <summary>The same entry before anything happened.</summary>
    internal PollEntry WithoutEvents => new(_descriptor, _events);

    /// <summary>Waits for bytes of a descriptor; a negative one is never waited for.</summary>
    public static PollEntry WaitForBytesOf(int descriptor) => new(descriptor, Readable);
}
