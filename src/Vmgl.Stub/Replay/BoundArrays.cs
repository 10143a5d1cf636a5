using Vmgl.Stub.Host;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>The arrays of one draw, checked and bound.</summary>
internal readonly unsafe ref struct BoundArrays(GlTable gl, ReadOnlySpan<uint> records, byte* payload, long payloadBytes)
{
    private const int RecordWords = 8;
    private const int GenericSlot = 16;
    private const int TexCoordSlot = 8;
    private const int NvAttributeSlot = 32;
    private const uint Slots = 48;

    private readonly ReadOnlySpan<uint> _records = records;

    /// <summary>Checks every array for the elements that are drawn and enables it.</summary>
    /// <exception cref="ProtocolException">An array does not lie in the payload, or is none.</exception>
    public void BindAll(DrawnElements elements, bool mayBePayload = true)
    {
        if (_records.IsEmpty)
        {
            return;
        }

        int before = 0;
        gl.GetIntegerv(GL_ARRAY_BUFFER_BINDING, &before);
        uint bound = (uint)before;
        for (int at = 0; at < _records.Length; at += RecordWords)
        {
            ReadOnlySpan<uint> record = _records.Slice(at, RecordWords);
            (long lowest, long highest) = elements.RangeFor(record[7]);
            CheckRange(record, lowest, highest, mayBePayload);
            uint buffer = record[5];
            BindBuffer(ref bound, buffer);
            long pointer = buffer != 0 ? record[6] : (long)(payload + record[6]) - (lowest * record[3]);
            SetPointer(record[0], (int)record[1], record[2], (int)record[3], record[4] != 0, (void*)pointer);
            EnableArray(record[0], true);
            SetDivisor(record, record[7]);
        }

        BindBuffer(ref bound, (uint)before);
    }

    /// <summary>Disables them again.</summary>
    public void DisableAll()
    {
        for (int at = 0; at < _records.Length; at += RecordWords)
        {
            EnableArray(_records[at], false);
            SetDivisor(_records.Slice(at, RecordWords), 0);
        }
    }

    private void CheckRange(ReadOnlySpan<uint> record, long lowest, long highest, bool mayBePayload)
    {
        bool isBgra = record[1] == GL_BGRA;
        long element = (isBgra ? 4 : (long)record[1]) * Sizes.VertexTypeBytes(record[2]);
        bool isDivided = record[7] != 0 && record[0] is < GenericSlot or >= NvAttributeSlot;
        if (record[0] >= Slots || (record[1] is < 1 or > 4 && !isBgra) || element == 0 || record[3] > int.MaxValue || isDivided)
        {
            throw new ProtocolException($"vertex array: slot {record[0]}, {record[1]} values of type 0x{record[2]:x}, stride {record[3]}, divisor {record[7]}");
        }

        if (record[5] != 0)
        {
            return; // a buffer object: the driver knows its size
        }

        bool inside = mayBePayload && lowest >= 0 && highest >= lowest && record[6] <= payloadBytes
            && Fields.MultiplySizes(highest - lowest, record[3]) + element <= payloadBytes - record[6];
        if (!inside)
        {
            throw new ProtocolException($"vertex array: elements {lowest} to {highest} at {record[6]} leave the {payloadBytes} bytes that came");
        }
    }

    private void BindBuffer(ref uint bound, uint buffer)
    {
        if (bound != buffer)
        {
            gl.BindBuffer(GL_ARRAY_BUFFER, buffer);
            bound = buffer;
        }
    }

    private void SetPointer(uint slot, int size, uint type, int stride, bool normalized, void* pointer)
    {
        switch (slot)
        {
            case 0: gl.VertexPointer(size, type, stride, pointer); break;
            case 1: gl.NormalPointer(type, stride, pointer); break;
            case 2: gl.ColorPointer(size, type, stride, pointer); break;
            case 3: gl.IndexPointer(type, stride, pointer); break;
            case 4: gl.EdgeFlagPointer(stride, pointer); break;
            case 5: gl.FogCoordPointer(type, stride, pointer); break;
            case 6: gl.SecondaryColorPointer(size, type, stride, pointer); break;
            case >= NvAttributeSlot: gl.VertexAttribPointerNV(slot - NvAttributeSlot, size, type, stride, pointer); break;
            case >= GenericSlot:
                gl.VertexAttribPointerARB(slot - GenericSlot, size, type, normalized ? (byte)1 : (byte)0, stride, pointer);
                break;
            case >= TexCoordSlot:
                gl.ClientActiveTexture(GL_TEXTURE0 + slot - TexCoordSlot);
                gl.TexCoordPointer(size, type, stride, pointer);
                break;
            default: break;
        }
    }

    private void EnableArray(uint slot, bool enabled)
    {
        if (slot is >= GenericSlot and < NvAttributeSlot)
        {
            (enabled ? gl.EnableVertexAttribArrayARB : gl.DisableVertexAttribArrayARB)(slot - GenericSlot);
            return;
        }

        if (slot is >= TexCoordSlot and < GenericSlot)
        {
            gl.ClientActiveTexture(GL_TEXTURE0 + slot - TexCoordSlot);
        }

        (enabled ? gl.EnableClientState : gl.DisableClientState)(CapabilityOf(slot));
    }

    private void SetDivisor(ReadOnlySpan<uint> record, uint divisor)
    {
        if (record[7] != 0)
        {
            gl.VertexAttribDivisor(record[0] - GenericSlot, divisor);
        }
    }

    private static uint CapabilityOf(uint slot) => slot switch
    {
        0 or 1 or 2 or 3 => GL_VERTEX_ARRAY + slot, // vertex, normal, colour, index
        4 => GL_EDGE_FLAG_ARRAY,
        5 => GL_FOG_COORD_ARRAY,
        6 => GL_SECONDARY_COLOR_ARRAY,
        >= NvAttributeSlot => GL_VERTEX_ATTRIB_ARRAY0_NV + slot - NvAttributeSlot,
        _ => GL_TEXTURE_COORD_ARRAY,
    };
}

/// <summary>Which elements a draw uses: of arrays that go by vertices those from lowest to highest, of arrays that go by instances one for
/// each <c>divisor</c> instances.</summary>
internal readonly record struct DrawnElements(long Lowest, long Highest, int Instances = 1, uint FirstInstance = 0)
{
    /// <summary>The first and the last element of an array.</summary>
    public (long Lowest, long Highest) RangeFor(uint divisor) =>
        divisor == 0 ? (Lowest, Highest) : (FirstInstance, FirstInstance + ((Math.Max(Instances, 1L) - 1) / divisor));
}
