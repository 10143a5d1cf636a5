using System.Globalization;
using System.Text.RegularExpressions;

namespace Vmgl.Generator.Spec;

/// <summary>Reads the line-based spec files. <c>#</c> begins a comment; an indented line continues a <c>size</c> or
/// <c>attributes</c>.</summary>
public sealed partial class SpecReader
{
    private readonly SpecFiles _files = new();
    private string? _area;
    private string? _class;
    private Place _place;
    private Action<string[]>? _continue;

    /// <summary>Reads every <c>*.spec</c> file below <paramref name="folder"/>, in a fixed order.</summary>
    public static SpecFiles ReadFolder(string folder)
    {
        var reader = new SpecReader();
        foreach (string path in Directory.EnumerateFiles(folder, "*.spec", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            reader.ReadFile(Path.GetRelativePath(Path.GetDirectoryName(folder)!, path), File.ReadLines(path));
        }

        return reader._files;
    }

    /// <summary>Reads one file given as lines; for tests.</summary>
    public static SpecFiles ReadText(string name, string text)
    {
        var reader = new SpecReader();
        reader.ReadFile(name, text.Split('\n'));
        return reader._files;
    }

    private void ReadFile(string name, IEnumerable<string> lines)
    {
        _area = null;
        _class = null;
        _continue = null;
        int number = 0;
        foreach (string raw in lines)
        {
            _place = new Place(name, ++number);
            string line = Comment().Replace(raw, "").TrimEnd();
            if (line.Length > 0)
            {
                ReadLine(line);
            }
        }
    }

    private void ReadLine(string line)
    {
        string[] words = Words().Matches(line).Select(m => m.Value).ToArray();
        if (char.IsWhiteSpace(line[0]))
        {
            (_continue ?? throw ErrorHere("an indented line continues nothing"))(words);
            return;
        }

        _continue = null;
        switch (words[0])
        {
            case "area": ReadArea(words); break;
            case "class": ReadClass(words); break;
            case "object": ReadObject(words); break;
            case "method": ReadMethod(words); break;
            case "effect": ReadEffect(words); break;
            case "step": ReadStep(words); break;
            case "size": ReadSize(words); break;
            case "attributes": ReadAttributes(words); break;
            case "extension": ReadExtension(words); break;
            case "versions": ReadVersions(words); break;
            case "values": ReadValues(words); break;
            case "state": ReadState(words); break;
            case "remembered": ReadRemembered(words); break;
            case "rule": ReadRule(words); break;
            case "keeps": ReadKeeps(words); break;
            case "slot": ReadSlot(words); break;
            case "immediate": ReadImmediate(words); break;
            case "capabilities": ReadCapabilities(words); break;
            default: ReadCommand(line, words); break;
        }
    }

    private void ReadClass(string[] words)
    {
        if (words.Length != 2 || _area is null)
        {
            throw ErrorHere("a class is: class NAME, below the area line of the commands whose bodies it has in the guest");
        }

        _class = words[1];
    }

    private void ReadObject(string[] words)
    {
        var items = words.Skip(2).Select(ReadItem).ToList();
        if (Value("class") is not string @class)
        {
            throw ErrorHere("an object type is: object NAME class=\"…\" [group=GROUP] [target=GROUP,…] [mapped] [placed] [unnamed]");
        }

        _files.Objects.Add(new ObjectType(
            _place, words[1], @class, Value("group"), Value("target")?.Split(',') ?? [], Says("mapped"), Says("placed"), Says("unnamed")));

        bool Says(string word) => items.Any(i => i.Key == word);
        string? Value(string key) => items.FirstOrDefault(i => i.Key == key)?.Value;
    }

    private void ReadMethod(string[] words)
    {
        if (words.Length < 3)
        {
            throw ErrorHere("a method is: method NAME COMMAND…, where COMMAND* is every command that begins so");
        }

        var method = new SpecMethod(_place, words[1], [.. words[2..]]);
        _files.Methods.Add(method);
        _continue = method.Commands.AddRange;
    }

    private void ReadEffect(string[] words)
    {
        string? step = words.Length == 4 && ReadItem(words[2]) is { Key: "step" } item ? item.Value : null;
        if (words.Length != (step is null ? 3 : 4) || !words[^1].StartsWith('"'))
        {
            throw ErrorHere("an effect is: effect NAME [step=STEP] \"MEANING\"");
        }

        _files.Effects.Add(new EffectWord(_place, words[1], step, words[^1].Trim('"')));
    }

    private void ReadStep(string[] words)
    {
        if (words.Length != 3)
        {
            throw ErrorHere("a step is: step NAME \"MEANING\"");
        }

        _files.Steps.Add(new SpecStep(_place, words[1], words[2].Trim('"')));
    }

    private void ReadSize(string[] words)
    {
        if (words.Length != 4 || words[2] != "otherwise" || !int.TryParse(words[3], out int otherwise))
        {
            throw ErrorHere("a size is: size NAME otherwise NUMBER");
        }

        var table = new SizeTable(_place, words[1], otherwise, []);
        _files.Sizes.Add(table);
        _continue = row =>
        {
            if (!int.TryParse(row[0], out int elements) || row.Length < 2)
            {
                throw ErrorHere("a row of a size is: ELEMENTS ENUM…");
            }

            table.Rows.Add(new SizeRow(_place, elements, row[1..]));
        };
    }

    private void ReadAttributes(string[] words)
    {
        var list = new AttributeList(_place, words[1], []);
        _files.Attributes.Add(list);
        _continue = list.Enums.AddRange;
    }

    private void ReadExtension(string[] words)
    {
        int needs = Array.IndexOf(words, "needs");
        string[] needed = needs < 0 ? [] : words[needs + 1].Split(',');
        string? rule = words[1].StartsWith("GLX_", StringComparison.Ordinal) ? words[^1] : null;
        _files.Extensions.Add(new SpecExtension(_place, words[1], needed, words.Contains("unregistered"), rule));
    }

    private void ReadCommand(string line, string[] words)
    {
        string area = _area ?? throw ErrorHere($"\"{words[0]}\" is not a known word, and a command needs an area line above it");
        if (words.Length < 3)
        {
            throw ErrorHere("a command is: OPCODE CLASS NAME [items]");
        }

        ushort? opcode = words[0] == "-" ? null : ReadOpcode(words[0]);
        if (!Enum.TryParse(words[1], ignoreCase: true, out CommandClass @class))
        {
            throw ErrorHere($"\"{words[1]}\" is not a class; use append, client, reply or native");
        }

        Match own = OwnSignature().Match(line);
        string name = own.Success ? own.Groups["name"].Value : words[2];
        string rest = own.Success ? line[(own.Index + own.Length)..] : line[(line.IndexOf(name, StringComparison.Ordinal) + name.Length)..];
        var items = Words().Matches(rest).Select(m => ReadItem(m.Value)).ToList();
        string? signature = own.Success ? own.Groups["signature"].Value : null;
        _files.Commands.Add(new SpecCommand(_place, area, opcode, @class, name, signature, items) { GuestClass = _class });
    }

    private ushort ReadOpcode(string word) =>
        word.StartsWith("0x", StringComparison.Ordinal)
        && ushort.TryParse(word.AsSpan(2), NumberStyles.HexNumber, null, out ushort opcode)
        && opcode != 0
            ? opcode
            : throw ErrorHere($"\"{word}\" is not an opcode; use 0x0001 to 0xffff, or - for what never travels");

    private static SpecItem ReadItem(string word)
    {
        int at = word.IndexOfAny(['=', ':']);
        return at < 0 ? new SpecItem(word, ' ', "") : new SpecItem(word[..at], word[at], word[(at + 1)..].Trim('"'));
    }

    private SpecException ErrorHere(string message) => new(_place, message);

    [GeneratedRegex(@"#.*$")]
    private static partial Regex Comment();

    // A word may hold a quoted part with blanks, and blanks inside parentheses.
    [GeneratedRegex("""(?:[^\s"(]|"[^"]*"|\([^)]*\))+""")]
    private static partial Regex Words();

    // name(parameters) -> result: the result is optional.
    [GeneratedRegex(@"\b(?<signature>(?<name>vmgl\w+)\s*\([^)]*\)(\s*->\s*\w+)?)")]
    private static partial Regex OwnSignature();
}
