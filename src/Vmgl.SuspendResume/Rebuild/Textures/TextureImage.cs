using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Textures;

/// <summary>One face of one level of a texture: the command that defined it, and those that wrote into it since, as far as their pixels are
/// still seen.</summary>
internal sealed class TextureImage
{
    private const long Slack = 64 << 10;
    private readonly List<Piece> _pieces = [];
    private long _bytes;
    private int _widestPixel = 4;

    /// <summary>Its pixels, border included; empty before it is defined.</summary>
    public Box Box { get; private set; }

    /// <summary>Its border, 0 or 1.</summary>
    public int Border { get; private set; }

    /// <summary>The internal format that the program asked for.</summary>
    public uint InternalFormat { get; private set; }

    /// <summary>Whether only the host knows what it shows.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Whether it was defined by a command of its own, not by one for the whole texture.</summary>
    public bool IsDefined => _pieces.Count > 0 && _pieces[0].IsDefinition;

    /// <summary>Whether its pixels are given compressed.</summary>
    public bool IsPacked => _pieces.Exists(piece => piece.IsPacked);

    /// <summary>Whether it comes from a level below it, by glGenerateMipmap or GL_GENERATE_MIPMAP.</summary>
    public bool IsGenerated { get; private set; }

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => _bytes;

    /// <summary>Bytes of the level, roughly, for the user.</summary>
    public long ContentBytes => Box.Volume * _widestPixel;

    /// <summary>The level is there, by a command for the whole texture.</summary>
    public void Be(in ImageCommand image, Box box, bool isGenerated)
    {
        Clear();
        (Box, Border, InternalFormat, IsGenerated) = (box, image.Border, image.InternalFormat, isGenerated);
    }

    /// <summary>A level that was made from the one below it.</summary>
    public void BeGenerated(TextureImage lower, Box box)
    {
        Clear();
        (Box, Border, InternalFormat, IsGenerated) = (box, lower.Border, lower.InternalFormat, true);
        _widestPixel = lower._widestPixel;
    }

    /// <summary>The level is defined by a command of its own.</summary>
    public void Define(Piece piece, bool isSure)
    {
        if (isSure)
        {
            Clear();
            _widestPixel = 4;
        }
        else if (_pieces.Count > 0 && _pieces[^1].IsSame(piece))
        {
            return;
        }

        IsGenerated = IsGenerated && !isSure;
        (Box, Border, InternalFormat) = (piece.Box, piece.Image.Border, piece.Image.InternalFormat);
        IsStale = piece.Image.Verb == ImageVerb.Copy || (!isSure && IsStale);
        Add(piece);
        Bound();
    }

    /// <summary>Pixels are written into the level.</summary>
    public void Update(Piece piece, bool isSure)
    {
        if (piece.Box.Volume == 0 || (_pieces.Count > 0 && _pieces[^1].IsSame(piece)))
        {
            return;
        }

        bool isWhole = isSure && Box.Volume > 0 && piece.Box.Contains(Box);
        if (isSure && (isWhole || !InternalFormats.IsCompressed(InternalFormat)) && Settle(piece))
        {
            IsStale = IsStale && !isWhole;
            return;
        }

        IsStale = IsStale && !isWhole;
        Add(piece);
        Bound();
    }

    /// <summary>GL wrote into it; what is kept is old.</summary>
    public void Spoil() => IsStale = true;

    /// <summary>What the host said: it replaces all that was known.</summary>
    /// <param name="definition">What defines the level anew; null where a command for the whole texture does.</param>
    /// <param name="content">Its pixels; null when the definition has them.</param>
    public void Renew(Piece? definition, Piece? content)
    {
        Clear();
        foreach (Piece? piece in new[] { definition, content })
        {
            if (piece is not null)
            {
                Add(piece);
            }
        }

        Piece first = definition ?? content!;
        Box = first.Box;
        (Border, InternalFormat) = definition is null ? (Border, InternalFormat)
            : (definition.Image.Border, definition.Image.InternalFormat);
    }

