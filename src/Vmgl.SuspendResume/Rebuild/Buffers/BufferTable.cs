using System.Buffers;
using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Buffers;

/// <summary>Buffer objects (GL 1.5 section 2.9). The guest sends only what fits into a buffer, so these commands always do what they
/// say.</summary>
internal sealed class BufferTable(MemoryPool<byte> memory, LabelTable labels) : IBufferCommands, IObjectTable
{
    /// <summary>GL_COPY_WRITE_BUFFER would do no better: nothing else travels while a buffer is bound here.</summary>
    private const uint Target = GL_ARRAY_BUFFER;

    private readonly Dictionary<uint, BufferObject> _buffers = [];

    /// <inheritdoc/>
    public IEnumerable<StaleContent> Stale =>
        _buffers.Values.Where(buffer => buffer.IsStale).Select(buffer => new StaleContent($"buffer {buffer.Name}", buffer.Size));

    /// <inheritdoc/>
    public long Bytes => _buffers.Values.Sum(buffer => buffer.Bytes);

    /// <summary>Whether a binding works though errors were found around it: every GL has these targets (GL 2.1 section 2.9); the others are
    /// newer.</summary>
    public static bool IsCommonTarget(uint target) =>
        target is GL_ARRAY_BUFFER or GL_ELEMENT_ARRAY_BUFFER or GL_PIXEL_PACK_BUFFER or GL_PIXEL_UNPACK_BUFFER;

    /// <summary>Gives up the contents of buffers that nobody has written since the last time, where the guest lends the same.</summary>
    /// <returns>Whether contents remain that might be lent another time.</returns>
    public bool Settle(Func<uint, IBufferLender?> lenderOf)
    {
        bool isUnsettled = false;
        foreach (BufferObject buffer in _buffers.Values)
        {
            buffer.Settle(lenderOf);
            isUnsettled |= buffer.IsUnsettled;
        }

        return isUnsettled;
    }

    /// <summary>The group is gone: gives back memory that the collector does not look after.</summary>
    public void Release()
    {
        foreach (BufferObject buffer in _buffers.Values)
        {
            buffer.Release();
        }
    }

    /// <inheritdoc/>
    public void WriteObjects(RebuildWriter to)
    {
        foreach (BufferObject buffer in _buffers.Values)
        {
            buffer.Write(to, Target);
        }
    }

    /// <inheritdoc/>
    public void ReadBack(HostAnswers host)
    {
        foreach (BufferObject buffer in _buffers.Values.Where(buffer => buffer.IsStale))
        {
            byte[] contents = host.Buffer(buffer.Name, buffer.Size);
            if (contents.Length == buffer.Size)
            {
                buffer.Renew(contents);
            }
        }
    }

    void IBufferCommands.FoldBindBuffer(BindBuffer view, in FoldedCommand command) => BufferNamed(view.Buffer);

    void IBufferCommands.FoldBufferData(ObjectAddress address, BufferData view, in FoldedCommand command)
    {
        if (view.Size is >= 0 and <= Limits.MaxBulkBytes)
        {
            BufferAt(address, command.Bindings)?.Reset(view.Size, view.Usage, command.Bulk);
        }
    }

    void IBufferCommands.FoldBufferSubData(ObjectAddress address, BufferSubData view, in FoldedCommand command) =>
        BufferAt(address, command.Bindings)?.Write(view.Offset, command.Bulk);

    /// <summary>What is copied from contents that only the host knows, only the host knows.</summary>
    void IBufferCommands.FoldCopyBufferSubData(ObjectAddress address, CopyBufferSubData view, in FoldedCommand command)
    {
        if (BufferNamed(command.Bindings.Buffer(view.ReadTarget)) is not { } from || BufferAt(address, command.Bindings) is not { } to)
        {
            return;
        }

        if (from.IsStale || !from.HasContents)
        {
            to.Spoil();
        }
        else if (view.ReadOffset >= 0 && view.Size >= 0 && view.ReadOffset <= from.Size - view.Size)
        {
            to.Write(view.WriteOffset, from.Own().Slice((int)view.ReadOffset, (int)view.Size));
        }
    }

    void IBufferCommands.FoldReadIntoBuffer(ReadIntoBuffer view, in FoldedCommand command) => BufferNamed(view.Buffer)?.Spoil();

    void IBufferCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            if (_buffers.Remove(Fields.U32(names, i), out BufferObject? gone))
            {
                gone.Release();
            }
        }

        labels.ForgetLabels(GL_BUFFER, names);
    }

    private BufferObject? BufferAt(ObjectAddress address, IBindings bindings) =>
        BufferNamed(address.IsName ? address.Value : bindings.Buffer(address.Value));

    private BufferObject? BufferNamed(uint name)
    {
        if (name == 0)
        {
            return null;
        }

        if (!_buffers.TryGetValue(name, out BufferObject? found))
        {
            _buffers[name] = found = new BufferObject(name, memory);
        }

        return found;
    }
}
