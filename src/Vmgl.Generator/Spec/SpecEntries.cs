namespace Vmgl.Generator.Spec;

/// <summary>How a command travels; docs/decisions/0003-spec.md describes the words.</summary>
public enum CommandClass
{
    /// <summary>Written by C straight into the batch; nobody waits.</summary>
    Append,

    /// <summary>Needs what the guest knows: C calls C#.</summary>
    Client,

    /// <summary>The program waits for an answer from the host.</summary>
    Reply,

    /// <summary>Written by hand in C; never travels.</summary>
    Native,
}

/// <summary>One command's line.</summary>
/// <param name="Opcode">Null for what never travels (<c>-</c>).</param>
/// <param name="Signature">Only for the protocol's own commands; others have theirs from the registry.</param>
/// <param name="Items">Everything after the name, as written: <c>params=light(pname)</c>, <c>effect=draw</c>, <c>local</c>.</param>
public sealed record SpecCommand(
    Place Place, string Area, ushort? Opcode, CommandClass Class, string Name, string? Signature, IReadOnlyList<SpecItem> Items)
{
    /// <summary>The guest's class that has the body, from the <c>class</c> line above; null without one.</summary>
    public string? GuestClass { get; init; }

    /// <summary>The value of <c>key=value</c>, or null.</summary>
    public string? FindValue(string key) => Items.FirstOrDefault(i => i.Key == key && i.Separator == '=')?.Value;

    /// <summary>Whether the bare word stands in the line.</summary>
    public bool HasWord(string word) => Items.Any(i => i.Key == word && i.Separator == ' ');
}

/// <summary>One word of a command's line: <c>key=value</c>, <c>key:value</c> or a bare <c>key</c> (separator blank).</summary>
public sealed record SpecItem(string Key, char Separator, string Value);

/// <summary>A kind of object that integers can name.</summary>
/// <param name="Targets">The registry's groups of enums that such objects are bound to.</param>
/// <param name="IsMapped">Whether guest and host have different names for it.</param>
/// <param name="IsPlaced">Whether it is a place that the host keeps when its GL would choose another one.</param>
/// <param name="IsUnnamed">Whether the guest has no table of its names.</param>
public sealed record ObjectType(
    Place Place, string Name, string Class, string? Group, IReadOnlyList<string> Targets, bool IsMapped, bool IsPlaced, bool IsUnnamed)
{
    /// <summary>Whether the guest keeps a table of the names in use.</summary>
    public bool HasNames => !IsPlaced && !IsUnnamed;
}

/// <summary>A method of an object table that folds several commands: they differ only in the types of their values.</summary>
/// <param name="Commands">By name, or by a beginning with a star behind it.</param>
public sealed record SpecMethod(Place Place, string Name, List<string> Commands);

/// <summary>A named size: elements by enum.</summary>
public sealed record SizeTable(Place Place, string Name, int Otherwise, List<SizeRow> Rows);

/// <summary>One row of a named size.</summary>
public sealed record SizeRow(Place Place, int Elements, IReadOnlyList<string> Enums);

/// <summary>An extension that is known; for GLX, <paramref name="Rule"/> says what it rests on.</summary>
public sealed record SpecExtension(Place Place, string Name, IReadOnlyList<string> Needs, bool Unregistered, string? Rule);

/// <summary>A list of GLX attributes.</summary>
public sealed record AttributeList(Place Place, string Name, List<string> Enums);

/// <summary>A word that may stand after <c>effect=</c>.</summary>
/// <param name="Step">The step of the mirror of a context for it; null for none, <c>each</c> where every command must name its own.</param>
public sealed record EffectWord(Place Place, string Name, string? Step, string Meaning);

/// <summary>A step of the mirror of a context: what it does with a command.</summary>
public sealed record SpecStep(Place Place, string Name, string Meaning);

/// <summary>A named set of enums, for the conditions of rules.</summary>
public sealed record ValueSet(Place Place, string Name, List<string> Enums);

