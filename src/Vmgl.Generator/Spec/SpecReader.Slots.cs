namespace Vmgl.Generator.Spec;

/// <summary>The words of spec/slots.spec: pieces of state that are rebuilt by the commands that set them.</summary>
public sealed partial class SpecReader
{
    private static readonly string[] s_slotWords = ["unit", "face", "draw-framebuffer", "read-framebuffer", "modelview", "colored",
        "append", "by-hand"];

    private void ReadSlot(string[] words)
    {
        if (words.Length < 2)
        {
            throw ErrorHere($"a slot is: slot NAME [groups=BITS] [{string.Join("] [", s_slotWords)}]");
        }

        var items = words[2..].Select(ReadItem).ToList();
        if (items.FirstOrDefault(i => i.Key != "groups" && !s_slotWords.Contains(i.Key)) is SpecItem unknown)
        {
            throw ErrorHere($"{words[1]}: \"{unknown.Key}\" is not an item of a slot");
        }

        string[] groups = items.FirstOrDefault(i => i.Key == "groups")?.Value.Split(',') ?? [];
        _files.Slots.Add(new SpecSlot(_place, words[1], groups, [.. items.Where(i => i.Separator == ' ').Select(i => i.Key)]));
    }

    private void ReadCapabilities(string[] words)
    {
        if (words.Length < 3)
        {
            throw ErrorHere("capabilities are: capabilities BITS NAME…");
        }

        var set = new SpecCapabilities(_place, words[1].Split(','), [.. words[2..]]);
        _files.Capabilities.Add(set);
        _continue = set.Names.AddRange;
    }

    private void ReadImmediate(string[] words)
    {
        Add(words[1..]);
        _continue = Add;

        void Add(string[] names) => _files.Immediate.AddRange(names.Select(name => (_place, name)));
    }
}
