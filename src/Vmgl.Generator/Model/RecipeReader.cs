using System.Globalization;
using System.Text.RegularExpressions;
using Vmgl.Generator.Registry;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Model;

/// <summary>Reads the words that have the generator write a client command's body, and refuses what does not fit the command.</summary>
internal static partial class RecipeReader
{
    private static readonly string[] s_words = ["upload", "kept", "answers", "names", "then"];

    /// <summary>Types of values that the mirror has answers for.</summary>
    private static readonly string[] s_answered = ["GLboolean", "GLint", "GLfloat", "GLdouble"];

    /// <summary>The recipe of a command; null when a person writes its body.</summary>
    /// <exception cref="SpecException">The words do not fit each other or the command.</exception>
    public static ClientRecipe? Read(Command command)
    {
        List<string> said = [.. s_words.Where(word => command.Spec.Items.Any(item => item.Key == word))];
        if (said.Count == 0)
        {
            return null;
        }

        if (command.Class != CommandClass.Client)
        {
            throw Error(command, $"{said[0]} describes the guest's body, and class {Lower(command.Class)} has none; use class client");
        }

        if (said.Except(["then"]).ToList() is { Count: > 1 } several && !several.SequenceEqual(["kept", "answers"]))
        {
            throw Error(command, $"{several[0]} and {several[1]} each describe the whole body; keep one of them");
        }

        return new ClientRecipe
        {
            Upload = said.Contains("upload") ? ReadUpload(command) : null,
            IsUploadedWhole = command.Spec.FindValue("upload") is not null,
            Kept = said.Contains("kept") ? ReadKept(command) : null,
            Answers = said.Contains("answers") ? ReadAnswers(command) : [],
            Names = said.Contains("names") ? ReadNames(command) : null,
            Then = said.Contains("then") ? ReadThen(command) : null,
        };
    }

    /// <summary>What a command returns where no context is current; null for zero.</summary>
    /// <exception cref="SpecException">It returns nothing, or the value is neither a number nor an enum.</exception>
    public static string? ReadWithoutContext(Command command, KhronosRegistry registry)
    {
        if (command.Spec.FindValue("no-context") is not string value)
        {
            return null;
        }

        if (command.Returns == "void" || command.Class is not (CommandClass.Client or CommandClass.Reply))
        {
            throw Error(command, "no-context=… is the value that a client or reply command returns without a context, and this one returns none");
        }

        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) || registry.Enums.ContainsKey(value)
            ? value
            : throw Error(command, $"no-context={value} is neither an integer nor an enum of the registry");
    }

    private static Parameter ReadUpload(Command command)
    {
        if (command.Spec.FindValue("upload") is string how and not "whole")
        {
            throw Error(command, $"upload={how} is not known; use upload, or upload=whole for a command that is not sent without its image");
        }

        Parameter? array = command.Bulks.FirstOrDefault();
        SizeFactor? size = array?.Size!.Factors[0];
        bool isImage = size is ImageFactor or BitmapFactor && array!.Given is not null;
        if (!isImage && size is not ParameterFactor || !command.Travels || command.HasReply || command.Inputs.Any())
        {
            throw Error(command, "upload sends one array of pixels; it needs bulk=PARAM with PARAM=image(…) or bitmap(…) and optional=PARAM, or with a size that is one parameter");
        }

        return array!;
    }

    private static Hook ReadKept(Command command)
    {
        if (!IsAsked(command) || (command.Returns == "void") == !command.Outputs.Any() || command.Outputs.Count() > 1)
        {
            throw Error(command, "kept=… answers in the guest or asks the host; it needs a command that travels and returns one value or fills one array");
        }

        return ReadHook(command, "kept");
    }

    private static List<Parameter> ReadAnswers(Command command)
    {
        string[] names = command.Spec.FindValue("answers")!.Split(',');
        List<Parameter> found = [.. names.Select(name => Find(command, "answers", name))];
        if (found.Count > 2 || !IsAsked(command) || command.Outputs.ToList() is not [Parameter output]
            || !s_answered.Contains(output.Type!.Name))
        {
            throw Error(command, $"answers=[TARGET,]NAME asks the mirror first; it needs a command that travels and fills one array of {string.Join(", ", s_answered)}");
        }

        return found;
    }

    private static Parameter ReadNames(Command command)
    {
        Parameter? array = command.Parameters.FirstOrDefault(p => p.IsArray && p.ObjectType is not null);
        bool makes = command.Effect?.Word == "generate" && command.Spec.HasWord("local") && array is { Kind: ParameterKind.ArrayOut };
        bool releases = command.Effect?.Word == "delete" && command.Travels && array is { Kind: ParameterKind.ArrayIn };
        if (!makes && !releases || array!.Size!.Factors is not [ParameterFactor])
        {
            throw Error(command, "names makes or releases an array of object names; it needs local effect=generate or effect=delete, and an array of names that a parameter counts");
        }

        return array;
    }

    private static Hook ReadThen(Command command)
    {
        if (!command.Travels || command.HasReply)
        {
            throw Error(command, "then=… calls the guest behind the command; it needs one that travels and returns nothing");
        }

        return ReadHook(command, "then");
    }

    private static Hook ReadHook(Command command, string word)
    {
        Match match = HookText().Match(command.Spec.FindValue(word) ?? "");
        if (!match.Success)
        {
            throw Error(command, $"cannot read \"{word}={command.Spec.FindValue(word)}\"; it is {word}=METHOD(PARAMETER,…)");
        }

        string[] names = match.Groups["parameters"].Value.Split(',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Hook(char.ToUpperInvariant(match.Value[0]) + match.Groups["name"].Value[1..],
            [.. names.Select(name => Find(command, word, name))]);
    }

    private static Parameter Find(Command command, string word, string name) =>
        command.GlParameters.FirstOrDefault(p => p.Name == name)
        ?? throw Error(command, $"{word}=… names {name}, which is not a parameter ({command.Registry.Prototype})");

    /// <summary>Whether the host can be asked in the regular form: a value and arrays.</summary>
    public static bool IsAsked(Command command) =>
        command.Travels && command.HasReply && !command.RepliesBytes && !command.Spec.HasWord("answered");

    private static string Lower(CommandClass @class) => @class.ToString().ToLowerInvariant();

    private static SpecException Error(Command command, string message) => new(command.Spec.Place, $"{command.Name}: {message}");

    [GeneratedRegex(@"^(?<name>[a-z]\w*)\((?<parameters>[^)]*)\)$")]
    private static partial Regex HookText();
}
