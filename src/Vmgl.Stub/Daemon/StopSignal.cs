using System.Runtime.InteropServices;

namespace Vmgl.Stub.Daemon;

/// <summary>Turns SIGTERM and SIGINT into a token.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration _interrupt;

    public StopSignal()
    {
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, RequestStop);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, RequestStop);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _terminate.Dispose();
        _interrupt.Dispose();
        _stop.Dispose();
    }

    private void RequestStop(PosixSignalContext context)
    {
        context.Cancel = true; // the runtime would end the process here and now
        _stop.Cancel();
    }
}
