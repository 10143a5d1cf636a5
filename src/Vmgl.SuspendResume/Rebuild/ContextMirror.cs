#pragma warning disable CA1822 // being built
using Vmgl.Wire;

namespace Vmgl.SuspendResume;

/// <summary>The state of one context: which commands set it.</summary>
public sealed partial class ContextMirror(uint context, GroupMirror group, HostFacts facts)
{
    /// <summary>The context's number.</summary>
    public uint Context { get; } = context;

    /// <summary>The objects that it shares.</summary>
    public GroupMirror Group { get; } = group;

    /// <summary>What its GL is.</summary>
    public HostFacts Facts { get; set; } = facts;

    /// <summary>Whether a primitive is open: glBegin came, glEnd did not.</summary>
    public bool IsInPrimitive => false;

    /// <summary>Folds one command that reached the host while this context was current.</summary>
    /// <param name="bulk">The command's payload, without padding.</param>
    /// <param name="isSure">Whether no error was found in the frame: the command surely did what it says.</param>
    public void Fold(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, bool isSure)
    {
    }

    /// <summary>The host's answer to a question that was folded.</summary>
    public void Learn(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> reply) => Group.Learn(opcode, command, reply);

    /// <summary>Writes what brings a new context, which is current, to this state. The group's objects are there already.</summary>
    public void Write(RebuildWriter to)
    {
    }

    /// <summary>Whether glAccum was ever called: the accumulation buffer may hold something.</summary>
    public bool HasAccumulated => false;

    /// <summary>Takes over the state that glXCopyContext copies (GLX 1.4 section 3.3.7); the bits are those of glPushAttrib.</summary>
    public void Copy(ContextMirror source, uint mask)
    {
    }

    /// <summary>What only the host has of this context's own.</summary>
    public IEnumerable<StaleContent> Stale => [];
}
