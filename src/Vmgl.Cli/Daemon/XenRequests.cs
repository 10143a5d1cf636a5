namespace Vmgl.Cli.Daemon;

/// <summary>A request of the control domain.</summary>
/// <param name="Verb">"suspend" or "resume", or what else it wrote.</param>
/// <param name="Number">What tells it from others.</param>
internal readonly record struct XenRequest(string Verb, string Number);

/// <summary>A domain's messages from the control domain through XenStore: requests below data/vmgl, and a new domain number.</summary>
internal sealed class XenRequests(XenStore store)
{
    /// <summary>The key to which the control domain writes "VERB NUMBER".</summary>
    public const string RequestPath = "data/vmgl/request";

    /// <summary>The key to which the domain writes "done NUMBER MS PROGRAMS" (MS: milliseconds) or "failed NUMBER WHY".</summary>
    public const string AnswerPath = "data/vmgl/answer";

    private string? _domain;
    private string? _seen;

    /// <summary>This domain's number if it has got another one since the call before: it was restored from a file, or has come from another
    /// machine. Otherwise null.</summary>
    public string? TakeNewDomain()
    {
        string? domain = store.Read("domid");
        bool isNew = _domain is not null && domain is not null && domain != _domain;
        _domain = domain ?? _domain;
        return isNew ? domain : null;
    }

    /// <summary>The request that lies there, once; null for none.</summary>
    public XenRequest? TakeRequest()
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

    /// <summary>Reports that a request was carried out.</summary>
    /// <returns>What was written.</returns>
    public string ReportDone(XenRequest request, TimeSpan took, int programs) =>
        WriteAnswer($"done {request.Number} {took.TotalMilliseconds:0} {programs}");

    /// <summary>Reports why a request failed.</summary>
    /// <returns>What was written.</returns>
    public string ReportFailed(XenRequest request, string why) => WriteAnswer($"failed {request.Number} {why}");

    private string WriteAnswer(string text)
    {
        store.Write(AnswerPath, text);
        return text;
    }

    /// <summary>A daemon that was started anew finds what the one before it has done.</summary>
    private bool IsAnswered(string number) => (store.Read(AnswerPath) ?? "").Split(' ') is [_, string answered, ..] && answered == number;
}