/// <summary>A piece of state that questions may be answered from.</summary>
/// <param name="Form">What its values are: cap, enum, int, bool, float, color, name or history.</param>
/// <param name="Slot">The slot whose bits of glPushAttrib save it, where no rule tells; null where the commands that set it do.</param>
/// <param name="IsUnsure">Whether it is unsure which bits of glPushAttrib save it.</param>
/// <param name="IsUnsaved">Whether no bit saves it.</param>
/// <param name="Since">The GL version from which on a capability is taken; null when only an answer proves it.</param>
/// <param name="Of">The target it is asked with, for state that glGetTexEnv answers; else null.</param>
public sealed record SpecState(
    Place Place, string Name, string Form, string? Slot, bool IsUnsure, bool IsUnsaved, bool IsPerUnit, bool IsConstant, string? Since,
    string? Of,
    IReadOnlyList<string> Also, IReadOnlyList<string> Needs, IReadOnlyList<string> Families);

/// <summary>What a command does to states, when its conditions hold.</summary>
/// <param name="Command">A command, or the beginning of several with a star behind it.</param>
/// <param name="Moment">How display lists treat it: compiled, immediate, either or vertex; or forgetting.</param>
/// <param name="Forgets">Why it makes all state unknown, and no more exact rule is known; null where it does not.</param>
public sealed record SpecRule(
    Place Place, string Command, string Moment, bool IsByHand, bool NeedsFixedUnit, string? Forgets, IReadOnlyList<string> Conditions,
    IReadOnlyList<string> Assignments);

/// <summary>A family of pieces of state that are rebuilt by the commands that set them.</summary>
/// <param name="Groups">Bits of glPushAttrib that save it.</param>
/// <param name="Words">What else decides which piece is meant, and how it is kept.</param>
public sealed record SpecSlot(Place Place, string Name, IReadOnlyList<string> Groups, IReadOnlyList<string> Words);

/// <summary>Capabilities, and the bits of glPushAttrib that save them.</summary>
public sealed record SpecCapabilities(Place Place, IReadOnlyList<string> Groups, List<string> Names);

/// <summary>An area: the commands of one file, and where they belong.</summary>
/// <param name="Library">The exported library whose names they are.</param>
/// <param name="Api">The API that has them.</param>
public sealed record SpecArea(Place Place, string Name, string Title, string Library, string Api);

/// <summary>A version of an API whose commands are known.</summary>
public sealed record SpecVersion(Place Place, string Api, string Version)
{
    /// <summary>Its name in the registry: <c>GL_VERSION_1_1</c>.</summary>
    public string RegistryName => (Api switch { "gles2" => "GL_ES_VERSION_", "egl" => "EGL_VERSION_", "glx" => "GLX_VERSION_", _ =>
        "GL_VERSION_" })
        + Version.Replace('.', '_');
}

/// <summary>Everything the spec files say.</summary>
public sealed class SpecFiles
{
    /// <summary>Areas by name.</summary>
    public Dictionary<string, SpecArea> Areas { get; } = [];

    public List<SpecCommand> Commands { get; } = [];

    public List<ObjectType> Objects { get; } = [];

    /// <summary>Methods that fold several commands each.</summary>
    public List<SpecMethod> Methods { get; } = [];

    public List<SizeTable> Sizes { get; } = [];

    public List<SpecExtension> Extensions { get; } = [];

    public List<AttributeList> Attributes { get; } = [];

    public List<EffectWord> Effects { get; } = [];

    public List<SpecStep> Steps { get; } = [];

    public List<SpecVersion> Versions { get; } = [];

    public List<ValueSet> Values { get; } = [];

    public List<SpecState> States { get; } = [];

    public List<SpecRule> Rules { get; } = [];

    public List<SpecSlot> Slots { get; } = [];

    public List<SpecCapabilities> Capabilities { get; } = [];

    /// <summary>Commands that display lists do not take up, by name or beginning.</summary>
    public List<(Place Place, string Command)> Immediate { get; } = [];

    /// <summary>Commands that leave every state as it is, by name or beginning.</summary>
    public List<(Place Place, string Command)> Keeps { get; } = [];
}
