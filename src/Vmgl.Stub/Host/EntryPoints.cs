using System.Text;

namespace Vmgl.Stub.Host;

/// <summary>Asks a library of the host for its functions by name.</summary>
internal static unsafe class EntryPoints
{
    /// <summary>Address of a function; 0 when the library does not know the name.</summary>
    /// <param name="getProcAddress">The library's glXGetProcAddress or eglGetProcAddress.</param>
    public static nint FindEntryPoint(delegate* unmanaged<byte*, nint> getProcAddress, string name)
    {
        Span<byte> ascii = stackalloc byte[128];
        if (name.Length >= ascii.Length || !Encoding.ASCII.TryGetBytes(name, ascii, out int length))
        {
            return 0; // no entry point of the registry has so long a name
        }

        ascii[length] = 0;
        fixed (byte* text = ascii)
        {
            return getProcAddress(text);
        }
    }
}
