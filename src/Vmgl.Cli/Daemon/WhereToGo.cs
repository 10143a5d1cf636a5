namespace Vmgl.Cli.Daemon;

/// <summary>The address that programs should draw at, and whether they should wait.</summary>
internal sealed class WhereToGo(string address)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _suspended;

    /// <summary>The address as in GLSTUB.</summary>
    public string Address { get; private set; } = address;

    /// <summary>Whether programs wait.</summary>
    public bool IsSuspended
    {
        get
        {
            lock (_lock)
            {
                return _suspended is not null;
            }
        }
    }

    /// <summary>Completes as soon as programs need not wait.</summary>
    public Task Resumed
    {
        get
        {
            lock (_lock)
            {
                return _suspended?.Task ?? Task.CompletedTask;
            }
        }
    }

    /// <summary>Programs wait from here on.</summary>
    public void Suspend()
    {
        lock (_lock)
        {
            _suspended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Programs draw from here on.</summary>
    /// <param name="address">Where; null for where it was.</param>
    public void Resume(string? address)
    {
        lock (_lock)
        {
            Address = address ?? Address;
            _suspended?.SetResult();
            _suspended = null;
        }
    }
}
