using Vmgl.Stub.Present;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Handshake;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

/// <summary>What goes over a picture connection, and what happens when it breaks.</summary>
public sealed class PictureLinkTests : IDisposable
{
    private const int Width = 150;
    private const int Height = 100;

    private readonly PictureGuest _guest = new();
    private readonly PresentedWindow _window = new(7, Width, Height);
    private readonly List<string> _log = [];
    private readonly List<TestSlot> _slots = [];
    private readonly PictureLink _link;
    private int _woken;

    public PictureLinkTests() => _link = Link(PictureCompression.None);

    public void Dispose()
    {
        _link.Dispose();
        _guest.Dispose();
        _slots.ForEach(slot => slot.Dispose());
    }

    [Fact]
    public void Guest_IsWelcomedFirst()
    {
        _link.StartThreads();

        Assert.Equal(AnswerStatus.Welcome, _guest.ReadAnswer().Status);
    }

    [Theory]
    [InlineData((int)PictureCompression.None)]
    [InlineData((int)PictureCompression.Lossless)]
    public void Pictures_ArriveAsTheyAre_TheirChangesOnly(int compression)
    {
        using var guest = new PictureGuest();
        using PictureLink link = Link((PictureCompression)compression, guest);
        link.StartThreads();
        _ = guest.ReadAnswer();
        TestSlot first = Slot(1);
        link.QueuePicture(first.Slot);
        Assert.Equal(2, guest.ReadPicture(1).Count);
        Assert.True(first.FromTop().AsSpan().SequenceEqual(guest.Pixels));

        TestSlot second = Slot(2);
        second[149, 99] ^= 0x40;
        link.QueuePicture(second.Slot);
        Assert.Equal([new PictureArea(128, 64, 22, 36)], guest.ReadPicture(2).Select(frame => frame.Area));
        Assert.True(second.FromTop().AsSpan().SequenceEqual(guest.Pixels));

        guest.SayShown(2);
        link.QueuePicture(Slot(3, TestSlot.Photo(9), 20, 300).Slot);
        Assert.Equal(5, guest.ReadPicture(3).Count);
        Assert.True(_slots[^1].FromTop().AsSpan().SequenceEqual(guest.Pixels), "a picture of another size comes whole");
    }

    [Fact]
    public async Task Slot_ComesBackFree_AndTheGlThreadIsWoken()
    {
        Start();
        TestSlot slot = Slot(1);
        _link.QueuePicture(slot.Slot);
        _ = _guest.ReadPicture(1);

        await Eventually.IsTrue(() => slot.Slot.IsFree && Volatile.Read(ref _woken) > 0, "a free slot");
        Assert.True(_link.Bytes > 4 * Width * Height);
    }

    /// <summary>The guest has one picture to show and one to receive; a third waits until it has shown the first.</summary>
    [Fact]
    public async Task Pictures_AreNotSentFarAhead()
    {
        Start();
        AddAll(1, 2, 3, 4);
        _ = _guest.ReadPicture(1);
        _ = _guest.ReadPicture(2);
        await Eventually.IsTrue(() => _slots[0].Slot.IsFree && _slots[1].Slot.IsFree, "two pictures sent");
        Assert.False(_guest.HasNews || _slots[2].Slot.IsFree, "a third picture is sent though none is shown");

        _guest.SayShown(1);
        _ = _guest.ReadPicture(3);
        await Eventually.IsTrue(() => _slots[2].Slot.IsFree, "the third picture sent");
        Assert.False(_guest.HasNews || _slots[3].Slot.IsFree, "a fourth picture is sent though the second is not shown");

        _guest.SayShown(3);
        _ = _guest.ReadPicture(4);
    }

    /// <summary>Nobody shows pictures of a window that is hidden: nothing may wait for that.</summary>
    [Fact]
    public void Pictures_OfAHiddenWindow_DoNotWait()
    {
        Start();
        AddAll(1, 2, 3);
        _ = _guest.ReadPicture(1);
        _ = _guest.ReadPicture(2);
        _guest.SayVisible(false);

        _ = _guest.ReadPicture(3);
        Assert.False(_window.IsVisible);
    }

