using System.Collections.Concurrent;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Rebuild.Buffers;

namespace Vmgl.GuestShim.Tests;

/// <summary>The contents of buffer objects, once for the program and the mirror together: what the mirror has is what was folded, whatever
/// the program has written since.</summary>
public sealed unsafe class BufferLendingTests
{
    private const int Size = BufferObject.LeastLent;
    private const uint Read = 1;
    private const uint Write = 2;

    private readonly BufferShadow _shadow = new(1);
    private readonly BufferObject _mirrored = new(1, PagePool.Here);

    [Fact]
    public void EqualContents_AreLent_AndGivenBackBeforeTheyChange()
    {
        byte[] first = Lend();
        WriteShadow(100, [1, 2, 3]);
        Assert.Equal(first, _mirrored.Own());
    }

    [Fact]
    public void Lent_TheBufferIsDeleted_TheContentsRemain()
    {
        byte[] first = Lend();
        _shadow.FreeMemory();
        Assert.Equal(first, _mirrored.Own());
    }

    [Fact]
    public void Lent_TheBufferIsDefinedAnew_TheContentsRemain()
    {
        byte[] first = Lend();
        ResetShadow(new byte[3 * Size]);
        Assert.Equal(first, _mirrored.Own());
    }

    [Fact]
    public void Lent_TheBufferIsMapped_TheContentsAreThoseFromBefore()
    {
        byte[] first = Lend();
        _shadow.BeginMapping(new BufferMapping(0, Size, Write));
        _shadow.Memory[5]++;
        Assert.Equal(first, _mirrored.Own());
    }

    [Fact]
    public void MappedForWriting_NothingIsLent()
    {
        byte[] first = Same();
        _shadow.BeginMapping(new BufferMapping(0, Size, Read | Write));
        Assert.Null(_shadow.TryLend(first));
        _shadow.EndMapping();
        _shadow.BeginMapping(new BufferMapping(0, Size, Read));
        Assert.NotNull(_shadow.TryLend(first));
    }

    [Fact]
    public void WrittenByAPointer_NothingIsLent()
    {
        byte[] first = Same();
        _shadow.BeginWriting();
        Assert.Null(_shadow.TryLend(first));
        _shadow.EndWriting();
        Assert.NotNull(_shadow.TryLend(first));
    }

    [Fact]
    public void OtherContents_AreNotLent()
    {
        byte[] first = Same();
        first[^1]++;
        Assert.Null(_shadow.TryLend(first));
        Assert.Null(_shadow.TryLend(first.AsSpan(1)));
    }

    [Fact]
    public void OddSizes_ArePaddedByZeros()
    {
        byte[] odd = [.. Enumerable.Repeat((byte)7, Size + 3)];
        ResetShadow(odd);
        IBufferLoan loan = _shadow.TryLend(odd)!;
        _shadow.FreeMemory();
        Assert.Equal([.. odd, 0], loan.TakeBytes().Memory.Span[..(Size + 4)].ToArray());
    }

    [Fact]
    public void BuffersThatChangeAgainAndAgain_AreLentLessAndLess()
    {
        byte[] contents = Same();
        int lent = 0;
        for (int i = 0; i < 1000; i++)
        {
            Settle();
            if (!_mirrored.IsUnsettled)
            {
                lent++;
                contents[i]++;
                WriteShadow(0, contents);
                _mirrored.Write(0, contents);
            }
        }

        Assert.InRange(lent, 5, 25);
    }

    /// <summary>The program writes in all its ways, far ahead of what is folded.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverTheProgramWrites_TheMirrorHasWhatWasFolded(int seed)
    {
        var program = new Program(_shadow, new Random(seed));
        var random = new Random(seed);
        byte[] folded = [];
        int lent = 0;
        for (int i = 0; i < 20_000; i++)
        {
            switch (random.Next(8))
            {
                case 0: program.Step(); break;
                case 1 or 2: Fold(program, ref folded); break;
                case 3: Assert.Equal(folded, _mirrored.HasContents ? _mirrored.Own() : []); break;
                default:
                    bool had = _mirrored.IsUnsettled;
                    Settle();
                    lent += had && !_mirrored.IsUnsettled ? 1 : 0;
                    break;
            }
        }

        Assert.InRange(lent, 3, 20_000); // or nothing was tested
    }

