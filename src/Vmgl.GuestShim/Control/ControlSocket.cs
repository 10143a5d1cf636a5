using System.Runtime.InteropServices;
using System.Text;
using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Control;

/// <summary>The Unix socket through which the user's tools reach this program: PID.sock in the run directory.</summary>
/// <remarks>
/// One request line, one line of JSON, then the connection closes. No thread of its own: whoever has one waits until
/// <see cref="Descriptor"/> is readable and calls <see cref="ServeClients"/>, which never waits for a client; one that is slow is given up.
/// Only the user and root are served. A forked child does not serve, though it has the descriptors.
/// </remarks>
internal sealed class ControlSocket : IDisposable
{
    /// <summary>Clients at a time. A user has one or two tools.</summary>
    public const int MaxClients = 8;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly IProgramControl _program;
    private readonly TimeSpan _patience;
    private readonly int _processId = LibcControl.ProcessId();
    private readonly int _listening;
    private readonly int _watch = LibcControl.MakeWatch();
    private readonly int _timer = LibcControl.MakeTimer();
    private readonly Dictionary<int, ControlClient> _clients = [];

    private ControlSocket(IProgramControl program, string directory, TimeSpan patience)
    {
        (_program, _patience) = (program, patience);
        Path = System.IO.Path.Combine(directory, _processId + RunDirectory.Suffix);
        _listening = ListenAt(directory, Path);
        LibcControl.WatchDescriptor(_watch, _listening, LibcControl.Readable, isNew: true);
        LibcControl.WatchDescriptor(_watch, _timer, LibcControl.Readable, isNew: true);
    }

    /// <summary>Where it listens.</summary>
    public string Path { get; }

    /// <summary>Readable whenever <see cref="ServeClients"/> has something to do.</summary>
    public int Descriptor => _watch;

    /// <summary>Clients that are connected.</summary>
    internal int Clients => _clients.Count;

    /// <summary>Listens in the user's run directory.</summary>
    /// <exception cref="ControlException">There is no such directory, or others can write there; the program can go on without being
    /// controlled.</exception>
    public static ControlSocket Open(IProgramControl program) => Open(program, ControlDirectory.PrepareDirectory());

    /// <summary>The same in a given directory.</summary>
    /// <param name="patience">How long a client may take for its request, and how long it may take nothing of its answer.</param>
    /// <exception cref="ControlException">As above.</exception>
    internal static ControlSocket Open(IProgramControl program, string directory, TimeSpan? patience = null)
    {
        ControlDirectory.PrepareDirectory(directory);
        ControlDirectory.RemoveStaleSockets(directory);
        return new ControlSocket(program, directory, patience ?? s_patience);
    }

    /// <summary>Does what can be done without waiting: takes clients and requests in, carries requests out, sends answers. Never
    /// throws.</summary>
    public void ServeClients()
    {
        if (LibcControl.ProcessId() != _processId)
        {
            return;
        }

        Span<LibcControl.Event> events = stackalloc LibcControl.Event[MaxClients + 2];
        foreach (ref readonly LibcControl.Event e in events[..LibcControl.TakeEvents(_watch, events)])
        {
            if (e.Descriptor == _listening)
            {
                AcceptClients();
            }
            else if (_clients.TryGetValue(e.Descriptor, out ControlClient? client))
            {
                ServeClient(client);
            }
        }

        DropLateClients();
    }

    /// <summary>Stops listening, and lets all clients go. In a forked child only the child's copies are closed.</summary>
    public void Dispose()
    {
        foreach (ControlClient client in _clients.Values)
        {
            client.Dispose();
        }

        _clients.Clear();
        foreach (int descriptor in (ReadOnlySpan<int>)[_listening, _timer, _watch])
        {
            LibcSockets.Close(descriptor);
        }

        if (LibcControl.ProcessId() == _processId)
        {
            RemoveFile(Path);
        }
    }

