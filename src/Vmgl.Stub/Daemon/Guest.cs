using System.Net.Sockets;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Daemon;

/// <summary>A guest that has greeted properly and waits for a worker.</summary>
/// <param name="Connection">Its connection; nothing after the greeting has been read.</param>
/// <param name="Greeting">The greeting's bytes as they came.</param>
/// <param name="Hello">The same, decoded.</param>
/// <param name="From">Where it connects from.</param>
internal sealed record Guest(Socket Connection, byte[] Greeting, Hello Hello, string From)
{
    /// <summary>The guest's program, for the log.</summary>
    public string Name => $"{(Hello.ProgramName.Length > 0 ? Hello.ProgramName : "a program")} (process {Hello.ProcessId} at {From})";

    /// <summary>Whether it has closed its connection. It sends nothing before it is answered.</summary>
    public bool HasLeft => Connection.Poll(0, SelectMode.SelectRead) && Connection.Available == 0;
}

/// <summary>Receives guests that have greeted properly.</summary>
internal interface IGuestHall
{
    /// <summary>Hands the guest's connection to a worker, which answers it, and returns null; or returns the refusal. Waits for
    /// a worker to start if none is warm. Never throws; the caller still owns its copy of the connection.</summary>
    Answer? AdmitGuest(Guest guest);
}
