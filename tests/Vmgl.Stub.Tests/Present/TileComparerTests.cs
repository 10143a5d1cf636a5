using Vmgl.Stub.Present;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

/// <summary>What of a picture is new, in tiles of 64 by 64 pixels.</summary>
public sealed class TileComparerTests
{
    private readonly PresentedWindow _window = new(7, 200, 150);

    [Fact]
    public void FirstPicture_AllOfItIsNew_OneAreaARow()
    {
        using var slot = new TestSlot(_window, 200, 150, TestSlot.Photo(1));

        Assert.Equal([new(0, 0, 200, 64), new(0, 64, 200, 64), new(0, 128, 200, 22)], Take(slot, all: true));
        AssertTaken(slot);
    }

    [Fact]
    public void SamePictureAgain_NothingIsNew()
    {
        using TestSlot slot = Taken(200, 150);

        Assert.Empty(Take(slot, all: false));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 64, 64)]
    [InlineData(63, 63, 0, 0, 64, 64)]
    [InlineData(64, 63, 64, 0, 64, 64)]
    [InlineData(63, 64, 0, 64, 64, 64)]
    [InlineData(199, 0, 192, 0, 8, 64)]
    [InlineData(0, 149, 0, 128, 64, 22)]
    [InlineData(192, 128, 192, 128, 8, 22)]
    [InlineData(199, 149, 192, 128, 8, 22)]
    public void OnePixel_ItsTileIsNew(int x, int y, int left, int top, int width, int height)
    {
        using TestSlot slot = Taken(200, 150);
        slot[x, y] ^= 0x10;

        Assert.Equal([new(left, top, width, height)], Take(slot, all: false));
        AssertTaken(slot);
        Assert.Empty(Take(slot, all: false));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 64)]
    [InlineData(65, 1)]
    [InlineData(1, 129)]
    public void AnySize_IsCoveredExactlyOnce(int width, int height)
    {
        using TestSlot slot = Taken(width, height);
        int[] covered = new int[width * height];
        foreach (PictureArea area in Take(slot, all: true))
        {
            Assert.True(area.IsInside(width, height));
            for (int i = 0; i < area.Width * area.Height; i++)
            {
                covered[((area.Y + (i / area.Width)) * width) + area.X + (i % area.Width)]++;
            }
        }

        Assert.All(covered, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(new[] { 0, 1 }, new[] { 0, 128 })]
    [InlineData(new[] { 2, 3 }, new[] { 128, 200 })]
    [InlineData(new[] { 0, 2 }, new[] { 0, 64, 128, 192 })]
    [InlineData(new[] { 0, 1, 3 }, new[] { 0, 128, 192, 200 })]
    [InlineData(new[] { 0, 1, 2, 3 }, new[] { 0, 200 })]
    public void NewTilesSideBySide_AreOneArea(int[] tiles, int[] edges)
    {
        using TestSlot slot = Taken(200, 150);
        Array.ForEach(tiles, tile => slot[tile * 64, 70] ^= 1);

        List<PictureArea> areas = Take(slot, all: false);
        Assert.Equal(edges, areas.SelectMany(area => new[] { area.X, area.X + area.Width }));
        Assert.All(areas, area => Assert.Equal((64, 64), (area.Y, area.Height)));
    }

    /// <summary>Only rows that differ need copying, but what the guest was sent must be right in all of them.</summary>
    [Fact]
    public void ManyPictures_WhatWasSentIsAlwaysTheLast()
    {
        var random = new Random(20261125);
        using TestSlot slot = Taken(200, 150);
        for (int picture = 0; picture < 200; picture++)
        {
            for (int change = random.Next(8); change > 0; change--)
            {
                slot[random.Next(200), random.Next(150)] = (uint)random.Next();
            }

            _ = Take(slot, all: false);
            AssertTaken(slot);
        }
    }

    private TestSlot Taken(int width, int height)
    {
        var slot = new TestSlot(_window, width, height, TestSlot.Photo(2));
        _ = Take(slot, all: true);
        return slot;
    }

    private List<PictureArea> Take(TestSlot slot, bool all)
    {
        _ = _window.BeginPicture(slot.Slot.Width, slot.Slot.Height);
        var areas = new List<PictureArea>();
        for (int top = 0; top < slot.Slot.Height; top += TileComparer.Side)
        {
            TileComparer.TakeRow(slot.Slot, top, all, areas);
        }

        return areas;
    }

    private void AssertTaken(TestSlot slot)
    {
        byte[] sent = new byte[4 * slot.Slot.Width * slot.Slot.Height];
        _window.CopyArea(new PictureArea(0, 0, slot.Slot.Width, slot.Slot.Height), sent);
        Assert.True(slot.FromTop().AsSpan().SequenceEqual(sent), "what was sent is not the picture");
    }
}
