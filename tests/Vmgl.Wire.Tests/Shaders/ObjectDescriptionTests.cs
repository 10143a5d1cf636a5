using System.Buffers.Binary;
using Vmgl.Wire.Shaders;

namespace Vmgl.Wire.Tests.Shaders;

public class ObjectDescriptionTests
{
    private static readonly ObjectDescription s_sample = new()
    {
        Parameters = [(0x8B82, 1), (0x8B84, -5)],
        Log = "warning: none"u8.ToArray(),
        Source = "void main() {}"u8.ToArray(),
        Attached = [3, uint.MaxValue],
        Attributes = [InterfaceVariable.Of(1, 0x8B52, "place"u8.ToArray(), [4])],
        Uniforms =
        [
            InterfaceVariable.Of(3, 0x1406, "parts[0]"u8.ToArray(), [7, 8, 9]),
            InterfaceVariable.Of(2, 0x1406, "odd[0]"u8.ToArray(), [12, 5]),
            InterfaceVariable.Of(2, 0x8B5C, "gl_TextureMatrix[0]"u8.ToArray(), [-1, -1]),
        ],
    };

    [Fact]
    public void ObjectDescription_EncodedAndDecoded_IsTheSame() =>
        Assert.Equal(Words(s_sample), Words(ObjectDescription.Decode(s_sample.Encode())));

    [Fact]
    public void ObjectDescription_WithNothingInIt_IsNoBytes()
    {
        Assert.Empty(new ObjectDescription().Encode());
        Assert.Equal(Words(new ObjectDescription()), Words(ObjectDescription.Decode([])));
    }

    [Fact]
    public void ObjectDescription_EmptyParts_StayDifferentFromMissingOnes()
    {
        var empty = new ObjectDescription { Parameters = [], Log = [], Source = [], Attached = [], Attributes = [], Uniforms = [] };

        ObjectDescription decoded = ObjectDescription.Decode(empty.Encode());

        Assert.NotNull(decoded.Log);
        Assert.NotNull(decoded.Uniforms);
        Assert.Equal(Words(empty), Words(decoded));
    }

    [Fact]
    public void Encode_PartsBeyondTheLimit_AreLeftOut()
    {
        ObjectDescription large = s_sample with { Log = new byte[1000] };

        ObjectDescription decoded = ObjectDescription.Decode(large.Encode(most: 600));

        Assert.Null(decoded.Log);
        Assert.Equal(Words(large with { Log = null }), Words(decoded));
    }

    [Fact]
    public void Decode_SectionOfALaterVersion_IsSkipped()
    {
        byte[] bytes = [.. Section(99, 5), 1, 2, 3, 4, 5, 0, 0, 0, .. s_sample.Encode()];

        Assert.Equal(Words(s_sample), Words(ObjectDescription.Decode(bytes)));
    }

    [Fact]
    public void Decode_CutAtEveryByte_IsRefusedOrEndsWithASection()
    {
        byte[] bytes = s_sample.Encode();
        int refused = 0;
        for (int cut = 0; cut < bytes.Length; cut++)
        {
            refused += IsRefused(bytes.AsSpan(0, cut)) ? 1 : 0;
        }

        const int Sections = 6;
        Assert.Equal(bytes.Length - Sections, refused); // nothing, and five sections that end before the last one
    }

    [Fact]
    public void Decode_SectionTwice_IsRefused() => Assert.True(IsRefused([.. s_sample.Encode(), .. Section(1, 0)]));

    [Fact]
    public void Decode_LongerThanTheLimit_IsRefused() => Assert.True(IsRefused(new byte[Limits.MaxDescriptionBytes + 4]));

    [Fact]
    public void Decode_AnyWordAbsurd_IsReadOrRefused()
    {
        byte[] sample = s_sample.Encode();
        foreach (uint absurd in (uint[])[0, 1, 0xFFFF, 0x40000000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFD, uint.MaxValue])
        {
            for (int at = 0; at < sample.Length; at += 4)
            {
                byte[] bytes = [.. sample];
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), absurd);
                _ = IsRefused(bytes); // and nothing but a ProtocolException comes out
            }
        }
    }

    [Theory]
    [InlineData(0u, 0u)]
    [InlineData((uint)Limits.MaxVariableElements + 1, 0u)]
    [InlineData(1u, 2u)]
    public void Decode_VariableOfAbsurdElements_IsRefused(uint elements, uint listed)
    {
        byte[] bytes = new byte[8 + 24];
        uint[] words = [6, 24, 1, 0x1406, 0, elements, 0, listed];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), words[i]);
        }

        Assert.True(IsRefused(bytes));
    }

    [Fact]
    public void Of_ConsecutiveLocations_AreNotListed()
    {
        Assert.Empty(s_sample.Uniforms![0].Listed);
        Assert.Empty(s_sample.Uniforms[2].Listed);
        Assert.Equal([12, 5], s_sample.Uniforms[1].Listed);
    }

    private static bool IsRefused(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _ = ObjectDescription.Decode(bytes);
            return false;
        }
        catch (ProtocolException)
        {
            return true;
        }
    }

    private static byte[] Section(uint tag, uint length)
    {
        byte[] head = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(head, tag);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), length);
        return head;
    }

    private static string Words(ObjectDescription d) =>
        string.Join('\n', Say(d.Parameters), Say(d.Log), Say(d.Source), Say(d.Attached), Say(d.Attributes?.Select(Say)),
            Say(d.Uniforms?.Select(Say)));

    private static string Say<T>(IEnumerable<T>? values) => values is null ? "none" : $"[{string.Join(' ', values)}]";

    private static string Say(InterfaceVariable v) =>
        $"{v.Size} {v.Type} {Convert.ToHexString(v.Name)} {v.Elements} {string.Join(',', Enumerable.Range(0, v.Elements).Select(v.LocationOf))}";
}
