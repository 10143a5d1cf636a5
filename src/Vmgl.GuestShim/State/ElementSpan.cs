namespace Vmgl.GuestShim.State;

/// <summary>Which elements a draw uses: of arrays that go by vertices those from lowest to highest, none when highest is below it; of
/// arrays that go by instances one for each <see cref="VertexArray.Divisor"/> instances.</summary>
internal readonly record struct ElementSpan(long Lowest, long Highest, int Instances = 1, uint FirstInstance = 0)
{
    /// <summary>Whether anything is drawn.</summary>
    public bool IsEmpty => Highest < Lowest || Lowest < 0 || Instances <= 0;

    /// <summary>The first and the last element of an array.</summary>
    public (long Lowest, long Highest) ElementsOf(uint divisor) =>
        divisor == 0 ? (Lowest, Highest) : (FirstInstance, FirstInstance + ((Instances - 1) / divisor));
}
