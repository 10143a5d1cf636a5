using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>What a parameter is to the wire.</summary>
public enum ParameterKind
{
    /// <summary>One value.</summary>
    Scalar,

    /// <summary>An array that goes to the host inside the command.</summary>
    ArrayIn,

    /// <summary>An array that goes to the host behind the commands of its frame.</summary>
    Bulk,

    /// <summary>An array that the reply fills.</summary>
    ArrayOut,

    /// <summary>Memory of the guest whose extent only later calls or hand-written rules tell.</summary>
    GuestMemory,
}

/// <summary>A parameter with everything registry and spec know of it.</summary>
/// <param name="Offset">Bytes from the command's start; for arrays after the first, -1: it follows the one before.</param>
public sealed record Parameter(
    RegistryParameter Registry, GlType? Type, ParameterKind Kind, SizeRule? Size, string? ObjectType, int Offset)
{
    public string Name => Registry.Name;

    /// <summary>For an array that a program may leave out: the parameter that says whether it is there.</summary>
    public string? Given { get; init; }

    /// <summary>Whether only the wire has it: it says whether an optional array is there.</summary>
    public bool IsWireOnly { get; init; }

    /// <summary>Whether it names an object that the host knows by another name.</summary>
    public bool IsMapped { get; init; }

    /// <summary>Whether it is a place that the host keeps when its GL would choose another one.</summary>
    public bool IsPlaced { get; init; }

    public bool IsArray => Kind is ParameterKind.ArrayIn or ParameterKind.Bulk or ParameterKind.ArrayOut;
}

/// <summary>An effect on state: <c>set(target,pname)</c>, <c>draw</c>, <c>bind(target)</c>…</summary>
/// <param name="Keys">The parameters that tell which piece of state; a target that an object is bound to is one.</param>
public sealed record Effect(string Word, IReadOnlyList<string> Keys)
{
    /// <summary>The object that it is an effect on, for words that are about objects.</summary>
    public EffectObject? Object { get; init; }
}

/// <summary>The object that a command is for.</summary>
/// <param name="Target">The parameter with the target that the object is bound to; null when it is not addressed so.</param>
/// <param name="Name">The parameter that names it; null when it is addressed by what is bound, or not at all.</param>
public sealed record EffectObject(ObjectType Kind, string? Target, string? Name);

/// <summary>A command, bound: registry, spec and wire layout together. Everything that is emitted comes from here.</summary>
public sealed record Command(
    SpecCommand Spec, RegistryCommand Registry, IReadOnlyList<Parameter> Parameters, IReadOnlyList<string> Also,
    Effect? Effect, string? Creates)
{
    public string Name => Spec.Name;

    /// <summary>How the generator writes the guest's body; null where a person does.</summary>
    public ClientRecipe? Recipe { get; init; }

    /// <summary>What it returns where no context is current: an integer or an enum; null for zero.</summary>
    public string? WithoutContext { get; init; }

    /// <summary>The guest's class that has the body.</summary>
    public string GuestClass => Spec.GuestClass ?? char.ToUpperInvariant(Area[0]) + Area[1..];

    /// <summary>The name without its <c>gl</c> or <c>vmgl</c>.</summary>
    public string ShortName => Name.StartsWith("vmgl", StringComparison.Ordinal) ? Name[4..]
        : Name.StartsWith("glX", StringComparison.Ordinal) ? Name[3..]
        : Name[2..];

    public string Area => Spec.Area;

    public CommandClass Class => Spec.Class;

    public bool IsGlx => Name.StartsWith("glX", StringComparison.Ordinal);

    public bool IsOwn => Spec.Signature is not null;

    /// <summary>Why it is not there yet, or null.</summary>
    public string? Later => Spec.FindValue("later");

    /// <summary>Whether programs can link to it now.</summary>
    public bool IsExported => Later is null && !IsOwn;

    /// <summary>Whether it has bytes: an opcode, and not answered in the guest alone.</summary>
    public bool Travels => Spec.Opcode is not null && Later is null && !Spec.HasWord("local");

    /// <summary>Whether the host's GL table has it: it is replayed, or handlers written by hand call it.</summary>
    public bool IsCalledByHost => !IsOwn && (Travels || (Spec.HasWord("called") && Later is null));

    /// <summary>Whether the host's part is written by hand.</summary>
    public bool HostByHand => Spec.HasWord("host-by-hand");

    /// <summary>The exported library whose name it is.</summary>
    public required string Library { get; init; }

    /// <summary>The API that has it.</summary>
    public required string Api { get; init; }

    /// <summary>The command that does the same to the object that is bound, for one that names its object.</summary>
    public string? Twin { get; init; }

    /// <summary>The kind of object whose table folds the command, whatever else it does; null for none.</summary>
    public ObjectType? Folds { get; init; }

    /// <summary>The kind of object whose table learns from the reply; null for none.</summary>
    public ObjectType? Learns { get; init; }

    public string Returns => Registry.Returns;

    /// <summary>Whether the reply is bytes of a length that the host decides.</summary>
    public bool RepliesBytes => Returns is "bytes" || Returns.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether the host answers.</summary>
    public bool HasReply => Returns != "void" || Outputs.Any() || Class == CommandClass.Reply || Spec.HasWord("answered");

    /// <summary>The parameters that GL's own prototype has.</summary>
    public IEnumerable<Parameter> GlParameters => Parameters.Where(p => !p.IsWireOnly);

    public IEnumerable<Parameter> Scalars => Parameters.Where(p => p.Kind == ParameterKind.Scalar);

    public IEnumerable<Parameter> Inputs => Parameters.Where(p => p.Kind is ParameterKind.ArrayIn);

    public IEnumerable<Parameter> Bulks => Parameters.Where(p => p.Kind is ParameterKind.Bulk);

    public IEnumerable<Parameter> Outputs => Parameters.Where(p => p.Kind is ParameterKind.ArrayOut);

    /// <summary>Whether every command of this opcode has the same length.</summary>
    public bool IsFixed => Inputs.All(p => p.Size!.Constant is not null);

    /// <summary>Bytes of the head: one word, or two for commands that say their own length.</summary>
    public int HeadBytes => IsFixed ? 4 : 8;

    /// <summary>Bytes up to the first array.</summary>
    public int ScalarEnd => HeadBytes + (HasReply ? 4 : 0) + Scalars.Sum(p => p.Type!.Slot);

    /// <summary>Length of the whole when <see cref="IsFixed"/>.</summary>
    public int FixedBytes => ScalarEnd + Inputs.Sum(p => PadToWord(p.Size!.Constant!.Value * p.Type!.Bytes));

    public static int PadToWord(int bytes) => (bytes + 3) & ~3;
}
