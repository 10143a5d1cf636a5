using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Worker;

/// <summary>glXChooseFBConfig and glXChooseVisual over a table, for back ends without a GLX: which configs fit is section 3.3.3 of GLX 1.4
/// with table 3.4, and for visuals section 3.4.1; where the specification lets a client compare sums over the components that were asked for,
/// this follows Mesa, which compares them one by one.</summary>
internal static class GlxChoice
{
    private const int None = 0;
    private const int DontCare = -1;
    private const int UseGl = 1;
    private const int BufferSize = 2;
    private const int Level = 3;
    private const int Rgba = 4;
    private const int DoubleBuffer = 5;
    private const int Stereo = 6;
    private const int AuxBuffers = 7;
    private const int RedSize = 8;
    private const int AlphaSize = 11;
    private const int DepthSize = 12;
    private const int StencilSize = 13;
    private const int AccumRedSize = 14;
    private const int AccumAlphaSize = 17;
    private const int ConfigCaveat = 0x20;
    private const int VisualType = 0x22;
    private const int TransparentType = 0x23;
    private const int TransparentIndex = 0x24;
    private const int TransparentAlpha = 0x28;
    private const int DrawableType = 0x8010;
    private const int VisualId = 0x800B;
    private const int RenderType = 0x8011;
    private const int FBConfigId = 0x8013;
    private const int MaxPbufferWidth = 0x8016;
    private const int MaxPbufferPixels = 0x8018;
    private const int SelectGroup = 0x8028;
    private const int SampleBuffers = 100000;
    private const int Samples = 100001;
    private const int GlxNone = 0x8000;
    private const int TransparentRgb = 0x8008;

    /// <summary>glXChooseFBConfig: ids, best first.</summary>
    /// <param name="attributes">Pairs up to None.</param>
    public static uint[] Configs(HostConfigs table, ReadOnlySpan<int> attributes)
    {
        Dictionary<int, int> wanted = new() { [RenderType] = 1, [DrawableType] = 1, [Level] = 0, [TransparentType] = GlxNone };
        for (int i = 0; i + 1 < attributes.Length && attributes[i] != None; i += 2)
        {
            wanted[attributes[i]] = attributes[i + 1];
        }

        wanted.Remove(UseGl);
        var rows = table.Configs.Select(config => new Row(config.Id, table.ConfigAttributes, config.Values));
        // An id says it all (section 3.3.3).
        return wanted.TryGetValue(FBConfigId, out int id) && id != DontCare
            ? [.. rows.Where(row => row.Id == (uint)id).Select(row => row.Id)]
            : [.. rows.Where(row => Fits(row, wanted)).Order(Comparer<Row>.Create(Compare)).Select(row => row.Id)];
    }

    /// <summary>glXChooseVisual: a VisualID; 0 when none fits.</summary>
    /// <param name="attributes">Ends with None; booleans stand alone, and silence about them means false.</param>
    public static uint Visual(HostConfigs table, ReadOnlySpan<int> attributes)
    {
        Dictionary<int, int> wanted = new() { [DoubleBuffer] = 0, [Stereo] = 0, [Level] = 0, [TransparentType] = GlxNone };
        for (int i = 0; i < attributes.Length && attributes[i] != None;)
        {
            bool isAlone = attributes[i] is UseGl or Rgba or DoubleBuffer or Stereo;
            if (isAlone)
            {
                wanted[attributes[i]] = 1;
            }
            else if (i + 1 < attributes.Length)
            {
                wanted[attributes[i]] = attributes[i + 1];
            }

            i += isAlone ? 1 : 2;
        }

        return table.Visuals.Select(visual => new Row(visual.Id, table.VisualAttributes, visual.Values))
            .Where(row => Fits(row, wanted)).Order(Comparer<Row>.Create(Compare)).Select(row => row.Id).FirstOrDefault();
    }

