using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Object names, which the guest makes itself, so that no program waits for one (GL 1.5 sections 2.9, 3.8.12, 4.1.7 and
/// 5.4).</summary>
internal static unsafe class NameAllocation
{
    /// <summary>Hands out new names to the program.</summary>
    public static void GenerateNames(GuestStream stream, GuestContext context, ObjectKind kind, int count, uint* names)
    {
        if (count < 0)
        {
            stream.RecordError(GL_INVALID_VALUE);
        }

        context.Group.NamesOf(kind).GenerateNames(Math.Max(count, 0), names);
        context.Group.Proofs.ForgetNames(new ReadOnlySpan<uint>(names, Math.Max(count, 0)));
    }

    /// <summary>Releases names that the program deletes; their bytes. A negative count travels, so that the host's GL answers it with its
    /// own error.</summary>
    public static ReadOnlySpan<byte> ReleaseNames(GuestContext context, ObjectKind kind, int count, uint* names)
    {
        var released = new ReadOnlySpan<uint>(names, Math.Max(count, 0));
        context.Group.NamesOf(kind).ReleaseNames(released);
        context.Group.Proofs.ReleaseNames(released);
        return MemoryMarshal.AsBytes(released);
    }
}
