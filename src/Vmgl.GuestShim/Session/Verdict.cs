using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Session;

/// <summary>The reason why something was refused. A front end turns it into an error of its own.</summary>
internal enum RefusalReason
{
    /// <summary>It was granted.</summary>
    None,

    /// <summary>The reason was reported to the user; the program gets no error.</summary>
    Reported,

    /// <summary>The host refused, with the X error in <see cref="Verdict.HostAnswer"/>, or without one.</summary>
    Host,

    /// <summary>The X server has no such window.</summary>
    NoWindow,

    /// <summary>The X server has no such pixmap, or its pixels are of no kind that pictures can have.</summary>
    NoPixmap,
}

/// <summary>Whether something that a front end asked for was granted.</summary>
/// <param name="HostAnswer">The host's answer, as <see cref="Refusal.Decode"/> reads it.</param>
/// <param name="Resource">The X resource that was refused; 0 for none.</param>
internal readonly record struct Verdict(RefusalReason Reason, uint HostAnswer = 0, nuint Resource = 0)
{
    /// <summary>Nothing is in the way.</summary>
    public static Verdict Granted => default;

    /// <summary>Whether nothing is in the way.</summary>
    public bool IsGranted => Reason == RefusalReason.None;

    /// <summary>The verdict of a reply of the host.</summary>
    public static Verdict OfHost(uint answer, nuint resource = 0) =>
        answer == Refusal.Granted ? Granted : new Verdict(RefusalReason.Host, answer, resource);
}
