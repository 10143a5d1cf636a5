using System.Numerics;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>Queries, whose results another GL may have counted before the program came here.</summary>
internal static unsafe class QueryHandlers
{
    internal static void GiveQueryResult(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GiveQueryResult(command);
        if (r.QueryResults.Count >= Limits.MaxGivenResults)
        {
            throw new ProtocolException($"{Limits.MaxGivenResults} results of queries are there already");
        }

        r.QueryResults[(r.Context, c.Query)] = c.Low | ((ulong)c.High << 32);
    }

    internal static void BeginQuery(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BeginQuery(command);
        r.QueryResults.Remove((r.Context, c.Id));
        r.Gl.BeginQuery(c.Target, c.Id);
    }

    internal static void QueryCounter(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new QueryCounter(command);
        r.QueryResults.Remove((r.Context, c.Id));
        r.Gl.QueryCounter(c.Id, c.Target);
    }

    internal static void DeleteQueries(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DeleteQueries(command);
        for (int i = 0; i < c.N && r.QueryResults.Count > 0; i++)
        {
            r.QueryResults.Remove((r.Context, Fields.U32(c.Ids, i * sizeof(uint))));
        }

        fixed (byte* ids = &Replayer.OrZeros(c.Ids))
        {
            r.Gl.DeleteQueries(c.N, (uint*)ids);
        }
    }

    internal static void GetQueryObjectiv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjectiv(command);
        SendResult(r, c.Token, c.Id, c.Pname, r.Gl.GetQueryObjectiv);
    }

    internal static void GetQueryObjectuiv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjectuiv(command);
        SendResult(r, c.Token, c.Id, c.Pname, r.Gl.GetQueryObjectuiv);
    }

    internal static void GetQueryObjecti64v(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjecti64v(command);
        SendResult(r, c.Token, c.Id, c.Pname, r.Gl.GetQueryObjecti64v);
    }

    internal static void GetQueryObjectui64v(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjectui64v(command);
        SendResult(r, c.Token, c.Id, c.Pname, r.Gl.GetQueryObjectui64v);
    }

    private static void SendResult<T>(Replayer r, uint token, uint query, uint parameter, delegate* unmanaged<uint, uint, T*, void> ask)
        where T : unmanaged, INumber<T>
    {
        r.Reply.BeginReply(token, sizeof(T) * Sizes.One(parameter));
        T* to = r.Reply.ReserveOutput<T>(0);
        if (FindGiven(r, query, parameter) is ulong given)
        {
            *to = T.CreateSaturating(given);
        }
        else
        {
            ask(query, parameter, to);
        }

        r.SendReply();
    }

    /// <summary>The answer in the driver's stead about a query whose result another GL has counted; null when the driver has it.</summary>
    private static ulong? FindGiven(Replayer r, uint query, uint parameter) =>
        r.QueryResults.Count == 0 || !r.QueryResults.TryGetValue((r.Context, query), out ulong given) ? null
        : parameter switch
        {
            GL_QUERY_RESULT or GL_QUERY_RESULT_NO_WAIT => given,
            GL_QUERY_RESULT_AVAILABLE => 1,
            _ => null,
        };
}
