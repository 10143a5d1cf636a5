using Vmgl.Wire;

namespace Vmgl.SuspendResume.Answers;

/// <summary>Keeps what of a display list being made touches state.</summary>
internal sealed class ListRecorder
{
    /// <summary>Bytes that are kept of one list; a list with more may do anything.</summary>
    private const int MostBytes = 64 << 10;

    private readonly List<byte> _bytes = [];
    private readonly List<byte> _begin = [];
    private int _lastVertex = -1;
    private bool _isOpen;
    private bool _wroteBegin;
    private bool _isUnbalanced;

    /// <summary>The list's name.</summary>
    public uint Name { get; private set; }

    /// <summary>Whether what was put together is less than what the list does.</summary>
    public bool IsAnything { get; set; }

    /// <summary>Whether a glBegin or glEnd has no counterpart.</summary>
    public bool IsUnbalanced => _isUnbalanced || _isOpen;

    public void Start(uint name)
    {
        Name = name;
        _bytes.Clear();
        _lastVertex = -1;
        (_isOpen, _wroteBegin, _isUnbalanced, IsAnything) = (false, false, false, false);
    }

    /// <summary>The commands kept; null when the list may do anything.</summary>
    public byte[]? Finish() => IsAnything || IsUnbalanced ? null : [.. _bytes];

    /// <summary>Keeps a command. Of several that set current vertex values one after another the last is enough.</summary>
    public void Add(StateMoment moment, ReadOnlySpan<byte> command)
    {
        if (moment == StateMoment.Vertex)
        {
            if (_lastVertex >= 0)
            {
                _bytes.RemoveRange(_lastVertex, _bytes.Count - _lastVertex);
            }

            _lastVertex = _bytes.Count;
        }
        else
        {
            _lastVertex = -1;
            if (_isOpen && !_wroteBegin)
            {
                _bytes.AddRange(_begin);
                _wroteBegin = true;
            }
        }

        Append(command);
    }

    /// <summary>glBegin: kept only when something follows that it makes an error.</summary>
    public void Begin(ReadOnlySpan<byte> command)
    {
        _isUnbalanced |= _isOpen;
        (_isOpen, _wroteBegin) = (true, false);
        _begin.Clear();
        _begin.AddRange(command);
    }

    public void End(ReadOnlySpan<byte> command)
    {
        _isUnbalanced |= !_isOpen;
        if (_wroteBegin)
        {
            _lastVertex = -1;
            Append(command);
        }

        (_isOpen, _wroteBegin) = (false, false);
    }

    private void Append(ReadOnlySpan<byte> command)
    {
        IsAnything |= _bytes.Count + command.Length > MostBytes;
        if (!IsAnything)
        {
            _bytes.AddRange(command);
        }
    }
}
