using System.Buffers.Binary;

namespace Vmgl.Wire.Glx;

/// <summary>A visual of the host: what identifies it on another X server, and its GLX attributes as glXGetConfig gives them.</summary>
/// <param name="Id">The host's VisualID.</param>
/// <param name="Class">X visual class (TrueColor is 4).</param>
/// <param name="Values">In the order of <see cref="HostConfigs.VisualAttributes"/>; <see cref="HostConfigs.Absent"/> where the host
/// answered with an error.</param>
public sealed record HostVisual(uint Id, int Class, int Depth, uint RedMask, uint GreenMask, uint BlueMask, int[] Values);

/// <summary>A GLXFBConfig of the host with its attributes as glXGetFBConfigAttrib gives them.</summary>
/// <param name="Id">The host's GLX_FBCONFIG_ID.</param>
/// <param name="Values">In the order of <see cref="HostConfigs.ConfigAttributes"/>.</param>
public sealed record HostConfig(uint Id, int[] Values);

/// <summary>Everything a guest needs to answer GLX 1.4 questions about visuals and FBConfigs without asking the host again.</summary>
/// <remarks>Encoded as 32-bit words: four counts (visual attributes, visuals, config attributes, configs); the two lists of
/// attribute enums; each visual (id, class, depth, three masks, values); each config (id, values).</remarks>
public sealed record HostConfigs(int[] VisualAttributes, HostVisual[] Visuals, int[] ConfigAttributes, HostConfig[] Configs)
{
    /// <summary>Stands where the host has no value for an attribute.</summary>
    public const int Absent = int.MinValue;

    private const int CountWords = 4;
    private const int VisualWords = 6;

    /// <summary>Bounds each count: Mesa has about 1,000 configs, the registry about 60 attributes.</summary>
    private const uint MaxCount = 16384;

    /// <summary>The words of this table as bytes.</summary>
    public byte[] Encode()
    {
        var words = new List<int>
        {
            VisualAttributes.Length, Visuals.Length, ConfigAttributes.Length, Configs.Length,
        };
        words.AddRange(VisualAttributes);
        words.AddRange(ConfigAttributes);
        foreach (HostVisual visual in Visuals)
        {
            words.AddRange([(int)visual.Id, visual.Class, visual.Depth]);
            words.AddRange([(int)visual.RedMask, (int)visual.GreenMask, (int)visual.BlueMask]);
            words.AddRange(visual.Values);
        }

        foreach (HostConfig config in Configs)
        {
            words.Add((int)config.Id);
            words.AddRange(config.Values);
        }

        byte[] bytes = new byte[words.Count * 4];
        for (int i = 0; i < words.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 4), words[i]);
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="ProtocolException">The counts do not fit the length.</exception>
    public static HostConfigs Decode(ReadOnlySpan<byte> bytes)
    {
        var words = new WordReader(bytes);
        uint[] counts = [words.ReadWord(), words.ReadWord(), words.ReadWord(), words.ReadWord()];
        if (Array.Exists(counts, count => count > MaxCount) || NeededWords(counts) != bytes.Length / 4)
        {
            throw new ProtocolException($"FBConfig table: counts {string.Join(", ", counts)} do not fit {bytes.Length} bytes");
        }

        int[] visualAttributes = words.ReadWords((int)counts[0]);
        int[] configAttributes = words.ReadWords((int)counts[2]);
        var visuals = new HostVisual[counts[1]];
        for (int i = 0; i < visuals.Length; i++)
        {
            visuals[i] = new HostVisual(
                words.ReadWord(), (int)words.ReadWord(), (int)words.ReadWord(), words.ReadWord(), words.ReadWord(), words.ReadWord(),
                words.ReadWords((int)counts[0]));
        }

        var configs = new HostConfig[counts[3]];
        for (int i = 0; i < configs.Length; i++)
        {
            configs[i] = new HostConfig(words.ReadWord(), words.ReadWords((int)counts[2]));
        }

        return new HostConfigs(visualAttributes, visuals, configAttributes, configs);
    }

    private static long NeededWords(uint[] counts) =>
        CountWords + counts[0] + counts[2] + (counts[1] * ((long)VisualWords + counts[0])) + (counts[3] * (1L + counts[2]));

    private ref struct WordReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _left = bytes;

        public uint ReadWord()
        {
            if (_left.Length < 4)
            {
                throw new ProtocolException("FBConfig table: ends early");
            }

            uint word = BinaryPrimitives.ReadUInt32LittleEndian(_left);
            _left = _left[4..];
            return word;
        }

        public int[] ReadWords(int count)
        {
            int[] taken = new int[count];
            for (int i = 0; i < count; i++)
            {
                taken[i] = (int)ReadWord();
            }

            return taken;
        }
    }
}
