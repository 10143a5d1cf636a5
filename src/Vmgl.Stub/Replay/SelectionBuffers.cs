using System.Runtime.InteropServices;

namespace Vmgl.Stub.Replay;

/// <summary>A context's selection and feedback buffers, which GL writes between two calls of glRenderMode.</summary>
internal sealed unsafe class SelectionBuffers : IDisposable
{
    private readonly Dictionary<(uint Context, uint Mode), (nint Memory, int Words)> _buffers = [];
    private readonly Dictionary<uint, uint> _modes = [];

    /// <summary>Makes a context's buffer for a mode. The old one is freed: GL gets the new one next.</summary>
    public uint* AllocateBuffer(uint context, uint mode, int words)
    {
        nint memory = (nint)NativeMemory.Alloc((nuint)Math.Max(words, 1), sizeof(uint));
        new Span<uint>((void*)memory, words).Fill(ReplyBuffer.Unwritten);
        if (_buffers.Remove((context, mode), out (nint Memory, int Words) old))
        {
            NativeMemory.Free((void*)old.Memory);
        }

        _buffers[(context, mode)] = (memory, words);
        return (uint*)memory;
    }

    /// <summary>The mode that a context was in; records the new one.</summary>
    public uint EnterMode(uint context, uint mode)
    {
        uint before = _modes.GetValueOrDefault(context);
        _modes[context] = mode;
        return before;
    }

    /// <summary>The words that GL wrote in a mode.</summary>
    public Span<uint> WrittenWords(uint context, uint mode)
    {
        (nint memory, int words) = _buffers.GetValueOrDefault((context, mode));
        return new Span<uint>((void*)memory, words);
    }

    public void Dispose()
    {
        foreach ((nint memory, _) in _buffers.Values)
        {
            NativeMemory.Free((void*)memory);
        }

        _buffers.Clear();
    }
}
