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
    public static IReadOnlyList<ShrinkingLimit> Compare(LinkQuestions here, GuestAddress target, SessionMirror mirror, GlxSession session)
    {
        MirroredContext? like = mirror.Contexts.FirstOrDefault(context => context.LastDrawable != 0);
        if (like is null)
        {
            return [];
        }

        using HostLink link = HostLink.Dial(target);
        var there = new LinkQuestions(link, static (_, _) => true);
        uint drawable = new Rebuilder(link, there, mirror, session).MakeDrawableFor(like); // the program's own are not there yet
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

    private static double VersionOf(string text) =>
        double.TryParse(text.Split(' ')[0].Split('.') is [var major, var minor, ..] ? $"{major}.{minor}" : text, System.Globalization.CultureInfo.InvariantCulture, out double version)
            ? version : 0;

    private static Answers? Ask(LinkQuestions host, MirroredContext like, uint drawable)
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

        return new Answers(Text(host, Version), [.. Text(host, Extensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)], values);
    }

    private static string Text(LinkQuestions host, uint name)
    {
        byte[] reply = host.Ask(GetString.Bytes, (to, token) => GetString.Write(to, token, name));
        int bytes = reply.Length < 4 ? 0 : (int)Math.Min(BitConverter.ToUInt32(reply), (uint)reply.Length - 4);
        return Encoding.UTF8.GetString(reply.AsSpan(Math.Min(4, reply.Length), bytes)).TrimEnd('\0');
    }

    private sealed record Answers(string Version, HashSet<string> Extensions, Dictionary<string, int[]> Values);
}
