using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Vmgl.SuspendResume.Control;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Recovery;

/// <summary>The things that a program relies on at a host: the version, extensions, the least or greatest values of GL's tables of
/// limits.</summary>
internal sealed class HostLimits
{
    private const uint VersionName = 0x1F02;
    private const uint ExtensionsName = 0x1F03;

    private readonly string _version;
    private readonly HashSet<string> _extensions;
    private readonly Dictionary<string, int[]> _values = [];

    private HostLimits(string version, HashSet<string> extensions) => (_version, _extensions) = (version, extensions);

    /// <summary>Asks a host, by a context of our own; null when it makes no context like this one.</summary>
    /// <param name="like">The program's context.</param>
    /// <param name="drawable">One that such a context can draw into.</param>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static HostLimits? AskHost(IHostQuestions host, MirroredContext like, uint drawable)
    {
        using var own = OwnContext.EnterContext(host, like, share: 0, drawable);
        if (own is null)
        {
            return null;
        }

        var limits = new HostLimits(AskText(host, VersionName), ExtensionsOf(host));
        foreach ((string name, uint value) in LimitNames.All)
        {
            byte[] reply = host.AskQuestion(GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, value));
            if (reply.Length > sizeof(uint))
            {
                limits._values[name] = MemoryMarshal.Cast<byte, int>(reply.AsSpan(sizeof(uint))).ToArray();
            }
        }

        return limits;
    }

    /// <summary>The limits of which another host has less.</summary>
    public IReadOnlyList<ShrinkingLimit> FindLess(HostLimits there)
    {
        List<ShrinkingLimit> shrinks = [];
        if (VersionOf(there._version) < VersionOf(_version))
        {
            shrinks.Add(new ShrinkingLimit("GL_VERSION", _version, there._version));
        }

        shrinks.AddRange(_extensions.Except(there._extensions).Order().Select(name => new ShrinkingLimit(name, "there", "missing")));
        foreach ((string name, int[] values) in _values)
        {
            if (there._values.TryGetValue(name, out int[]? others) && values.Zip(others).Any(pair => pair.Second < pair.First))
            {
                shrinks.Add(new ShrinkingLimit(name, string.Join(" ", values), string.Join(" ", others)));
            }
        }

        return shrinks;
    }

    /// <summary>The facts of a host that the mirror needs; null when it makes no context like this one.</summary>
    /// <param name="drawable">One that such a context can draw into.</param>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static HostFacts? FactsOf(IHostQuestions host, MirroredContext like, uint drawable)
    {
        using var own = OwnContext.EnterContext(host, like, share: 0, drawable);
        if (own is null)
        {
            return null;
        }

        Dictionary<uint, int> limits = [];
        foreach (uint name in HostFacts.Wanted)
        {
            byte[] reply = host.AskQuestion(GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, name));
            if (reply.Length >= 8)
            {
                limits[name] = BitConverter.ToInt32(reply, sizeof(uint));
            }
        }

        return new HostFacts((int)Math.Round(VersionOf(AskText(host, VersionName)) * 10), ExtensionsOf(host), limits);
    }

    private static HashSet<string> ExtensionsOf(IHostQuestions host) =>
        [.. AskText(host, ExtensionsName).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>"4.5 (Compatibility Profile) Mesa 22.3.6" (GL 4.6, section 22.2) as 4.5; 0 for anything else.</summary>
    private static double VersionOf(string text) =>
        text.Split(' ')[0].Split('.') is [var major, var minor, ..]
            && double.TryParse($"{major}.{minor}", CultureInfo.InvariantCulture, out double version) ? version : 0;

    private static string AskText(IHostQuestions host, uint name)
    {
        byte[] reply = host.AskQuestion(GetString.Bytes, (to, token) => GetString.Write(to, token, name));
        return Encoding.UTF8.GetString(reply).TrimEnd('\0');
    }
}
