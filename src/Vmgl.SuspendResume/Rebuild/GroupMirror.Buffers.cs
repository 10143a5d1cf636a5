using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Buffer objects (GL 1.5 section 2.9). The guest sends only what fits into a buffer, so these commands always do what they say.</summary>
public sealed partial class GroupMirror
{
    /// <summary>GL_COPY_WRITE_BUFFER would do no better: nothing else travels while a buffer is bound to GL_ARRAY_BUFFER here.</summary>
    private const uint ArrayBuffer = 0x8892;

    private readonly Dictionary<uint, BufferObject> _buffers = [];

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
    internal void Release()
    {
        foreach (BufferObject buffer in _buffers.Values)
        {
            buffer.Release();
        }
    }

    private bool FoldBuffer(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings)
    {
        switch (opcode)
        {
            case Opcode.BindBuffer:
                BufferNamed(new BindBuffer(command).Buffer);
                return true;
            case Opcode.BufferData:
                var data = new BufferData(command);
                if (data.Size is >= 0 and <= Limits.MaxBulkBytes)
                {
                    BufferNamed(bindings.Buffer(data.Target))?.Reset(data.Size, data.Usage, bulk);
                }

                return true;
            case Opcode.BufferSubData:
                var part = new BufferSubData(command);
                BufferNamed(bindings.Buffer(part.Target))?.Write(part.Offset, bulk);
                return true;
            case Opcode.CopyBufferSubData:
                CopyBuffer(new CopyBufferSubData(command), bindings);
                return true;
            case Opcode.ReadIntoBuffer:
                BufferNamed(new ReadIntoBuffer(command).Buffer)?.Spoil();
                return true;
            case Opcode.DeleteBuffers:
                ReadOnlySpan<byte> names = new DeleteBuffers(command).Buffers;
                for (int i = 0; i < names.Length; i += sizeof(uint))
                {
                    if (_buffers.Remove(Fields.U32(names, i), out BufferObject? gone))
                    {
                        gone.Release();
                    }

                    ForgetLabel(BufferIdentifier, Fields.U32(names, i));
                }

                return true;
            default:
                return false;
        }
    }

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

    /// <summary>What is copied from contents that only the host knows, only the host knows.</summary>
    private void CopyBuffer(in CopyBufferSubData copy, IBindings bindings)
    {
        if (BufferNamed(bindings.Buffer(copy.ReadTarget)) is not { } from || BufferNamed(bindings.Buffer(copy.WriteTarget)) is not { } to)
        {
            return;
        }

        if (from.IsStale || !from.HasContents)
        {
            to.Spoil();
        }
        else if (copy.ReadOffset >= 0 && copy.Size >= 0 && copy.ReadOffset <= from.Size - copy.Size)
        {
            to.Write(copy.WriteOffset, from.Own().Slice((int)copy.ReadOffset, (int)copy.Size));
        }
    }

    private void WriteBuffers(RebuildWriter to)
    {
        foreach (BufferObject buffer in _buffers.Values)
        {
            buffer.Write(to, ArrayBuffer);
        }
    }
}
