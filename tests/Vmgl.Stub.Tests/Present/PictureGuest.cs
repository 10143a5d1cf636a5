using Vmgl.Link;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

/// <summary>The guest's side of a picture connection, over TCP in this process: receives pictures and puts them together.</summary>
internal sealed class PictureGuest : GuestSocket
{
    public PictureGuest()
        : this(out _)
    {
    }

    private PictureGuest(out SocketTransport host)
        : base(out host) => Host = host;

    /// <summary>The other end, for the link that is tested.</summary>
    public SocketTransport Host { get; }

    /// <summary>The picture as it is now, four bytes a pixel from the top.</summary>
    public byte[] Pixels { get; private set; } = [];

    public int Width { get; private set; }

    /// <summary>Receives one picture; its areas.</summary>
    public List<PictureFrame> ReadPicture(uint number, uint drawable = 7)
    {
        PictureFrame begin = ReadFrame(out _);
        Assert.Equal((PictureFrameKind.Begin, drawable, number), (begin.Kind, begin.Drawable, begin.Picture));
        if (Pixels.Length != begin.Area.Bytes || Width != begin.Area.Width)
        {
            (Pixels, Width) = (new byte[begin.Area.Bytes], begin.Area.Width);
        }

        var areas = new List<PictureFrame>();
        PictureFrame frame;
        while ((frame = ReadFrame(out byte[] payload)).Kind == PictureFrameKind.Area)
        {
            Assert.Equal((drawable, number), (frame.Drawable, frame.Picture));
            Assert.True(frame.Area.IsInside(begin.Area.Width, begin.Area.Height));
            Put(frame, payload);
            areas.Add(frame);
        }

        Assert.Equal((PictureFrameKind.Complete, drawable, number), (frame.Kind, frame.Drawable, frame.Picture));
        return areas;
    }

    public PictureFrame ReadFrame(out byte[] payload)
    {
        PictureFrame frame = PictureFrame.Read(Read(PictureFrame.HeadBytes));
        payload = Read(frame.PayloadBytes);
        return frame;
    }

    public void SayShown(uint picture, uint drawable = 7) => Say(new PictureNote(PictureNoteKind.Shown, drawable, picture));

    public void SayVisible(bool isVisible, uint drawable = 7) =>
        Say(new PictureNote(PictureNoteKind.Visible, drawable, isVisible ? 1u : 0));

    public override void Dispose()
    {
        base.Dispose();
        Host.Dispose();
    }

    private void Say(PictureNote note)
    {
        byte[] bytes = new byte[PictureNote.Bytes];
        note.Write(bytes);
        Send(bytes);
    }

    private void Put(PictureFrame frame, byte[] payload)
    {
        byte[] pixels = frame.Encoding == PictureEncoding.Lz4 ? Libraries.UnpackLz4(payload, (int)frame.Area.Bytes) : payload;
        for (int y = 0; y < frame.Area.Height; y++)
        {
            pixels.AsSpan(y * frame.Area.Width * 4, frame.Area.Width * 4)
                .CopyTo(Pixels.AsSpan((((frame.Area.Y + y) * Width) + frame.Area.X) * 4));
        }
    }
}
