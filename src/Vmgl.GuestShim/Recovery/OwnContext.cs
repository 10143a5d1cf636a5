using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Recovery;

/// <summary>A context of our own on a host, current on our own stream, in its initial state: to look at what the program's contexts share,
/// or draw where they draw.</summary>
internal sealed class OwnContext : IDisposable
{
    /// <summary>Its number, beyond all that the program's get.</summary>
    private const uint Number = 0x7FFF_0000;

    private readonly IHostQuestions _host;

    private OwnContext(IHostQuestions host) => _host = host;

    /// <summary>Makes a context of the kind of one of the program's and makes it current; null when the host refuses.</summary>
    /// <param name="share">The context that it shares with; 0 for none.</param>
    /// <param name="drawable">What it draws into; without one, where the program's drew last.</param>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static OwnContext? EnterContext(IHostQuestions host, MirroredContext like, uint share, uint? drawable = null)
    {
        var was = new CreateContext(like.Command);
        byte[] command = new byte[like.Command.Length];
        CreateContext.Write(
            command, 0, Number, was.Screen, was.Visual, was.Config, share, was.RenderType, was.Attributed, was.Count, was.Attributes);
        if (!IsGrantedByHost(host, Opcode.CreateContext, command))
        {
            return null;
        }

        var own = new OwnContext(host);
        byte[] bind = new byte[TryMakeCurrent.Bytes];
        uint bound = drawable ?? like.LastDrawable;
        TryMakeCurrent.Write(bind, 0, Number, bound, bound);
        if (IsGrantedByHost(host, Opcode.TryMakeCurrent, bind))
        {
            return own;
        }

        own.Dispose();
        return null;
    }

    /// <summary>Sends a command that asks, with a token of our own; whether the host grants it.</summary>
    public static bool IsGrantedByHost(IHostQuestions host, Opcode opcode, byte[] command) =>
        IsGranted(opcode, AskHost(host, opcode, command));

    /// <summary>Sends a command that asks, with a token of our own; the reply.</summary>
    public static byte[] AskHost(IHostQuestions host, Opcode opcode, byte[] command) => host.AskQuestion(command.Length, (to, token) =>
    {
        command.CopyTo(to);
        CommandTable.PutToken(opcode, to, token);
    });

    /// <summary>Whether a reply says that a drawable or context was made or bound: by its size, or by a verdict.</summary>
    public static bool IsGranted(Opcode opcode, ReadOnlySpan<byte> reply) => opcode switch
    {
        Opcode.CreatePbuffer or Opcode.CreatePixmap => reply.Length >= 8,
        Opcode.AttachWindow => reply.Length >= 4 && BitConverter.ToUInt32(reply) == 0,
        _ => reply.Length >= 4 && BitConverter.ToUInt32(reply) == Refusal.Granted,
    };

    /// <summary>Destroys it.</summary>
    public void Dispose()
    {
        MakeCurrent.Write(_host.Writer.Reserve(MakeCurrent.Bytes), 0, 0, 0);
        DestroyContext.Write(_host.Writer.Reserve(DestroyContext.Bytes), Number);
        _host.Writer.Flush();
    }
}

/// <summary>A context of the program's, current on our own stream for a moment while everything is stopped.</summary>
internal sealed class Borrowed : IDisposable
{
    private readonly IHostQuestions _host;

    private Borrowed(IHostQuestions host) => _host = host;

    /// <summary>Makes it current, on what it drew into last; null when the host refuses.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public static Borrowed? EnterContext(IHostQuestions host, MirroredContext context, uint drawable)
    {
        byte[] bind = new byte[TryMakeCurrent.Bytes];
        TryMakeCurrent.Write(bind, 0, context.State.Context, drawable, drawable);
        return OwnContext.IsGrantedByHost(host, Opcode.TryMakeCurrent, bind) ? new Borrowed(host) : null;
    }

    /// <summary>Lets it go.</summary>
    public void Dispose()
    {
        MakeCurrent.Write(_host.Writer.Reserve(MakeCurrent.Bytes), 0, 0, 0);
        _host.Writer.Flush();
    }
}
