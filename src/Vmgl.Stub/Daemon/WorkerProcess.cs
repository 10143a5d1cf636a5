using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Vmgl.Stub.Basics;
using Vmgl.Stub.Interop;
using Vmgl.Wire;

namespace Vmgl.Stub.Daemon;

/// <summary>One worker process as the daemon sees it: started, warm, given a guest, ended. The line to it is a socket pair on
/// the worker's descriptor 3; the worker says one <see cref="Outcome"/>, the daemon sends one guest, the worker says one byte when
/// it has it, and the worker's end closing means that it has ended.</summary>
internal sealed class WorkerProcess
{
    private readonly Socket _channel;
    private readonly TaskCompletionSource<Outcome> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Socket channel, int processId)
    {
        _channel = channel;
        ProcessId = processId;
        Ended = WatchAsync();
    }

    public int ProcessId { get; }

    /// <summary>When it was started (Stopwatch).</summary>
    public long Since { get; } = Stopwatch.GetTimestamp();

    /// <summary>The key that its guest's later connections present.</summary>
    public byte[] SessionKey { get; } = RandomNumberGenerator.GetBytes(Limits.SessionKeyBytes);

    /// <summary>Whether its renderer came up, with its description or the reason. Always completes.</summary>
    public Task<Outcome> Started => _started.Task;

    /// <summary>Its exit code or signal, once it has ended and has been waited for.</summary>
    public Task<ChildEnd> Ended { get; }

    /// <summary>Starts a worker.</summary>
    /// <exception cref="Win32Exception">The system has no room for another process.</exception>
    public static WorkerProcess Start(Options options)
    {
        (SafeSocketHandle ours, SafeSocketHandle theirs) = SocketPair.Create();
        using (theirs)
        {
            try
            {
                return new WorkerProcess(new Socket(ours), SpawnProcess(options, theirs));
            }
            catch (Win32Exception)
            {
                ours.Dispose();
                throw;
            }
        }
    }

    /// <summary>Hands a guest's connection and greeting over and waits until the worker has them; false when the worker is gone.
    /// Sending alone proves nothing: a worker that was just killed still has a line to send to.</summary>
    public bool TryHandOver(Guest guest)
    {
        try
        {
            return DescriptorPassing.TrySend(_channel.SafeHandle, guest.Connection.SafeHandle, [.. SessionKey, .. guest.Greeting])
                && _taken.Task.GetAwaiter().GetResult();
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Hands a further connection of its guest over; false when the worker is gone.</summary>
    public bool TryJoin(Guest guest)
    {
        try
        {
            return DescriptorPassing.TrySend(_channel.SafeHandle, guest.Connection.SafeHandle, [.. SessionKey, .. guest.Greeting]);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Closes the line. A worker without a guest ends; one with a guest carries on.</summary>
    public void CloseChannel()
    {
        try
        {
            _channel.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has closed its end already.
        }
    }

    private static int SpawnProcess(Options options, SafeSocketHandle channel)
    {
        // Standard output is the log, and the driver's own chatter belongs there too.
        using var output = new SafeFileHandle(1, ownsHandle: false);
        string[] environment = WorkerEnvironment.ForWorker(Environment.GetEnvironmentVariables(),
            options.Headless ? null : options.Display);
        return Interop.Spawn.StartSelf("stub-worker", options.ToWorkerArguments(), environment, new ChildDescriptors(output, channel));
    }

    private async Task<ChildEnd> WatchAsync()
    {
        Outcome started = await ReceiveOutcomeAsync();
        _started.SetResult(started);
        if (!started.IsReady)
        {
            CloseChannel();
        }

        await ReceiveEndAsync();
        _ = _taken.TrySetResult(false);
        _channel.Dispose();
        return await ChildProcess.WaitAsync(ProcessId, DaemonLimits.WorkerEnd);
    }

    private async Task<Outcome> ReceiveOutcomeAsync()
    {
        byte[] line = new byte[DaemonLimits.WorkerLineBytes];
        using var patience = new CancellationTokenSource(DaemonLimits.WorkerStart);
        try
        {
            int length = await _channel.ReceiveAsync(line, patience.Token);
            return Outcome.Decode(line.AsSpan(0, length)) ?? new Outcome(false, $"worker {ProcessId} ended before its renderer was up");
        }
        catch (OperationCanceledException)
        {
            ChildProcess.KillChild(ProcessId);
            return new Outcome(false, $"the renderer was not up after {DaemonLimits.WorkerStart.TotalSeconds} seconds");
        }
        catch (SocketException e)
        {
            return new Outcome(false, $"the channel to worker {ProcessId} is broken: {e.Message}");
        }
    }

    /// <summary>Returns when the worker's end of the line has closed. Until then it says one thing: that it has its guest.</summary>
    private async Task ReceiveEndAsync()
    {
        byte[] word = new byte[16];
        try
        {
            while (await _channel.ReceiveAsync(word) > 0)
            {
                _ = _taken.TrySetResult(true);
            }
        }
        catch (SocketException)
        {
            // Reset: bytes were on their way to it when it ended.
        }
    }
}
