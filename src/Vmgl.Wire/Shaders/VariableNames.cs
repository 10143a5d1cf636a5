using System.Diagnostics.CodeAnalysis;

namespace Vmgl.Wire.Shaders;

/// <summary>Finds the locations of a program's active variables by name, as far as GL leaves no doubt about the answer.</summary>
/// <remarks>GL 2.1 section 2.15.3: a name is a variable, a member of a structure or an element of an array, spelled with <c>.</c> and
/// <c>[]</c>; an array's own name means its first element; what is not active has the location -1. What a driver makes of other spellings
/// (blanks,
/// <c>[0]</c> behind what is not an array, the name of a whole structure) is left to the driver.</remarks>
public sealed class VariableNames
{
    private readonly Dictionary<byte[], InterfaceVariable> _byBase = new(BytesComparer.Instance);
    private readonly HashSet<byte[]> _roots = new(BytesComparer.Instance);

    public VariableNames(IEnumerable<InterfaceVariable> variables)
    {
        foreach (InterfaceVariable variable in variables)
        {
            _byBase[variable.BaseName.ToArray()] = variable;
            _roots.Add(RootOf(variable.Name).ToArray());
        }
    }

    /// <summary>The location of a name, -1 when it surely has none; false when only the host's GL can tell.</summary>
    public bool TryLocate(ReadOnlySpan<byte> name, out int location)
    {
        location = -1;
        Dictionary<byte[], InterfaceVariable>.AlternateLookup<ReadOnlySpan<byte>> byBase = _byBase.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (byBase.TryGetValue(name, out InterfaceVariable? variable))
        {
            location = variable.LocationOf(0);
            return true;
        }

        int open = name.LastIndexOf((byte)'[');
        if (open > 0 && TryIndex(name[open..], out int element) && byBase.TryGetValue(name[..open], out variable) && variable.IsArray)
        {
            location = element < variable.Elements ? variable.LocationOf(element) : -1;
            return true;
        }

        ReadOnlySpan<byte> root = RootOf(name);
        return !root.IsEmpty && !_roots.GetAlternateLookup<ReadOnlySpan<byte>>().Contains(root);
    }

    /// <summary>The identifier that a name begins with; empty when it begins with something else.</summary>
    private static ReadOnlySpan<byte> RootOf(ReadOnlySpan<byte> name)
    {
        int end = 0;
        while (end < name.Length && (char.IsAsciiLetterOrDigit((char)name[end]) || name[end] == '_'))
        {
            end++;
        }

        return name[..end];
    }

    /// <summary>Reads <c>[17]</c>: decimal, without leading zeros or blanks.</summary>
    private static bool TryIndex(ReadOnlySpan<byte> bracketed, out int index)
    {
        const int MostDigits = 9;
        index = 0;
        if (bracketed.Length is < 3 or > MostDigits + 2 || bracketed[^1] != ']' || (bracketed.Length > 3 && bracketed[1] == '0'))
        {
            return false;
        }

        foreach (byte digit in bracketed[1..^1])
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            index = (index * 10) + digit - '0';
        }

        return true;
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly BytesComparer Instance = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
