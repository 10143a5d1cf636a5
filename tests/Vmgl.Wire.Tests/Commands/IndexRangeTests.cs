using System.Runtime.InteropServices;
using Vmgl.Wire.Commands;

namespace Vmgl.Wire.Tests.Commands;

public class IndexRangeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Of_AnyNumberOfIndices_FindsBothEnds(int bytes)
    {
        for (int count = 1; count < 200; count++)
        {
            byte[] indices = Indices(count, bytes, i => (uint)(100 + ((i * 37) % 101)));
            uint[] values = [.. Enumerable.Range(0, count).Select(i => (uint)(100 + ((i * 37) % 101)))];

            Assert.Equal((values.Min(), values.Max()), IndexRange.FindRange(indices, bytes));
        }
    }

    [Theory]
    [InlineData(1, 0xffu)]
    [InlineData(2, 0xffffu)]
    [InlineData(4, uint.MaxValue)]
    public void Of_IndexThatEndsPrimitives_IsNotCounted(int bytes, uint restart)
    {
        byte[] indices = Indices(60, bytes, i => i % 4 == 3 ? restart : (uint)i + 5);

        Assert.Equal((5u, 63u), IndexRange.FindRange(indices, bytes, restart));
        Assert.Equal((5u, restart), IndexRange.FindRange(indices, bytes));
    }

    [Fact]
    public void Of_NothingButEnds_IsEmpty()
    {
        byte[] indices = Indices(3, 2, _ => 7);

        Assert.Equal((1u, 0u), IndexRange.FindRange(indices, 2, 7));
        Assert.Equal((1u, 0u), IndexRange.FindRange([], 4));
        Assert.Equal((1u, 0u), IndexRange.FindRange(indices, 0));
    }

    private static byte[] Indices(int count, int bytes, Func<int, uint> value)
    {
        byte[] indices = new byte[count * bytes];
        for (int i = 0; i < count; i++)
        {
            uint one = value(i);
            MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in one))[..bytes].CopyTo(indices.AsSpan(i * bytes));
        }

        return indices;
    }
}
