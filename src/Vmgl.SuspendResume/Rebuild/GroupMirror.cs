#pragma warning disable CA1822 // being built
using Vmgl.Wire;

namespace Vmgl.SuspendResume;

/// <summary>The objects that contexts share: what each of them is made from.</summary>
public sealed partial class GroupMirror
{
    /// <summary>Folds a command to an object that GL carried out, not one that a display list took up.</summary>
    /// <param name="bulk">The command's payload, without padding.</param>
    /// <param name="isSure">Whether no error was found around this command: it surely did what it says.</param>
    internal void Fold(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk, IBindings bindings, bool isSure)
    {
    }

    /// <summary>The host's answer to a question that was folded: where a uniform lies, what a program is made of.</summary>
    internal void Learn(Opcode opcode, ReadOnlySpan<byte> command, ReadOnlySpan<byte> reply)
    {
    }

    /// <summary>Something is drawn, cleared or copied into what is bound for drawing.</summary>
    internal void Draw(IBindings bindings)
    {
    }

    /// <summary>Writes what makes the objects anew, for a context of the group that is current and in its initial state, and leaves it so.</summary>
    public void Write(RebuildWriter to) => Lists.Write(to);

    /// <summary>Reads from the host what GL wrote and the mirror lacks. A context of the group in its initial state is current.</summary>
    /// <exception cref="HostLostException">The host is gone; what was read until then is kept.</exception>
    public void ReadBack(IHostQuestions host)
    {
    }

    /// <summary>What only the host has.</summary>
    public IEnumerable<StaleContent> Stale => [];

    /// <summary>Bytes of contents that are kept.</summary>
    public long Bytes => 0;
}
