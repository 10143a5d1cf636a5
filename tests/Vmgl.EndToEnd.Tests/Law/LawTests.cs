using System.Globalization;
using System.Net.Sockets;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Testing;
using Vmgl.Tests.Shared;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Two daemons without an X server, and a connection to each.</summary>
public sealed class LawMachine : IDisposable
{
    private readonly StubDaemon _first = new(Checkout.StubDaemon, display: null);
    private readonly StubDaemon _second = new(Checkout.StubDaemon, display: null);

    public LawMachine()
    {
        Stream = new LawHost(_first.Port);
        Mirror = new LawHost(_second.Port);
        Facts = LawTests.FactsOf(Stream);
    }

    /// <summary>What the hosts' GL is.</summary>
    internal HostFacts Facts { get; }

    /// <summary>What the daemons have said.</summary>
    internal string Logs => _first.ReadLog() + _second.ReadLog();

    /// <summary>Takes the stream.</summary>
    internal LawHost Stream { get; }

    /// <summary>Takes what the mirror writes.</summary>
    internal LawHost Mirror { get; }

    public void Dispose()
    {
        Stream.Dispose();
        Mirror.Dispose();
        _first.Dispose();
        _second.Dispose();
    }
}

/// <summary>The law of the mirror: what it writes after a stream gives the state that the stream gave, whatever the stream was.</summary>
/// <remarks>VMGL_LAW_SEEDS says how many streams of each area are tried.</remarks>
public sealed partial class LawTests(LawMachine machine) : IClassFixture<LawMachine>
{
    private const int Commands = 80;
    private const int MostCommands = 4;
    private static readonly int s_seeds = int.Parse(Environment.GetEnvironmentVariable("VMGL_LAW_SEEDS")
        ?? "3", CultureInfo.InvariantCulture);

    /// <summary>What the mirror is told of the hosts' GL.</summary>
    private List<string> _written = [];

    private HostFacts Facts => machine.Facts;

    [Fact]
    public void Nothing_GivesTheInitialState() => Check("nothing", 0, []);

    /// <summary>A dump that overlooks something would let every law pass.</summary>
    [Fact]
    public void Dump_OfAnotherState_Differs()
    {
        machine.Stream.Renew();
        machine.Mirror.Renew();
        machine.Mirror.Send(LawHost.CreateCommand(LineWidth.Bytes, to => LineWidth.Write(to, 3)));
        Assert.Contains("0x0b21", StateDump.Difference(StateDump.Of(machine.Stream), StateDump.Of(machine.Mirror)),
            StringComparison.Ordinal);
    }

    /// <param name="most">Commands of a frame. Mesa passes current values and materials on when it sees fit, and glPopAttrib
    /// does not give back what it has not seen: where that counts, it is asked after each command.</param>
    private void CheckSeeds(string area, Func<Chance, IEnumerable<LawCommand>> stream, int most = MostCommands)
    {
        for (int seed = 1; seed <= s_seeds; seed++)
        {
            Check(area, seed, Split(stream(new Chance(seed)), seed, most));
        }
    }

    private void Check(string area, int seed, IEnumerable<IReadOnlyList<LawCommand>> stream)
    {
        List<IReadOnlyList<LawCommand>> frames = [.. stream];
        var sure = new List<bool>();
        try
        {
            string? difference = Compare(frames, sure);
            Assert.True(difference is null, $"{area}, seed {seed}:\n{difference}\n  {Keep(area, seed, frames, sure)}");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            Assert.Fail($"{area}, seed {seed}: {e.Message}\n  {Keep(area, seed, frames, sure)}\n{machine.Logs[..Math.Min(machine.Logs.Length, 2500)]}");
        }
    }

    /// <summary>Plays frames on one host, what the mirror made of them on the other, and compares.</summary>
    private string? Compare(List<IReadOnlyList<LawCommand>> frames, List<bool> sure)
    {
        machine.Stream.Renew();
        var group = new GroupMirror();
        var mirror = new ContextMirror(1, group, Facts);
        foreach (IReadOnlyList<LawCommand> frame in frames)
        {
            machine.Stream.Send([.. frame.SelectMany(c => c.Bytes)], [.. frame.SelectMany(c => c.PaddedBulk)]);
            _ = machine.Stream.Ask(GetMaterialfv.Bytes, (to, token) => GetMaterialfv.Write(to, token, 0x0404, 0x1200));
            bool isSure = machine.Stream.TakeError() == 0;
            sure.Add(isSure);
            foreach (LawCommand command in frame)
            {
                mirror.FoldCommand(command.Opcode, command.Bytes, command.Bulk, isSure);
            }
        }

        machine.Mirror.Renew();
        var written = new List<string>();
        var writer = new RebuildWriter((commands, bulk) =>
        {
            machine.Mirror.Send(commands, bulk);
            var reader = new BatchReader(commands, bulk);
            while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
            {
                written.Add($"{opcode} {Convert.ToHexStringLower(command)}");
            }
        });
        group.Write(writer);
        mirror.WriteState(writer);
        writer.Flush();
        _ = machine.Mirror.TakeError();
        _written = written;
        return StateDump.Difference(StateDump.Of(machine.Stream), StateDump.Of(machine.Mirror));
    }

    private static IEnumerable<IReadOnlyList<LawCommand>> Split(IEnumerable<LawCommand> stream, int seed, int most)
    {
        var chance = new Chance(-seed);
        var frame = new List<LawCommand>();
        int room = 1;
        foreach (LawCommand command in stream)
        {
            frame.Add(command);
            if (frame.Count >= room)
            {
                yield return frame;
                frame = [];
                room = 1 + chance.Below(most);
            }
        }

        yield return frame;
    }

    /// <summary>Puts the stream where a person can read it.</summary>
    private string Keep(string area, int seed, List<IReadOnlyList<LawCommand>> frames, List<bool> sure)
    {
        string folder = Path.Combine(Checkout.Root, "out", "law");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{area}.{seed}.txt");
        File.WriteAllLines(path, frames.SelectMany((frame, i) =>
            frame.Select(command => $"{i} {(i >= sure.Count ? "unplayed" : sure[i] ? "sure" : "doubt")} {command}")));
        File.AppendAllLines(path, ["written:", .. _written]);
        return path;
    }

    internal static HostFacts FactsOf(LawHost host)
    {
        host.Renew();
        uint[] names = [.. EnumGroups.GetPName];
        List<byte[]> answers = host.AskAll([.. names.Select(name =>
            ((long)GetIntegerv.Bytes, (QuestionFiller)((to, token) => GetIntegerv.Write(to, token, name))))]);
        var limits = new Dictionary<uint, int>();
        for (int i = 0; i < names.Length; i++)
        {
            limits[names[i]] = answers[i].Length >= 8 ? BitConverter.ToInt32(answers[i], 4) : 0;
        }

        return new HostFacts(21, new HashSet<string>(), limits);
    }
}
