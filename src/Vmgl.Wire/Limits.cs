namespace Vmgl.Wire;

/// <summary>The bounds of the protocol, each with its unit and its reason.</summary>
public static class Limits
{
    /// <summary>Bytes of the commands of one frame. A frame is checked and replayed as a whole, so this bounds what a receiver must hold;
    /// 64 MiB holds the longest name or parameter array that a program of the field sends in one call.</summary>
    public const int MaxCommandBytes = 64 << 20;

    /// <summary>Bytes of the payload of one frame. One 16384² RGBA8 image is 1 GiB; a guest splits what is larger.</summary>
    public const int MaxBulkBytes = 1 << 30;

    /// <summary>Bytes of the largest single payload that a guest sends: smaller payloads that wait may share its frame.</summary>
    public const int LargestPayload = MaxBulkBytes - (1 << 20);

    /// <summary>Bytes of the payload of one reply: the same image read back.</summary>
    public const int MaxReplyBytes = 1 << 30;

    /// <summary>Streams (guest threads with a context) of one connection. Programs use a handful; the bound keeps a
    /// hostile guest from growing the worker's table.</summary>
    public const int MaxStreams = 1024;

    /// <summary>Contexts of one connection. Each costs the host's driver megabytes.</summary>
    public const int MaxContexts = 1024;

    /// <summary>Windows, GLX pixmaps and pbuffers together of one connection. Each costs the host's driver an object.</summary>
    public const int MaxDrawables = 16384;

    /// <summary>Display lists that one glGenLists may make. Each costs the host an object.</summary>
    public const int MaxLists = 1 << 20;

    /// <summary>Bytes of a guest's greeting, authentication included. It is read before anything is known about the sender.</summary>
    public const int MaxHelloBytes = 1024;

    /// <summary>Bytes of the host's answer to a greeting: the head, and a reason of some lines.</summary>
    public const int MaxAnswerBytes = 4096;

    /// <summary>Seconds that a stranger may take to send a whole greeting: each stranger holds a thread meanwhile.</summary>
    public const int HandshakeSeconds = 5;

    /// <summary>Swaps that a guest may have requested before the first is acknowledged. Two keep both sides busy; more only add
    /// latency.</summary>
    public const int FramesInFlight = 2;

    /// <summary>Bytes of the batch that a guest fills before it sends unasked: large enough that a system call costs
    /// less than one part in a thousand of filling it, small enough to stay in the second-level cache.</summary>
    public const int BatchBytes = 64 << 10;

    /// <summary>Bytes of a shader's source, of the part of its log that travels, and of a variable's name. So much a hostile guest can make
    /// the host copy at once.</summary>
    public const int MaxShaderBytes = 16 << 20;

    /// <summary>FBConfigs and visuals of one connection that go by the ids of another host. Each is an entry in the worker's
    /// table.</summary>
    public const int MaxConfigNames = 32_768;

    /// <summary>Sync objects of one connection at a time. Each costs the host's driver an object.</summary>
    public const int MaxSyncs = 65_536;

    /// <summary>Results of queries that a host repeats for one connection. Programs of the field have some hundred queries.</summary>
    public const int MaxGivenResults = 1 << 20;

    /// <summary>Bytes of one description of a shader or program. Interfaces of the field take some thousand; what does not fit
    /// is asked for piece by piece.</summary>
    public const int MaxDescriptionBytes = 1 << 20;

    /// <summary>Active attributes or uniforms of one program that its description has. Each costs the host two questions to its
    /// GL.</summary>
    public const int MaxVariables = 16384;

    /// <summary>Elements of one program's variables whose locations its description has. Each costs the host a question to its
    /// GL.</summary>
    public const int MaxVariableElements = 1 << 16;

    /// <summary>Shader and program objects of one connection. Each costs the host's driver an object.</summary>
    public const int MaxShaders = 1 << 18;

    /// <summary>Pixels along each side of a picture that returns to the guest. No driver of the field draws into larger windows.</summary>
    public const int MaxPictureSide = 16384;

    /// <summary>Bytes that packing may add to an area: lz4 adds 1 in 255 to what cannot be packed, JPEG its tables.</summary>
    public const int PictureSlackBytes = 64 << 10;

    /// <summary>Bytes of the key by which a second connection finds its session: nobody guesses 128 random bits.</summary>
    public const int SessionKeyBytes = 16;
}
