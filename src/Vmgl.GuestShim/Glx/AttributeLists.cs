using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Glx;

/// <summary>Reads the attribute lists that programs pass, up to and including their final None.</summary>
internal static unsafe class AttributeLists
{
    /// <summary>Longer lists than this have lost their None.</summary>
    private const int Longest = 512;

    /// <summary>A list of glXChooseVisual: boolean attributes stand alone, the others have a value (GLX 1.4 section 3.3.3).</summary>
    public static ReadOnlySpan<int> OfVisual(int* list)
    {
        int at = 0;
        while (list is not null && at < Longest && list[at] != 0)
        {
            bool alone = list[at] is GLX_USE_GL or GLX_RGBA or GLX_DOUBLEBUFFER or GLX_STEREO;
            at += alone ? 1 : 2;
        }

        return list is null ? [0] : new ReadOnlySpan<int>(list, at + 1);
    }

    /// <summary>A list of pairs, as everything since GLX 1.3 has.</summary>
    public static ReadOnlySpan<int> OfPairs(int* list)
    {
        int at = 0;
        while (list is not null && at < Longest && list[at] != 0)
        {
            at += 2;
        }

        return list is null ? [0] : new ReadOnlySpan<int>(list, at + 1);
    }
}
