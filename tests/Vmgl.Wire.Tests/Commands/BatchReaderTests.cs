using Vmgl.Testing;
using Vmgl.Wire.Commands;

namespace Vmgl.Wire.Tests.Commands;

public class BatchReaderTests
{
    [Fact]
    public void TryNext_EverySample_PassesWhole() => Assert.All(Samples.All, sample =>
    {
        Passed passed = Assert.Single(Batch.Read(sample.Bytes, sample.Bulk));

        Assert.Equal(sample.Opcode, passed.Opcode);
        Assert.Equal(sample.Bytes, passed.Bytes);
        Assert.Equal(sample.Bulk[..(int)sample.BulkBytes], passed.Bulk);
    });

    [Fact]
    public void TryNext_EverySampleCutAtEveryByte_IsRefused() => Assert.All(Samples.All, sample =>
    {
        for (int cut = 1; cut < sample.Bytes.Length; cut++)
        {
            Batch.Refusal(sample.Bytes[..cut], sample.Bulk);
        }
    });

    [Fact]
    public void TryNext_EverySampleWithBulkCutAtEveryByte_IsRefused()
    {
        Sample[] withBulk = [.. Samples.All.Where(sample => sample.BulkBytes > 0)];
        Assert.NotEmpty(withBulk);
        Assert.All(withBulk, sample =>
        {
            for (int cut = 0; cut < sample.Bulk.Length; cut++)
            {
                Batch.Refusal(sample.Bytes, sample.Bulk[..cut]);
            }
        });
    }

    [Fact]
    public void TryNext_AllSamplesInOneBatch_PassInOrderWithTheirBulk()
    {
        byte[] commands = [.. Samples.All.SelectMany(sample => sample.Bytes)];
        byte[] bulk = [.. Samples.All.SelectMany(sample => sample.Bulk)];

        List<Passed> passed = Batch.Read(commands, bulk);

        Assert.Equal(Samples.All.Select(sample => sample.Opcode), passed.Select(p => p.Opcode));
        Assert.Equal(commands, passed.SelectMany(p => p.Bytes));
        Assert.Equal(Samples.All.SelectMany(sample => sample.Bulk[..(int)sample.BulkBytes]), passed.SelectMany(p => p.Bulk));
    }

    [Fact]
    public void TryNext_EmptyBatch_IsNoCommand() => Assert.Empty(Batch.Read([]));

