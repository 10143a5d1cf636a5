using System.Buffers.Binary;
using Vmgl.SuspendResume.Rebuild.Labels;
using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Queries;

/// <summary>Queries (GL 1.5 section 4.1.7), which belong to one context each, and conditional rendering by them (GL 3.0 section
/// 2.14).</summary>
internal sealed class QueryTable(LabelTable labels) : IQueryCommands, IObjectTable
{
    private readonly Dictionary<uint, QueryObject> _queries = [];

    /// <summary>By context, the command that began the conditional rendering which is open.</summary>
    private readonly Dictionary<uint, Kept> _conditions = [];

    /// <inheritdoc/>
    public IEnumerable<StaleContent> Stale
    {
        get
        {
            foreach (QueryObject query in _queries.Values)
            {
                if (query.IsActive)
                {
                    yield return new StaleContent($"query {query.Name}, which is counting", sizeof(ulong));
                }
                else if (query.Result is null)
                {
                    yield return new StaleContent($"query {query.Name}, its result", sizeof(ulong));
                }
            }
        }
    }

    /// <summary>Writes the queries of a context that have ended.</summary>
    public void WriteOwn(RebuildWriter to, uint context)
    {
        foreach (QueryObject query in _queries.Values)
        {
            if (query.Context == context)
            {
                query.Write(to);
            }
        }

        labels.WriteLabels(to, (kind, name) => kind == GL_QUERY && _queries.TryGetValue(name, out QueryObject? query)
            && query.Context == context && !query.IsActive);
    }

    /// <summary>Begins the queries that are counting, and the conditional rendering: nothing that rebuilds may be counted, or left
    /// out.</summary>
    public void WriteActive(RebuildWriter to, uint context)
    {
        foreach (QueryObject query in _queries.Values)
        {
            if (query.Context == context && query.IsActive)
            {
                BeginQuery.Write(to.Reserve(BeginQuery.Bytes), query.Target, query.Name);
                labels.WriteLabels(to, (kind, name) => kind == GL_QUERY && name == query.Name);
            }
        }

        if (_conditions.TryGetValue(context, out Kept? begin))
        {
            to.Add(begin);
        }
    }

    /// <inheritdoc/>
    public void ForgetContext(uint context)
    {
        foreach (QueryObject query in _queries.Values.Where(query => query.Context == context).ToArray())
        {
            _queries.Remove(query.Name);
        }

        _conditions.Remove(context);
    }

    /// <inheritdoc/>
    public void ReadBackOwn(HostAnswers host, uint context)
    {
        foreach (QueryObject query in _queries.Values)
        {
            if (query.Context == context && !query.IsActive && query.Result is null
                && ResultIn(host.Query(query.Name, GL_QUERY_RESULT)) is ulong result)
            {
                query.Learn(result);
            }
        }
    }

    /// <summary>A result that the program was told stays what it is.</summary>
    void IQueryCommands.LearnResult(uint id, uint pname, ReadOnlySpan<byte> reply)
    {
        if (pname == GL_QUERY_RESULT && _queries.TryGetValue(id, out QueryObject? known) && ResultIn(reply) is ulong result)
        {
            known.Learn(result);
        }
    }

    /// <summary>Unless GL refuses it: a target counts for one query at a time (section 4.1.7).</summary>
    void IQueryCommands.FoldBeginQuery(BeginQuery view, in FoldedCommand command)
    {
        if (IsCounted(view.Target) && view.Id != 0 && ActiveQuery(command.Bindings.Context, view.Target) is null
            && _queries.GetValueOrDefault(view.Id) is not { IsActive: true })
        {
            QueryNamed(view.Id, command.Bindings).Begin(view.Target);
        }
    }

    void IQueryCommands.FoldEndQuery(ObjectAddress address, EndQuery view, in FoldedCommand command) =>
        ActiveQuery(command.Bindings.Context, view.Target)?.End();

    void IQueryCommands.FoldQueryCounter(QueryCounter view, in FoldedCommand command)
    {
        if (view is { Target: GL_TIMESTAMP, Id: not 0 })
        {
            QueryNamed(view.Id, command.Bindings).Note(GL_TIMESTAMP);
        }
    }

    /// <summary>Unless GL refuses it: one at a time, by a query that is there and does not count (GL 3.0 section 2.14).</summary>
    void IQueryCommands.FoldBeginConditionalRender(BeginConditionalRender view, in FoldedCommand command)
    {
        if (command.IsSure || (_queries.GetValueOrDefault(view.Id) is { IsActive: false } && IsConditionMode(view.Mode)))
        {
            _ = _conditions.TryAdd(command.Bindings.Context, Setting.Keep(command.Bytes));
        }
    }

    void IQueryCommands.FoldEndConditionalRender(EndConditionalRender view, in FoldedCommand command) =>
        _conditions.Remove(command.Bindings.Context);

    void IQueryCommands.FoldGiveQueryResult(GiveQueryResult view, in FoldedCommand command) =>
        _queries.GetValueOrDefault(view.Query)?.Learn(((ulong)view.High << 32) | view.Low);

    void IQueryCommands.DeleteNames(ReadOnlySpan<byte> names, in FoldedCommand command)
    {
        for (int i = 0; i < names.Length; i += sizeof(uint))
        {
            _queries.Remove(Fields.U32(names, i));
        }

        labels.ForgetLabels(GL_QUERY, names);
    }

    /// <summary>Samples, whether any, time, primitives.</summary>
    private static bool IsCounted(uint target) => target is GL_SAMPLES_PASSED or GL_ANY_SAMPLES_PASSED or GL_ANY_SAMPLES_PASSED_CONSERVATIVE
        or GL_TIME_ELAPSED or GL_PRIMITIVES_GENERATED or GL_TRANSFORM_FEEDBACK_PRIMITIVES_WRITTEN;

    private static bool IsConditionMode(uint mode) =>
        mode is GL_QUERY_WAIT or GL_QUERY_NO_WAIT or GL_QUERY_BY_REGION_WAIT or GL_QUERY_BY_REGION_NO_WAIT;

    private QueryObject QueryNamed(uint name, IBindings bindings)
    {
        if (!_queries.TryGetValue(name, out QueryObject? query))
        {
            _queries[name] = query = new QueryObject(name, bindings.Context);
        }

        return query;
    }

    private QueryObject? ActiveQuery(uint context, uint target)
    {
        foreach (QueryObject query in _queries.Values)
        {
            if (query.IsActive && query.Context == context && query.Target == target)
            {
                return query;
            }
        }

        return null;
    }

    /// <summary>The number in a reply; null when GL gave none.</summary>
    private static ulong? ResultIn(ReadOnlySpan<byte> reply) => reply.Length switch
    {
        >= 12 when BinaryPrimitives.ReadUInt32LittleEndian(reply) == 8 => BinaryPrimitives.ReadUInt64LittleEndian(reply[4..]),
        >= 8 when BinaryPrimitives.ReadUInt32LittleEndian(reply) == 4 => BinaryPrimitives.ReadUInt32LittleEndian(reply[4..]),
        _ => null,
    };
}
