using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>What the mirror of a context does with each command: the step of its effect, or the one that its line names.</summary>
public sealed class StepModel
{
    /// <summary>The word of an effect that does not tell the step.</summary>
    private const string Each = "each";

    private readonly SpecFiles _spec;
    private readonly Dictionary<string, SpecStep> _of = [];

    private StepModel(SpecFiles spec, IReadOnlyList<Command> commands)
    {
        _spec = spec;
        foreach (EffectWord effect in spec.Effects.Where(e => e.Step is not (null or Each)))
        {
            _ = Find(effect.Place, effect.Name, effect.Step!);
        }

        foreach (Command command in commands.Where(c => c.Travels))
        {
            if (NameOf(command) is string name)
            {
                _of[command.Name] = Find(command.Spec.Place, command.Name, name);
            }
        }

        if (spec.Steps.FirstOrDefault(step => !_of.ContainsValue(step)) is SpecStep idle)
        {
            throw new SpecException(idle.Place, $"no command takes the step {idle.Name}");
        }
    }

    /// <summary>Binds what the spec says.</summary>
    /// <exception cref="SpecException">A command has no step, or a step is unknown.</exception>
    public static StepModel Bind(SpecFiles spec, IReadOnlyList<Command> commands) => new(spec, commands);

    /// <summary>The step of a command; null for one that changes nothing that the mirror of a context keeps.</summary>
    public SpecStep? StepOf(Command command) => _of.GetValueOrDefault(command.Name);

    /// <summary>Whether the command replaces the current matrix.</summary>
    public static bool LoadsMatrix(Command command) => command.Spec.FindValue("step") is "load-matrix" or "load-identity";

    private string? NameOf(Command command)
    {
        EffectWord effect = _spec.Effects.First(e => e.Name == command.Effect!.Word);
        string? named = command.Spec.FindValue("step");
        if (named is null && effect.Step == Each)
        {
            throw new SpecException(
                command.Spec.Place, $"{command.Name}: effect={effect.Name} does not tell what the mirror of a context does; say step=… (spec/effects.spec lists them)");
        }

        return named ?? (command.Spec.FindValue("unmirrored") is null ? effect.Step : null);
    }

    private SpecStep Find(Place place, string what, string name) => _spec.Steps.FirstOrDefault(step => step.Name == name)
        ?? throw new SpecException(place, $"{what}: \"{name}\" is not a step; spec/effects.spec lists them");
}
