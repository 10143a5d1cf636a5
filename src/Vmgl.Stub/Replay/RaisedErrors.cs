using Vmgl.Stub.Host;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Replay;

/// <summary>GL errors that the guest found, by context. With the driver's own flag they make one: the first error since the last
/// question is kept, whoever found it (GL 1.5 section 2.5).</summary>
internal sealed unsafe class RaisedErrors
{
    private readonly Dictionary<uint, uint> _first = [];
    private readonly HashSet<uint> _told = [];
    private bool _hasErred;

    /// <summary>Whether a context's errors become debug messages too, as those of the driver do (KHR_debug).</summary>
    public void ReportToDebugLog(uint context, bool wanted)
    {
        _ = wanted ? _told.Add(context) : _told.Remove(context);
    }

    /// <summary>Keeps an error unless there is one already. The driver's flag is older than what comes now.</summary>
    public void RaiseError(uint context, uint error, GlTable gl)
    {
        if (error != 0 && _told.Contains(context) && gl.IsEnabled(GL_DEBUG_OUTPUT) != 0)
        {
            byte[] text = System.Text.Encoding.ASCII.GetBytes($"GL error 0x{error:x}");
            DebugMessages.Add(new DebugMessage(context, GL_DEBUG_SOURCE_API, GL_DEBUG_TYPE_ERROR, error, GL_DEBUG_SEVERITY_HIGH, text));
        }

        _hasErred |= error != 0;
        if (error != 0 && !_first.ContainsKey(context))
        {
            uint older = gl.GetError();
            _first[context] = older != 0 ? older : error;
        }
    }

    /// <summary>The error to report. The driver's flag, which is younger than ours, goes with it.</summary>
    public uint TakeError(uint context, GlTable gl)
    {
        uint younger = gl.GetError();
        _hasErred |= younger != 0;
        return _first.Remove(context, out uint first) ? first : younger;
    }

    /// <summary>Whether an error was found since this was asked last. The driver's flag is looked at, and kept for the program.</summary>
    public bool TakeHasErred(uint context, GlTable gl)
    {
        uint error = context == 0 ? 0 : gl.GetError();
        if (error != 0)
        {
            _hasErred = true;
            _first.TryAdd(context, error);
        }

        bool hasErred = _hasErred;
        _hasErred = false;
        return hasErred;
    }

    /// <summary>The error that the program's next glGetError returns; 0 for none. <see cref="TakeHasErred"/> has looked at the driver's
    /// flag.</summary>
    public uint PeekError(uint context) => _first.GetValueOrDefault(context);

    /// <summary>A context has gone.</summary>
    public void ForgetContext(uint context)
    {
        _first.Remove(context);
        _told.Remove(context);
    }
}
