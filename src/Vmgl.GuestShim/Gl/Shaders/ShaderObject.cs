using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl.Shaders;

/// <summary>A shader or program of this process: what kind it is, and what is known of it.</summary>
/// <remarks>
/// Any thread may change an object that another asks about. Whoever changes one sends the command first and counts then, and whoever asks
/// reads the counts first and sends then; the host plays in the order of arrival. So an answer is older than a change that it does not
/// show, and is not kept.
/// </remarks>
/// <param name="group">The share group that it is in.</param>
/// <param name="type">The shader's type; 0 for a program.</param>
/// <param name="isSure">Whether the command that makes it cannot have failed on the host.</param>
internal sealed class ShaderObject(uint name, ShareGroup group, uint type, bool isSure)
{
    private const uint ShaderType = 0x8B4F;
    private const uint DeleteStatus = 0x8B80;
    private const uint SourceLength = 0x8B88;

    private readonly Lock _lock = new();
    private KnownObject? _known;
    private uint _version;
    private uint _attachments;
    private uint _knownAttachments;
    private uint _knownLinks;
    private int _sourceBytes;
    private bool _isDeleted;

    /// <summary>How many links any program was given.</summary>
    private static uint s_links;

    /// <summary>The share group that it is in: in others it is none.</summary>
    public ShareGroup Group => group;

    /// <summary>Whether it is a program.</summary>
    public bool IsProgram => type == 0;

    /// <summary>Grows with every change but those to what is attached.</summary>
    public uint Version => Volatile.Read(ref _version);

    /// <summary>Whether the object is there: nobody asked for its deletion.</summary>
    public bool IsSurelyThere => isSure && !Volatile.Read(ref _isDeleted);

    /// <summary>A parameter that the program itself has decided; null for others, and where the host must be asked.</summary>
    public int? Given(uint parameter) => !IsSurelyThere ? null : parameter switch
    {
        DeleteStatus => 0,
        ShaderType when !IsProgram => (int)type,
        SourceLength when Volatile.Read(ref _sourceBytes) is > 0 and int bytes => bytes + 1,
        _ => null,
    };

    /// <summary>A source was given whose length, without a zero, is this; 0 when what GL makes of it is for the host to say.</summary>
    public void TakeSource(int bytes) => Volatile.Write(ref _sourceBytes, bytes);

    /// <summary>Its deletion was asked for.</summary>
    public void Delete() => Volatile.Write(ref _isDeleted, true);

    /// <summary>What is known without asking; null when there is nothing, or it is old.</summary>
    /// <param name="attachments">Whether it is about what is attached.</param>
    public KnownObject? Known(bool attachments = false)
    {
        lock (_lock)
        {
            bool isOld = (attachments && _knownAttachments != _attachments) || (!IsProgram && _knownLinks != Volatile.Read(ref s_links));
            return isOld ? null : _known;
        }
    }

    /// <summary>What is known, after asking the host where that is nothing; null when the object is not there, or GL found another error.</summary>
    public KnownObject? Ask(GuestStream stream, bool attachments, bool withSource)
    {
        if (Known(attachments) is KnownObject known && (!withSource || known.Source is not null))
        {
            return known;
        }

        (uint version, uint attached, uint links) = (Version, Volatile.Read(ref _attachments), Volatile.Read(ref s_links));
        KnownObject? told = Describe(stream, withSource);
        lock (_lock)
        {
            if (told is { IsThere: true } && version == _version)
            {
                (_known, _knownAttachments, _knownLinks) = (told, attached, links);
            }
        }

        return told;
    }

    /// <summary>The object has changed.</summary>
    public void Change()
    {
        lock (_lock)
        {
            _version++;
            _known = null;
        }
    }

    /// <summary>What is attached has changed: the interface is that of the last link all the same.</summary>
    public void ChangeAttachments() => Interlocked.Increment(ref _attachments);

    /// <summary>A program was linked. Mesa compiles shaders then that its cache had let it skip, and so writes their logs.</summary>
    public static void CountLink() => Interlocked.Increment(ref s_links);

    private KnownObject? Describe(GuestStream stream, bool withSource)
    {
        uint token = stream.NextToken();
        if (IsProgram)
        {
            DescribeProgram.Write(stream.Reserve(DescribeProgram.Bytes), token, name);
        }
        else
        {
            DescribeShader.Write(stream.Reserve(DescribeShader.Bytes), token, name, withSource ? 1u : 0);
        }

        using Reply reply = stream.Ask(token, IsProgram ? Wire.Opcode.DescribeProgram : Wire.Opcode.DescribeShader);
        return reply.Rest.IsEmpty ? null : KnownObject.Read(reply.Rest);
    }
}
