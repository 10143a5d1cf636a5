using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>An object whose image can be attached to a framebuffer: a texture or a renderbuffer.</summary>
internal interface IAttachable
{
    /// <summary>The guest's name.</summary>
    uint Name { get; }

    /// <summary>Whether the program deleted it: only framebuffers, or contexts that have it bound, hold it.</summary>
    bool IsDeleted { get; }

    /// <summary>GL draws into a level and face of it.</summary>
    void Spoil(int level, int face);

    /// <summary>Writes the command that deletes it.</summary>
    void WriteDeletion(RebuildWriter to);
}

/// <summary>The attachments of all framebuffers of a group, as tables of attachable objects see them.</summary>
internal interface IAttachments
{
    /// <summary>An object was defined anew or deleted: drawing marks again what it has marked before.</summary>
    void NoteChange();

    /// <summary>A deleted object leaves the framebuffers that are bound, and stays in the others (GL 3.0 section 4.4.2).</summary>
    void Detach(IAttachable gone, IBindings bindings);
}

/// <summary>Names that the program does not use.</summary>
internal static class SpareNames
{
    /// <summary>Names that are used for a moment only count down from here.</summary>
    public const uint First = 0x7FFF_FF00;

    /// <summary>The first free name, counting down.</summary>
    public static uint Find(Func<uint, bool> isTaken, uint first = First)
    {
        while (isTaken(first))
        {
            first--;
        }

        return first;
    }

    /// <summary>The array of one name, as commands that delete have it.</summary>
    public static byte[] ArrayOf(uint name)
    {
        byte[] array = new byte[sizeof(uint)];
        Fields.Put(array, 0, name);
        return array;
    }
}
