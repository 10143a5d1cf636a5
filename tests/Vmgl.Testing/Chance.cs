using System.Numerics;
using System.Runtime.InteropServices;

namespace Vmgl.Testing;

/// <summary>Where the arguments of <see cref="ChanceCalls"/> come from: mostly plausible ones, now and then one that GL refuses.</summary>
/// <param name="seed">The same seed gives the same calls.</param>
public sealed class Chance(int seed)
{
    private const int Rare = 25;

    private static readonly double[] s_values = [0, 1, -1, 0.5, 0.25, 2, 3, 0.75, -0.5, 10, 1.5, 0.125];

    /// <summary>What a parameter behind a pname is drawn from, where it is not just a number.</summary>
    private static readonly Dictionary<uint, uint[]> s_behind = new()
    {
        [0x0B65] = EnumGroups.FogMode,
        [0x2200] = [0x2100, 0x2101, 0x0BE2, 0x1E01, 0x0104, 0x8570], // GL_TEXTURE_ENV_MODE
        [0x8571] = [0x1E01, 0x2100, 0x0104, 0x8574, 0x8575, 0x84E7, 0x86AE, 0x86AF], // GL_COMBINE_RGB
        [0x8572] = [0x1E01, 0x2100, 0x0104, 0x8574, 0x8575, 0x84E7], // GL_COMBINE_ALPHA
        [0x8580] = [0x1702, 0x8576, 0x8577, 0x8578], // GL_SRC0_RGB
        [0x8581] = [0x1702, 0x8576, 0x8577, 0x8578],
        [0x8588] = [0x1702, 0x8576, 0x8577, 0x8578],
        [0x8590] = [0x0300, 0x0301, 0x0302, 0x0303], // GL_OPERAND0_RGB
        [0x8598] = [0x0302, 0x0303],
        [0x8573] = [1, 2, 4], // GL_RGB_SCALE
        [0x0D1C] = [1, 2, 4], // GL_ALPHA_SCALE
        [0x2500] = [0x2400, 0x2401, 0x2402, 0x8511, 0x8512], // GL_TEXTURE_GEN_MODE
        [0x81F8] = [0x81F9, 0x81FA], // GL_LIGHT_MODEL_COLOR_CONTROL
        [0x8450] = [0x8451, 0x8452], // GL_FOG_COORD_SRC
        [0x2800] = [0x2600, 0x2601], // GL_TEXTURE_MAG_FILTER
        [0x2801] = [0x2600, 0x2601, 0x2700, 0x2701, 0x2702, 0x2703],
        [0x2802] = [0x2900, 0x2901, 0x812F, 0x812D, 0x8370],
        [0x2803] = [0x2900, 0x2901, 0x812F, 0x812D, 0x8370],
        [0x1206] = [0, 45, 90, 180], // GL_SPOT_CUTOFF
        [0x8CA0] = [0x8CA1, 0x8CA2], // GL_POINT_SPRITE_COORD_ORIGIN
        [0x8CA1] = [0x8CA1, 0x8CA2],
    };

    private readonly Random _random = new(seed);

    /// <summary>A number from 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => _random.Next(end);

    /// <summary>Whether something that happens once in <paramref name="times"/> happens.</summary>
    public bool Once(int times) => _random.Next(times) == 0;

    /// <summary>One of a group; rarely anything.</summary>
    public uint Enum(ReadOnlySpan<uint> group) =>
        group.IsEmpty || Once(Rare) ? (uint)_random.Next(0x10000) : group[_random.Next(group.Length)];

    /// <summary>Some bits of a group.</summary>
    public uint Bits(ReadOnlySpan<uint> group)
    {
        if (Once(4))
        {
            return 0xFFFFF;
        }

        uint bits = 0;
        for (int i = _random.Next(3); i >= 0; i--)
        {
            bits |= group[_random.Next(group.Length)];
        }

        return bits;
    }

    /// <summary>The name of an object; 0 is none.</summary>
    public uint Name() => (uint)_random.Next(4);

    public byte Bool() => (byte)_random.Next(2);

    /// <summary>How many of something.</summary>
    public int Count() => Once(Rare) ? -1 : _random.Next(1, 5);

    /// <summary>A value; <paramref name="about"/> is the pname or target that says what of.</summary>
    public T Value<T>(uint about)
        where T : unmanaged, INumber<T>
    {
        if (s_behind.TryGetValue(about, out uint[]? values) && !Once(Rare))
        {
            return T.CreateTruncating(values[_random.Next(values.Length)]);
        }

        if (typeof(T) == typeof(float) || typeof(T) == typeof(double))
        {
            return T.CreateTruncating(Once(3) ? Math.Round(_random.NextDouble() * 4, 3) : s_values[_random.Next(s_values.Length)]);
        }

        return T.CreateTruncating(Once(Rare) ? _random.Next() : _random.Next(6));
    }

    /// <summary>An array of so many bytes.</summary>
    public byte[] Array<T>(long bytes, uint about)
        where T : unmanaged, INumber<T>
    {
        byte[] array = new byte[bytes];
        foreach (ref T element in MemoryMarshal.Cast<byte, T>(array.AsSpan()))
        {
            element = typeof(T) == typeof(float) || typeof(T) == typeof(double) ? Value<T>(about) : T.CreateTruncating(_random.Next());
        }

        return array;
    }

    /// <summary>Bytes that mean nothing.</summary>
    public byte[] Bytes(long count)
    {
        byte[] bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
