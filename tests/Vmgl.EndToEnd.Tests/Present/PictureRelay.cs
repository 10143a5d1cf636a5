using System.Net.Sockets;
using Vmgl.Wire.Handshake;
using Vmgl.Wire.Pictures;

namespace Vmgl.EndToEnd.Tests.Present;

/// <summary>What a relay does with a frame of a picture connection.</summary>
/// <param name="number">Counts the frames from 1.</param>
/// <param name="head">Its head, which may be changed in place.</param>
/// <param name="payload">What follows it.</param>
/// <returns>What the guest receives instead; null cuts the connection.</returns>
internal delegate byte[]? Meddling(int number, byte[] head, byte[] payload);

/// <summary>A relay that lets a test meddle with what the host sends on picture connections.</summary>
/// <param name="port">The daemon's.</param>
internal sealed class PictureRelay(int port, Meddling meddle) : Relay(port)
{
    /// <summary>Frames of pictures that the host sent.</summary>
    public int Frames { get; private set; }

    /// <summary>All of a frame.</summary>
    public static byte[] Whole(byte[] head, byte[] payload) => [.. head, .. payload];

    protected override void Serve(Socket guest, Socket host, Hello hello)
    {
        InBackground(() => Pump(guest, host));
        if (hello.Method == AuthenticationMethod.SessionKey)
        {
            PumpPictures(host, guest);
        }
        else
        {
            Pump(host, guest);
        }
    }

    private void PumpPictures(Socket host, Socket guest)
    {
        PassAnswer(host, guest);
        byte[]? frame = [];
        while (frame is not null)
        {
            byte[] head = new byte[PictureFrame.HeadBytes];
            Fill(host, head);
            byte[] payload = new byte[PictureFrame.Read(head).PayloadBytes];
            Fill(host, payload);
            frame = meddle(++Frames, head, payload);
            _ = guest.Send(frame ?? []);
        }

        guest.Dispose();
        host.Dispose();
    }

    private static void Pump(Socket from, Socket to)
    {
        PumpBytes(from, to);
        to.Shutdown(SocketShutdown.Send);
    }
}