    [Fact]
    public async Task Notes_AreHeard_ThoseAboutUnknownWindowsToo()
    {
        Start();
        _guest.SayShown(5, drawable: 99);
        _guest.SayVisible(false, drawable: 99);
        _guest.SayVisible(false);
        _guest.SayShown(3);
        await Eventually.IsTrue(() => _window is { IsVisible: false, Shown: 3 }, "hidden, 3 shown");

        _guest.SayVisible(true);
        await Eventually.IsTrue(() => _window.IsVisible, "visible");
        Assert.False(_link.IsLost);
    }

    [Fact]
    public async Task NoteThatMakesNoSense_CutsTheConnectionOffAndSaysWhy()
    {
        Start();
        _guest.Send(new byte[PictureNote.Bytes]);

        _guest.WaitForEnd();
        await Eventually.IsTrue(() => _link.IsLost, "the end of the connection");
        Assert.Equal(["the picture connection was cut off: note about a picture: unknown kind 0"], _log);
    }

    [Fact]
    public async Task GuestLeaves_EverySlotComesBackFree_AndLaterOnes()
    {
        Start();
        AddAll(1, 2, 3, 4, 5);
        _ = _guest.ReadPicture(1);
        _guest.Leave();

        await Eventually.IsTrue(() => _slots.TrueForAll(slot => slot.Slot.IsFree), "five free slots");
        Assert.True(_link.IsLost);
        AddAll(6);
        Assert.True(_slots[^1].Slot.IsFree);
        _link.AwaitFree(); // does not wait for anything
        _link.SayClosed(7);
        Assert.Empty(_log);
    }

    /// <summary>A guest that does not receive makes the sender wait in the socket; losing the connection must end that wait.</summary>
    [Fact]
    public async Task Lose_WhileTheGuestDoesNotReceive_FreesAllSlots()
    {
        Start();
        for (uint i = 1; i <= 3; i++)
        {
            _guest.SayShown(i);
            _link.QueuePicture(Slot(i, TestSlot.Photo((int)i), 2000, 1500).Slot); // 12 MB: more than sockets take
        }

        _link.DropAll();

        await Eventually.IsTrue(() => _slots.TrueForAll(slot => slot.Slot.IsFree), "free slots");
        Assert.True(_link.IsLost);
    }

    [Fact]
    public void SayClosed_TellsTheDrawable()
    {
        Start();
        _link.SayClosed(0x400001);

        Assert.Equal(new PictureFrame(PictureFrameKind.Closed, 0x400001, 0, default, PictureEncoding.Raw, 0), _guest.ReadFrame(out _));
    }

    /// <summary>Catches a bug where a picture that GL could not map was left out without a word: the guest waits for its number.</summary>
    [Fact]
    public unsafe void PictureThatCouldNotBeMapped_IsShownAsUnchanged()
    {
        Start();
        AddAll(1);
        _ = _guest.ReadPicture(1);
        _guest.SayShown(1);
        TestSlot failed = Slot(2, TestSlot.Photo(8), 300, 200);
        failed.Slot.Pixels = null;
        _link.QueuePicture(failed.Slot);
        Assert.Empty(_guest.ReadPicture(2));
        Assert.True(_slots[0].FromTop().AsSpan().SequenceEqual(_guest.Pixels));

        _guest.SayShown(2);
        AddAll(3);
        Assert.Empty(_guest.ReadPicture(3));
    }

    private void Start()
    {
        _link.StartThreads();
        _ = _guest.ReadAnswer();
    }

    private PictureLink Link(PictureCompression compression, PictureGuest? guest = null) => new(
        (guest ?? _guest).Host, new PictureSettings(compression, 90, 60, 7), drawable => drawable == 7 ? _window : null,
        () => Interlocked.Increment(ref _woken), _log.Add);

    private void AddAll(params uint[] pictures)
    {
        foreach (uint picture in pictures)
        {
            _link.QueuePicture(Slot(picture).Slot);
        }
    }

    private TestSlot Slot(uint picture, Func<int, int, uint>? colour = null, int width = Width, int height = Height)
    {
        var slot = new TestSlot(_window, width, height, colour ?? TestSlot.Photo(1), picture);
        _slots.Add(slot);
        return slot;
    }
}
