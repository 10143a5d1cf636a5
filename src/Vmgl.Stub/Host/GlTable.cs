using System.Runtime.InteropServices;

namespace Vmgl.Stub.Host;

/// <summary>The entry points that a host does not have.</summary>
internal sealed unsafe partial class GlTable
{
    /// <summary>A GL that discards everything and answers 0: for the null renderer.</summary>
    public static GlTable CreateNull() => new(_ => 0);

    /// <summary>The first of the names that the host has. What it has under none of them does nothing: a guest that calls what
    /// is not advertised gets what a native dispatch table would give it.</summary>
    private static nint FindAddress(Func<string, nint> find, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (find(name) is var address and not 0)
            {
                return address;
            }
        }

        // Called through every signature of the table: on the calling conventions of x86-64 and arm64 the caller owns the
        // arguments, so a function that takes none can stand for all.
        return (nint)(delegate* unmanaged<nint>)&Nothing;
    }

    [UnmanagedCallersOnly]
    private static nint Nothing() => 0;
}
