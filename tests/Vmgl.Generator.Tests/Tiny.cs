using Vmgl.Generator.Model;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Tests;

/// <summary>A spec of a few lines, bound to Khronos' real registry.</summary>
internal sealed class Tiny
{
    /// <summary>Stands behind what a test says, so that the test's own lines are numbered from 1.</summary>
    private const string Rest = """

        effect ask  "reads state"
        effect bind "binds an object"
        effect current "sets a current vertex value"
        effect push step=each "pushes a stack"
        effect generate "makes names"
        effect delete "deletes names"
        effect object "changes an object"
        effect draw "draws"
        effect object "changes an object"
        effect set  "the last one with equal keys decides"
        object Texture class="texture" group=Texture target=TextureTarget
        object Program class="program"
        size light otherwise 1
            4 GL_AMBIENT GL_DIFFUSE
            3 GL_SPOT_DIRECTION
        """;

    private static readonly Lazy<KhronosRegistry> s_registry = new(Loaded.ReadRegistry);

    public Tiny(string text)
    {
        Spec = SpecReader.ReadText("tiny.spec", text + Rest);
        Commands = new Binder(s_registry.Value, Spec).BindCommands();
    }

    public SpecFiles Spec { get; }

    public List<Command> Commands { get; }

    public TableModel Tables => TableModel.Bind(Spec, Commands);

    public static KhronosRegistry Registry => s_registry.Value;

    /// <summary>The one command of a spec whose area is <c>tiny</c>.</summary>
    public static Command Command(string line) => Assert.Single(new Tiny($"area tiny \"Tiny\"\n{line}").Commands);

    /// <summary>The commands of a text.</summary>
    public static List<Command> BoundCommands(string text) => new Tiny(text).Commands;

    /// <summary>What reading, binding and checking say against a text.</summary>
    public static string Refusal(string text, Dictionary<string, ushort>? frozen = null) => Assert.Throws<SpecException>(() =>
    {
        var tiny = new Tiny(text);
        Checks.CheckAll(tiny.Commands, tiny.Spec, Registry, frozen ?? []);
        _ = tiny.BindState();
        _ = StepModel.Bind(tiny.Spec, tiny.Commands);
        _ = tiny.Tables;
    }).Message;

    /// <summary>What a text says of the state that questions are answered from.</summary>
    public static StateModel BoundState(string text) => new Tiny(text).BindState();

    private StateModel BindState() => StateModel.Bind(Spec, Registry, Commands, SlotModel.Bind(Spec, Commands));
}
