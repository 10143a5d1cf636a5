using System.Runtime.InteropServices;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Session;

/// <summary>The reply that a stream waits for, and the memory that it is received into. One thread asks; another may receive.</summary>
internal sealed unsafe class PendingReply
{
    private uint _awaited;
    private byte* _memory;
    private int _room;
    private int _bytes;
    private uint _arrived;
    private bool _hasArrived;

    /// <summary>The token of the reply that is waited for; 0 for none.</summary>
    public uint Token => Volatile.Read(ref _awaited);

    /// <summary>The opcode of the pending question.</summary>
    public Opcode Opcode { get; private set; }

    /// <summary>Whether the reply is complete.</summary>
    public bool HasArrived => Volatile.Read(ref _hasArrived);

    /// <summary>Begins to wait for the reply with this token.</summary>
    public void BeginWaiting(uint token, Opcode opcode)
    {
        _hasArrived = false;
        Opcode = opcode;
        Volatile.Write(ref _awaited, token);
    }

    /// <summary>Waits no longer; whether the reply with this token has arrived.</summary>
    public bool EndWaiting(uint token)
    {
        Volatile.Write(ref _awaited, 0);
        return _hasArrived && _arrived == token;
    }

    /// <summary>The reply, or an empty one when it has not arrived.</summary>
    public Reply Open(bool hasArrived) => new(this, _memory, hasArrived ? _bytes : 0);

    /// <summary>Memory for a reply of so many bytes.</summary>
    public byte* ReserveMemory(int bytes)
    {
        if (bytes > _room)
        {
            NativeMemory.Free(_memory);
            _memory = (byte*)NativeMemory.Alloc((nuint)bytes);
            _room = bytes;
        }

        return _memory;
    }

    /// <summary>The reply is complete in the memory.</summary>
    public void CompleteReply(uint token, int bytes)
    {
        (_arrived, _bytes, _awaited) = (token, bytes, 0);
        Volatile.Write(ref _hasArrived, true);
    }

    /// <summary>Gives the memory of an unusually large reply back: it was read.</summary>
    public void TrimMemory()
    {
        if (_room > Limits.BatchBytes)
        {
            FreeMemory();
            _memory = null;
            _room = 0;
        }
    }

    /// <summary>Frees the memory.</summary>
    public void FreeMemory() => NativeMemory.Free(_memory);
}
