using System.Runtime.InteropServices;
using System.Text;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Glx;
using Vmgl.SuspendResume;
using Vmgl.SuspendResume.Control;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Survival;

/// <summary>What one host has more of than another.</summary>
internal static class HostLimits
{
    private const uint Version = 0x1F02;
    private const uint Extensions = 0x1F03;

    /// <summary>What a running program was told it could rely on, and would lose by a move: limits, extensions, the version.</summary>
    /// <exception cref="HostLostException">The present host is gone.</exception>
    /// <exception cref="AddressException">The other host cannot be reached.</exception>
    /// <exception cref="RebuildException">The other host cannot have such a program.</exception>
    public static IReadOnlyList<ShrinkingLimit> Compare(IHostQuestions here, GuestAddress target, SessionMirror mirror, GlxSession session)
    {
        MirroredContext? like = mirror.Contexts.FirstOrDefault(context => context.LastDrawable != 0);
        if (like is null)
        {
            return [];
        }

        using HostLink link = HostLink.Dial(target);
        var there = new LinkQuestions(link, LinkQuestions.UsualPatience, static (_, _) => true);
        var drawables = new WorkerDrawables(link, there, session);
        drawables.NameConfigs();
        uint drawable = new Rebuilder(there, drawables, mirror, session).MakeDrawableFor(like); // the program's own are not there yet
        if (Ask(here, like, like.LastDrawable) is not Answers was)
        {
            return [];
        }

        Answers willBe = Ask(there, like, drawable) ?? throw new RebuildException("it cannot make a context as the program has one");

        List<ShrinkingLimit> shrinks = [];
        if (Comparer<double>.Default.Compare(VersionOf(willBe.Version), VersionOf(was.Version)) < 0)
        {
            shrinks.Add(new ShrinkingLimit("GL_VERSION", was.Version, willBe.Version));
        }

        shrinks.AddRange(was.Extensions.Except(willBe.Extensions).Order().Select(name => new ShrinkingLimit(name, "there", "missing")));
        foreach ((string name, int[] values) in was.Values)
        {
            if (willBe.Values.TryGetValue(name, out int[]? now) && values.Zip(now).Any(pair => pair.Second < pair.First))
            {
                shrinks.Add(new ShrinkingLimit(name, string.Join(" ", values), string.Join(" ", now)));
            }
        }

        return shrinks;
    }

    /// <summary>What the mirror has to know of a host; null when it makes no context like this one.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static HostFacts? FactsOf(IHostQuestions host, MirroredContext like)
    {
        using var own = OwnContext.Enter(host, like, share: 0);
        if (own is null)
        {
            return null;
        }

        Dictionary<uint, int> limits = [];
        foreach (uint name in HostFacts.Wanted)
        {
            byte[] reply = host.Ask(GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, name));
            if (reply.Length >= 8)
            {
                limits[name] = BitConverter.ToInt32(reply, sizeof(uint));
            }
        }

        return new HostFacts((int)Math.Round(VersionOf(Text(host, Version)) * 10), ExtensionsOf(host), limits);
    }

    private static HashSet<string> ExtensionsOf(IHostQuestions host) => [.. Text(host, Extensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static double VersionOf(string text) =>
        double.TryParse(text.Split(' ')[0].Split('.') is [var major, var minor, ..] ? $"{major}.{minor}" : text, System.Globalization.CultureInfo.InvariantCulture, out double version)
            ? version : 0;

    private static Answers? Ask(IHostQuestions host, MirroredContext like, uint drawable)
    {
        using var own = OwnContext.Enter(host, like, share: 0, drawable);
        if (own is null)
        {
            return null;
        }

        Dictionary<string, int[]> values = [];
        foreach ((string name, uint value) in LimitNames.All)
        {
            byte[] reply = host.Ask(GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, value));
            if (reply.Length > 4)
            {
                values[name] = MemoryMarshal.Cast<byte, int>(reply.AsSpan(4)).ToArray();
            }
        }

        return new Answers(Text(host, Version), ExtensionsOf(host), values);
    }

    private static string Text(IHostQuestions host, uint name)
    {
        byte[] reply = host.Ask(GetString.Bytes, (to, token) => GetString.Write(to, token, name));
        return Encoding.UTF8.GetString(reply).TrimEnd('\0');
    }

    private sealed record Answers(string Version, HashSet<string> Extensions, Dictionary<string, int[]> Values);
}
