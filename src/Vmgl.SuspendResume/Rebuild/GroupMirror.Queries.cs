using System.Buffers.Binary;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild;

/// <summary>Queries, which belong to one context each, sync objects, and labels.</summary>
public sealed partial class GroupMirror
{
    private const uint QueryResult = 0x8866;
    private const uint Timestamp = 0x8E28;
    private const uint SyncIdentifier = 0x9116;
    private const uint BufferIdentifier = 0x82E0;
    private const uint ShaderIdentifier = 0x82E1;
    private const uint ProgramIdentifier = 0x82E2;
    private const uint QueryIdentifier = 0x82E3;
    private const uint TextureIdentifier = 0x1702;
    private const uint FramebufferIdentifier = 0x8D40;
    private const uint RenderbufferIdentifier = 0x8D41;

    private readonly Dictionary<uint, QueryObject> _queries = [];
    private readonly OrderedDictionary<uint, bool> _syncs = [];
    private readonly Dictionary<(uint Kind, uint Name), Setting> _labels = [];

    private bool FoldQuery(Opcode opcode, ReadOnlySpan<byte> command, IBindings bindings)
    {
        switch (opcode)
        {
            case Opcode.BeginQuery:
                Begin(new BeginQuery(command), bindings);
                return true;
            case Opcode.EndQuery:
                ActiveQuery(bindings.Context, new EndQuery(command).Target)?.End();
                return true;
            case Opcode.QueryCounter:
                if (new QueryCounter(command) is { Target: Timestamp, Id: not 0 } counter)
                {
                    QueryNamed(counter.Id, bindings).Note(Timestamp);
                }

                return true;
            case Opcode.DeleteQueries:
                ReadOnlySpan<byte> names = new DeleteQueries(command).Ids;
                for (int i = 0; i < names.Length; i += sizeof(uint))
                {
                    _queries.Remove(Fields.U32(names, i));
                    ForgetLabel(QueryIdentifier, Fields.U32(names, i));
                }

                return true;
            case Opcode.MakeSync:
                _syncs[new MakeSync(command).Sync] = true;
                return true;
            case Opcode.ForgetSync:
                _syncs.Remove(new ForgetSync(command).Sync);
                ForgetLabel(SyncIdentifier, new ForgetSync(command).Sync);
                return true;
            case Opcode.LabelObject:
                Label(new LabelObject(command), command);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Unless GL refuses it: a target counts for one query at a time (section 4.1.7).</summary>
    private void Begin(in BeginQuery begin, IBindings bindings)
    {
        // Samples, whether any, time, primitives.
        bool isKnown = begin.Target is 0x8914 or 0x8C2F or 0x8D6A or 0x88BF or 0x8C87 or 0x8C88;
        if (isKnown && begin.Id != 0 && ActiveQuery(bindings.Context, begin.Target) is null && _queries.GetValueOrDefault(begin.Id) is not { IsActive: true })
        {
            QueryNamed(begin.Id, bindings).Begin(begin.Target);
        }
    }

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

    /// <summary>A result that the program was told stays what it is.</summary>
    private void LearnResult(uint query, uint parameter, ReadOnlySpan<byte> reply)
    {
        if (parameter == QueryResult && _queries.TryGetValue(query, out QueryObject? known) && Result(reply) is ulong result)
        {
            known.Learn(result);
        }
    }

    /// <summary>What a reply with one number says; null when GL gave none.</summary>
    private static ulong? Result(ReadOnlySpan<byte> reply) => reply.Length switch
    {
        >= 12 when BinaryPrimitives.ReadUInt32LittleEndian(reply) == 8 => BinaryPrimitives.ReadUInt64LittleEndian(reply[4..]),
        >= 8 when BinaryPrimitives.ReadUInt32LittleEndian(reply) == 4 => BinaryPrimitives.ReadUInt32LittleEndian(reply[4..]),
        _ => null,
    };

    private void Label(in LabelObject label, ReadOnlySpan<byte> command)
    {
        if (label.Given == 0)
        {
            ForgetLabel(label.Identifier, label.Name);
            return;
        }

        var slot = new Setting();
        slot.Set(command, default, isSure: true);
        _labels[(label.Identifier, label.Name)] = slot;
    }

    private void ForgetLabel(uint kind, uint name)
    {
        if (_labels.Count > 0)
        {
            _labels.Remove((kind, name));
        }
    }

    private void WriteLabels(RebuildWriter to, Func<uint, uint, bool> which)
    {
        foreach (((uint kind, uint name), Setting label) in _labels)
        {
            if (which(kind, name))
            {
                label.Write(to);
            }
        }
    }

    private void WriteSyncs(RebuildWriter to)
    {
        foreach (uint sync in _syncs.Keys)
        {
            MakeSync.Write(to.Reserve(MakeSync.Bytes), sync);
        }
    }

    private void WriteQueries(RebuildWriter to, uint context)
    {
        foreach (QueryObject query in _queries.Values)
        {
            if (query.Context == context)
            {
                query.Write(to);
            }
        }

        WriteLabels(to, (kind, name) => kind == QueryIdentifier && _queries.TryGetValue(name, out QueryObject? query) && query.Context == context && !query.IsActive);
    }

    private void WriteActiveQueries(RebuildWriter to, uint context)
    {
        foreach (QueryObject query in _queries.Values)
        {
            if (query.Context == context && query.IsActive)
            {
                BeginQuery.Write(to.Reserve(BeginQuery.Bytes), query.Target, query.Name);
                WriteLabels(to, (kind, name) => kind == QueryIdentifier && name == query.Name);
            }
        }
    }

    private IEnumerable<StaleContent> StaleQueries()
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
