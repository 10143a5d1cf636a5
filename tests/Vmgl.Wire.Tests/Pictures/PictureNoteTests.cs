using System.Buffers.Binary;
using Vmgl.Wire.Pictures;

namespace Vmgl.Wire.Tests.Pictures;

public class PictureNoteTests
{
    [Theory]
    [InlineData(PictureNoteKind.Shown, 1u, uint.MaxValue)]
    [InlineData(PictureNoteKind.Visible, uint.MaxValue, 0u)]
    public void Note_WrittenAndRead_IsTheSame(PictureNoteKind kind, uint drawable, uint value)
    {
        var note = new PictureNote(kind, drawable, value);

        Assert.Equal(note, PictureNote.Read(Write(note)));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    [InlineData(0x80000001u)]
    [InlineData(uint.MaxValue)]
    public void Read_UnknownKind_IsRefused(uint kind)
    {
        byte[] bytes = Write(new PictureNote(PictureNoteKind.Shown, 1, 1));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, kind);

        Assert.Contains($"{kind}", Assert.Throws<ProtocolException>(() => PictureNote.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutAtEveryByte_NeverMakesUpANote()
    {
        byte[] bytes = Write(new PictureNote(PictureNoteKind.Shown, 1, 1));
        for (int cut = 0; cut < 12; cut++)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => PictureNote.Read(bytes.AsSpan(0, cut)));
        }
    }

    [Fact]
    public void Read_AnyBitsFlipped_EitherReadsOrIsRefused()
    {
        var random = new Random(20261123);
        for (int round = 0; round < 5_000; round++)
        {
            byte[] bytes = Write(new PictureNote((PictureNoteKind)random.Next(1, 3), 0x400007, 8));
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                Assert.True(PictureNote.Read(bytes).Kind is PictureNoteKind.Shown or PictureNoteKind.Visible);
            }
            catch (ProtocolException)
            {
                // The only exception a guest may cause.
            }
        }
    }

    private static byte[] Write(PictureNote note)
    {
        byte[] bytes = new byte[PictureNote.Bytes];
        bytes.AsSpan().Fill(0xFF);
        note.Write(bytes);
        return bytes;
    }
}
