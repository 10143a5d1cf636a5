using Vmgl.Stub.Backends.Egl;
using Vmgl.Stub.Host;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Tests.Egl;

/// <summary>The EGL back end: no X server is there.</summary>
[Collection("EGL")]
public sealed unsafe class EglBackendTests
{
    private const uint Window = 0x400001;
    private const uint GlxWindow = 0x400002;
    private const uint Context = 7;
    private static readonly int[] s_double = [5, 1, 11, 8, 12, 24, 13, 8, 0];

    [Fact]
    public void Description_NamesGpuRendererAndVersion()
    {
        using EglBackend backend = EglRequired.Open();
        Assert.StartsWith("EGL on GPU 0", backend.Description, StringComparison.Ordinal);
        Assert.Contains(", OpenGL ", backend.Description, StringComparison.Ordinal);
        Assert.Contains("GLX_ARB_create_context", backend.GlxExtensions, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoSuchGpu_SaysWhichThereAre()
    {
        EglRequired.Open().Dispose();
        BackendException error = Assert.Throws<BackendException>(() => EglBackend.Open(9999));
        Assert.StartsWith("there is no GPU 9999: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("(stub-daemon --list-gpus)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadConfigs_EveryKind_IsThereOnceAndSurvivesTheWire()
    {
        using EglBackend backend = EglRequired.Open();
        HostConfigs table = HostConfigs.Decode(backend.ReadConfigs(3).Encode());
        Assert.Equal(table.Configs.Length, table.Visuals.Length);
        Assert.Equal(table.Configs.Length, table.Configs.Select(config => config.Id).Distinct().Count());
        HostVisual first = table.Visuals[0];
        Assert.Equal((4, 24, 0xFF0000u, 0xFF00u, 0xFFu), (first.Class, first.Depth, first.RedMask, first.GreenMask, first.BlueMask));
        Assert.Contains(table.Visuals, visual => visual.Depth == 32);
        Assert.NotEmpty(backend.ChooseConfigs(0, [5, 0, 14, 16, 0]));
        Assert.NotEmpty(backend.ChooseConfigs(0, [5, 1, 14, 16, 0]));
        Assert.Empty(backend.ChooseConfigs(0, [6, 1, 0]));
        Assert.Contains(backend.ChooseVisual(0, [4, 5, 12, 1, 0]), table.Visuals.Select(visual => visual.Id));
    }

    [Fact]
    public void CreateContext_ByVisualConfigAndAttributes_SharesOrIsRefusedAsGlxWould()
    {
        using EglBackend backend = EglRequired.Open();
        uint config = backend.ChooseConfigs(0, s_double)[0];
        uint visual = backend.ChooseVisual(0, [4, 5, 0]);
        Assert.True(backend.CreateContext(new ContextRequest(1, 0, visual, 0, 0, 0, null)));
        Assert.True(backend.CreateContext(new ContextRequest(2, 0, 0, config, 1, 0, [0x2091, 3, 0x2092, 2, 0x9126, 1, 0x2094, 3])));
        Assert.True(backend.CreateContext(new ContextRequest(3, 0, 0, config, 0, 0x8014, null)));
        Assert.Null(backend.Refusal);
        Refuse(backend, new ContextRequest(3, 0, 0, config, 0, 0x8014, null), null);
        Refuse(backend, new ContextRequest(4, 0, 0, config, 99, 0x8014, null), null);
        Refuse(backend, new ContextRequest(4, 0, 0, config, 0, 0x8015, null), new Refusal(2, false, 24)); // GLX_COLOR_INDEX_TYPE
        Refuse(backend, new ContextRequest(4, 0, 0, 1, 0, 0x8014, null), new Refusal(9, true, 24));
        Refuse(backend, new ContextRequest(4, 0, 1, 0, 0, 0, null), new Refusal(2, false, 3));
        Refuse(backend, new ContextRequest(4, 0, 0, config, 0, 0, [0x2091, 99]), new Refusal(9, true, 34));
        Refuse(backend, new ContextRequest(4, 0, 0, config, 0, 0, [0x9126, 4]), new Refusal(13, true, 34));
        Refuse(backend, new ContextRequest(4, 0, 0, config, 0, 0, [0x7777, 4]), new Refusal(2, false, 34));
        Refuse(backend, new ContextRequest(4, 0, 0, config, 0, 0, [0x2094, 0x100]), new Refusal(2, false, 34));
    }

    [Fact]
    public void Surface_DrawCopyToFrontAndResize_AreAWindows()
    {
        using EglBackend backend = EglRequired.Open();
        var gl = new GlTable(backend.GetProcAddress);
        MakeWindow(backend);
        Clear(gl, 1, 0, 0);
        Assert.Equal((0xFF0000u, 0u), Look(backend, gl));
        Assert.True(backend.Surfaces.EnterSurface(Window));
        backend.Surfaces.CopyToFront();
        backend.Surfaces.LeaveSurface();
        Clear(gl, 0, 0, 1);
        Assert.Equal((0x0000FFu, 0xFF0000u), Look(backend, gl));
        Assert.True(backend.Surfaces.ResizeSurface(Window, 50, 40));
        Clear(gl, 0, 1, 0);
        Assert.Equal((0x00FF00u, 0u), Look(backend, gl));
        int* viewport = stackalloc int[4];
        gl.GetIntegerv(0x0BA2, viewport);
        Assert.Equal(20, viewport[2]); // GL leaves it at the size of the first window
        Assert.Equal(0u, gl.GetError());
    }

    [Fact]
    public void Surface_FrontDrawnWhileAnotherLooks_IsSeen()
    {
        using EglBackend backend = EglRequired.Open();
        var gl = new GlTable(backend.GetProcAddress);
        MakeWindow(backend);
        gl.DrawBuffer(0x0404);
        Clear(gl, 0, 1, 1);
        Assert.Equal((0u, 0x00FFFFu), Look(backend, gl));
        gl.DrawBuffer(0x0408);
        Clear(gl, 1, 1, 0);
        Assert.Equal((0xFFFF00u, 0xFFFF00u), Look(backend, gl));
        Clear(gl, 1, 0, 1);
        Assert.True(backend.MakeCurrent(0, 0, 0));
        Assert.Equal((0xFF00FFu, 0xFF00FFu), Look(backend, gl));
    }

    [Fact]
    public void Surface_WhatTheGuestSet_DisturbsNoReadingAndComesBack()
    {
        using EglBackend backend = EglRequired.Open();
        var gl = new GlTable(backend.GetProcAddress);
        MakeWindow(backend);
        Clear(gl, 1, 0, 0);
        gl.PixelTransferf(0x0D14, 0.5f); // GL_RED_SCALE
        gl.Enable(0x0C11);
        gl.Scissor(0, 0, 1, 1);
        gl.ReadBuffer(0x0404);
        Assert.Equal((0xFF0000u, 0u), Look(backend, gl));
        int value;
        gl.GetIntegerv(0x0C02, &value);
        Assert.Equal(0x0404, value);
    }

    [Fact]
    public void CreateWindow_OnASurface_IsAnotherNameForIt()
    {
        using EglBackend backend = EglRequired.Open();
        var gl = new GlTable(backend.GetProcAddress);
        uint config = MakeWindow(backend);
        Assert.True(backend.CreateWindow(GlxWindow, 0, config, Window));
        Assert.False(backend.CreateWindow(GlxWindow + 1, 0, config, 0x999), "no such window");
        Assert.True(backend.Surfaces.HasSurface(GlxWindow));
        Assert.True(backend.MakeCurrent(Context, GlxWindow, GlxWindow));
        Clear(gl, 0, 0, 1);
        backend.SwapBuffers(GlxWindow);
        Assert.Equal((0x0000FFu, 0x0000FFu), Look(backend, gl));
        backend.ForgetDrawable(GlxWindow);
        Assert.False(backend.Surfaces.HasSurface(GlxWindow));
        Assert.True(backend.Surfaces.HasSurface(Window));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(1 << 20, 1)]
    [InlineData(16000, 16000)]
    public void Surface_SizeThatCannotBe_IsRefusedAndTheOldOneStays(uint width, uint height)
    {
        using EglBackend backend = EglRequired.Open();
        var gl = new GlTable(backend.GetProcAddress);
        uint config = MakeWindow(backend);
        Assert.False(backend.Surfaces.CreateSurface(Window + 5, 0, config, width, height));
        Assert.NotNull(backend.Refusal);
        Assert.False(backend.Surfaces.ResizeSurface(Window, width, height));
        Clear(gl, 0, 1, 0);
        Assert.Equal((0x00FF00u, 0u), Look(backend, gl));
    }

    [Fact]
    public void CreatePbuffer_TooLarge_IsRefusedOrMadeSmaller()
    {
        using EglBackend backend = EglRequired.Open();
        uint config = backend.ChooseConfigs(0, [0x8010, 4, 0])[0];
        Assert.Null(backend.CreatePbuffer(1, 0, config, [0x8041, 1 << 20, 0x8040, 1, 0]));
        Assert.Equal(new Refusal(11, false, 27), backend.Refusal);
        (uint Width, uint Height)? size = backend.CreatePbuffer(1, 0, config, [0x8041, 1 << 20, 0x8040, 8, 0x801C, 1, 0]);
        Assert.InRange(size!.Value.Width, 1024u, (1u << 20) - 1);
        Assert.Equal(8u, size.Value.Height);
        Assert.Null(backend.CreatePbuffer(2, 0, config, [0x9999, 1, 0]));
        Assert.Null(backend.CreatePixmap(3, 0, 0, config, 5));
        Assert.NotNull(backend.Refusal);
    }

    [Fact]
    public void WindowsOfXServers_AreAlwaysAnothers()
    {
        using EglBackend backend = EglRequired.Open();
        Assert.Equal(AttachStatus.OtherServer, backend.AttachWindow(0x200001, [1, 2, 3, 4]));
        Assert.True(backend.CreateContext(ByConfig(backend, Context)));
        Assert.False(backend.MakeCurrent(Context, 0x200001, 0x200001));
    }

    [Fact]
    public void ContextsAndSurfaces_MadeAndDestroyedAHundredTimes_LeaveNoDescriptorsBehind()
    {
        using EglBackend backend = EglRequired.Open();
        var gl = new GlTable(backend.GetProcAddress);
        uint config = MakeWindow(backend);
        int before = Directory.GetFileSystemEntries("/proc/self/fd").Length;
        for (uint i = 0; i < 100; i++)
        {
            Assert.True(backend.Surfaces.CreateSurface(Window + 1, 0, config, 30 + i, 30));
            Assert.True(backend.CreateContext(ByConfig(backend, Context + 1)));
            Assert.True(backend.MakeCurrent(Context + 1, Window + 1, Window + 1));
            Clear(gl, 1, 1, 1);
            backend.SwapBuffers(Window + 1);
            backend.ForgetDrawable(Window + 1);
            backend.DestroyContext(Context + 1);
            Assert.True(backend.MakeCurrent(Context, Window, Window));
        }

        Assert.InRange(Directory.GetFileSystemEntries("/proc/self/fd").Length, 0, before + 5); // other tests' own
    }

    private static void Refuse(EglBackend backend, ContextRequest request, Refusal? why)
    {
        Assert.False(backend.CreateContext(request));
        Assert.Equal(why, backend.Refusal);
    }

    private static ContextRequest ByConfig(EglBackend backend, uint context) =>
        new(context, 0, 0, backend.ChooseConfigs(0, s_double)[0], 0, 0x8014, null);

    private static uint MakeWindow(EglBackend backend)
    {
        uint config = backend.ChooseConfigs(0, s_double)[0];
        Assert.True(backend.Surfaces.CreateSurface(Window, 0, config, 20, 10));
        Assert.True(backend.CreateContext(ByConfig(backend, Context)));
        Assert.True(backend.MakeCurrent(Context, Window, Window));
        return config;
    }

    private static void Clear(GlTable gl, float red, float green, float blue)
    {
        gl.ClearColor(red, green, blue, 1);
        gl.Clear(0x4000);
    }

    /// <summary>0xRRGGBB in the middle of the back and of the front buffer, as a presenter reads them.</summary>
    private static (uint Back, uint Front) Look(EglBackend backend, GlTable gl)
    {
        Assert.True(backend.Surfaces.EnterSurface(Window));
        backend.Surfaces.SelectForReading(SurfaceBuffer.Back);
        uint back = Pixel(gl);
        backend.Surfaces.SelectForReading(SurfaceBuffer.Front);
        uint front = Pixel(gl);
        backend.Surfaces.LeaveSurface();
        return (back, front);
    }

    private static uint Pixel(GlTable gl)
    {
        byte* pixel = stackalloc byte[4];
        gl.ReadPixels(9, 4, 1, 1, 0x1908, 0x1401, pixel);
        return ((uint)pixel[0] << 16) | ((uint)pixel[1] << 8) | pixel[2];
    }
}
