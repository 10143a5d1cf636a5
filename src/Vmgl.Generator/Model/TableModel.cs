using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>How a table's method is given what a command says.</summary>
public enum ObjectMethodForm
{
    /// <summary>As the command's own view.</summary>
    View,

    /// <summary>As the values of its keys: several commands share the method.</summary>
    Keys,

    /// <summary>As the names that it deletes.</summary>
    Names,
}

/// <summary>A method of an object table, and the commands that it is called for.</summary>
/// <param name="Learns">Whether it is given replies to questions instead of commands.</param>
public sealed record ObjectMethod(string Name, ObjectType Kind, ObjectMethodForm Form, bool Learns, List<Command> Commands)
{
    /// <summary>The command whose view and parameters the method has.</summary>
    public Command First => Commands[0];

    /// <summary>Whether commands address their object: by what is bound to a target, or, as twins, by name.</summary>
    public bool IsAddressed => !Learns && Form != ObjectMethodForm.Names && First.Effect is { Word: not "bind", Object.Target: not null };

    /// <summary>The parameters of a command whose values the method is given, for <see cref="ObjectMethodForm.Keys"/>.</summary>
    public IEnumerable<Parameter> ArgumentsOf(Command command)
    {
        IEnumerable<string> keys = Learns ? LearnKeys(command)
            : IsAddressed ? command.Effect!.Keys.Where(key => key != command.Effect.Object?.Target)
            : command.Effect!.Keys.Prepend(command.Effect.Object?.Name).OfType<string>().Distinct();
        return keys.Select(key => command.Parameters.First(p => p.Name == key));
    }

    private static string[] LearnKeys(Command command) =>
        command.Spec.FindValue("learns")!.Split('(', ')') is [_, string keys, ..] ? keys.Split(',', StringSplitOptions.TrimEntries) : [];
}

/// <summary>What the tables of objects must fold and learn from: a method for each command, or for several that differ only in the types of
/// values.</summary>
public sealed class TableModel
{
    private readonly Dictionary<string, ObjectMethod> _folds = [];
    private readonly Dictionary<string, ObjectMethod> _learns = [];
    private readonly List<ObjectMethod> _methods = [];
    private readonly SpecFiles _spec;

    private TableModel(SpecFiles spec, IReadOnlyList<Command> commands)
    {
        _spec = spec;
        List<Command> travelling = [.. commands.Where(c => c.Travels && (c.Folds ?? c.Learns) is not null)];
        foreach (SpecMethod method in spec.Methods)
        {
            foreach (string pattern in method.Commands.Where(pattern => !travelling.Any(c => Matches(c, pattern))))
            {
                throw new SpecException(method.Place, $"{method.Name}: no command of an object that travels is called {pattern}");
            }
        }

        foreach (Command command in travelling.OrderBy(c => c.Twin is not null))
        {
            Add(command, commands);
        }
    }

    /// <summary>All methods, in the order of the spec.</summary>
    public IReadOnlyList<ObjectMethod> Methods => _methods;

    /// <summary>Kinds that have methods, in the order of spec/objects.spec.</summary>
    public IEnumerable<ObjectType> Kinds => _spec.Objects.Where(kind => _methods.Exists(m => m.Kind == kind));

    /// <summary>Binds what the spec says.</summary>
    /// <exception cref="SpecException">Commands of one method do not fit together.</exception>
    public static TableModel Bind(SpecFiles spec, IReadOnlyList<Command> commands) => new(spec, commands);

    /// <summary>The method that folds a command; null for none.</summary>
    public ObjectMethod? FoldOf(Command command) => _folds.GetValueOrDefault(command.Name);

    /// <summary>The method that learns from a command's reply; null for none.</summary>
    public ObjectMethod? LearnOf(Command command) => _learns.GetValueOrDefault(command.Name);

    private static bool Matches(Command command, string pattern) =>
        pattern.EndsWith('*') ? command.Name.StartsWith(pattern[..^1], StringComparison.Ordinal) : command.Name == pattern;

    private void Add(Command command, IReadOnlyList<Command> commands)
    {
        if (command.Folds is ObjectType folded)
        {
            Command model = command.Twin is string twin ? commands.First(c => c.Name == twin) : command;
            _folds[command.Name] = _folds.GetValueOrDefault(model.Name) is ObjectMethod shared ? Join(shared, command)
                : Method(command, folded, learns: false);
        }

        if (command.Learns is ObjectType learnt)
        {
            _learns[command.Name] = Method(command, learnt, learns: true);
        }
    }

    private ObjectMethod Method(Command command, ObjectType kind, bool learns)
    {
        SpecMethod? said = _spec.Methods.FirstOrDefault(m => m.Commands.Exists(pattern => Matches(command, pattern)));
        bool deletes = said is null && !learns && DeletesNames(command);
        string name = said?.Name ?? (deletes ? "DeleteNames" : $"{(learns ? "Learn" : "Fold")}{command.ShortName}");
        if (_methods.Find(m => m.Name == name && m.Kind == kind && m.Learns == learns) is ObjectMethod found)
        {
            return Join(found, command);
        }

        if (_methods.Find(m => m.Name == name) is ObjectMethod other && said is not null)
        {
            throw new SpecException(said.Place, $"{name}: {other.First.Name} is for a {other.Kind.Name}, {command.Name} for a {kind.Name}; use a method for each");
        }

        ObjectMethodForm form = said is not null ? ObjectMethodForm.Keys : deletes ? ObjectMethodForm.Names : ObjectMethodForm.View;
        _methods.Add(new ObjectMethod(name, kind, form, learns, [command]));
        return _methods[^1];
    }

    /// <summary>One more command for a method: it must give the same.</summary>
    private static ObjectMethod Join(ObjectMethod method, Command command)
    {
        string Shape(Command c) => string.Join(", ", method.ArgumentsOf(c).Select(p => p.IsArray ? "array" : p.Type!.CSharp));
        if (method.Form == ObjectMethodForm.Keys && Shape(method.First) != Shape(command))
        {
            throw new SpecException(
                command.Spec.Place, $"{command.Name}: {method.Name} is given ({Shape(method.First)}) for {method.First.Name} and would be given ({Shape(command)}) for {command.Name}; give both the same keys");
        }

        method.Commands.Add(command);
        return method;
    }

    /// <summary>Whether nothing but names of objects to delete is in a command.</summary>
    private static bool DeletesNames(Command command) => command.Effect is { Word: "delete", Object.Name: string name }
        && command.Parameters.Where(p => p.Name != name)
            .All(p => command.Parameters.First(q => q.Name == name).Size?.Parameters.Contains(p.Name) == true);
}
