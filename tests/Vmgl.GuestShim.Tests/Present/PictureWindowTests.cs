using System.Diagnostics;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.Stub.Tests;
using Vmgl.Tests.Shared;
using Vmgl.Wire;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Tests.Present;

/// <summary>Pictures in a window of a real X server: what is put there, and what a hostile host may not.</summary>
public sealed class PictureWindowTests(PictureWindowTests.Servers servers) : IClassFixture<PictureWindowTests.Servers>
{
    private const int Side = GuestWindow.Size;
    private static readonly PixelFormat s_format = new(24, 32, 0xFF0000, 0xFF00, 0xFF);

    public static TheoryData<bool> SharedOrNot => [true, false];

    [Theory]
    [MemberData(nameof(SharedOrNot))]
    public void Show_PutsThePicture_AndWhatChangedOfTheNext(bool isShared)
    {
        using GuestWindow x = Open(isShared, out PictureWindow window);
        window.BeginPicture(Begin(1, Side, Side));
        Fill(window, new PictureArea(0, 0, Side, Side), 0x102030);
        Assert.Equal(1u, window.ShowPicture());
        Assert.Equal((0x102030u, 0x102030u), (x.ReadPixel(0, 0), x.ReadPixel(Side - 1, Side - 1)));

        window.BeginPicture(Begin(2, Side, Side));
        Fill(window, new PictureArea(5, 6, 7, 8), 0x405060);
        Assert.Equal(2u, window.ShowPicture());
        Assert.Equal((0x405060u, 0x405060u), (x.ReadPixel(5, 6), x.ReadPixel(11, 13)));
        Assert.Equal((0x102030u, 0x102030u, 0x102030u), (x.ReadPixel(4, 6), x.ReadPixel(12, 13), x.ReadPixel(11, 14)));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    [InlineData(Side + 1, 1)]
    [InlineData(1, Side + 1)]
    [InlineData(16384, 16384)]
    public void Begin_LargerThanAnySurface_IsRefused(int width, int height)
    {
        using GuestWindow x = Open(true, out PictureWindow window);

        Assert.Throws<ProtocolException>(() => window.BeginPicture(Begin(1, width, height)));
        window.BeginPicture(Begin(1, Side, Side));
    }

    /// <summary>Pictures of the size before a resize are still under way when the window has another.</summary>
    [Fact]
    public void Begin_AsLargeAsASurfaceOnceWas_IsTaken()
    {
        using GuestWindow x = Open(true, out PictureWindow window);
        window.SetSurface(100, 10);
        window.SetSurface(10, 100);
        window.BeginPicture(Begin(1, 100, 10));
        Fill(window, new PictureArea(0, 0, 100, 10), 0x010203);
        Assert.Equal(1u, window.ShowPicture());
        Assert.Equal((0x010203u, 0u), (x.ReadPixel(Side - 1, 9), x.ReadPixel(0, 10)));

        Assert.Throws<ProtocolException>(() => window.BeginPicture(Begin(2, 101, 10)));
    }

    [Fact]
    public void Add_BeforeAnyPicture_IsRefused()
    {
        using GuestWindow x = Open(true, out PictureWindow window);

        Assert.Throws<ProtocolException>(() => window.AddArea(new PictureArea(0, 0, 1, 1)));
    }

    [Theory]
    [InlineData(0, 0, Side + 1, 1)]
    [InlineData(0, 0, 1, Side + 1)]
    [InlineData(Side, 0, 1, 1)]
    [InlineData(0, Side, 1, 1)]
    [InlineData(65535, 65535, 1, 1)]
    [InlineData(1, 1, Side, Side)]
    [InlineData(0, 0, 65535, 65535)]
    public void Add_OutsideThePicture_IsRefused(int x, int y, int width, int height)
    {
        using GuestWindow server = Open(true, out PictureWindow window);
        window.BeginPicture(Begin(1, Side, Side));

        Assert.Throws<ProtocolException>(() => window.AddArea(new PictureArea(x, y, width, height)));
    }

    /// <summary>The size of the picture counts, not that of a larger one before.</summary>
    [Fact]
    public void Add_InsideTheLastPictureButNotThisOne_IsRefused()
    {
        using GuestWindow x = Open(true, out PictureWindow window);
        window.BeginPicture(Begin(1, Side, Side));
        window.AddArea(new PictureArea(0, 0, Side, Side));
        window.BeginPicture(Begin(2, 8, 8));

        Assert.Throws<ProtocolException>(() => window.AddArea(new PictureArea(0, 0, 9, 8)));
    }

    [Theory]
    [MemberData(nameof(SharedOrNot))]
    public void WhatTheServerLost_IsShownAgain(bool isShared)
    {
        using GuestWindow x = Open(isShared, out PictureWindow window);
        window.BeginPicture(Begin(1, Side, Side));
        Fill(window, new PictureArea(0, 0, Side, Side), 0x102030);
        window.ShowPicture();
        x.Unmap();
        WaitFor(window, () => window.TakeVisibility() == false);
        x.Map();
        WaitFor(window, () => window.TakeVisibility() == true);

        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                window.Screen.DrainEvents();
                window.ShowExposed();
                return x.ReadPixel(Side - 1, Side - 1) == 0x102030;
            },
            TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void WindowDestroyed_PicturesGoNowhere_AndNobodyWaits()
    {
        using GuestWindow x = Open(true, out PictureWindow window);
        window.BeginPicture(Begin(1, Side, Side));
        window.AddArea(new PictureArea(0, 0, Side, Side));
        x.Vanish();

        Assert.Equal(1u, window.ShowPicture());
        WaitFor(window, () => window.IsGone);
        window.AwaitPicture(99, () => false);
        window.BeginPicture(Begin(2, Side, Side));
        window.AddArea(new PictureArea(0, 0, Side, Side));
        Assert.Equal(2u, window.ShowPicture());
        window.FreeMemory();
    }

    [Fact]
    public void ServerKilled_PicturesGoNowhere_AndNobodyWaits()
    {
        using var server = XServer.WithoutGlx();
        var screen = new PictureScreen(Xcb.Connect(server.Display)!);
        using (var x = new GuestWindow(server.Display, null))
        {
            PictureWindow window = Make(screen, x);
            window.BeginPicture(Begin(1, Side, Side));
            window.AddArea(new PictureArea(0, 0, Side, Side));
            server.Kill();

            Assert.Equal(1u, window.ShowPicture());
            screen.DrainEvents();
            Assert.True(window.IsGone && screen.Server.IsBroken);
            window.AwaitPicture(99, () => false);
            window.FreeMemory();
            x.Abandon();
        }

        Assert.Null(Xcb.Connect(server.Display));
    }

    [Fact]
    public void ManySizes_LeaveNeitherMappingsNorDescriptors()
    {
        using GuestWindow x = Open(true, out PictureWindow window);
        window.SetSurface(400, 400);
        (int, int) before = default;
        for (uint i = 0; i < 200; i++)
        {
            window.BeginPicture(Begin(i + 1, 100 + (int)(i * 37 % 300), 50 + (int)(i * 7)% 300));
            window.AddArea(new PictureArea(0, 0, 50, 50));
            window.ShowPicture();
            before = i == 10 ? Count() : before;
        }

        window.FreeMemory();
        (int descriptors, int mappings) = Count();
        Assert.True(descriptors <= before.Item1 && mappings <= before.Item2, $"{before} became {(descriptors, mappings)}");
    }

    private static (int Descriptors, int Mappings) Count() => (
        Directory.GetFileSystemEntries("/proc/self/fd")
        .Count(path => (new FileInfo(path).LinkTarget ?? "").Contains("memfd:", StringComparison.Ordinal)),
        File.ReadLines("/proc/self/maps").Count(line => line.Contains("memfd:", StringComparison.Ordinal)
            && !line.Contains("doublemapper", StringComparison.Ordinal)));

    private GuestWindow Open(bool isShared, out PictureWindow window)
    {
        var x = new GuestWindow((isShared ? servers.Sharing : servers.Plain).Display, null);
        var screen = new PictureScreen(Xcb.Connect((isShared ? servers.Sharing : servers.Plain).Display)!);
        Assert.Equal(isShared, screen.Server.HasShm);
        window = Make(screen, x);
        return x;
    }

    private static PictureWindow Make(PictureScreen screen, GuestWindow x)
    {
        var window = new PictureWindow(screen, x.Id, x.Id, s_format);
        window.SetSurface(Side, Side);
        screen.AddWindow(window);
        return window;
    }

    private static void WaitFor(PictureWindow window, Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "waited in vain");
            window.Screen.DrainEvents();
            Thread.Sleep(1);
        }
    }

    private static PictureFrame Begin(uint picture, int width, int height) =>
        new(PictureFrameKind.Begin, 1, picture, new PictureArea(0, 0, width, height), PictureEncoding.Raw, 0);

    private static void Fill(PictureWindow window, PictureArea area, uint colour)
    {
        window.AddArea(area);
        for (int y = 0; y < area.Height; y++)
        {
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(window.RowOf(area, y)).Fill(colour);
        }
    }

    public sealed class Servers : IDisposable
    {
        public XServer Sharing { get; } = XServer.WithoutGlx();

        public XServer Plain { get; } = XServer.WithoutSharedMemory();

        public void Dispose()
        {
            Sharing.Dispose();
            Plain.Dispose();
        }
    }
}
