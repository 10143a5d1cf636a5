using Vmgl.Stub.Host;
using Vmgl.Stub.Present;
using Vmgl.Stub.Replay;
using Vmgl.Stub.Tests.Present;
using Vmgl.Wire;
using Vmgl.Wire.Glx;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>What a guest can ask of surfaces.</summary>
public sealed class SurfaceTests : IDisposable
{
    private const uint Return = (uint)Presentation.Return;
    private const uint Window = (uint)Presentation.Window;

    private readonly ColourSurfaces _surfaces = new();
    private readonly RecordingLink _guest = new();
    private readonly List<string> _log = [];
    private readonly RecordingBackend _host;
    private readonly Presenter _presenter;
    private readonly Replayer _replayer;

    public SurfaceTests()
    {
        _host = new RecordingBackend { Surfaces = _surfaces };
        GlTable gl = PixelGl.Make();
        _presenter = new Presenter(gl, _surfaces, static () => { }, _log.Add);
        _replayer = new Replayer(gl, _host, _guest) { Presenter = _presenter, SessionKey = [1, 2, 3, 4, 5, 6, 7, 8] };
    }

    public void Dispose()
    {
        _presenter.Dispose();
        _replayer.Dispose();
        _host.Dispose();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16384, 16384)]
    public void CreateSurface_OfAnAllowedSize_IsMadeAndLogged(uint width, uint height)
    {
        Assert.Equal(Refusal.Granted, Verdict(Say.CreateSurface(31, width, height, Return)));

        Assert.Equal([$"surface 31 {width} {height}"], _surfaces.Said);
        Assert.Contains("return to the guest, because the guest's X server is not this host's", Assert.Single(_log),
            StringComparison.Ordinal);
        Assert.True(_presenter.IsPresented(31));
    }

    [Theory]
    [InlineData(0u, 10u, Return)]
    [InlineData(10u, 0u, Return)]
    [InlineData(16385u, 10u, Return)]
    [InlineData(10u, 16385u, Return)]
    [InlineData(uint.MaxValue, uint.MaxValue, Return)]
    [InlineData(0u, 10u, Window)]
    [InlineData(10u, 16385u, Window)]
    [InlineData(10u, 10u, 0u)]
    [InlineData(10u, 10u, 3u)]
    [InlineData(10u, 10u, uint.MaxValue)]
    public void CreateSurface_ThatCannotBe_IsRefusedBeforeAnythingIsMade(uint width, uint height, uint how)
    {
        Assert.NotEqual(Refusal.Granted, Verdict(Say.CreateSurface(31, width, height, how)));

        Assert.Empty(_surfaces.Said);
        Assert.Empty(_host.Said);
        Assert.Empty(_log);
        Assert.False(_presenter.IsPresented(31));
    }

    [Fact]
    public void CreateSurface_TwiceForOneDrawable_IsRefused()
    {
        Assert.Equal(Refusal.Granted, Verdict(Say.CreateSurface(31, 10, 10, Return)));
        Assert.NotEqual(Refusal.Granted, Verdict(Say.CreateSurface(31, 10, 10, Return)));
        Assert.Single(_log);
    }

    [Fact]
    public void CreateSurface_AsAWindowOfTheHost_BearsTheProgramsName()
    {
        Assert.Equal(Refusal.Granted, Verdict(Say.CreateSurface(31, 640, 480, Window, forced: 1, title: "glxgears")));

        Assert.Equal(["host window 31 640 480 glxgears"], _host.Said);
        Assert.Contains("a window on this host's display shows it, because the guest's VMGL_PRESENT says so", Assert.Single(_log),
            StringComparison.Ordinal);
        Assert.False(_presenter.IsPresented(31));
    }

    [Theory]
    [InlineData(0u, 10u)]
    [InlineData(10u, 16385u)]
    [InlineData(uint.MaxValue, 1u)]
    public void ResizeSurface_ToASizeThatCannotBe_IsLeftOut(uint width, uint height)
    {
        Play(Say.CreateSurface(31, 10, 10, Return));
        _surfaces.Said.Clear();
        Play(Say.ResizeSurface(31, width, height));

        Assert.Empty(_surfaces.Said);
        Assert.DoesNotContain(_host.Said, line => line.StartsWith("resize", StringComparison.Ordinal));
    }

    [Fact]
    public void OpenPictures_AnswersTheSessionsKey_AndKeepsItsFirstSettings()
    {
        Play(Say.OpenPictures((uint)PictureCompression.Lossy, 75, 30));
        Play(Say.OpenPictures((uint)PictureCompression.None, 10, 5));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], _guest.Replies[0].Payload);
        Assert.Equal(new PictureSettings(PictureCompression.Lossy, 75, 30, 7), _presenter.Settings);
    }

    [Theory]
    [InlineData(0u, 0u, 1, 0)]
    [InlineData(100u, 1000u, 100, 1000)]
    [InlineData(101u, 1001u, 100, 1000)]
    [InlineData(0x80000000u, 0x80000000u, 1, 1000)]
    [InlineData(uint.MaxValue, uint.MaxValue, 1, 1000)]
    public void OpenPictures_NumbersBeyondTheirLimits_AreBroughtBack(uint quality, uint spoil, int expectedQuality, int expectedRate)
    {
        Play(Say.OpenPictures((uint)PictureCompression.Lossy, quality, spoil));

        Assert.Equal((expectedQuality, expectedRate), (_presenter.Settings!.Quality, _presenter.Settings.MaxRate));
    }

    /// <summary>A compression that this build does not know is not a reason to end a session; it is as if none were wanted
    /// specially.</summary>
    [Fact]
    public void OpenPictures_UnknownCompression_StillReturnsPictures()
    {
        using var guest = new PictureGuest();
        Play(Say.OpenPictures(uint.MaxValue, 90, 1000), Say.CreateSurface(7, 64, 48, Return));
        Assert.True(_presenter.JoinConnection(guest.Host));
        _ = guest.ReadAnswer();
        _surfaces.Draw(7, SurfaceBuffer.Back, 5);
        Play(Say.SwapBuffers(7));

        Assert.Single(guest.ReadPicture(1));
    }

    [Fact]
    public void SwapBuffers_OfASurface_IsAcknowledgedAndNotTheHostsBusiness()
    {
        Play(Say.CreateSurface(7, 64, 48, Return), Say.SwapBuffers(7), Say.ForgetDrawable(7), Say.SwapBuffers(7));

        Assert.Equal(["forget 7", "swap 7"], _host.Said);
        Assert.Equal(2, _guest.Swaps.Count);
    }

    [Fact]
    public void WaitForDisplay_NamesTheWindowAndItsLastPicture()
    {
        using var guest = new PictureGuest();
        Play(Say.OpenPictures(0, 90, 1000), Say.CreateSurface(7, 64, 48, Return));
        Assert.True(_presenter.JoinConnection(guest.Host));
        _ = guest.ReadAnswer();
        Play(Say.SwapBuffers(7), Say.WaitForDisplay());

        uint[] words = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(_guest.Replies[^1].Payload).ToArray();
        Assert.Equal([7u, 1u], words);
        _ = guest.ReadPicture(1);
    }

    private uint Verdict(byte[] command)
    {
        Play(command);
        return BitConverter.ToUInt32(_guest.Replies[^1].Payload);
    }

    private void Play(params byte[][] commands) => _replayer.PlayBatch(1, commands.SelectMany(bytes => bytes).ToArray(), []);
}
