using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>GL errors that the guest found, by context. With the driver's own flag they make one: the first error since the last
/// question is kept, whoever found it (GL 1.5 section 2.5).</summary>
internal sealed unsafe class RaisedErrors
{
    private readonly Dictionary<uint, uint> _first = [];

    /// <summary>Keeps an error unless there is one already. The driver's flag is older than what comes now.</summary>
    public void Raise(uint context, uint error, GlTable gl)
    {
        if (error != 0 && !_first.ContainsKey(context))
        {
            uint older = gl.GetError();
            _first[context] = older != 0 ? older : error;
        }
    }

    /// <summary>The error to report. The driver's flag, which is younger than ours, goes with it.</summary>
    public uint Take(uint context, GlTable gl)
    {
        uint younger = gl.GetError();
        return _first.Remove(context, out uint first) ? first : younger;
    }

    /// <summary>A context has gone.</summary>
    public void Forget(uint context) => _first.Remove(context);
}

/// <summary>Errors.</summary>
internal static unsafe partial class Handlers
{
    internal static partial void RaiseError(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        r.Errors.Raise(r.Context, new RaiseError(command).Error, r.Gl);

    internal static partial void GetError(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        Answer(r, new GetError(command).Token, r.Errors.Take(r.Context, r.Gl));
}
