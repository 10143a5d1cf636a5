using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Reading back what the host wrote into buffer objects.</summary>
internal static unsafe class BufferReading
{
    /// <summary>Bytes that are asked for at once.</summary>
    private const int PieceBytes = 64 << 20;

    /// <summary>The contents of a buffer, all of them: waits for the host where the copy here is stale.</summary>
    public static byte* ReadBack(this BufferShadow buffer, GuestStream stream)
    {
        while (buffer.IsStale)
        {
            (long offset, int bytes) = buffer.TakeStale(PieceBytes);
            uint token = stream.NextToken();
            FetchBuffer.Write(stream.Reserve(FetchBuffer.Bytes), token, buffer.Name, offset, bytes);
            using Reply reply = stream.AskHost(token, Opcode.FetchBuffer);
            buffer.StoreStale(offset, bytes, reply.Rest);
        }

        return buffer.Memory;
    }
}
