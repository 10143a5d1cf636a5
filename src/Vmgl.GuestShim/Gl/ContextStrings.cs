using System.Runtime.InteropServices;
using System.Text;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Gl;

/// <summary>A context's GL strings: the host's, shortened to what this guest implements. Each is asked for once.</summary>
internal sealed unsafe class ContextStrings
{
    private const uint Version = 0x1F02;
    private const uint Extensions = 0x1F03;
    private const uint ShadingLanguageVersion = 0x8B8C;

    private readonly Dictionary<uint, nint> _strings = [];
    private int? _hostVersion;

    /// <summary>The string, which lives as long as the context; null for a name that is none.</summary>
    public byte* Get(GuestStream stream, uint name)
    {
        if (name == ShadingLanguageVersion && !Advertised.Here.HasShaders)
        {
            // GL 1.x has no such string; the host's newer GL would give one.
            stream.Record(GlErrors.InvalidEnum);
            return null;
        }

        lock (_strings)
        {
            // A name that is none is asked for every time: the host's GL records the error.
            if (!_strings.TryGetValue(name, out nint known) && Ask(stream, name) is string text)
            {
                known = Marshal.StringToCoTaskMemUTF8(Shorten(name, text));
                _strings[name] = known;
            }

            return (byte*)known;
        }
    }

    /// <summary>The host's GL version, 21 for 2.1, whatever of it is advertised; 0 when it does not say.</summary>
    public int HostVersion(GuestStream stream)
    {
        _hostVersion ??= Ask(stream, Version) is string text && text.Split(' ', '.') is [string major, string minor, ..]
            && int.TryParse(major, out int first) && int.TryParse(minor, out int second) ? (first * 10) + second : 0;
        return _hostVersion.Value;
    }

    /// <summary>Gives the strings back with the context.</summary>
    public void Free()
    {
        foreach (nint text in _strings.Values)
        {
            Marshal.FreeCoTaskMem(text);
        }

        _strings.Clear();
    }

    private static string? Ask(GuestStream stream, uint name)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetString.Write(stream.Reserve(Wire.Commands.GetString.Bytes), token, name);
        using Reply reply = stream.Ask(token, Opcode.GetString);
        return reply.Rest.IsEmpty ? null : Encoding.UTF8.GetString(reply.Rest);
    }

    private static string Shorten(uint name, string text) => name switch
    {
        Version => Advertised.Here.VersionString(text),
        Extensions => Advertised.Here.Extensions(text),
        ShadingLanguageVersion => Advertised.Here.ShadingLanguage(text),
        _ => text,
    };
}
