using System.Text;
using Vmgl.GuestShim.State;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Gl;

/// <summary>The host's GL strings, shortened to what this guest implements. Each context asks for each of them once.</summary>
internal static unsafe class HostStrings
{
    /// <summary>The string, which lives as long as the context; null for a name that GL does not know.</summary>
    public static byte* FindString(GuestStream stream, ContextStrings strings, uint name)
    {
        if (name == GL_SHADING_LANGUAGE_VERSION && !Advertised.Here.HasShaders)
        {
            // GL 1.x has no such string; the host's newer GL would give one.
            stream.RecordError(GL_INVALID_ENUM);
            return null;
        }

        byte* known = strings.FindString(name);
        if (known is not null)
        {
            return known;
        }

        // A name that GL does not know is asked for every time: the host's GL records the error.
        return AskHost(stream, name) is string text ? strings.KeepString(name, ShortenString(name, text)) : null;
    }

    /// <summary>The host's GL version, 21 for 2.1, whatever of it is advertised; 0 when it cannot be read.</summary>
    public static int FindVersion(GuestStream stream, ContextStrings strings) =>
        strings.HostVersion ??= AskHost(stream, GL_VERSION) is string text && text.Split(' ', '.') is [string major, string minor, ..]
            && int.TryParse(major, out int first) && int.TryParse(minor, out int second) ? (first * 10) + second : 0;

    private static string? AskHost(GuestStream stream, uint name)
    {
        uint token = stream.NextToken();
        Wire.Commands.GetString.Write(stream.Reserve(Wire.Commands.GetString.Bytes), token, name);
        using Reply reply = stream.AskHost(token, Opcode.GetString);
        return reply.Rest.IsEmpty ? null : Encoding.UTF8.GetString(reply.Rest);
    }

    private static string ShortenString(uint name, string text) => name switch
    {
        GL_VERSION => Advertised.Here.VersionString(text),
        GL_EXTENSIONS => Advertised.Here.FilterExtensions(text),
        GL_SHADING_LANGUAGE_VERSION => Advertised.Here.ShadingLanguage(text),
        _ => text,
    };
}
