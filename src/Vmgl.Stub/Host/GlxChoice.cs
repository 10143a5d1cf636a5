using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Host;

/// <summary>glXChooseFBConfig and glXChooseVisual over a table, for back ends without a GLX: which configs fit is section 3.3.3 of GLX 1.4
/// with table 3.4, and for visuals section 3.4.1; where the specification lets a client compare sums over the components that were asked
/// for, this follows Mesa, which compares them one by one.</summary>
internal static class GlxChoice
{
    private const int None = 0;
    private const int DontCare = -1;

    /// <summary>GLX_VISUAL_SELECT_GROUP_SGIX, which the registry's names do not have.</summary>
    public const int SelectGroup = 0x8028;

    /// <summary>glXChooseFBConfig: ids, best first.</summary>
    /// <param name="attributes">Pairs up to None.</param>
    public static uint[] ChooseConfigs(HostConfigs table, ReadOnlySpan<int> attributes)
    {
        Dictionary<int, int> wanted = new() { [GLX_RENDER_TYPE] = 1, [GLX_DRAWABLE_TYPE] = 1, [GLX_LEVEL] = 0,
            [GLX_TRANSPARENT_TYPE] = GLX_NONE };
        for (int i = 0; i + 1 < attributes.Length && attributes[i] != None; i += 2)
        {
            wanted[attributes[i]] = attributes[i + 1];
        }

        wanted.Remove(GLX_USE_GL);
        var rows = table.Configs.Select(config => new Row(config.Id, table.ConfigAttributes, config.Values));
        // An id says it all (section 3.3.3).
        return wanted.TryGetValue(GLX_FBCONFIG_ID, out int id) && id != DontCare
            ? [.. rows.Where(row => row.Id == (uint)id).Select(row => row.Id)]
            : [.. rows.Where(row => FitsRequest(row, wanted)).Order(Comparer<Row>.Create(ComparePriority)).Select(row => row.Id)];
    }

    /// <summary>glXChooseVisual: a VisualID; 0 when none fits.</summary>
    /// <param name="attributes">Ends with None; booleans stand alone, and silence about them means false.</param>
    public static uint ChooseVisual(HostConfigs table, ReadOnlySpan<int> attributes)
    {
        Dictionary<int, int> wanted = new() { [GLX_DOUBLEBUFFER] = 0, [GLX_STEREO] = 0, [GLX_LEVEL] = 0,
            [GLX_TRANSPARENT_TYPE] = GLX_NONE };
        for (int i = 0; i < attributes.Length && attributes[i] != None;)
        {
            bool isAlone = attributes[i] is GLX_USE_GL or GLX_RGBA or GLX_DOUBLEBUFFER or GLX_STEREO;
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
            .Where(row => FitsRequest(row, wanted)).Order(Comparer<Row>.Create(ComparePriority)).Select(row => row.Id).FirstOrDefault();
    }

    private static bool FitsRequest(Row row, Dictionary<int, int> wanted)
    {
        foreach ((int attribute, int value) in wanted)
        {
            if (value != DontCare && !FitsRequest(row, wanted, attribute, value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The column "Selection Criteria" of table 3.4. GLX_LEVEL knows no "don't care"; the guest's word for it is -1, and no config
    /// is there.</summary>
    private static bool FitsRequest(Row row, Dictionary<int, int> wanted, int attribute, int value) => attribute switch
    {
        GLX_DRAWABLE_TYPE or GLX_RENDER_TYPE => (value & ~row[attribute]) == 0,
        GLX_BUFFER_SIZE or GLX_AUX_BUFFERS or (>= GLX_RED_SIZE and <= GLX_ACCUM_ALPHA_SIZE)
            or (>= GLX_MAX_PBUFFER_WIDTH and <= GLX_MAX_PBUFFER_PIXELS) or GLX_SAMPLE_BUFFERS or GLX_SAMPLES
            => row[attribute] >= value,
        // Of transparent pixels only the values that go with their type count.
        GLX_TRANSPARENT_INDEX_VALUE => !IsTransparent(wanted) || wanted[GLX_TRANSPARENT_TYPE] == GLX_TRANSPARENT_RGB
            || row[attribute] == value,
        > GLX_TRANSPARENT_INDEX_VALUE and <= GLX_TRANSPARENT_ALPHA_VALUE =>
            !IsTransparent(wanted) || wanted[GLX_TRANSPARENT_TYPE] != GLX_TRANSPARENT_RGB || row[attribute] == value,
        GLX_TRANSPARENT_TYPE => value == 0 || row[attribute] == value,
        GLX_RGBA or GLX_VISUAL_ID => true, // the first is GLX_RENDER_TYPE's affair, the second is ignored (section 3.3.3)
        _ => !row.HasAttribute(attribute) || row[attribute] == value,
    };

    private static bool IsTransparent(Dictionary<int, int> wanted) =>
        wanted.GetValueOrDefault(GLX_TRANSPARENT_TYPE) is not (0 or GLX_NONE or DontCare);

    /// <summary>The column "Sort Priority" of table 3.4, with EXT_visual_rating, ARB_multisample and SGIX_visual_select_group.</summary>
    private static int ComparePriority(Row a, Row b)
    {
        int order = a[SelectGroup].CompareTo(b[SelectGroup]);
        order = order != 0 ? order : a[GLX_CONFIG_CAVEAT].CompareTo(b[GLX_CONFIG_CAVEAT]);
        for (int size = GLX_RED_SIZE; size <= GLX_ALPHA_SIZE && order == 0; size++)
        {
            order = LargerOrZero(a[size], b[size]);
        }

        order = order != 0 ? order : a[GLX_BUFFER_SIZE].CompareTo(b[GLX_BUFFER_SIZE]);
        order = order != 0 ? order : a[GLX_DOUBLEBUFFER].CompareTo(b[GLX_DOUBLEBUFFER]);
        order = order != 0 ? order : a[GLX_AUX_BUFFERS].CompareTo(b[GLX_AUX_BUFFERS]);
        order = order != 0 ? order : a[GLX_SAMPLE_BUFFERS].CompareTo(b[GLX_SAMPLE_BUFFERS]);
        order = order != 0 ? order : a[GLX_SAMPLES].CompareTo(b[GLX_SAMPLES]);
        order = order != 0 ? order : LargerOrZero(a[GLX_DEPTH_SIZE], b[GLX_DEPTH_SIZE]);
        order = order != 0 ? order : a[GLX_STENCIL_SIZE].CompareTo(b[GLX_STENCIL_SIZE]);
        for (int size = GLX_ACCUM_RED_SIZE; size <= GLX_ACCUM_ALPHA_SIZE && order == 0; size++)
        {
            order = LargerOrZero(a[size], b[size]);
        }

        order = order != 0 ? order : a[GLX_X_VISUAL_TYPE].CompareTo(b[GLX_X_VISUAL_TYPE]);
        for (int size = GLX_MAX_PBUFFER_WIDTH; size <= GLX_MAX_PBUFFER_PIXELS && order == 0; size++)
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
        /// <summary>Whether the table knows of an attribute: an unknown attribute is not a reason to refuse a config.</summary>
        public bool HasAttribute(int attribute) => Array.IndexOf(Attributes, attribute) >= 0;

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
