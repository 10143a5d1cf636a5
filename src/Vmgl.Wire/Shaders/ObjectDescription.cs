using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Vmgl.Wire.Shaders;

/// <summary>A description of a shader or program object: GL's answers about it, all at once (GL 2.1 section 6.1.14). A part is null when it
/// is not there: the object has no such part, it was not asked for, or it is too large to travel with the others.</summary>
/// <remarks>
/// Encoded as sections in any order, each at most once, little-endian, everything padded with zeros to words of four bytes:
/// <code>
///     section    = tag:32 bytes:32 payload padding      bytes: of the payload alone
///     1 parameters  *(enum:32 value:32)                 what glGetShaderiv or glGetProgramiv says
///     2 log         text, without a terminating zero
///     3 source      text, without a terminating zero
///     4 attached    *(name:32)                          the guest's names
///     5 attributes  *variable
///     6 uniforms    *variable
///     variable   = size:32 type:32 nameBytes:32 elements:32 first:32 listed:32 name padding *(location:32)
/// </code>
/// <c>listed</c> is 1 when <c>elements</c> locations follow, 0 when they are consecutive from <c>first</c> or, if that is negative, all -1.
/// A reader skips sections whose tag it does not know, so that later ones (uniform blocks, varyings of transform feedback) need no new
/// command.
/// </remarks>
public sealed record ObjectDescription
{
    private const int SectionHead = 8;
    private const int VariableHead = 24;

    private enum Tag
    {
        Parameters = 1,
        Log = 2,
        Source = 3,
        Attached = 4,
        Attributes = 5,
        Uniforms = 6,
    }

    /// <summary>Integer answers by enum, of those parameters that have one value.</summary>
    public IReadOnlyList<(uint Name, int Value)>? Parameters { get; init; }

    /// <summary>The information log, without its terminating zero.</summary>
    public byte[]? Log { get; init; }

    /// <summary>A shader's source as one text, without its terminating zero.</summary>
    public byte[]? Source { get; init; }

    /// <summary>The guest's names of the shaders that are attached, in the order in which the host's GL says them.</summary>
    public uint[]? Attached { get; init; }

    /// <summary>The active attributes by index.</summary>
    public IReadOnlyList<InterfaceVariable>? Attributes { get; init; }

    /// <summary>The active uniforms by index.</summary>
    public IReadOnlyList<InterfaceVariable>? Uniforms { get; init; }

    /// <summary>The bytes of this description: those parts that fit into <paramref name="most"/> bytes, in the order of their tags but for
    /// the source, which comes last.</summary>
    public byte[] Encode(int most = Limits.MaxDescriptionBytes)
    {
        var bytes = new List<byte>();
        AddPart(bytes, Tag.Parameters, Parameters is null ? null : EncodeWords(Parameters.SelectMany(p => new[] { p.Name, (uint)p.Value })),
            most);
        AddPart(bytes, Tag.Log, Log, most);
        AddPart(bytes, Tag.Attached, Attached is null ? null : EncodeWords(Attached), most);
        AddPart(bytes, Tag.Attributes, EncodeVariables(Attributes), most);
        AddPart(bytes, Tag.Uniforms, EncodeVariables(Uniforms), most);
        AddPart(bytes, Tag.Source, Source, most);
        return [.. bytes];
    }

