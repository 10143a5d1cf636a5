namespace Vmgl.Cli.Daemon;

/// <summary>A request of the control domain.</summary>
/// <param name="Verb">"suspend" or "resume", or what else it wrote.</param>
/// <param name="Number">What tells it from others.</param>
internal readonly record struct XenRequest(string Verb, string Number);

/// <summary>What a domain hears from the control domain through XenStore: requests below data/vmgl, and that it has become another domain.</summary>
internal sealed class XenRequests(XenStore store)
{
    /// <summary>Where the control domain writes "VERB NUMBER".</summary>
    public const string RequestPath = "data/vmgl/request";

    /// <summary>Where the domain writes "done NUMBER MS PROGRAMS" or "failed NUMBER WHY".</summary>
    public const string AnswerPath = "data/vmgl/answer";

    private string? _domain;
    private string? _seen;

    /// <summary>Whether this domain has got another number since the call before: it was restored from a file, or has come from another machine.</summary>
    public bool TakeNewDomain(out string? domain)
    {
        domain = store.Read("domid");
        bool isNew = _domain is not null && domain is not null && domain != _domain;
        _domain = domain ?? _domain;
        return isNew;
    }

    /// <summary>The request that lies there, once; null for none.</summary>
    public XenRequest? Take()
    {
        string? text = store.Read(RequestPath);
        if (text is null || text == _seen)
        {
            return null;
        }

        bool isFirst = _seen is null;
        _seen = text;
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var request = new XenRequest(words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1) ?? "");
        return isFirst && IsAnswered(request.Number) ? null : request;
    }

    /// <summary>Says that it is done.</summary>
    public void Done(XenRequest request, TimeSpan took, int programs) => store.Write(AnswerPath, $"done {request.Number} {took.TotalMilliseconds:0} {programs}");

    /// <summary>Says why it is not.</summary>
    public void Failed(XenRequest request, string why) => store.Write(AnswerPath, $"failed {request.Number} {why}");

    /// <summary>A daemon that was started anew finds what the one before it has done.</summary>
    private bool IsAnswered(string number) => (store.Read(AnswerPath) ?? "").Split(' ') is [_, string answered, ..] && answered == number;
}
