using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Texts and numbers that go to and come from the program's memory.</summary>
internal static unsafe class Texts
{
    /// <summary>No driver takes longer texts (GL_MAX_DEBUG_MESSAGE_LENGTH is 4096 or so): they are cut, and the host's GL refuses them all
    /// the same.</summary>
    private const int LongestText = 64 << 10;

    /// <summary>A text of the program, which ends with a zero when the length is negative.</summary>
    public static ReadOnlySpan<byte> ReadText(byte* text, int length)
    {
        ReadOnlySpan<byte> whole = text is null ? default
            : length < 0 ? MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text) : new ReadOnlySpan<byte>(text, length);
        return whole[..Math.Min(whole.Length, LongestText)];
    }

    /// <summary>A name of a variable; false, and an error recorded, for one that no shader can have.</summary>
    public static bool TryReadName(GuestStream stream, byte* text, out ReadOnlySpan<byte> found)
    {
        found = text is null ? default : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        if (text is not null && found.Length <= Limits.MaxShaderBytes)
        {
            return true;
        }

        stream.RecordError(GL_INVALID_VALUE);
        return false;
    }

    /// <summary>Stores a number where the program wants one.</summary>
    public static void StoreNumber(int* to, int value)
    {
        if (to is not null)
        {
            *to = value;
        }
    }

    /// <summary>Copies as much of a text as there is room for.</summary>
    public static void CopyText(ReadOnlySpan<byte> text, byte* to, int room)
    {
        if (to is not null && room > 0)
        {
            text[..Math.Min(text.Length, room)].CopyTo(new Span<byte>(to, room));
        }
    }

    /// <summary>Stores as much of a text as there is room for, and a zero, which the length does not count.</summary>
    public static void StoreCut(ReadOnlySpan<byte> text, int room, int* length, byte* to)
    {
        ReadOnlySpan<byte> cut = text[..Math.Min(text.Length, Math.Max(room - 1, 0))];
        StoreNumber(length, cut.Length);
        if (to is not null && room > 0)
        {
            cut.CopyTo(new Span<byte>(to, cut.Length));
            to[cut.Length] = 0;
        }
    }

    /// <summary>Stores a label in the room that there is, and the length without the zero; of no room the whole length.</summary>
    public static void StoreLabel(ReadOnlySpan<byte> text, int room, int* length, byte* label)
    {
        if (label is null)
        {
            StoreNumber(length, text.Length);
            return;
        }

        int copied = Math.Max(0, Math.Min(text.Length, room - 1));
        text[..copied].CopyTo(new Span<byte>(label, room));
        if (room > 0)
        {
            label[copied] = 0;
        }

        StoreNumber(length, copied);
    }
}
