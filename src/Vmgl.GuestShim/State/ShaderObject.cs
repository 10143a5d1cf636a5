using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.State;

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

    /// <summary>Its name.</summary>
    public uint Name => name;

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
        GL_DELETE_STATUS => 0,
        GL_SHADER_TYPE when !IsProgram => (int)type,
        GL_SHADER_SOURCE_LENGTH when Volatile.Read(ref _sourceBytes) is > 0 and int bytes => bytes + 1,
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

    /// <summary>What an answer would be as new as, if it were asked for now.</summary>
    public ObjectCounts Counts => new(Version, Volatile.Read(ref _attachments), Volatile.Read(ref s_links));

    /// <summary>Keeps what the host said, unless the object has changed since <paramref name="asked"/>.</summary>
    public void Keep(KnownObject told, ObjectCounts asked)
    {
        lock (_lock)
        {
            if (told.IsThere && asked.Version == _version)
            {
                (_known, _knownAttachments, _knownLinks) = (told, asked.Attachments, asked.Links);
            }
        }
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
}

/// <summary>Counts of changes that what is known of an object may be older than.</summary>
internal readonly record struct ObjectCounts(uint Version, uint Attachments, uint Links);
