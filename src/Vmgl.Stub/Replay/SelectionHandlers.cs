using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>A context's selection and feedback buffers, which GL writes between two calls of glRenderMode.</summary>
internal sealed unsafe class SelectionBuffers : IDisposable
{
    private readonly Dictionary<(uint Context, uint Mode), (nint Memory, int Words)> _buffers = [];
    private readonly Dictionary<uint, uint> _modes = [];

    /// <summary>Makes a context's buffer for a mode. The old one goes: GL is told of the new one next.</summary>
    public uint* Make(uint context, uint mode, int words)
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
    public uint Enter(uint context, uint mode)
    {
        uint before = _modes.GetValueOrDefault(context);
        _modes[context] = mode;
        return before;
    }

    /// <summary>What GL wrote in a mode; emptied for the next time.</summary>
    public Span<uint> Contents(uint context, uint mode)
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

/// <summary>Selection and feedback (GL 1.5 sections 5.2 and 5.3).</summary>
internal static unsafe partial class Handlers
{
    private const uint Feedback = 0x1C01;
    private const uint Select = 0x1C02;

    internal static partial void SelectBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        int size = new SelectBuffer(command).Size;
        r.Gl.SelectBuffer(size, r.Selection.Make(r.Context, Select, Words(size)));
    }

    internal static partial void FeedbackBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new FeedbackBuffer(command);
        r.Gl.FeedbackBuffer(c.Size, c.Type, (float*)r.Selection.Make(r.Context, Feedback, Words(c.Size)));
    }

    /// <summary>The result, the mode that was left, and what GL wrote in it.</summary>
    internal static partial void RenderMode(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new RenderMode(command);
        uint result = (uint)r.Gl.RenderMode(c.Mode);
        uint left = r.Selection.Enter(r.Context, c.Mode);
        Span<uint> contents = r.Selection.Contents(r.Context, left);
        r.Reply.Begin(c.Token, contents.Length * 4L);
        r.Reply.Value(result);
        r.Reply.Value(left);
        contents.CopyTo(new Span<uint>(r.Reply.Out<uint>(0), contents.Length));
        contents.Fill(ReplyBuffer.Unwritten);
        r.SendReply();
    }

    private static int Words(int size) =>
        (long)size * 4 <= Limits.MaxCommandBytes
            ? Math.Max(size, 0)
            : throw new ProtocolException($"a selection or feedback buffer of {size} words; at most {Limits.MaxCommandBytes / 4}");
}
