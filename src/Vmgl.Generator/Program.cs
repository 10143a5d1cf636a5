using Vmgl.Generator;
using Vmgl.Generator.Spec;

const string Usage = """
    Vmgl.Generator: reads spec/ and Khronos' registry, writes the code both sides share.
      generate        write every generated file (and freeze new opcodes)
      check           fail if a generated file is missing, stale or left over
      explain NAME    show a command's whole life: spec, wire, C, replay, mirror, test
    """;

try
{
    string root = Loaded.FindRoot(Environment.CurrentDirectory);
    switch (args)
    {
        case ["generate"]: return Generate(root);
        case ["check"]: return Check(root);
        case ["explain", string name]: return Explain.Run(Loaded.ReadTree(root), name, Console.Out);
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception e) when (e is SpecException or FileNotFoundException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static int Generate(string root)
{
    Loaded loaded = Loaded.ReadTree(root);
    loaded.FreezeOpcodes();
    int written = TreeWriter.WriteFiles(root, Output.EmitAll(loaded), Output.Folders);
    Console.WriteLine($"{loaded.Commands.Count} commands, {written} files changed");
    return 0;
}

static int Check(string root)
{
    List<string> problems = TreeWriter.CompareFiles(root, Output.EmitAll(Loaded.ReadTree(root)), Output.Folders);
    problems.ForEach(Console.Error.WriteLine);
    Console.WriteLine(problems.Count == 0 ? "generated files are up to date" : "run: make generate");
    return problems.Count == 0 ? 0 : 1;
}