    /// <summary>Reads what <see cref="Encode"/> wrote, skipping sections that it does not know.</summary>
    /// <exception cref="ProtocolException">A length does not fit, or a section comes twice.</exception>
    public static ObjectDescription Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Limits.MaxDescriptionBytes)
        {
            throw new ProtocolException($"object description: {bytes.Length} bytes; at most {Limits.MaxDescriptionBytes}");
        }

        var found = new ObjectDescription();
        var seen = new HashSet<uint>();
        while (!bytes.IsEmpty)
        {
            uint tag = WordAt(bytes, 0);
            ReadOnlySpan<byte> payload = SlicePart(bytes, SectionHead, WordAt(bytes, 4));
            if (!seen.Add(tag))
            {
                throw new ProtocolException($"object description: section {tag} comes twice");
            }

            found = found.WithPart((Tag)tag, payload);
            bytes = SliceBehind(bytes, SectionHead + Align.To4(payload.Length));
        }

        return found;
    }

    private ObjectDescription WithPart(Tag tag, ReadOnlySpan<byte> payload) => tag switch
    {
        Tag.Parameters => this with { Parameters = PairWords(WordsOf(payload, 2)) },
        Tag.Log => this with { Log = payload.ToArray() },
        Tag.Source => this with { Source = payload.ToArray() },
        Tag.Attached => this with { Attached = WordsOf(payload, 1) },
        Tag.Attributes => this with { Attributes = ReadVariables(payload) },
        Tag.Uniforms => this with { Uniforms = ReadVariables(payload) },
        _ => this,
    };

    private static void AddPart(List<byte> to, Tag tag, byte[]? payload, int most)
    {
        if (payload is null || to.Count + SectionHead + (long)payload.Length + 3 > most)
        {
            return;
        }

        to.AddRange(EncodeWords([(uint)tag, (uint)payload.Length]));
        to.AddRange(payload);
        to.AddRange(new byte[Align.To4(payload.Length) - payload.Length]);
    }

    private static byte[]? EncodeVariables(IReadOnlyList<InterfaceVariable>? variables)
    {
        if (variables is null)
        {
            return null;
        }

        var bytes = new List<byte>();
        foreach (InterfaceVariable v in variables)
        {
            bytes.AddRange(EncodeWords(
                [(uint)v.Size, v.Type, (uint)v.Name.Length, (uint)v.Elements, (uint)v.First, v.Listed.Length > 0 ? 1u : 0]));
            bytes.AddRange(v.Name);
            bytes.AddRange(new byte[Align.To4(v.Name.Length) - v.Name.Length]);
            bytes.AddRange(EncodeWords(v.Listed.Select(location => (uint)location)));
        }

        return [.. bytes];
    }

    private static List<InterfaceVariable> ReadVariables(ReadOnlySpan<byte> bytes)
    {
        var found = new List<InterfaceVariable>();
        while (!bytes.IsEmpty)
        {
            (uint elements, uint listed) = (WordAt(bytes, 12), WordAt(bytes, 20));
            if (elements is 0 or > Limits.MaxVariableElements || listed > 1)
            {
                throw new ProtocolException($"object description: a variable of {elements} elements, listed {listed}");
            }

            ReadOnlySpan<byte> name = SlicePart(bytes, VariableHead, WordAt(bytes, 8));
            int end = VariableHead + Align.To4(name.Length);
            ReadOnlySpan<byte> locations = listed == 0 ? [] : SlicePart(bytes, end, elements * 4);
            found.Add(new InterfaceVariable(
                (int)WordAt(bytes, 0), WordAt(bytes, 4), name.ToArray(), (int)elements, (int)WordAt(bytes, 16),
                Array.ConvertAll(WordsOf(locations, 1), word => (int)word)));
            bytes = SliceBehind(bytes, end + locations.Length);
        }

        return found;
    }

    private static (uint, int)[] PairWords(uint[] words)
    {
        var pairs = new (uint, int)[words.Length / 2];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (words[2 * i], (int)words[(2 * i) + 1]);
        }

        return pairs;
    }

    private static byte[] EncodeWords(IEnumerable<uint> words)
    {
        uint[] all = [.. words];
        byte[] bytes = new byte[all.Length * 4];
        for (int i = 0; i < all.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), all[i]);
        }

        return bytes;
    }

    /// <summary>All words of a payload, which must be a multiple of <paramref name="group"/>.</summary>
    private static uint[] WordsOf(ReadOnlySpan<byte> payload, int group)
    {
        if (payload.Length % (4 * group) != 0)
        {
            throw new ProtocolException($"object description: {payload.Length} bytes are not a list of {group} words each");
        }

        return MemoryMarshal.Cast<byte, uint>(payload).ToArray();
    }

    private static uint WordAt(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(SlicePart(bytes, at, 4));

    private static ReadOnlySpan<byte> SliceBehind(ReadOnlySpan<byte> bytes, int end) =>
        end <= bytes.Length ? bytes[end..] : throw new ProtocolException("object description: its padding is missing");

    private static ReadOnlySpan<byte> SlicePart(ReadOnlySpan<byte> bytes, int at, uint count) =>
        at <= bytes.Length && count <= (uint)(bytes.Length - at)
            ? bytes.Slice(at, (int)count)
            : throw new ProtocolException($"object description: {count} bytes at {at} of {bytes.Length}");
}
