using Vmgl.Generator.Emit;
using Vmgl.Generator.Model;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator;

/// <summary>Shows one command's life, station by station: what is generated of it, and what is written by hand.</summary>
internal sealed class Explain
{
    private readonly Loaded _loaded;
    private readonly Command _command;
    private readonly SortedDictionary<string, string> _files;
    private readonly TextWriter _to;
    private int _stations;

    private Explain(Loaded loaded, Command command, TextWriter to)
    {
        (_loaded, _command, _to) = (loaded, command, to);
        _files = Output.Of(loaded);
    }

    /// <summary>Prints the stations of <paramref name="name"/>; 1 when the spec does not know it.</summary>
    public static int Run(Loaded loaded, string name, TextWriter to)
    {
        Command? command = loaded.Commands.FirstOrDefault(c => c.Name == name || c.Also.Contains(name));
        if (command is null)
        {
            to.WriteLine($"{name}: no line of spec/ has this command");
            return 1;
        }

        var explain = new Explain(loaded, command, to);
        explain.ShowSpec();
        if (command.Later is string later)
        {
            to.WriteLine($"    not there yet ({later}): not exported, and what needs it is not advertised");
            return 0;
        }

        explain.ShowGuest();
        explain.ShowHost();
        explain.ShowMirrors();
        explain.ShowSample();
        return 0;
    }

    private void ShowSpec()
    {
        Station("spec", _command.Spec.Place.ToString());
        _to.WriteLine("    " + LineAt(_command.Spec.Place));
        _to.WriteLine($"    registry: {_command.Registry.Prototype};");
    }

    private void ShowGuest()
    {
        string area = Names.Pascal(_command.Area);
        Made("wire view", $"src/Vmgl.Wire/Generated/Commands/{area}.g.cs", $"ref struct {_command.ShortName}(",
            _command.Travels ? WireViews.Diagram(_command) : [], _command.Travels ? null : "it never travels");
        Made("C entry", $"native/generated/{_command.Area}.g.c", $" {_command.Name}(", Emitted(code => CEntries.Entry(code, _command)),
            !_command.IsExported ? "programs cannot call it; the guest's C# writes it"
            : _command.Class == CommandClass.Native ? "written by hand in native/" : null);
        if (_command.IsExported && _command.Class == CommandClass.Client)
        {
            Written("guest body", HandWritten.FindMethod(_loaded.Root, "src/Vmgl.GuestShim", $@"^\s+(public|internal|private) .*\b{_command.ShortName}\("),
                $"generated: src/Vmgl.GuestShim/Generated/{area}.g.cs");
        }
    }

    private void ShowHost()
    {
        if (_command.Travels && _command.HostByHand)
        {
            Written("host handler", HandWritten.FindMethod(_loaded.Root, "src/Vmgl.Stub", $@"^\s+internal static .*\b{_command.ShortName}\(Replayer "),
                "none is written yet");
            return;
        }

        Made("replay handler", $"src/Vmgl.Stub/Generated/Replay/{Names.Pascal(_command.Area)}.g.cs", $"void {_command.ShortName}(",
            _command.Travels ? Emitted(code => HostReplay.Handler(code, _command)) : [], _command.Travels ? null : "nothing to replay");
    }

    private void ShowMirrors()
    {
        Made("mirror rule", "src/Vmgl.SuspendResume/Generated/MirrorRules.g.cs", $"Opcode.{_command.ShortName}]",
            _command.Travels ? [MirrorRules.Rule(_command, _loaded.Slots)] : [], _command.Travels ? null : "nothing to mirror");
        foreach (ObjectMethod method in new[] { _loaded.Objects.FoldOf(_command), _loaded.Objects.LearnOf(_command) }.OfType<ObjectMethod>())
        {
            Written("object table", HandWritten.FindMethod(
                _loaded.Root, "src/Vmgl.SuspendResume/Rebuild", $@"\bI{method.Kind.Name}Commands\.{method.Name}\("), "no table has it yet");
        }

        List<Place> places = [.. _loaded.State.PlacesOf(_command)];
        if (places.Count > 0)
        {
            Station("state rule", places[0].ToString());
            places.ForEach(place => _to.WriteLine("    " + LineAt(place)));
        }
    }

    private void ShowSample() => Made("test sample", $"tests/Vmgl.Testing/Generated/Samples/{Names.Pascal(_command.Area)}.g.cs", $"byte[] {_command.ShortName}()",
        [], _command.Travels ? null : "no bytes to test");

    private string LineAt(Place place) => File.ReadAllLines(Path.Combine(_loaded.Root, place.File))[place.Line - 1];

    private static List<string> Emitted(Action<CodeWriter> emit)
    {
        var code = new CodeWriter();
        emit(code);
        return [.. code.ToString().TrimEnd().Split('\n')];
    }

    private void Made(string station, string file, string mark, List<string> shown, string? absent)
    {
        if (absent is not null)
        {
            Station(station, absent);
            return;
        }

        string[] lines = _files[file].Split('\n');
        int at = Array.FindIndex(lines, line => line.Contains(mark, StringComparison.Ordinal));
        Station(station, $"{file}:{at + 1}");
        foreach (string line in shown.Count > 0 ? shown : HandWritten.Block(lines, at))
        {
            _to.WriteLine("    " + line);
        }
    }

    private void Written(string station, HandWritten? found, string absent)
    {
        Station(station, found is null ? absent : $"{found.File}:{found.Line}, by hand");
        foreach (string line in found?.Text ?? [])
        {
            _to.WriteLine(line.Length == 0 ? "" : "    " + line);
        }
    }

    private void Station(string name, string place) => _to.WriteLine($"{++_stations} {name}  {place}");
}
