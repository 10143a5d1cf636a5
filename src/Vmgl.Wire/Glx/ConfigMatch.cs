namespace Vmgl.Wire.Glx;

/// <summary>An FBConfig or visual of one host, and what comes nearest to it on another.</summary>
public readonly record struct ConfigPair(bool IsVisual, uint Was, uint Is);

/// <summary>Finds for a host's FBConfigs and visuals those of another host that are most like them.</summary>
public static class ConfigMatch
{
    /// <summary>All pairs whose ids differ. Of several that are alike the one with the same id is taken, else the first.</summary>
    /// <param name="was">The tables that a program got from its first host.</param>
    /// <param name="now">The tables of the other host.</param>
    public static IEnumerable<ConfigPair> FindPairs(HostConfigs was, HostConfigs now)
    {
        int[] configAttributes = FindPositions(was.ConfigAttributes, now.ConfigAttributes);
        int[] visualAttributes = FindPositions(was.VisualAttributes, now.VisualAttributes);
        int ownId = Array.IndexOf(was.ConfigAttributes, GlxAttributes.FbconfigId);
        int ownVisual = Array.IndexOf(was.ConfigAttributes, GlxAttributes.VisualId);
        foreach (HostConfig config in was.Configs)
        {
            HostConfig? best = now.Configs.MaxBy(other =>
                (CountAlike(config.Values, other.Values, configAttributes, ownId, ownVisual), other.Id == config.Id));
            if (best is not null && best.Id != config.Id)
            {
                yield return new ConfigPair(false, config.Id, best.Id);
            }
        }

        foreach (HostVisual visual in was.Visuals)
        {
            HostVisual? best = now.Visuals.MaxBy(other => (AppearanceOf(visual) == AppearanceOf(other) ? 1000 : 0)
                + CountAlike(visual.Values, other.Values, visualAttributes, -1, -1) + (other.Id == visual.Id ? 0.5 : 0));
            if (best is not null && best.Id != visual.Id)
            {
                yield return new ConfigPair(true, visual.Id, best.Id);
            }
        }
    }

    private static (int, int, uint, uint, uint) AppearanceOf(HostVisual visual) =>
        (visual.Class, visual.Depth, visual.RedMask, visual.GreenMask, visual.BlueMask);

    /// <summary>The position of each attribute of the first list in the second; -1 where it is missing.</summary>
    private static int[] FindPositions(int[] of, int[] among) => Array.ConvertAll(of, attribute => Array.IndexOf(among, attribute));

    private static int CountAlike(int[] values, int[] others, int[] positions, int exceptOne, int exceptTwo)
    {
        int alike = 0;
        for (int i = 0; i < values.Length; i++)
        {
            alike += i != exceptOne && i != exceptTwo && positions[i] >= 0 && values[i] == others[positions[i]] ? 1 : 0;
        }

        return alike;
    }
}
