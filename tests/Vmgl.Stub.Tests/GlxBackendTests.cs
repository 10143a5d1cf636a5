using Vmgl.Stub.Backends.Glx;
using Vmgl.Stub.Host;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Tests;

/// <summary>The GLX back end against a real X server with Mesa.</summary>
public sealed unsafe class GlxBackendTests(XServer server) : IClassFixture<XServer>
{
    private const uint Context = 7;
    private const uint GlColorBufferBit = 0x4000;
    private static readonly uint[] s_token = [1, 0x80000000, 3, 0xFFFFFFFF];
    private static readonly int[] s_doubleRgba = [4, 5, 8, 8, 0]; // GLX_RGBA, GLX_DOUBLEBUFFER, GLX_RED_SIZE 8

    [Fact]
    public void Description_NamesDisplayRendererAndVersion()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        Assert.StartsWith($"GLX on {server.Display}: ", backend.Description, StringComparison.Ordinal);
        Assert.Contains(", OpenGL ", backend.Description, StringComparison.Ordinal);
        Assert.Contains("GLX_ARB_create_context", backend.GlxExtensions, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_ClearAndSwap_ColoursTheGuestsWindow()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        using var window = new GuestWindow(server.Display, s_token);
        MakeCurrent(backend, window);
        Clear(backend, 1, 0.2f, 0);
        backend.SetSwapInterval(window.Id, 0);
        backend.SwapBuffers(window.Id);
        backend.WaitForDisplay();
        Assert.Equal(0xFF3300u, window.ReadPixel(GuestWindow.Size / 2, 3));
    }

