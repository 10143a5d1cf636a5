using Vmgl.Wire;

namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>A command to an object that GL carried out.</summary>
internal readonly ref struct FoldedCommand(Opcode opcode, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> bulk, IBindings bindings,
    bool isSure)
{
    /// <summary>Which command it is.</summary>
    public Opcode Opcode { get; } = opcode;

    /// <summary>The whole command as it travelled.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>Its payload, without padding.</summary>
    public ReadOnlySpan<byte> Bulk { get; } = bulk;

    /// <summary>The bindings of the context that gave it.</summary>
    public IBindings Bindings { get; } = bindings;

    /// <summary>Whether no error was found around it: it surely did what it says.</summary>
    public bool IsSure { get; } = isSure;
}

/// <summary>How a command addresses its object: by the target that it is bound to, or by its name.</summary>
/// <param name="Value">The target, or the name.</param>
/// <param name="IsName">Whether it is the name.</param>
internal readonly record struct ObjectAddress(uint Value, bool IsName)
{
    /// <summary>The object that is bound to a target.</summary>
    public static ObjectAddress BoundTo(uint target) => new(target, IsName: false);

    /// <summary>The object of a name.</summary>
    public static ObjectAddress Named(uint name) => new(name, IsName: true);
}