    private static bool Fits(Row row, Dictionary<int, int> wanted)
    {
        foreach ((int attribute, int value) in wanted)
        {
            if (value != DontCare && !Fits(row, wanted, attribute, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The column "Selection Criteria" of table 3.4. Level knows no "don't care"; the guest's word for it is -1, and no config is there.</summary>
    private static bool Fits(Row row, Dictionary<int, int> wanted, int attribute, int value) => attribute switch
    {
        DrawableType or RenderType => (value & ~row[attribute]) == 0,
        BufferSize or AuxBuffers or (>= RedSize and <= AccumAlphaSize) or (>= MaxPbufferWidth and <= MaxPbufferPixels) or SampleBuffers or Samples
            => row[attribute] >= value,
        // Of transparent pixels only the values that go with their type count.
        TransparentIndex => !IsTransparent(wanted) || wanted[TransparentType] == TransparentRgb || row[attribute] == value,
        > TransparentIndex and <= TransparentAlpha => !IsTransparent(wanted) || wanted[TransparentType] != TransparentRgb || row[attribute] == value,
        TransparentType => value == 0 || row[attribute] == value,
        Rgba or VisualId => true, // the first is RenderType's affair, the second is ignored (section 3.3.3)
        _ => !row.Has(attribute) || row[attribute] == value,
    };

    private static bool IsTransparent(Dictionary<int, int> wanted) => wanted.GetValueOrDefault(TransparentType) is not (0 or GlxNone or DontCare);

    /// <summary>The column "Sort Priority" of table 3.4, with EXT_visual_rating, ARB_multisample and SGIX_visual_select_group.</summary>
    private static int Compare(Row a, Row b)
    {
        int order = a[SelectGroup].CompareTo(b[SelectGroup]);
        order = order != 0 ? order : a[ConfigCaveat].CompareTo(b[ConfigCaveat]);
        for (int size = RedSize; size <= AlphaSize && order == 0; size++)
        {
            order = LargerOrZero(a[size], b[size]);
        }

        order = order != 0 ? order : a[BufferSize].CompareTo(b[BufferSize]);
        order = order != 0 ? order : a[DoubleBuffer].CompareTo(b[DoubleBuffer]);
        order = order != 0 ? order : a[AuxBuffers].CompareTo(b[AuxBuffers]);
        order = order != 0 ? order : a[SampleBuffers].CompareTo(b[SampleBuffers]);
        order = order != 0 ? order : a[Samples].CompareTo(b[Samples]);
        order = order != 0 ? order : LargerOrZero(a[DepthSize], b[DepthSize]);
        order = order != 0 ? order : a[StencilSize].CompareTo(b[StencilSize]);
        for (int size = AccumRedSize; size <= AccumAlphaSize && order == 0; size++)
        {
            order = LargerOrZero(a[size], b[size]);
        }

        order = order != 0 ? order : a[VisualType].CompareTo(b[VisualType]);
        for (int size = MaxPbufferWidth; size <= MaxPbufferPixels && order == 0; size++)
        {
            order = b[size].CompareTo(a[size]);
        }

        return order;
    }

    /// <summary>The largest is best, but where none was asked for (or else it would not have been let in) none is.</summary>
    private static int LargerOrZero(int a, int b) => a == b ? 0 : a == 0 ? -1 : b == 0 ? 1 : b.CompareTo(a);

    /// <summary>A config or visual with its attributes; what it has no value for is 0.</summary>
    private readonly record struct Row(uint Id, int[] Attributes, int[] Values)
    {
        /// <summary>Whether the table knows of an attribute: what it does not know is no reason to refuse anything.</summary>
        public bool Has(int attribute) => Array.IndexOf(Attributes, attribute) >= 0;

        public int this[int attribute]
        {
            get
            {
                int at = Array.IndexOf(Attributes, attribute);
                return at < 0 || Values[at] == HostConfigs.Absent ? 0 : Values[at];
            }
        }
    }
}
