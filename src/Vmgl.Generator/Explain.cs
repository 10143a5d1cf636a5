using Vmgl.Generator.Emit;
using Vmgl.Generator.Model;

namespace Vmgl.Generator;

/// <summary>Shows one command's life in six stations.</summary>
internal static class Explain
{
    /// <summary>Prints the stations of <paramref name="name"/>; 1 when the spec does not know it.</summary>
    public static int Run(Loaded loaded, string name, TextWriter to)
    {
        Command? command = loaded.Commands.FirstOrDefault(c => c.Name == name || c.Also.Contains(name));
        if (command is null)
        {
            to.WriteLine($"{name}: no line of spec/ has this command");
            return 1;
        }

        SortedDictionary<string, string> files = Output.Of(loaded);
        string area = Names.Pascal(command.Area);
        Station(to, "1 spec", command.Spec.Place.ToString());
        to.WriteLine("    " + File.ReadAllLines(Path.Combine(loaded.Root, command.Spec.Place.File))[command.Spec.Place.Line - 1]);
        to.WriteLine($"    registry: {command.Registry.Prototype};");
        if (command.Later is string later)
        {
            to.WriteLine($"    not there yet ({later}): not exported, and what needs it is not advertised");
            return 0;
        }

        Found(to, files, "2 wire view", $"src/Vmgl.Wire/Generated/Commands/{area}.g.cs", $"ref struct {command.ShortName}(",
            command.Travels ? WireViews.Diagram(command) : [], command.Travels ? null : "it never travels");
        Found(to, files, "3 C entry", $"native/generated/{command.Area}.g.c", $" {command.Name}(",
            Emitted(code => CEntries.Entry(code, command)),
            !command.IsExported ? "programs cannot call it; the guest's C# writes it"
            : command.Class == Spec.CommandClass.Native ? "written by hand in native/" : null);
        Found(to, files, "4 replay handler", $"src/Vmgl.Stub/Generated/Replay/{area}.g.cs", $"void {command.ShortName}(",
            command.Travels ? Emitted(code => HostReplay.Handler(code, command)) : [], command.Travels ? null : "nothing to replay");
        Found(to, files, "5 mirror rule", "src/Vmgl.SuspendResume/Generated/MirrorRules.g.cs", $"Opcode.{command.ShortName}]",
            command.Travels ? [MirrorRules.Rule(command, loaded.Slots)] : [], command.Travels ? null : "nothing to mirror");
        Found(to, files, "6 test sample", $"tests/Vmgl.Testing/Generated/Samples/{area}.g.cs", $"byte[] {command.ShortName}()",
            [], command.Travels ? null : "no bytes to test");
        return 0;
    }

    private static List<string> Emitted(Action<CodeWriter> emit)
    {
        var code = new CodeWriter();
        emit(code);
        return [.. code.ToString().TrimEnd().Split('\n')];
    }

    private static void Found(
        TextWriter to, SortedDictionary<string, string> files, string station, string file, string mark, List<string> shown, string? absent)
    {
        if (absent is not null)
        {
            Station(to, station, absent);
            return;
        }

        string[] lines = files[file].Split('\n');
        int at = Array.FindIndex(lines, line => line.Contains(mark, StringComparison.Ordinal));
        Station(to, station, $"{file}:{at + 1}");
        foreach (string line in shown.Count > 0 ? shown : Block(lines, at))
        {
            to.WriteLine("    " + line);
        }
    }

    private static IEnumerable<string> Block(string[] lines, int at) =>
        lines.Skip(at).TakeWhile((line, i) => i == 0 || line.Trim().Length > 0).Select(line => line.Length > 4 ? line[4..] : line);

    private static void Station(TextWriter to, string name, string place) => to.WriteLine($"{name}  {place}");
}
