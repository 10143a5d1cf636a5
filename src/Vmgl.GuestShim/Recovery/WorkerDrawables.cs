using System.Runtime.InteropServices;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.Present;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Makes a session's drawables on another worker as they were: the program's own windows, pbuffers, pixmaps and
/// surfaces.</summary>
internal sealed class WorkerDrawables(LinkQuestions host, GuestSession session, Pictures pictures) : IDrawableMaker
{
    /// <summary>Tells a host that has other FBConfigs and visuals than the first one which of them stand for those that the program knows.
    /// Comes before all else.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void NameConfigs()
    {
        foreach ((int screen, HostConfigs known) in session.Configs.CopyTables())
        {
            byte[] reply = host.AskQuestion(ReadConfigs.Bytes, (to, token) => ReadConfigs.Write(to, token, screen));
            if (reply.AsSpan().SequenceEqual(known.Encode()))
            {
                continue;
            }

            foreach (ConfigPair pair in ConfigMatch.FindPairs(known, HostConfigs.Decode(reply)))
            {
                NameConfig.Write(host.Writer.Reserve(NameConfig.Bytes), screen, pair.IsVisual ? 1u : 0, pair.Was, pair.Is);
            }
        }
    }

    public bool MakeDrawable(MirroredDrawable drawable)
    {
        bool isMade = drawable.Made switch
        {
            Opcode.AttachWindow => AttachWindow(drawable),
            Opcode.CreateSurface => CreateSurface(drawable),
            _ => OwnContext.IsGrantedByHost(host, drawable.Made, drawable.Command),
        };
        if (isMade && drawable.SwapInterval is byte[] interval)
        {
            host.Writer.Add(interval);
        }

        return isMade;
    }

    /// <summary>Shows the new worker, too, that it draws on the program's X server.</summary>
    private bool AttachWindow(MirroredDrawable drawable)
    {
        string? display = session.Drawables.DisplayOf(drawable.Number);
        using Xcb? server = display is null ? null : Xcb.Connect(display);
        if (server?.GetSize(drawable.Number) is null)
        {
            return false; // the program has destroyed it
        }

        var command = new AttachWindow(drawable.Command);
        server.SetToken(drawable.Number, MemoryMarshal.Cast<byte, uint>(command.TokenValue));
        bool isShared = OwnContext.IsGrantedByHost(host, Opcode.AttachWindow, drawable.Command);
        server.DeleteToken(drawable.Number);
        return isShared
            ? true
            : throw new RebuildException($"it does not draw on display {display}, where window 0x{drawable.Number:x} is");
    }

    private bool CreateSurface(MirroredDrawable drawable)
    {
        if (pictures.FindWindow(drawable.Number) is { IsGone: true })
        {
            return false;
        }

        var was = new CreateSurface(drawable.Command);
        byte[] command = new byte[drawable.Command.Length];
        Wire.Commands.CreateSurface.Write(
            command, 0, was.Drawable, was.Screen, was.Config, drawable.Size.Width, drawable.Size.Height, was.How, was.Forced,
            was.Title.Length, was.Title);
        return OwnContext.IsGrantedByHost(host, Opcode.CreateSurface, command);
    }
}