    [Fact]
    public void CreateContext_ByConfigAndByAttributes_SharesWithTheFirst()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        uint config = backend.ChooseConfigs(0, [5, 1, 0x8010, 1, 0])[0];
        Assert.True(backend.CreateContext(new ContextRequest(1, 0, 0, config, 0, 0x8014, null)));
        Assert.True(backend.CreateContext(new ContextRequest(2, 0, 0, config, 1, 0, [0x2091, 2, 0x2092, 1])));
        Assert.False(backend.CreateContext(new ContextRequest(2, 0, 0, config, 0, 0x8014, null)), "the number is taken");
        Assert.False(backend.CreateContext(new ContextRequest(3, 0, 0, config, 99, 0x8014, null)), "nothing to share with");
        Assert.False(backend.CreateContext(new ContextRequest(4, 0, 0, config, 0, 0, [0x2091, 99])), "no such version");
        Assert.False(backend.CreateContext(new ContextRequest(5, 0, 0xFFFFFF, 0, 0, 0, null)), "no such visual");
    }

    [Fact]
    public void AttachWindow_WithoutOrWithAnotherToken_IsAnotherServers()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        using var unmarked = new GuestWindow(server.Display, null);
        using var marked = new GuestWindow(server.Display, [1, 2, 3, 4]);
        Assert.Equal(AttachStatus.OtherServer, backend.AttachWindow(unmarked.Id, s_token));
        Assert.Equal(AttachStatus.OtherServer, backend.AttachWindow(marked.Id, s_token));
        Assert.Equal(AttachStatus.OtherServer, backend.AttachWindow(0x1FFFFFF0, s_token));
        Assert.Equal(AttachStatus.Attached, backend.AttachWindow(marked.Id, [1, 2, 3, 4]));
    }

    [Fact]
    public void MakeCurrent_WindowNobodyAttached_IsRefused()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        using var window = new GuestWindow(server.Display, s_token);
        Assert.True(backend.CreateContext(ByVisual(backend, Context)));
        Assert.False(backend.MakeCurrent(Context, window.Id, window.Id));
    }

    [Fact]
    public void MakeCurrent_TwoWindows_DrawsIntoOneAndReadsFromTheOther()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        using var draw = new GuestWindow(server.Display, s_token);
        using var read = new GuestWindow(server.Display, s_token);
        MakeCurrent(backend, read);
        Clear(backend, 0, 0, 1);
        Assert.Equal(AttachStatus.Attached, backend.AttachWindow(draw.Id, s_token));
        Assert.True(backend.MakeCurrent(Context, draw.Id, read.Id));
        var readPixels = (delegate* unmanaged<int, int, int, int, uint, uint, uint*, void>)backend.GetProcAddress("glReadPixels");
        uint pixel = 0;
        readPixels(3, 3, 1, 1, 0x1908, 0x1401, &pixel); // GL_RGBA, GL_UNSIGNED_BYTE
        Assert.Equal(0xFFFF0000u, pixel | 0xFF000000);
    }

    [Fact]
    public void SwapBuffers_WindowVanishedUnderTheContext_OnlyCountsErrors()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        using var window = new GuestWindow(server.Display, s_token);
        MakeCurrent(backend, window);
        Clear(backend, 1, 1, 1);
        backend.SwapBuffers(window.Id);
        window.Vanish();
        int before = XErrors.Count;
        for (int frame = 0; frame < 3; frame++)
        {
            Clear(backend, 0, 1, 0);
            backend.SwapBuffers(window.Id);
            backend.WaitForDisplay();
        }

        Assert.True(XErrors.Count > before, "the X server said nothing");
        Assert.Contains("Bad", XErrors.Last, StringComparison.Ordinal);
        backend.ForgetDrawable(window.Id);
        Assert.True(backend.MakeCurrent(0, 0, 0));
    }

    [Fact]
    public void DestroyContext_WhileCurrent_LetsItsNumberBeUsedAgain()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        using var window = new GuestWindow(server.Display, s_token);
        MakeCurrent(backend, window);
        backend.DestroyContext(Context);
        backend.DestroyContext(Context);
        Assert.True(backend.CreateContext(ByVisual(backend, Context)));
        Assert.True(backend.MakeCurrent(Context, window.Id, window.Id));
        Clear(backend, 0, 1, 0);
        backend.SwapBuffers(window.Id);
        backend.WaitForDisplay();
        Assert.Equal(0xFF00u, window.ReadPixel(1, 1));
    }

    [Fact]
    public void ReadConfigs_GivesEveryConfigAndSurvivesTheWire()
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        HostConfigs table = backend.ReadConfigs(99);
        HostConfigs back = HostConfigs.Decode(table.Encode());
        Assert.NotEmpty(back.Visuals);
        Assert.Equal(table.Configs.Length, back.Configs.Length);
        int idAt = Array.IndexOf(back.ConfigAttributes, 0x8013);
        Assert.All(back.Configs, config => Assert.Equal((int)config.Id, config.Values[idAt]));
        Assert.Contains(backend.ChooseVisual(0, s_doubleRgba), back.Visuals.Select(visual => visual.Id));
    }

    [Theory]
    [InlineData(new int[] { })]
    [InlineData(new int[] { 4, 5, 8 })]
    public void Choose_ListWithoutItsEnd_IsEndedHere(int[] attributes)
    {
        using GlxBackend backend = GlxBackend.Open(server.Display);
        _ = backend.ChooseVisual(0, attributes);
        _ = backend.ChooseConfigs(0, attributes);
    }

    [Fact]
    public void Open_NoSuchDisplay_SaysWhichAndWhatToDo()
    {
        BackendException error = Assert.Throws<BackendException>(() => GlxBackend.Open(":6553"));
        Assert.Equal(
            "display :6553 cannot be opened: is an X server running there, and may this user use it (xauth, xhost)?", error.Message);
    }

    [Fact]
    public void Open_ServerWithoutGlx_SaysSo()
    {
        using XServer plain = XServer.WithoutGlx();
        BackendException error = Assert.Throws<BackendException>(() => GlxBackend.Open(plain.Display));
        Assert.StartsWith($"display {plain.Display}: the X server has no GLX extension", error.Message, StringComparison.Ordinal);
    }

    private static ContextRequest ByVisual(GlxBackend backend, uint context) =>
        new(context, 0, backend.ChooseVisual(0, s_doubleRgba), 0, 0, 0, null);

    private static void MakeCurrent(GlxBackend backend, GuestWindow window)
    {
        Assert.Equal(AttachStatus.Attached, backend.AttachWindow(window.Id, s_token));
        Assert.True(backend.CreateContext(ByVisual(backend, Context)));
        Assert.True(backend.MakeCurrent(Context, window.Id, window.Id));
        Assert.True(backend.MakeCurrent(Context, window.Id, window.Id), "a second time costs nothing and succeeds");
    }

    private static void Clear(GlxBackend backend, float red, float green, float blue)
    {
        var clearColor = (delegate* unmanaged<float, float, float, float, void>)backend.GetProcAddress("glClearColor");
        var clear = (delegate* unmanaged<uint, void>)backend.GetProcAddress("glClear");
        clearColor(red, green, blue, 1);
        clear(GlColorBufferBit);
    }
}
