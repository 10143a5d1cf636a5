using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Glx;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;

namespace Vmgl.GuestShim.Survival;

/// <summary>A worker that has said welcome and has nothing of the session yet: it may be looked at before the session comes, or not at all.</summary>
internal sealed class FreshWorker : IDisposable
{
    private readonly GlxSession _session;
    private HostLink? _link;

    private FreshWorker(HostLink link, GlxSession session) => (_link, _session) = (link, session);

    private HostLink Link => _link ?? throw new InvalidOperationException("it has the session");

    /// <summary>Connects.</summary>
    /// <exception cref="AddressException">No connection; the message is for the user.</exception>
    public static FreshWorker Dial(StubAddress address, GlxSession session) => new(HostLink.Dial(address), session);

    /// <summary>What it offers to a context like one of the program's. Makes nothing that stays.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    /// <exception cref="RebuildException">It cannot have such a program.</exception>
    public HostLimits LimitsFor(MirroredContext like, SessionMirror mirror) =>
        Look(mirror, like, HostLimits.Of) ?? throw new RebuildException("it cannot make a context as the program has one");

    /// <summary>What the mirror has to know of it; null when it makes no such context on a pbuffer. Makes nothing that stays.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public HostFacts? FactsFor(MirroredContext like, SessionMirror mirror) => Look(mirror, like, HostLimits.FactsOf);

    /// <summary>Brings the session there.</summary>
    /// <param name="contents">What GL drew into the drawables.</param>
    /// <param name="then">Sends what the mirror does not have.</param>
    /// <returns>The connection, which is the caller's from here on.</returns>
    /// <exception cref="HostLostException">The host is gone.</exception>
    /// <exception cref="RebuildException">It refuses something.</exception>
    public HostLink Bring(SessionMirror mirror, IReadOnlyList<DrawableContents> contents, Action<LinkQuestions> then)
    {
        var host = new LinkQuestions(Link, LinkQuestions.RebuildPatience, static (_, _) => true);
        var drawables = new WorkerDrawables(host, _session);
        drawables.NameConfigs();
        _session.Pictures.Reopen(Link, host);
        new Rebuilder(host, drawables, mirror, _session).Rebuild(contents);
        then(host);
        HostLink link = Link;
        _link = null;
        return link;
    }

    private T? Look<T>(SessionMirror mirror, MirroredContext like, Func<IHostQuestions, MirroredContext, uint, T?> ask)
        where T : class
    {
        var host = new LinkQuestions(Link, LinkQuestions.UsualPatience, static (_, _) => true);
        var drawables = new WorkerDrawables(host, _session);
        drawables.NameConfigs();
        var rebuilder = new Rebuilder(host, drawables, mirror, _session);
        T? answer = ask(host, like, rebuilder.MakeDrawableFor(like)); // the program's own are not there yet
        rebuilder.Release();
        return answer;
    }

    /// <summary>Lets it go, unless it has the session.</summary>
    public void Dispose() => _link?.Dispose();
}
