using System.Net;
using System.Net.Sockets;
using Vmgl.Wire.Handshake;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Tests.Present;

/// <summary>The guest's side of a picture connection, over TCP in this process: receives pictures and puts them together.</summary>
internal sealed class PictureGuest : IDisposable
{
    private const int Patience = 60_000;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = Patience };

    public PictureGuest()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        _socket.Connect(listener.LocalEndPoint!);
        _socket.NoDelay = true;
        Host = listener.Accept();
    }

    /// <summary>The other end, for who is tested.</summary>
    public Socket Host { get; }

    /// <summary>The picture as it is now, four bytes a pixel from the top.</summary>
    public byte[] Pixels { get; private set; } = [];

    public int Width { get; private set; }

    /// <summary>Whether something has come, or the host has closed.</summary>
    public bool HasNews => _socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Returns once the host has closed; what it still sends is dropped.</summary>
    public void WaitForEnd()
    {
        try
        {
            byte[] dropped = new byte[4096];
            while (_socket.Receive(dropped) > 0)
            {
            }
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // An end too.
        }
    }

    public Answer ReadAnswer()
    {
        byte[] head = Read(Answer.HeadBytes);
        Assert.True(Answer.TryReadLength(head, out int length));
        return Answer.Decode([.. head, .. Read(length - head.Length)]);
    }

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

    public void SayVisible(bool isVisible, uint drawable = 7) => Say(new PictureNote(PictureNoteKind.Visible, drawable, isVisible ? 1u : 0));

    public void Send(ReadOnlySpan<byte> bytes) => _socket.Send(bytes);

    /// <summary>Closes this end only.</summary>
    public void Leave() => _socket.Dispose();

    public void Dispose()
    {
        Leave();
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
            pixels.AsSpan(y * frame.Area.Width * 4, frame.Area.Width * 4).CopyTo(Pixels.AsSpan((((frame.Area.Y + y) * Width) + frame.Area.X) * 4));
        }
    }

    private byte[] Read(int count)
    {
        byte[] bytes = new byte[count];
        for (int got = 0; got < count;)
        {
            int part = _socket.Receive(bytes.AsSpan(got));
            Assert.True(part > 0, "the host has closed");
            got += part;
        }

        return bytes;
    }
}
