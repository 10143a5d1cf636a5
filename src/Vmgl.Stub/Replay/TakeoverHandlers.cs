using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Replay;

/// <summary>What another GL told the program and this one must repeat: where uniforms lie, and what queries counted.</summary>
internal static unsafe partial class Handlers
{
    private const uint QueryResult = 0x8866;
    private const uint QueryResultAvailable = 0x8867;
    private const uint QueryResultNoWait = 0x9194;

    internal static partial void PlaceUniform(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new PlaceUniform(command);
        fixed (byte* name = Terminated(c.Name))
        {
            r.Uniforms.Place(r, c.Program, c.Location, r.Gl.GetUniformLocation(r.Shaders.OfGuest(c.Program), name));
        }
    }

    internal static partial void LinkProgram(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        uint program = new LinkProgram(command).Program;
        r.Uniforms.Forget(r, program);
        r.Gl.LinkProgram(r.Shaders.OfGuest(program));
    }

    internal static partial void GetUniformfv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetUniformfv(command);
        r.Reply.Begin(c.Token, 16 * sizeof(float));
        r.Gl.GetUniformfv(r.Shaders.OfGuest(c.Program), r.Uniforms.OfGuest(r, c.Program, c.Location), r.Reply.Out<float>(0));
        r.SendReply();
    }

    internal static partial void GetUniformiv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetUniformiv(command);
        r.Reply.Begin(c.Token, 16 * sizeof(int));
        r.Gl.GetUniformiv(r.Shaders.OfGuest(c.Program), r.Uniforms.OfGuest(r, c.Program, c.Location), r.Reply.Out<int>(0));
        r.SendReply();
    }

    internal static partial void GiveQueryResult(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GiveQueryResult(command);
        if (r.QueryResults.Count >= Limits.MaxGivenResults)
        {
            throw new ProtocolException($"{Limits.MaxGivenResults} results of queries are there already");
        }

        r.QueryResults[(r.Context, c.Query)] = c.Low | ((ulong)c.High << 32);
    }

    internal static partial void BeginQuery(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new BeginQuery(command);
        r.QueryResults.Remove((r.Context, c.Id));
        r.Gl.BeginQuery(c.Target, c.Id);
    }

    internal static partial void QueryCounter(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new QueryCounter(command);
        r.QueryResults.Remove((r.Context, c.Id));
        r.Gl.QueryCounter(c.Id, c.Target);
    }

    internal static partial void DeleteQueries(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
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

    internal static partial void GetQueryObjectiv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjectiv(command);
        r.Reply.Begin(c.Token, sizeof(int) * Sizes.One(c.Pname));
        int* to = r.Reply.Out<int>(0);
        if (Given(r, c.Id, c.Pname) is ulong given)
        {
            *to = (int)Math.Min(given, int.MaxValue);
        }
        else
        {
            r.Gl.GetQueryObjectiv(c.Id, c.Pname, to);
        }

        r.SendReply();
    }

    internal static partial void GetQueryObjectuiv(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjectuiv(command);
        r.Reply.Begin(c.Token, sizeof(uint) * Sizes.One(c.Pname));
        uint* to = r.Reply.Out<uint>(0);
        if (Given(r, c.Id, c.Pname) is ulong given)
        {
            *to = (uint)Math.Min(given, uint.MaxValue);
        }
        else
        {
            r.Gl.GetQueryObjectuiv(c.Id, c.Pname, to);
        }

        r.SendReply();
    }

    internal static partial void GetQueryObjecti64v(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjecti64v(command);
        r.Reply.Begin(c.Token, sizeof(long) * Sizes.One(c.Pname));
        long* to = r.Reply.Out<long>(0);
        if (Given(r, c.Id, c.Pname) is ulong given)
        {
            *to = (long)Math.Min(given, long.MaxValue);
        }
        else
        {
            r.Gl.GetQueryObjecti64v(c.Id, c.Pname, to);
        }

        r.SendReply();
    }

    internal static partial void GetQueryObjectui64v(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new GetQueryObjectui64v(command);
        r.Reply.Begin(c.Token, sizeof(ulong) * Sizes.One(c.Pname));
        ulong* to = r.Reply.Out<ulong>(0);
        if (Given(r, c.Id, c.Pname) is ulong given)
        {
            *to = given;
        }
        else
        {
            r.Gl.GetQueryObjectui64v(c.Id, c.Pname, to);
        }

        r.SendReply();
    }

    /// <summary>What a question about a query is answered in the driver's stead; null when the driver knows best.</summary>
    private static ulong? Given(Replayer r, uint query, uint parameter) =>
        r.QueryResults.Count == 0 || !r.QueryResults.TryGetValue((r.Context, query), out ulong given) ? null
        : parameter switch
        {
            QueryResult or QueryResultNoWait => given,
            QueryResultAvailable => 1,
            _ => null,
        };
}