    [Fact]
    public void TryNext_BulkThatBelongsToNoCommand_IsRefused()
    {
        Assert.Contains("4 bytes of bulk payload belong to no command", Batch.Refusal([], new byte[4]), StringComparison.Ordinal);
        Assert.Contains("8 bytes of bulk payload belong to no command", Batch.Refusal(Batch.Sample(Opcode.Vertex3f), new byte[8]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x00FEu)]
    [InlineData(0x00FFu)]
    [InlineData(CommandTable.Count)]
    [InlineData(0x7FFFu)]
    [InlineData(0xFFFFu)]
    public void TryNext_OpcodeThatWasNeverGiven_IsRefused(uint opcode) =>
        Assert.Contains("is not a command of this protocol", Batch.Refusal(Batch.Words(opcode | (1 << 16))), StringComparison.Ordinal);

    [Fact]
    public void TryNext_OpcodeOfWhatDoesNotTravel_IsRefusedAtEveryLength()
    {
        Opcode[] silent = [.. Enum.GetValues<Opcode>().Except(Samples.All.Select(sample => sample.Opcode))];
        Assert.Contains(Opcode.GenTextures, silent); // answered in the guest
        Assert.All(silent, opcode =>
        {
            for (uint words = 0; words < 20; words++)
            {
                byte[] command = Batch.With(new byte[80], 0, (uint)opcode | (words << 16));
                Assert.Contains("is not a command of this protocol", Batch.Refusal(Batch.With(command, 4, words)),
                    StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void TryNext_EverySampleThatSaysAnotherLength_IsRefused() => Assert.All(Samples.All, sample =>
    {
        bool isFixed = CommandTable.BytesOf((ushort)sample.Opcode) > 0;
        uint words = (uint)sample.Bytes.Length / 4;
        foreach (uint wrong in new[] { 0u, words - 1, words + 1, 0xFFFFu }.Where(wrong => wrong != words))
        {
            byte[] command = [.. sample.Bytes, .. new byte[64]];
            Batch.Refusal(isFixed ? Batch.With(command, 0, (uint)sample.Opcode | (wrong << 16)) : Batch.With(command, 4, wrong),
                sample.Bulk);
        }
    });

    [Theory]
    [InlineData(0x40000001u)] // ×4 would be the right 4 in 32 bits
    [InlineData(0x80000000u)]
    [InlineData(uint.MaxValue)]
    public void TryNext_HugeLength_IsRefused(uint words) =>
        Assert.Contains($"says {words * 4L} bytes", Batch.Refusal(Batch.With(Batch.Sample(Opcode.CallLists), 4, words)),
            StringComparison.Ordinal);

    [Fact]
    public void TryNext_LengthInTheHeadOfACommandThatSaysItsOwn_IsRefused() =>
        Assert.Contains("says 7 words in its head",
            Batch.Refusal(Batch.With(Batch.Sample(Opcode.CallLists), 0, (uint)Opcode.CallLists | (7 << 16))), StringComparison.Ordinal);

    [Theory]
    [InlineData(int.MaxValue, 0x1405u, 16 + 0x1_FFFF_FFFCL)] // GL_UNSIGNED_INT
    [InlineData(0x20000004, 0x1405u, 16 + 0x8000_0010L)]
    public void TryNext_CountThatTheBatchDoesNotHold_IsRefusedByItsTrueSize(int count, uint type, long bytes)
    {
        uint said = (uint)(bytes / 4);
        byte[] command = Batch.Words((uint)Opcode.CallLists, said, (uint)count, type, 0, 0);

        Assert.Contains($"needs {bytes} bytes; 24 are left", Batch.Refusal(command), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void TryNext_CountThatIsNotPositive_HasAnEmptyArray(int count)
    {
        byte[] command = Batch.Words((uint)Opcode.CallLists, 4, (uint)count, 0x1405);

        Assert.Equal(command, Assert.Single(Batch.Read(command)).Bytes);
        Assert.True(new CallLists(command).Lists.IsEmpty);
    }

    [Fact]
    public void TryNext_EnumWithoutASize_HasAnEmptyArray()
    {
        byte[] command = Batch.Words((uint)Opcode.CallLists, 4, 1000, 0xDEAD);

        Assert.Equal(command, Assert.Single(Batch.Read(command)).Bytes);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void TryNext_NegativeBulk_TakesNone(int length)
    {
        byte[] command = Batch.Sample(Opcode.ProgramStringARB);
        int lengthAt = command.Length - 4;

        Assert.Empty(Assert.Single(Batch.Read(Batch.With(command, lengthAt, (uint)length))).Bulk);
    }

    [Fact]
    public void TryNext_BulkBeyondWhatCame_IsRefused()
    {
        byte[] command = Batch.Sample(Opcode.ProgramStringARB);

        string why = Batch.Refusal(Batch.With(command, command.Length - 4, int.MaxValue), new byte[64]);
        Assert.Contains("needs 2147483648 bytes of bulk payload; 64 are left", why, StringComparison.Ordinal);
    }

    [Fact]
    public void TryNext_AfterARefusal_LeavesWhatCameBefore()
    {
        var reader = new BatchReader([.. Batch.Sample(Opcode.Vertex3f), .. Batch.Words(0)], default);

        Assert.True(reader.TryNext(out Opcode opcode, out _));
        Assert.Equal(Opcode.Vertex3f, opcode);
    }
}
