using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Answers;

namespace Vmgl.GuestShim.State;

/// <summary>Contexts that share objects, and the names of those objects.</summary>
internal sealed unsafe class ShareGroup
{
    private readonly NativeNames* _native;
    private readonly ObjectNames[] _names;
    private int _contexts;
    private long _attachments;
    private uint _framebufferDeletes;

    public ShareGroup()
    {
        int kinds = Enum.GetValues<ObjectKind>().Length;
        _native = (NativeNames*)NativeMemory.AllocZeroed((nuint)kinds, (nuint)sizeof(NativeNames));
        _names = new ObjectNames[kinds];
        for (int i = 0; i < kinds; i++)
        {
            _names[i] = new ObjectNames(_native + i);
        }
    }

    /// <summary>The bits that C tests.</summary>
    public NativeNames* NativeNames => _native;

    /// <summary>The names of one kind.</summary>
    public ObjectNames NamesOf(ObjectKind kind) => _names[(int)kind];

    /// <summary>Notes that the program uses a name that it chose itself.</summary>
    public void UseName(ObjectKind kind, uint name)
    {
        NamesOf(kind).MarkUsed(name);
        Proofs.ForgetNames([name]);
    }

    /// <summary>The copies of its buffer objects.</summary>
    public BufferShadows Buffers { get; } = new();

    /// <summary>Its sync objects.</summary>
    public SyncNames Syncs { get; } = new();

    /// <summary>Grows with everything that may change whether a framebuffer is complete.</summary>
    public long Attachments => Volatile.Read(ref _attachments);

    /// <summary>Grows with every glDeleteFramebuffers.</summary>
    public uint FramebufferDeletes => Volatile.Read(ref _framebufferDeletes);

    /// <summary>Counts a command that may have changed whether a framebuffer is complete.</summary>
    public void ChangeAttachments() => Interlocked.Increment(ref _attachments);

    /// <summary>Counts a deletion of framebuffers; the new count.</summary>
    public uint CountFramebufferDelete() => Interlocked.Increment(ref _framebufferDeletes);

    /// <summary>The effects of its display lists on state.</summary>
    public DisplayLists Lists { get; } = new();

    /// <summary>Names that were seen to be bound.</summary>
    public ObjectProofs Proofs { get; } = new();

    /// <summary>Adds a context.</summary>
    public void AddContext() => Proofs.Contexts = Interlocked.Increment(ref _contexts);

    /// <summary>Removes a context; the last one frees the memory.</summary>
    public void RemoveContext()
    {
        if (Interlocked.Decrement(ref _contexts) == 0)
        {
            Array.ForEach(_names, names => names.FreeMemory());
            Buffers.FreeAll();
            NativeMemory.Free(_native);
        }
    }
}
