using System.Runtime.InteropServices;

namespace Vmgl.Stub.Interop;

/// <summary>A zero-terminated array of zero-terminated UTF-8 strings, as argv and envp are.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly byte** _strings;
    private readonly int _count;

    public NativeStrings(IReadOnlyCollection<string> strings)
    {
        _strings = (byte**)NativeMemory.AllocZeroed((nuint)strings.Count + 1, (nuint)sizeof(byte*));
        foreach (string text in strings)
        {
            _strings[_count++] = (byte*)Marshal.StringToCoTaskMemUTF8(text);
        }
    }

    /// <summary>The array; valid until <see cref="Dispose"/>.</summary>
    public byte** Pointer => _strings;

    public void Dispose()
    {
        for (int i = 0; i < _count; i++)
        {
            Marshal.FreeCoTaskMem((nint)_strings[i]);
        }

        NativeMemory.Free(_strings);
    }
}
