namespace Vmgl.SuspendResume.Answers;

/// <summary>The commands of a display list being made that set state.</summary>
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

    /// <summary>Whether the commands kept are fewer than what the list does: it may do anything.</summary>
    public bool IsAnything { get; set; }

    /// <summary>Whether a glBegin or glEnd has no counterpart.</summary>
    public bool IsUnbalanced => _isUnbalanced || _isOpen;

    public void StartList(uint name)
    {
        Name = name;
        _bytes.Clear();
        _lastVertex = -1;
        (_isOpen, _wroteBegin, _isUnbalanced, IsAnything) = (false, false, false, false);
    }

    /// <summary>The commands kept; null when the list may do anything.</summary>
    public byte[]? FinishList() => IsAnything || IsUnbalanced ? null : [.. _bytes];

    /// <summary>Keeps a command.</summary>
    public void RecordCommand(StateMoment moment, ReadOnlySpan<byte> command)
    {
        switch (moment)
        {
            case StateMoment.Opens: OpenPrimitive(command); break;
            case StateMoment.Closes: ClosePrimitive(command); break;
            default: AddCommand(moment, command); break;
        }
    }

    /// <summary>Of several that set current vertex values one after another the last is enough.</summary>
    private void AddCommand(StateMoment moment, ReadOnlySpan<byte> command)
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

        AppendBytes(command);
    }

    /// <summary>glBegin: kept only when something follows that it makes an error.</summary>
    private void OpenPrimitive(ReadOnlySpan<byte> command)
    {
        _isUnbalanced |= _isOpen;
        (_isOpen, _wroteBegin) = (true, false);
        _begin.Clear();
        _begin.AddRange(command);
    }

    private void ClosePrimitive(ReadOnlySpan<byte> command)
    {
        _isUnbalanced |= !_isOpen;
        if (_wroteBegin)
        {
            _lastVertex = -1;
            AppendBytes(command);
        }

        (_isOpen, _wroteBegin) = (false, false);
    }

    private void AppendBytes(ReadOnlySpan<byte> command)
    {
        IsAnything |= _bytes.Count + command.Length > MostBytes;
        if (!IsAnything)
        {
            _bytes.AddRange(command);
        }
    }
}