    /// <summary>Listens under another name first: a program that finds a socket that is not served may delete it as an old one.</summary>
    private static int ListenAt(string directory, string path)
    {
        string newPath = System.IO.Path.Combine(directory, $".{LibcControl.ProcessId()}.new");
        byte[] bytes = Encoding.UTF8.GetBytes(newPath);
        if (!LibcControl.IsShortEnough(bytes) || !LibcControl.IsShortEnough(Encoding.UTF8.GetBytes(path)))
        {
            throw new ControlException($"{path} is too long for a socket; set {RunDirectory.Variable} to a shorter path");
        }

        if (LibcControl.IsServed(Encoding.UTF8.GetBytes(path)))
        {
            throw new ControlException($"{path} is another program's: processes of several containers cannot share it; set {RunDirectory.Variable} in one of them");
        }

        RemoveFile(newPath);
        int listening = LibcControl.ListenAt(bytes);
        if (listening < 0)
        {
            throw new ControlException($"cannot listen at {path}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }

        File.Move(newPath, path, overwrite: true);
        return listening;
    }

    private static void RemoveFile(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Tools take a socket that nobody serves for what it is.
        }
    }

    private void AcceptClients()
    {
        for (int descriptor; (descriptor = LibcControl.AcceptClient(_listening)) >= 0;)
        {
            if (_clients.Count == MaxClients || !LibcControl.TryReadUser(descriptor, out uint user)
                || (user != 0 && user != LibcControl.UserId()))
            {
                LibcSockets.Close(descriptor);
                continue;
            }

            _clients[descriptor] = new ControlClient(descriptor) { Deadline = NextDeadline() };
            LibcControl.WatchDescriptor(_watch, descriptor, LibcControl.Readable, isNew: true);
        }
    }

    private void ServeClient(ControlClient client)
    {
        try
        {
            if (!client.IsAnswered && !TryAnswer(client))
            {
                return;
            }

            bool isUnderWay = client.SendAnswer(out bool moved);
            if (!isUnderWay)
            {
                DropClient(client);
            }
            else if (moved)
            {
                client.Deadline = NextDeadline();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DropClient(client); // what was to be sent cannot be read; the client gets less than was announced
        }
    }

    /// <summary>Takes the request in, and carries it out when it is whole.</summary>
    private bool TryAnswer(ControlClient client)
    {
        if (!client.TryReadLine(out string? line, out bool isGone))
        {
            if (isGone)
            {
                DropClient(client);
            }

            return false;
        }

        Stream? payload = null;
        byte[] answer = line is null
            ? ControlRequest.EncodeRefusal($"a request has at most {ControlRequest.MaxBytes} bytes and ends with a newline")
            : ControlRequest.CarryOut(_program, line, MakeSpool, out payload);
        client.SetAnswer(answer, payload);
        client.Deadline = NextDeadline();
        LibcControl.WatchDescriptor(_watch, client.Descriptor, LibcControl.Writable, isNew: false);
        return true;
    }

    private FileStream MakeSpool()
    {
        string path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, $".{_processId}.{Guid.NewGuid():N}.snapshot");
        var spool = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        RemoveFile(path); // gone from the directory at once: this program may be killed
        return spool;
    }

    private void DropLateClients()
    {
        long now = MonotonicTime.NowInMicroseconds();
        foreach (ControlClient late in _clients.Values.Where(client => client.Deadline <= now).ToArray())
        {
            DropClient(late);
        }

        // Set anew each time, which also makes it not readable.
        long next = _clients.Count == 0 ? now : _clients.Values.Min(client => client.Deadline);
        LibcControl.SetTimer(_timer, TimeSpan.FromMicroseconds(next - now));
    }

    private void DropClient(ControlClient client)
    {
        LibcControl.UnwatchDescriptor(_watch, client.Descriptor);
        _ = _clients.Remove(client.Descriptor);
        client.Dispose();
    }

    private long NextDeadline() => MonotonicTime.NowInMicroseconds() + (long)_patience.TotalMicroseconds;
}