    [Fact]
    public void OnTwoThreads_TheMirrorHasWhatWasFolded()
    {
        var program = new Program(_shadow, new Random(1));
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                program.Step();
            }
        });
        thread.Start();
        byte[] folded = [];
        do
        {
            Settle();
            Assert.Equal(folded, _mirrored.HasContents ? _mirrored.Own() : []);
        }
        while (Fold(program, ref folded) || thread.IsAlive);
    }

    private bool Fold(Program program, ref byte[] folded)
    {
        if (!program.Sent.TryDequeue(out (bool IsNew, int Offset, byte[] Bytes) sent))
        {
            return false;
        }

        if (sent.IsNew)
        {
            _mirrored.Reset(sent.Bytes.Length, 0, sent.Bytes);
            folded = [.. sent.Bytes];
        }
        else
        {
            _mirrored.Write(sent.Offset, sent.Bytes);
            sent.Bytes.CopyTo(folded, sent.Offset);
        }

        return true;
    }

    private void Settle() => _mirrored.Settle(_ => _shadow);

    private byte[] Same()
    {
        byte[] contents = [.. Enumerable.Range(0, Size).Select(i => (byte)(i * 7))];
        ResetShadow(contents);
        _mirrored.Reset(Size, 0, contents);
        return contents;
    }

    private byte[] Lend()
    {
        byte[] contents = Same();
        Settle();
        Assert.True(_mirrored.IsUnsettled);
        Settle();
        Assert.False(_mirrored.IsUnsettled);
        return contents;
    }

    private void ResetShadow(byte[] contents)
    {
        fixed (byte* data = contents)
        {
            _shadow.ResetContents(contents.Length, data);
        }
    }

    private void WriteShadow(long offset, byte[] contents)
    {
        fixed (byte* data = contents)
        {
            _shadow.WriteRange(offset, contents.Length, data);
        }
    }

    /// <summary>Changes a buffer as programs do, and sends what the mirror will fold.</summary>
    private sealed class Program(BufferShadow shadow, Random random)
    {
        public ConcurrentQueue<(bool IsNew, int Offset, byte[] Bytes)> Sent { get; } = [];

        public void Step()
        {
            byte[] bytes = new byte[random.Next(1, Size)];
            random.NextBytes(bytes);
            int offset = random.Next((int)Math.Max(shadow.Size - bytes.Length, 0) + 1);
            fixed (byte* data = bytes)
            {
                if (shadow.Size < Size || random.Next(6) == 0)
                {
                    Define();
                }
                else if (random.Next(2) == 0)
                {
                    shadow.WriteRange(offset, bytes.Length, data);
                    Sent.Enqueue((false, offset, bytes));
                }
                else
                {
                    WriteMapped(offset, bytes);
                }
            }
        }

        private void Define()
        {
            byte[] bytes = new byte[Size + random.Next(Size)];
            random.NextBytes(bytes);
            fixed (byte* data = bytes)
            {
                shadow.ResetContents(bytes.Length, data);
            }

            Sent.Enqueue((true, 0, bytes));
        }

        /// <summary>In two halves, for the mirror to look in between.</summary>
        private void WriteMapped(int offset, byte[] bytes)
        {
            if (!shadow.IsMapped)
            {
                shadow.BeginMapping(new BufferMapping(offset, bytes.Length, Write));
                shadow.Memory[offset]++;
                return;
            }

            BufferMapping mapping = shadow.Mapping!.Value;
            var mapped = new Span<byte>(shadow.Memory + mapping.Offset, (int)mapping.Length);
            random.NextBytes(mapped);
            Sent.Enqueue((false, (int)mapping.Offset, mapped.ToArray()));
            shadow.EndMapping();
        }
    }
}
