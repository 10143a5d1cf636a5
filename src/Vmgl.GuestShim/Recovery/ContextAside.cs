using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Recovery;

/// <summary>A context of the program's on our own stream, so that a whole colour buffer can be read, and be used for accumulation. Its
/// state is as before afterwards.</summary>
internal sealed class ContextAside : IDisposable
{
    private const uint SavedGroups = 0x0008_6020; // GL_SCISSOR_BIT, GL_COLOR_BUFFER_BIT, GL_ENABLE_BIT, GL_PIXEL_MODE_BIT
    private const uint Scissor = 0x0C11;
    private const uint Dither = 0x0BD0;
    private const uint BothTargets = 0x8D40;
    private const uint ReadTarget = 0x8CA8;
    private const uint DrawTarget = 0x8CA9;

    private readonly IHostQuestions _host;
    private readonly MirroredContext _context;
    private readonly Borrowed _borrowed;

    private ContextAside(IHostQuestions host, MirroredContext context, Borrowed borrowed) =>
        (_host, _context, _borrowed) = (host, context, borrowed);

    private bool UsesFramebuffers => (_context.State.DrawFramebuffer | _context.State.ReadFramebuffer) != 0;

    /// <summary>Makes it current; null where nothing can be put in between, or the host refuses.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static ContextAside? EnterAside(IHostQuestions host, MirroredContext context, uint drawable, uint buffer)
    {
        if (!context.State.AllowsAside || Borrowed.EnterContext(host, context, drawable) is not Borrowed borrowed)
        {
            return null;
        }

        var aside = new ContextAside(host, context, borrowed);
        aside.PrepareState(host.Writer, buffer);
        return aside;
    }

    private void PrepareState(RebuildWriter to, uint buffer)
    {
        if (UsesFramebuffers)
        {
            BindFramebufferEXT.Write(to.Reserve(BindFramebufferEXT.Bytes), BothTargets, 0);
        }

        PushAttrib.Write(to.Reserve(PushAttrib.Bytes), SavedGroups);
        Disable.Write(to.Reserve(Disable.Bytes), Scissor);
        Disable.Write(to.Reserve(Disable.Bytes), Dither);
        ColorMask.Write(to.Reserve(ColorMask.Bytes), 1, 1, 1, 1);
        DrawBuffer.Write(to.Reserve(DrawBuffer.Bytes), buffer);
        ReadBuffer.Write(to.Reserve(ReadBuffer.Bytes), buffer);
        PixelTransferState.Initial(to);
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        RebuildWriter to = _host.Writer;
        PopAttrib.Write(to.Reserve(PopAttrib.Bytes));
        if (UsesFramebuffers)
        {
            BindFramebuffer.Write(to.Reserve(BindFramebuffer.Bytes), DrawTarget, _context.State.DrawFramebuffer);
            BindFramebuffer.Write(to.Reserve(BindFramebuffer.Bytes), ReadTarget, _context.State.ReadFramebuffer);
        }

        _borrowed.Dispose();
    }
}
