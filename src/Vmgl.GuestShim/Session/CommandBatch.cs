using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Session;

/// <summary>The memory in which a thread's commands gather before they are sent. While a context is current, C writes into it,
/// too.</summary>
internal sealed unsafe class CommandBatch
{
    private readonly NativeBatch* _native;
    private byte* _start;
    private byte* _at;
    private long _room;
    private bool _isOpen;
    private bool _isStepwise;

    /// <param name="native">What C knows of the batch.</param>
    public CommandBatch(NativeBatch* native)
    {
        _native = native;
        AllocateMemory(Limits.BatchBytes);
    }

    /// <summary>Bytes of the commands in the batch.</summary>
    public int Bytes => (int)(At - _start);

    /// <summary>Whether a context is current, so that C may write.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>The commands in the batch.</summary>
    public ReadOnlySpan<byte> Commands => new(_start, Bytes);

    /// <summary>What C has tracked of the current context.</summary>
    public Bracket Bracket
    {
        get => _native->Bracket;
        set => _native->Bracket = value;
    }

    /// <summary>Whether commands in the batch may change whether a framebuffer is complete.</summary>
    public bool ChangesAttachments
    {
        get => _native->Attachments != 0;
        set => _native->Attachments = value ? 1u : 0;
    }

    /// <summary>Whether commands in the batch make or delete display lists.</summary>
    public bool TouchesLists
    {
        get => _native->Lists != 0;
        set => _native->Lists = value ? 1u : 0;
    }

    /// <summary>Whether C finds no room in the batch, and so asks for some with every command.</summary>
    public bool IsStepwise
    {
        get => _isStepwise;
        set
        {
            _isStepwise = value;
            if (_isOpen)
            {
                _native->End = End;
            }
        }
    }

    private byte* End => _isStepwise ? At : _start + _room;

    private byte* At
    {
        get => _isOpen ? _native->At : _at;
        set
        {
            if (_isOpen)
            {
                _native->At = value;
                _native->End = End;
            }
            else
            {
                _at = value;
            }
        }
    }

    /// <summary>Lets C write: a context is current.</summary>
    public void OpenToNative(NativeNames* names, Bracket bracket)
    {
        _isOpen = true;
        _native->At = _at;
        _native->End = End;
        _native->Names = names;
        _native->Bracket = bracket;
        _native->Attachments = 0;
    }

    /// <summary>Chooses whether C reports when the program sets a viewport.</summary>
    public void WatchWindow(bool isWatched) => _native->Watched = isWatched ? 1u : 0;

    /// <summary>Takes the batch back from C: no context is current, GL commands are dropped.</summary>
    public void CloseToNative()
    {
        if (_isOpen)
        {
            _at = _native->At;
            *_native = default;
            _isOpen = false;
        }
    }

    /// <summary>Room for a command behind the others; null when there is not so much.</summary>
    public byte* TryReserve(long bytes)
    {
        byte* at = At;
        if (_start + _room - at < bytes)
        {
            return null;
        }

        At = at + bytes;
        return at;
    }

    /// <summary>Room for the first command of an empty batch, which grows for it.</summary>
    public byte* ReserveFirst(long bytes)
    {
        if (bytes > _room)
        {
            NativeMemory.Free(_start);
            AllocateMemory(bytes);
        }

        byte* at = _start;
        At = at + bytes;
        return at;
    }

    /// <summary>Empties the batch, whose commands were sent, and gives unusually much memory back.</summary>
    public void ClearCommands()
    {
        if (_room > Limits.BatchBytes)
        {
            NativeMemory.Free(_start);
            AllocateMemory(Limits.BatchBytes);
        }

        At = _start;
        TouchesLists = false;
    }

    /// <summary>Frees the memory.</summary>
    public void FreeMemory() => NativeMemory.Free(_start);

    private void AllocateMemory(long bytes)
    {
        _start = (byte*)NativeMemory.Alloc((nuint)bytes);
        _room = bytes;
        _at = _start;
    }
}
