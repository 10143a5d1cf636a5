using System.Runtime.InteropServices;
using Vmgl.GuestShim.Interop;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Present;

/// <summary>The host's answer to whether it may draw into a window.</summary>
internal enum TokenStatus : uint
{
    /// <summary>It may draw into the window now.</summary>
    Shared = 0,

    /// <summary>It draws on another X server.</summary>
    OtherServer = 1,

    /// <summary>It has no GL configuration for the window's visual.</summary>
    NoConfig = 2,

    /// <summary>There is no such window.</summary>
    NoWindow = uint.MaxValue - 1,

    /// <summary>The connection is lost.</summary>
    Unknown = uint.MaxValue,
}

/// <summary>Shows the host that it looks at the same X server as the program, by a token in a property of a window.</summary>
internal sealed class ServerToken(GuestSession session)
{
    private readonly uint[] _token = MakeToken();
    private readonly HashSet<nint> _sharedDisplays = [];

    /// <summary>Shows the token in a window.</summary>
    public TokenStatus ShowIn(nint display, nuint window)
    {
        if (!XErrorTrap.RunTrapped(display, window, (display, window) => X11.SetToken(display, window, _token)))
        {
            return TokenStatus.NoWindow;
        }

        session.Drawables.SetDisplay(window, X11.DisplayName(display));
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        AttachWindow.Write(stream.Reserve(AttachWindow.Bytes), token, (uint)window, MemoryMarshal.AsBytes(_token.AsSpan()));
        using Reply reply = stream.AskHost(token, Opcode.AttachWindow);
        // An empty reply, of a lost connection, is not a permission.
        TokenStatus status = reply.Rest.IsEmpty ? TokenStatus.Unknown : (TokenStatus)reply.NextValue();
        X11.DeleteToken(display, window);
        return status;
    }

    /// <summary>Whether the host sees the program's X server. A pixmap cannot have a token, so the root window has it.</summary>
    public bool IsServerShared(nint display, int screen)
    {
        lock (_sharedDisplays)
        {
            if (_sharedDisplays.Contains(display))
            {
                return true;
            }
        }

        nuint root = X11.RootWindow(display, screen);
        if (PictureOptions.Here.Forced is not (null or PictureOptions.Direct) || ShowIn(display, root) != TokenStatus.Shared)
        {
            return false;
        }

        ForgetDrawable.Write(session.Stream.Reserve(ForgetDrawable.Bytes), (uint)root);
        lock (_sharedDisplays)
        {
            _ = _sharedDisplays.Add(display);
        }

        return true;
    }

    private static uint[] MakeToken()
    {
        uint[] token = new uint[4];
        Libc.FillRandom(MemoryMarshal.AsBytes(token.AsSpan()));
        return token;
    }
}
