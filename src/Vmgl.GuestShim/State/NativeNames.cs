using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.State;

/// <summary>One kind's object names, as C tests them: <c>struct vmgl_names</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeNames
{
    public uint* Used;
    public uint Limit;
}
