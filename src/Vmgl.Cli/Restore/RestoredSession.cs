using System.Buffers.Binary;
using Vmgl.Cli.Basics;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Pictures;

namespace Vmgl.Cli.Restore;

/// <summary>A picture as GL gives it.</summary>
/// <param name="Pixels">Red, green, blue, row by row from the bottom, without gaps.</param>
internal sealed record RestoredPicture(int Width, int Height, byte[] Pixels);

/// <summary>Plays a snapshot on a host, and reads what it drew, in a context of its own on a stream of its own.</summary>
internal sealed class RestoredSession(HostSession host)
{
    private const uint WindowNumber = 0x7FFF_0001; // no X server gives such an id

    private readonly Dictionary<uint, (int Screen, uint Config)> _made = [];
    private readonly Dictionary<uint, uint> _readers = [];
    private readonly HashSet<uint> _streams = [];
    private readonly List<(Verdict Verdict, Task<byte[]> Reply)> _verdicts = [];
    private uint _stream;
    private uint _nextContext = 1;
    private uint _sequence;

    /// <summary>Plays all frames.</summary>
    /// <exception cref="CommandException">The host refuses what they need, or ends the session.</exception>
    /// <exception cref="ProtocolException">A frame has no commands of this protocol.</exception>
    public async Task PlayAsync(SnapshotReader snapshot)
    {
        foreach (SnapshotFrame frame in snapshot.ReadFrames())
        {
            InspectFrame(frame);
            await host.SendAsync(frame.Head.Stream, frame.Commands, frame.Bulk);
        }

        foreach ((Verdict verdict, Task<byte[]> reply) in _verdicts)
        {
            verdict.CheckReply(await reply);
        }
    }

    /// <summary>Reads the picture of a drawable.</summary>
    /// <param name="buffer">GL_FRONT or GL_BACK.</param>
    /// <exception cref="CommandException">The frames did not make it, or the host cannot read it.</exception>
    public async Task<RestoredPicture> ReadAsync(SnapshotDrawable drawable, uint buffer)
    {
        if (drawable.Width is 0 or > Limits.MaxPictureSide || drawable.Height is 0 or > Limits.MaxPictureSide)
        {
            throw new CommandException($"drawable 0x{drawable.Number:x} of {drawable.Width} by {drawable.Height} pixels has no picture");
        }

        await BindAsync(drawable.Number, drawable.Number);
        byte[] source = new byte[ReadBuffer.Bytes];
        ReadBuffer.Write(source, buffer);
        uint token = NextToken();
        byte[] read = new byte[ReadPixels.Bytes];
        (int width, int height) = ((int)drawable.Width, (int)drawable.Height);
        ReadPixels.Write(read, token, 0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE);
        byte[] reply = await AskAsync(token, [.. source, .. read]);
        return ReadPicture(reply, width, height)
            ?? throw new CommandException($"drawable 0x{drawable.Number:x}: the host cannot read this buffer; try the other one (--buffer)");
    }

    /// <summary>Shows a picture in a window on the host's display, and returns when it is there.</summary>
    /// <param name="like">Whose FBConfig the window has.</param>
    /// <exception cref="CommandException">The host has no display.</exception>
    public async Task ShowAsync(RestoredPicture picture, uint like, string title)
    {
        (int screen, uint config) = _made[like];
        byte[] text = System.Text.Encoding.UTF8.GetBytes(title);
        uint token = NextToken();
        byte[] create = new byte[CreateSurface.Measure(text.Length)];
        CreateSurface.Write(create, token, WindowNumber, screen, config, (uint)picture.Width, (uint)picture.Height,
            (uint)Presentation.Window, 1, text.Length, text);
        new Verdict(token, "a window on its display").CheckReply(await AskAsync(token, create));
        await BindAsync(WindowNumber, like);
        byte[] place = new byte[RasterPos2f.Bytes];
        RasterPos2f.Write(place, -1, -1);
        byte[] draw = new byte[DrawPixels.Bytes];
        DrawPixels.Write(draw, picture.Width, picture.Height, GL_RGB, GL_UNSIGNED_BYTE, 1);
        byte[] swap = new byte[SwapBuffers.Bytes];
        SwapBuffers.Write(swap, WindowNumber);
        byte[] bulk = new byte[Align.To4(picture.Pixels.Length)];
        picture.Pixels.CopyTo(bulk, 0);
        await host.SendAsync(_stream, (byte[])[.. place, .. draw, .. swap], bulk);
    }

    /// <summary>Rectangle (x, y, width, height), bytes of the image, image; null when not all of it was read.</summary>
    private static RestoredPicture? ReadPicture(ReadOnlySpan<byte> reply, int width, int height)
    {
        const int HeadBytes = 20;
        int bytes = width * height * 3;
        bool isWhole = reply.Length >= HeadBytes + bytes && WordAt(reply, 2) == width && WordAt(reply, 3) == height
            && WordAt(reply, 4) == bytes;
        return isWhole ? new RestoredPicture(width, height, reply.Slice(HeadBytes, bytes).ToArray()) : null;
    }

    private static int WordAt(ReadOnlySpan<byte> bytes, int index) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);

    /// <summary>Learns what a frame makes, and what the host has to grant.</summary>
    private void InspectFrame(SnapshotFrame frame)
    {
        _streams.Add(frame.Head.Stream);
        while (_streams.Contains(_stream))
        {
            _stream++;
        }

        var reader = new BatchReader(frame.Commands.Span, frame.Bulk.Span);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            if (opcode == Opcode.CreatePbuffer)
            {
                var made = new CreatePbuffer(command);
                _made[made.Drawable] = (made.Screen, made.Config);
            }

            if (opcode == Opcode.CreateContext)
            {
                _nextContext = Math.Max(_nextContext, new CreateContext(command).Context + 1);
            }

            if (Verdict.VerdictOf(opcode, command) is Verdict verdict)
            {
                _verdicts.Add((verdict, host.ExpectReply(verdict.Token)));
            }
        }
    }

    /// <summary>Makes a context in its initial state current, with a drawable.</summary>
    private async Task BindAsync(uint drawable, uint like)
    {
        if (!_made.TryGetValue(like, out (int Screen, uint Config) made))
        {
            throw new CommandException($"the snapshot says that it has drawable 0x{like:x}, but its frames do not make it");
        }

        if (!_readers.TryGetValue(made.Config, out uint context))
        {
            context = _readers[made.Config] = _nextContext++;
            uint token = NextToken();
            byte[] create = new byte[CreateContext.Measure(0)];
            CreateContext.Write(create, token, context, made.Screen, 0, made.Config, 0, GLX_RGBA_TYPE, 0, 0, default);
            new Verdict(token, "a context to read pictures").CheckReply(await AskAsync(token, create));
        }

        uint bindToken = NextToken();
        byte[] bind = new byte[TryMakeCurrent.Bytes];
        TryMakeCurrent.Write(bind, bindToken, context, drawable, drawable);
        new Verdict(bindToken, "reading pictures").CheckReply(await AskAsync(bindToken, bind));
    }

    private async Task<byte[]> AskAsync(uint token, byte[] commands)
    {
        Task<byte[]> reply = host.ExpectReply(token);
        await host.SendAsync(_stream, commands, default);
        return await reply;
    }

    private uint NextToken() => (_stream << 16) | (++_sequence & 0xFFFF);
}
