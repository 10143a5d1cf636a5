using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl.Shaders;

/// <summary>A shader or program of this process: what kind it is, and what is known of it.</summary>
/// <remarks>
/// Any thread may change an object that another asks about. Whoever changes one sends the command first and counts then, and whoever asks
/// reads the counts first and sends then; the host plays in the order of arrival. So an answer is older than a change that it does not
/// show, and is not kept.
/// </remarks>
internal sealed class ShaderObject(uint name, bool isProgram)
{
    private readonly Lock _lock = new();
    private KnownObject? _known;
    private uint _version;
    private uint _attachments;
    private uint _knownAttachments;
    private uint _knownLinks;

    /// <summary>How many links any program was given.</summary>
    private static uint s_links;

    /// <summary>Whether it is a program.</summary>
    public bool IsProgram => isProgram;

    /// <summary>Grows with every change but those to what is attached.</summary>
    public uint Version => Volatile.Read(ref _version);

    /// <summary>What is known without asking; null when there is nothing, or it is old.</summary>
    /// <param name="attachments">Whether it is about what is attached.</param>
    public KnownObject? Known(bool attachments = false)
    {
        lock (_lock)
        {
            bool isOld = (attachments && _knownAttachments != _attachments) || (!isProgram && _knownLinks != Volatile.Read(ref s_links));
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
        if (isProgram)
        {
            DescribeProgram.Write(stream.Reserve(DescribeProgram.Bytes), token, name);
        }
        else
        {
            DescribeShader.Write(stream.Reserve(DescribeShader.Bytes), token, name, withSource ? 1u : 0);
        }

        using Reply reply = stream.Ask(token, isProgram ? Wire.Opcode.DescribeProgram : Wire.Opcode.DescribeShader);
        return reply.Rest.IsEmpty ? null : KnownObject.Read(reply.Rest);
    }
}
