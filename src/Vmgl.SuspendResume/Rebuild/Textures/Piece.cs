using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>One command that made a part of an image, with its own copy of the pixels.</summary>
/// <param name="command">The command's bytes; they become this piece's own.</param>
/// <param name="pixels">Its payload, padded to 4; it becomes this piece's own.</param>
/// <param name="transfer">The pixel transfer that it was given under.</param>
internal sealed class Piece(in ImageCommand image, byte[] command, byte[] pixels, IReadOnlyList<Kept> transfer)
{
    private readonly ImageCommand _image = image;
    private byte[] _command = command;
    private byte[] _pixels = pixels;

    /// <summary>The pixels of the level that it writes.</summary>
    public Box Box => _image.Box;

    /// <summary>Whether it defines the level.</summary>
    public bool IsDefinition => _image.Verb != ImageVerb.Update;

    /// <summary>Whether its pixels are given compressed.</summary>
    public bool IsPacked => _image.IsPacked;

    /// <summary>Whether it has pixels.</summary>
    public bool HasPixels => _pixels.Length > 0;

    /// <summary>What it is.</summary>
    public ImageCommand Image => _image;

    /// <summary>The pixel transfer that it was given under.</summary>
    public IReadOnlyList<Kept> Transfer => transfer;

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _command.Length + _pixels.Length;

    /// <summary>Bytes of one pixel as given; 0 for compressed ones and bitmaps.</summary>
    public int PixelBytes => _image.IsPacked ? 0 : Images.PixelBytes(_image.Format, _image.Type);

    /// <summary>Whether both are the same command with the same pixels.</summary>
    public bool IsSame(Piece other) =>
        _command.AsSpan().SequenceEqual(other._command) && _pixels.AsSpan().SequenceEqual(other._pixels)
            && PixelTransferState.Same(transfer, other.Transfer);

    /// <summary>Whether a piece's pixels may be laid over this one's: same kind, and all inside.</summary>
    public bool CanTake(Piece newer) =>
        HasPixels && newer.HasPixels && IsAlike(newer) && Box.Contains(newer.Box);

    /// <summary>Whether pixels have the same form.</summary>
    public bool IsAlike(Piece other) =>
        PixelBytes != 0 && other.PixelBytes == PixelBytes && other._image.Format == _image.Format && other._image.Type == _image.Type
        && PixelTransferState.Same(transfer, other.Transfer);

    /// <summary>Lays a newer piece's pixels over this one's: <see cref="CanTake"/> has said yes.</summary>
    public void Take(Piece newer)
    {
        (Box mine, Box its) = (Box, newer.Box);
        int pixel = PixelBytes;
        int bytes = its.Width * pixel;
        for (int z = 0; z < its.Depth; z++)
        {
            for (int y = 0; y < its.Height; y++)
            {
                long from = (((long)z * its.Height) + y) * bytes;
                long at = (((((long)its.Z - mine.Z + z) * mine.Height) + its.Y - mine.Y + y) * mine.Width) + its.X - mine.X;
                newer._pixels.AsSpan((int)from, bytes).CopyTo(_pixels.AsSpan((int)(at * pixel)));
            }
        }
    }

    /// <summary>Takes the pixels away from a definition: others cover them all. The level stays defined.</summary>
    public void Strip()
    {
        if (_image.Verb != ImageVerb.Define || _image.IsPacked || !HasPixels)
        {
            return;
        }

        _pixels = [];
        _command = ImageCommands.Define(
            _image.Target, _image.Level, _image.InternalFormat, _image.Box, _image.Border, _image.Format, _image.Type, given: 0);
    }

    /// <summary>Writes it; a texture is bound.</summary>
    public void Write(RebuildWriter to)
    {
        IReadOnlyList<Kept> under = HasPixels && !_image.IsPacked ? transfer : [];
        PixelTransferState.Enter(to, under);
        to.Add(_command, _pixels);
        PixelTransferState.Leave(to, under);
    }
}
