using System.Buffers.Binary;
using Vmgl.Testing;
using Vmgl.Wire.Commands;

namespace Vmgl.Wire.Tests.Commands;

/// <summary>One command that came through the door.</summary>
internal sealed record Passed(Opcode Opcode, byte[] Bytes, byte[] Bulk);

/// <summary>Batches as tests make and read them.</summary>
internal static class Batch
{
    /// <summary>Everything that the door lets through, in order.</summary>
    public static List<Passed> Read(ReadOnlySpan<byte> commands, ReadOnlySpan<byte> bulk = default)
    {
        var passed = new List<Passed>();
        var reader = new BatchReader(commands, bulk);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            passed.Add(new Passed(opcode, command.ToArray(), reader.Bulk.ToArray()));
        }

        return passed;
    }

    /// <summary>Asserts that the door refuses, and says why.</summary>
    public static string Refusal(byte[] commands, byte[]? bulk = null) =>
        Assert.Throws<ProtocolException>(() => Read(commands, bulk)).Message;

    /// <summary>The sample of an opcode, in bytes of its own.</summary>
    public static byte[] Sample(Opcode opcode) => [.. Samples.All.Single(sample => sample.Opcode == opcode).Bytes];

    /// <summary>A command of words: the head word first.</summary>
    public static byte[] Words(params ReadOnlySpan<uint> words)
    {
        byte[] bytes = new byte[words.Length * 4];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), words[i]);
        }

        return bytes;
    }

    /// <summary><paramref name="command"/> with one word replaced.</summary>
    public static byte[] With(byte[] command, int offset, uint word)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(command.AsSpan(offset), word);
        return command;
    }
}
