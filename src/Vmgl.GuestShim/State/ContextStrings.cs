using System.Runtime.InteropServices;

namespace Vmgl.GuestShim.State;

/// <summary>The GL strings that the program has got from a context. They live as long as the context.</summary>
internal sealed unsafe class ContextStrings
{
    private readonly Dictionary<uint, nint> _strings = [];

    /// <summary>The host's GL version, 21 for 2.1; null before it was asked for.</summary>
    public int? HostVersion { get; set; }

    /// <summary>The string of a name; null for one that was not asked for yet.</summary>
    public byte* FindString(uint name)
    {
        lock (_strings)
        {
            return (byte*)_strings.GetValueOrDefault(name);
        }
    }

    /// <summary>Keeps a string; the one that is there already if another thread was first.</summary>
    public byte* KeepString(uint name, string text)
    {
        lock (_strings)
        {
            if (!_strings.TryGetValue(name, out nint known))
            {
                known = Marshal.StringToCoTaskMemUTF8(text);
                _strings[name] = known;
            }

            return (byte*)known;
        }
    }

    /// <summary>Frees the strings, with the context.</summary>
    public void FreeStrings()
    {
        foreach (nint text in _strings.Values)
        {
            Marshal.FreeCoTaskMem(text);
        }

        _strings.Clear();
    }
}
