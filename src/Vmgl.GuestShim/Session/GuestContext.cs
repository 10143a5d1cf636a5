using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Answers;

namespace Vmgl.GuestShim.Session;

/// <summary>What a context was made from: host visual or FBConfig, screen, render type.</summary>
internal readonly record struct ContextDescription(int Screen, uint Visual, uint Config, int RenderType);

/// <summary>A context of the program.</summary>
internal sealed unsafe class GuestContext
{
    private int _threads;
    private bool _hadDrawable;

    public GuestContext(uint number, nint display, ContextDescription description, ShareGroup? group)
    {
        (Number, Display, Description) = (number, display, description);
        Group = group ?? new ShareGroup();
        Group.AddContext();
        Handle = (nint)NativeMemory.AllocZeroed(16);
        Mirror = new StateMirror(Group.Lists, Group.Proofs);
    }

    /// <summary>Its name on the wire.</summary>
    public uint Number { get; }

    /// <summary>The GLXContext that the program holds: an address that is nothing else's.</summary>
    public nint Handle { get; }

    public nint Display { get; }

    public ContextDescription Description { get; }

    public ShareGroup Group { get; }

    public ContextStrings Strings { get; } = new();

    /// <summary>The vertex arrays.</summary>
    public VertexArrays Arrays { get; } = new();

    /// <summary>The buffer in which a draw from arrays is put together.</summary>
    public ArrayDraw Draw { get; } = new();

    /// <summary>The client attribute stack: what each push saved.</summary>
    public Stack<(PixelStore? Pixels, SavedArrays? Arrays)> ClientStack { get; } = [];

    /// <summary>How images lie in the program's memory.</summary>
    public PixelStore PixelStore { get; set; } = new();

    /// <summary>The buffer that images are read from; 0 for the program's memory.</summary>
    public uint UnpackBuffer { get; set; }

    /// <summary>The buffer that images are written to; 0 for the program's memory.</summary>
    public uint PackBuffer { get; set; }

    /// <summary>Whether it is between glBeginFragmentShaderATI and glEndFragmentShaderATI.</summary>
    public bool DefinesAtiShader { get; set; }

    /// <summary>Where its debug messages go.</summary>
    public DebugOutput Debug { get; } = new();

    /// <summary>The buffers between which glCopyBufferSubData copies (ARB_copy_buffer).</summary>
    public uint CopyReadBuffer { get; set; }

    public uint CopyWriteBuffer { get; set; }

    /// <summary>The brackets that are open in it; up to date while it is current nowhere.</summary>
    public Bracket Bracket { get; set; }

    /// <summary>The shader program that is current.</summary>
    public ProgramInUse Program { get; } = new();

    /// <summary>The framebuffers whose completeness is known.</summary>
    public FramebufferStatuses Framebuffers { get; } = new();

    /// <summary>Where the program wants its selection records; its size in words.</summary>
    public nint SelectBuffer { get; set; }

    public int SelectWords { get; set; }

    /// <summary>Where the program wants its feedback values; its size in words.</summary>
    public nint FeedbackBuffer { get; set; }

    public int FeedbackWords { get; set; }

    /// <summary>The mirror that answers questions about its state without asking the host.</summary>
    public StateMirror Mirror { get; }

    /// <summary>Whether at most one thread at a time had it current: the guest knows the order of its commands only then.</summary>
    public bool IsOrdered { get; private set; } = true;

    /// <summary>Whether glXDestroyContext was called.</summary>
    public bool IsDestroyed { get; set; }

    /// <summary>Whether a thread has it current.</summary>
    public bool IsCurrent => Volatile.Read(ref _threads) != 0;

    /// <summary>A thread makes it current. GLX 1.4 section 3.3.7 allows one at a time (BadAccess); Mesa does not look, programs
    /// hand contexts over without letting go first, and on the host one thread serves all.</summary>
    public void EnterThread()
    {
        if (Interlocked.Increment(ref _threads) > 1)
        {
            IsOrdered = false;
            Group.Lists.DistrustLists();
        }
    }

    /// <summary>A thread makes another one current, or none.</summary>
    public void LeaveThread() => Interlocked.Decrement(ref _threads);

    /// <summary>It became current with a drawable.</summary>
    public void EnterDrawable(nuint draw)
    {
        if (Mirror.IsWatching)
        {
            Mirror.EnterDrawable(isFirst: !_hadDrawable);
        }

        _hadDrawable |= draw != 0;
    }

    /// <summary>Frees what the guest has allocated for it.</summary>
    public void FreeMemory()
    {
        Strings.FreeStrings();
        Draw.FreeMemory();
        Group.RemoveContext();
        NativeMemory.Free((void*)Handle);
    }
}