    /// <summary>The host has no such level.</summary>
    public void Vanish()
    {
        Clear();
        Box = default;
    }

    /// <summary>The command that defined it, without pixels, for a texture that is read back.</summary>
    public Piece? Definition => _pieces.FindLast(piece => piece.IsDefinition);

    /// <summary>Writes what makes it; the texture is bound.</summary>
    public void Write(RebuildWriter to)
    {
        foreach (Piece piece in _pieces)
        {
            piece.Write(to);
        }
    }

    /// <summary>Lets go what the new piece hides, and lays it over an older one where that shows the same; true when that was
    /// done.</summary>
    private bool Settle(Piece piece)
    {
        bool mayMerge = !InternalFormats.IsCompressed(InternalFormat);
        for (int i = _pieces.Count - 1; i >= 0; i--)
        {
            Piece older = _pieces[i];
            if (!older.IsDefinition && piece.Box.Contains(older.Box))
            {
                _bytes -= older.Bytes;
                _pieces.RemoveAt(i);
            }
            else if (older.IsDefinition && older.HasPixels && piece.Box.Contains(older.Box) && !older.CanTake(piece))
            {
                _bytes -= older.Bytes;
                older.Strip();
                _bytes += older.Bytes;
            }
            else if (mayMerge && older.CanTake(piece))
            {
                older.Take(piece);
                return true;
            }
            else if (older.Box.Intersects(piece.Box) && (older.HasPixels || older.IsDefinition))
            {
                return false;
            }
        }

        return false;
    }

    private void Add(Piece piece)
    {
        _pieces.Add(piece);
        _bytes += piece.Bytes;
        _widestPixel = Math.Max(_widestPixel, piece.PixelBytes);
    }

    private void Clear()
    {
        _pieces.Clear();
        (_bytes, IsStale, IsGenerated) = (0, false, false);
    }

    /// <summary>Keeps what is kept below twice the image: pieces of one kind become one, and when that is not possible the oldest go and
    /// the host is asked.</summary>
    private void Bound()
    {
        long most = (2 * ContentBytes) + Slack;
        if (_bytes <= most || TryJoin())
        {
            return;
        }

        int first = _pieces.FindIndex(piece => !piece.IsDefinition);
        while (_bytes > most && first >= 0 && _pieces.Count > 1)
        {
            IsStale = true;
            _bytes -= _pieces[first].Bytes;
            _pieces.RemoveAt(first);
            first = _pieces.FindIndex(piece => !piece.IsDefinition);
        }
    }

    /// <summary>Makes one piece of all that were written into a level without pixels of its own. What none of them wrote was undefined
    /// before and is zero afterwards.</summary>
    private bool TryJoin()
    {
        int first = _pieces.FindLastIndex(piece => piece.IsDefinition) + 1;
        if (first >= _pieces.Count || (first > 0 && (first != 1 || _pieces[0].HasPixels)) || IsStale)
        {
            return false;
        }

        Piece model = _pieces[first];
        long bytes = Box.Volume * model.PixelBytes;
        if (bytes is 0 or > int.MaxValue / 2 || !_pieces.TrueForAll(piece => piece.IsDefinition
            || (piece.IsAlike(model) && Box.Contains(piece.Box))))
        {
            return false;
        }

        byte[] command = ImageCommands.Update(model.Image.Target, model.Image.Level, Box, model.Image.Format, model.Image.Type);
        var joined = new Piece(model.Image with { Box = Box }, command, new byte[Wire.Align.To4((int)bytes)], model.Transfer);
        foreach (Piece piece in _pieces.Skip(first))
        {
            joined.Take(piece);
        }

        _pieces.RemoveRange(first, _pieces.Count - first);
        _bytes = _pieces.Sum(piece => piece.Bytes);
        Add(joined);
        return true;
    }
}
