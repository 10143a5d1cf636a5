namespace Vmgl.GuestShim.State;

/// <summary>The statuses that the host reported for the framebuffers of one context (GL 3.0 section 4.4.4), and whether they still
/// hold.</summary>
/// <remarks>A status holds until anything happens in the share group that could change it: the spec marks those commands, C notes them in
/// the batch, and they are counted when the batch is sent.</remarks>
internal sealed class FramebufferStatuses
{
    /// <summary>The most statuses that are kept: a bound on what a program's own names can cost.</summary>
    private const int MostNames = 4096;

    private readonly Dictionary<uint, (long Attachments, uint Status)> _said = [];
    private (nuint Draw, nuint Read) _drawables;
    private uint _deletes;
    private (uint Draw, uint Read)? _doubtful;

    /// <summary>The framebuffer object that is bound to a target, 0 for the drawable's own; null where only the host knows.</summary>
    public uint? FindBound(uint target, Bracket bracket, ShareGroup group)
    {
        NoticeDeletes(bracket, group);
        (BoundFramebuffer Bound, uint? Doubtful)? found = target switch
        {
            GL_FRAMEBUFFER or GL_DRAW_FRAMEBUFFER => (bracket.Draw, _doubtful?.Draw),
            GL_READ_FRAMEBUFFER => (bracket.Read, _doubtful?.Read),
            _ => null,
        };
        return found is not { } it || bracket.Primitive != 0 || it.Bound.Name == BoundFramebuffer.Unknown || it.Bound.Binds == it.Doubtful
            ? null : it.Bound.Name;
    }

    /// <summary>The status that a framebuffer has, as far as it is known; 0 when it is to be asked for.</summary>
    public uint FindStatus(uint name, long attachments) =>
        _said.TryGetValue(name, out (long Attachments, uint Status) said) && said.Attachments == attachments ? said.Status : 0;

    /// <summary>Keeps the host's status, which was asked for when <paramref name="attachments"/> was read.</summary>
    public void KeepStatus(uint name, long attachments, uint status)
    {
        if (_said.Count >= MostNames)
        {
            _said.Clear();
        }

        _said[name] = (attachments, status);
    }

    /// <summary>Notes the drawables with which the context is current; the status of framebuffer 0 does not hold for others.</summary>
    public void UseDrawables(nuint draw, nuint read)
    {
        if (_drawables != (draw, read))
        {
            _drawables = (draw, read);
            _said.Remove(0);
        }
    }

    /// <summary>Notes that this context has deleted framebuffers. A deleted framebuffer is no longer bound here (GL 3.0 section 4.4.1), and
    /// stays bound in other contexts.</summary>
    /// <returns>The bracket that C tracks from now on.</returns>
    public Bracket DeleteFramebuffers(Bracket bracket, ShareGroup group, ReadOnlySpan<uint> names)
    {
        if (group.CountFramebufferDelete() is var count && count == _deletes + 1)
        {
            _deletes = count;
        }

        bool isError = bracket.Primitive != 0;
        return bracket with { Draw = RemoveBound(bracket.Draw, names, isError), Read = RemoveBound(bracket.Read, names, isError) };
    }

    private static BoundFramebuffer RemoveBound(BoundFramebuffer bound, ReadOnlySpan<uint> names, bool isError) =>
        !names.Contains(bound.Name) ? bound : bound with { Name = isError ? BoundFramebuffer.Unknown : 0 };

    /// <summary>Notices that another context has deleted framebuffers. If one of them is bound here it stays bound, under a name that
    /// another framebuffer may get soon; so the binding is unknown until the program binds again.</summary>
    private void NoticeDeletes(Bracket bracket, ShareGroup group)
    {
        uint deletes = group.FramebufferDeletes;
        if (deletes != _deletes)
        {
            _deletes = deletes;
            _doubtful = (bracket.Draw.Binds, bracket.Read.Binds);
        }
    }
}
