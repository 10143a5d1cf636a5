using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.State;

/// <summary>A shader or program of this process: its kind, and its description as far as the host has given one.</summary>
/// <remarks>
/// Any thread may change an object that another asks about. A change is sent first and counted then; for a question the counts are read
/// first and the question is sent then; the host plays in the order of arrival. So an answer that a change might not show in is older than
/// the change's count, and is not kept.
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

    /// <summary>The number of links of all programs.</summary>
    private static uint s_links;

    /// <summary>Its name.</summary>
    public uint Name => name;

    /// <summary>The share group that it is in; other groups do not have it.</summary>
    public ShareGroup Group => group;

    /// <summary>Whether it is a program.</summary>
    public bool IsProgram => type == 0;

    /// <summary>Grows with every change but those to what is attached.</summary>
    public uint Version => Volatile.Read(ref _version);

    /// <summary>Whether the object certainly exists: its deletion was not asked for.</summary>
    public bool IsSurelyThere => isSure && !Volatile.Read(ref _isDeleted);

    /// <summary>A parameter that the program itself has set; null for others, and where the host must be asked.</summary>
    public int? FindGivenParameter(uint parameter) => !IsSurelyThere ? null : parameter switch
    {
        GL_DELETE_STATUS => 0,
        GL_SHADER_TYPE when !IsProgram => (int)type,
        GL_SHADER_SOURCE_LENGTH when Volatile.Read(ref _sourceBytes) is > 0 and int bytes => bytes + 1,
        _ => null,
    };

    /// <summary>Notes the length of the source without a zero; 0 when only the host knows what GL makes of it.</summary>
    public void NoteSourceLength(int bytes) => Volatile.Write(ref _sourceBytes, bytes);

    /// <summary>Notes that its deletion was asked for.</summary>
    public void MarkDeleted() => Volatile.Write(ref _isDeleted, true);

    /// <summary>The description that is known without asking; null when there is none, or it is old.</summary>
    /// <param name="attachments">Whether the question is about what is attached.</param>
    public KnownObject? FindDescription(bool attachments = false)
    {
        lock (_lock)
        {
            bool isOld = (attachments && _knownAttachments != _attachments) || (!IsProgram && _knownLinks != Volatile.Read(ref s_links));
            return isOld ? null : _known;
        }
    }

    /// <summary>The counts that an answer to a question asked now is as new as.</summary>
    public ObjectCounts Counts => new(Version, Volatile.Read(ref _attachments), Volatile.Read(ref s_links));

    /// <summary>Keeps the host's description, unless the object has changed since <paramref name="asked"/>.</summary>
    public void KeepDescription(KnownObject told, ObjectCounts asked)
    {
        lock (_lock)
        {
            if (told.IsThere && asked.Version == _version)
            {
                (_known, _knownAttachments, _knownLinks) = (told, asked.Attachments, asked.Links);
            }
        }
    }

    /// <summary>Counts a change and drops the description.</summary>
    public void CountChange()
    {
        lock (_lock)
        {
            _version++;
            _known = null;
        }
    }

    /// <summary>Counts a change of what is attached; the interface stays that of the last link.</summary>
    public void CountAttachmentChange() => Interlocked.Increment(ref _attachments);

    /// <summary>Counts a link of any program. Mesa compiles shaders then that its cache had let it skip, and so writes their
    /// logs.</summary>
    public static void CountLink() => Interlocked.Increment(ref s_links);
}

/// <summary>The counts of changes that a description is as new as.</summary>
internal readonly record struct ObjectCounts(uint Version, uint Attachments, uint Links);
