using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Present;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;

namespace Vmgl.GuestShim.Recovery;

/// <summary>A worker that has nothing of the session yet: it can be asked for its limits before the session is brought there, or let
/// go.</summary>
internal sealed class FreshWorker : IDisposable
{
    private readonly GuestSession _session;
    private readonly Pictures _pictures;
    private HostLink? _link;

    private FreshWorker(HostLink link, GuestSession session, Pictures pictures) => (_link, _session, _pictures) = (link, session, pictures);

    private HostLink Link => _link ?? throw new InvalidOperationException("it has the session");

    /// <summary>Connects.</summary>
    /// <exception cref="AddressException">No connection; the message is for the user.</exception>
    public static FreshWorker Dial(StubAddress address, GuestSession session, Pictures pictures) =>
        new(HostLink.Dial(address), session, pictures);

    /// <summary>The limits of a context like one of the program's. Makes nothing that stays.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    /// <exception cref="RebuildException">It cannot have such a program.</exception>
    public HostLimits LimitsFor(MirroredContext like, SessionMirror mirror) =>
        AskInSpareDrawable(mirror, like, HostLimits.AskHost)
            ?? throw new RebuildException("it cannot make a context as the program has one");

    /// <summary>The facts that the mirror needs; null when the host makes no such context on a pbuffer. Makes nothing that stays.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public HostFacts? FactsFor(MirroredContext like, SessionMirror mirror) => AskInSpareDrawable(mirror, like, HostLimits.FactsOf);

    /// <summary>Brings the session there.</summary>
    /// <param name="contents">What GL drew into the drawables.</param>
    /// <param name="then">Sends the frames that the mirror does not have.</param>
    /// <returns>The connection, which is the caller's from here on.</returns>
    /// <exception cref="HostLostException">The host is gone.</exception>
    /// <exception cref="RebuildException">It refuses something.</exception>
    public HostLink BringSession(SessionMirror mirror, IReadOnlyList<DrawableContents> contents, Action<LinkQuestions> then)
    {
        var host = new LinkQuestions(Link, LinkQuestions.RebuildPatience, static (_, _) => true);
        var drawables = new WorkerDrawables(host, _session, _pictures);
        drawables.NameConfigs();
        _pictures.ReopenConnection(Link, host);
        new Rebuilder(host, drawables, mirror, _session.Configs).RebuildSession(contents);
        then(host);
        HostLink link = Link;
        _link = null;
        return link;
    }

    private T? AskInSpareDrawable<T>(SessionMirror mirror, MirroredContext like, Func<IHostQuestions, MirroredContext, uint, T?> ask)
        where T : class
    {
        var host = new LinkQuestions(Link, LinkQuestions.UsualPatience, static (_, _) => true);
        var drawables = new WorkerDrawables(host, _session, _pictures);
        drawables.NameConfigs();
        var rebuilder = new Rebuilder(host, drawables, mirror, _session.Configs);
        T? answer = ask(host, like, rebuilder.MakeDrawableFor(like)); // the program's own are not there yet
        rebuilder.ReleaseSpare();
        return answer;
    }

    /// <summary>Lets it go, unless it has the session.</summary>
    public void Dispose() => _link?.Dispose();
}
