namespace Vmgl.Stub.Replay;

/// <summary>The names of shaders and programs by share group: the driver may give the same name once in each.</summary>
internal sealed class ShareGroups
{
    private readonly Dictionary<uint, ShaderNames> _ofContext = [];
    private readonly ShaderNames _withoutContext = new();

    /// <summary>The number of shaders and programs in all groups.</summary>
    public int Count => _ofContext.Values.Distinct().Sum(names => names.Count) + _withoutContext.Count;

    /// <summary>The names of the group that a context is in.</summary>
    public ShaderNames NamesOf(uint context) => _ofContext.GetValueOrDefault(context, _withoutContext);

    /// <summary>A new context shares with another one; with none if that is 0.</summary>
    public void AddContext(uint context, uint share) => _ofContext[context] = share == 0 ? new ShaderNames() : NamesOf(share);

    /// <summary>A context has gone, and with the last one of its group the objects.</summary>
    public void RemoveContext(uint context) => _ofContext.Remove(context);
}
