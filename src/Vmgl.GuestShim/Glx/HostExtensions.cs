using System.Text;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Glx;

/// <summary>The GLX extensions of the host that the program began with.</summary>
internal static class HostExtensions
{
    private static IReadOnlySet<string>? s_names;

    /// <summary>Their names; asked for once.</summary>
    public static IReadOnlySet<string> ExtensionsOf(GuestSession session) => s_names ??= AskHost(session.Stream);

    private static HashSet<string> AskHost(GuestStream stream)
    {
        uint token = stream.NextToken();
        GlxExtensions.Write(stream.Reserve(GlxExtensions.Bytes), token);
        using Reply reply = stream.AskHost(token, Opcode.GlxExtensions);
        return [.. Encoding.UTF8.GetString(reply.Rest).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
