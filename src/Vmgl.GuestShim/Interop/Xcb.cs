using System.Runtime.InteropServices;
using Vmgl.Wire.Pictures;

namespace Vmgl.GuestShim.Interop;

/// <summary>A connection to an X server of our own, through libxcb (xcb.h, xproto.h): unlike Xlib it has no error handler that the program
/// could have set, and any thread may use it. MIT-SHM's requests (shmproto) are put together here, so that libxcb-shm is not
/// needed.</summary>
internal sealed unsafe class Xcb : IDisposable
{
    /// <summary>Events: StructureNotify, VisibilityChange, Exposure.</summary>
    public const uint WindowEvents = 0x20000 | 0x10000 | 0x8000;

    private const int EventMask = 0x800; // XCB_CW_EVENT_MASK
    private const byte ZPixmap = 2;
    private const int Checked = 1; // XCB_REQUEST_CHECKED
    private const byte ShmPutImage = 3;
    private const byte ShmDetach = 2;
    private const byte ShmAttachDescriptor = 6;

    private static readonly Functions s_xcb = new();
    private readonly nint _connection;
    private readonly byte _shm;

    private Xcb(nint connection)
    {
        _connection = connection;
        _shm = QueryExtension("MIT-SHM"u8);
        MaxRequestBytes = 4L * s_xcb.GetMaximumRequestLength(connection);
        Descriptor = s_xcb.GetFileDescriptor(connection);
    }

    /// <summary>The descriptor that becomes readable when events arrive.</summary>
    public int Descriptor { get; }

    /// <summary>The most bytes of one request.</summary>
    public long MaxRequestBytes { get; }

    /// <summary>Whether the X server has MIT-SHM.</summary>
    public bool HasShm => _shm != 0;

    /// <summary>Whether the X server is gone.</summary>
    public bool IsBroken => s_xcb.ConnectionHasError(_connection) != 0;

    /// <summary>Connects to a display; null when that cannot be done.</summary>
    public static Xcb? Connect(string display)
    {
        fixed (byte* name = System.Text.Encoding.UTF8.GetBytes(display + "\0"))
        {
            int screen;
            nint connection = s_xcb.Connect(name, &screen);
            if (s_xcb.ConnectionHasError(connection) == 0)
            {
                return new Xcb(connection);
            }

            s_xcb.Disconnect(connection);
            return null;
        }
    }

    /// <summary>Puts the token of this session on a window, and waits until the X server has it.</summary>
    public void SetToken(uint window, ReadOnlySpan<uint> token)
    {
        const byte Replace = 0;
        const uint Cardinal = 6;
        fixed (uint* words = token)
        {
            s_xcb.ChangeProperty(_connection, Replace, window, InternAtom(X11.TokenProperty), Cardinal, 32, (uint)token.Length, words);
        }

        _ = GetSize(window);
    }

    /// <summary>Takes it off again.</summary>
    public void DeleteToken(uint window)
    {
        s_xcb.DeleteProperty(_connection, window, InternAtom(X11.TokenProperty));
        FlushRequests();
    }

    /// <summary>Ends the connection.</summary>
    public void Dispose() => s_xcb.Disconnect(_connection);

    /// <summary>Asks for events of a window on this connection.</summary>
    public void SelectEvents(uint window, uint events) => s_xcb.ChangeWindowAttributes(_connection, window, EventMask, &events);

    /// <summary>A graphics context for a drawable.</summary>
    public uint CreateGc(uint drawable)
    {
        uint gc = s_xcb.GenerateId(_connection);
        uint none = 0;
        const uint GraphicsExposures = 1 << 16;
        s_xcb.CreateGc(_connection, gc, drawable, GraphicsExposures, &none);
        return gc;
    }

    public void FreeGc(uint gc) => s_xcb.FreeGc(_connection, gc);

    /// <summary>A drawable's size in pixels, after a round trip; null when it is gone.</summary>
    public (int Width, int Height)? GetSize(uint drawable)
    {
        GeometryReply* reply = s_xcb.GetGeometryReply(_connection, s_xcb.GetGeometry(_connection, drawable), null);
        (int, int)? size = reply is null ? null : (reply->Width, reply->Height);
        NativeMemory.Free(reply);
        return size;
    }

    /// <summary>A window's map state (0 unmapped, 1 an ancestor is, 2 viewable), after a round trip; null when it is gone.</summary>
    public int? GetMapState(uint window)
    {
        byte* reply = s_xcb.GetWindowAttributesReply(_connection, s_xcb.GetWindowAttributes(_connection, window), null);
        int? state = reply is null ? null : reply[26]; // xcb_get_window_attributes_reply_t.map_state
        NativeMemory.Free(reply);
        return state;
    }

    /// <summary>Gives the X server memory behind a descriptor, which is closed (MIT-SHM 1.2, ShmAttachFd); 0 when it does not take it:
    /// it is on another machine, or too old.</summary>
    public uint AttachMemory(int descriptor)
    {
        uint segment = s_xcb.GenerateId(_connection);
        uint* request = stackalloc uint[] { WriteHead(ShmAttachDescriptor, 3), segment, 0 };
        int* descriptors = stackalloc int[] { descriptor };
        return IsRefused(SendRequest(request, 3, Checked, descriptors)) ? 0 : segment;
    }

    public void DetachMemory(uint segment)
    {
        uint* request = stackalloc uint[] { WriteHead(ShmDetach, 2), segment };
        SendRequest(request, 2, 0, null);
    }

    /// <summary>Puts a part of an image in attached memory, whose rows have no gaps.</summary>
    public void PutShared(uint segment, uint drawable, uint gc, PictureArea area, int width, int height, byte depth)
    {
        uint* request = stackalloc uint[]
        {
            WriteHead(ShmPutImage, 10), drawable, gc, PackPair(width, height), PackPair(area.X, area.Y), PackPair(area.Width, area.Height),
            PackPair(area.X, area.Y), (uint)(depth | (ZPixmap << 8)), segment, 0,
        };
        SendRequest(request, 10, 0, null);
    }

    /// <summary>Puts pixels that travel with the request.</summary>
    public void PutImage(uint drawable, uint gc, PictureArea area, byte depth, ReadOnlySpan<byte> pixels)
    {
        fixed (byte* data = pixels)
        {
            s_xcb.PutImage(
                _connection, ZPixmap, drawable, gc, (ushort)area.Width, (ushort)area.Height, (short)area.X, (short)area.Y, 0, depth,
                (uint)pixels.Length, data);
        }
    }

    /// <summary>The next event that has come, to be freed; null when there is none. Errors come as events of type 0.</summary>
    public XcbEvent* PollEvent() => s_xcb.PollForEvent(_connection);

    /// <summary>Sends what waits to be sent.</summary>
    public void FlushRequests() => s_xcb.Flush(_connection);

    /// <summary>Closes a program's window as a window manager does (ICCCM section 4.2.8.1): it asks by WM_DELETE_WINDOW those that take
    /// part, and ends the X connection of others.</summary>
    public void CloseWindow(uint window)
    {
        uint protocols = InternAtom("WM_PROTOCOLS"u8);
        uint delete = InternAtom("WM_DELETE_WINDOW"u8);
        if (HasAtom(window, protocols, delete))
        {
            SendClientMessage(window, protocols, delete);
        }
        else
        {
            s_xcb.KillClient(_connection, window);
            FlushRequests();
        }
    }

    /// <summary>Whether a window's property, a list of atoms, has one of them.</summary>
    private bool HasAtom(uint window, uint property, uint atom)
    {
        const uint AtomType = 4;
        const uint Most = 64;
        PropertyReply* reply = s_xcb.GetPropertyReply(
            _connection, s_xcb.GetProperty(_connection, 0, window, property, AtomType, 0, Most), null);
        bool has = reply is not null && reply->Format == 32
            && new ReadOnlySpan<uint>(reply + 1, (int)Math.Min(reply->Items, Most)).Contains(atom);
        NativeMemory.Free(reply);
        return has;
    }

    private void SendClientMessage(uint window, uint type, uint first)
    {
        byte* message = stackalloc byte[32];
        new Span<byte>(message, 32).Clear();
        message[0] = 33; // XCB_CLIENT_MESSAGE
        message[1] = 32;
        ((uint*)message)[1] = window;
        ((uint*)message)[2] = type;
        ((uint*)message)[3] = first;
        s_xcb.SendEvent(_connection, 0, window, 0, message);
        FlushRequests();
    }

    /// <summary>An atom; 0 when the X server is gone.</summary>
    private uint InternAtom(ReadOnlySpan<byte> name)
    {
        fixed (byte* text = name)
        {
            AtomReply* reply = s_xcb.InternAtomReply(_connection, s_xcb.InternAtom(_connection, 0, (ushort)name.Length, text), null);
            uint atom = reply is null ? 0 : reply->Atom;
            NativeMemory.Free(reply);
            return atom;
        }
    }

    private byte QueryExtension(ReadOnlySpan<byte> name)
    {
        fixed (byte* text = name)
        {
            ExtensionReply* reply = s_xcb.QueryExtensionReply(_connection, s_xcb.QueryExtension(_connection, (ushort)name.Length, text),
                null);
            byte major = reply is not null && reply->IsPresent != 0 ? reply->Major : (byte)0;
            NativeMemory.Free(reply);
            return major;
        }
    }

    private uint WriteHead(byte minor, uint words) => _shm | ((uint)minor << 8) | (words << 16);

    private static uint PackPair(int low, int high) => (ushort)low | ((uint)(ushort)high << 16);

    private uint SendRequest(uint* request, int words, int flags, int* descriptors)
    {
        // Two pieces in front belong to libxcb (xcbext.h).
        Piece* pieces = stackalloc Piece[3];
        pieces[0] = pieces[1] = default;
        pieces[2] = new Piece((byte*)request, 4 * words);
        // Without an extension record the request's first byte is the opcode as it stands here.
        RequestKind kind = new() { Count = 1, Opcode = _shm, IsVoid = 1 };
        return descriptors is null
            ? s_xcb.SendRequest(_connection, flags, pieces + 2, &kind)
            : s_xcb.SendRequestWithDescriptors(_connection, flags, pieces + 2, &kind, 1, descriptors);
    }

    private bool IsRefused(uint sequence)
    {
        void* error = s_xcb.RequestCheck(_connection, sequence);
        NativeMemory.Free(error);
        return error is not null || IsBroken;
    }

    /// <summary>xcb_protocol_request_t of xcbext.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct RequestKind
    {
        public nuint Count;
        public nint Extension;
        public byte Opcode;
        public byte IsVoid;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct GeometryReply
    {
        public byte Type, Depth;
        public ushort Sequence;
        public uint Length, Root;
        public short X, Y;
        public ushort Width, Height, Border;
    }

    [StructLayout(LayoutKind.Sequential, Size = 32)]
    private struct PropertyReply
    {
        public byte Type, Format;
        public ushort Sequence;
        public uint Length, Kind, BytesAfter, Items;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct AtomReply
    {
        public byte Type, Pad;
        public ushort Sequence;
        public uint Length, Atom;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ExtensionReply
    {
        public byte Type, Pad;
        public ushort Sequence;
        public uint Length;
        public byte IsPresent, Major, FirstEvent, FirstError;
    }

    /// <summary>The functions, found when the first picture returns.</summary>
    private sealed class Functions
    {
        private static readonly nint s_library = NativeLibrary.Load("libxcb.so.1");

        public readonly delegate* unmanaged<byte*, int*,
            nint> Connect = (delegate* unmanaged<byte*, int*, nint>)FindFunction("xcb_connect");
        public readonly delegate* unmanaged<nint, void> Disconnect = (delegate* unmanaged<nint, void>)FindFunction("xcb_disconnect");
        public readonly delegate* unmanaged<nint,
            int> ConnectionHasError = (delegate* unmanaged<nint, int>)FindFunction("xcb_connection_has_error");
        public readonly delegate* unmanaged<nint,
            int> GetFileDescriptor = (delegate* unmanaged<nint, int>)FindFunction("xcb_get_file_descriptor");
        public readonly delegate* unmanaged<nint,
            uint> GetMaximumRequestLength = (delegate* unmanaged<nint, uint>)FindFunction("xcb_get_maximum_request_length");
        public readonly delegate* unmanaged<nint, uint> GenerateId = (delegate* unmanaged<nint, uint>)FindFunction("xcb_generate_id");
        public readonly delegate* unmanaged<nint, int> Flush = (delegate* unmanaged<nint, int>)FindFunction("xcb_flush");
        public readonly delegate* unmanaged<nint,
            XcbEvent*> PollForEvent = (delegate* unmanaged<nint, XcbEvent*>)FindFunction("xcb_poll_for_event");
        public readonly delegate* unmanaged<nint, uint,
            void*> RequestCheck = (delegate* unmanaged<nint, uint, void*>)FindFunction("xcb_request_check");
        public readonly delegate* unmanaged<nint, int, Piece*, RequestKind*, uint> SendRequest =
            (delegate* unmanaged<nint, int, Piece*, RequestKind*, uint>)FindFunction("xcb_send_request");

        public readonly delegate* unmanaged<nint, int, Piece*, RequestKind*, uint, int*, uint> SendRequestWithDescriptors =
            (delegate* unmanaged<nint, int, Piece*, RequestKind*, uint, int*, uint>)FindFunction("xcb_send_request_with_fds");

        public readonly delegate* unmanaged<nint, ushort, byte*,
            uint> QueryExtension = (delegate* unmanaged<nint, ushort, byte*, uint>)FindFunction("xcb_query_extension");
        public readonly delegate* unmanaged<nint, uint, void**, ExtensionReply*> QueryExtensionReply =
            (delegate* unmanaged<nint, uint, void**, ExtensionReply*>)FindFunction("xcb_query_extension_reply");

        public readonly delegate* unmanaged<nint, byte, ushort, byte*,
            uint> InternAtom = (delegate* unmanaged<nint, byte, ushort, byte*, uint>)FindFunction("xcb_intern_atom");
        public readonly delegate* unmanaged<nint, uint, void**, AtomReply*> InternAtomReply =
            (delegate* unmanaged<nint, uint, void**, AtomReply*>)FindFunction("xcb_intern_atom_reply");

        public readonly delegate* unmanaged<nint, byte, uint, uint, uint, uint, uint, uint> GetProperty =
            (delegate* unmanaged<nint, byte, uint, uint, uint, uint, uint, uint>)FindFunction("xcb_get_property");

        public readonly delegate* unmanaged<nint, uint, void**, PropertyReply*> GetPropertyReply =
            (delegate* unmanaged<nint, uint, void**, PropertyReply*>)FindFunction("xcb_get_property_reply");

        public readonly delegate* unmanaged<nint, byte, uint, uint, uint, byte, uint, void*, uint> ChangeProperty =
            (delegate* unmanaged<nint, byte, uint, uint, uint, byte, uint, void*, uint>)FindFunction("xcb_change_property");

        public readonly delegate* unmanaged<nint, uint, uint,
            uint> DeleteProperty = (delegate* unmanaged<nint, uint, uint, uint>)FindFunction("xcb_delete_property");
        public readonly delegate* unmanaged<nint, uint,
            uint> KillClient = (delegate* unmanaged<nint, uint, uint>)FindFunction("xcb_kill_client");
        public readonly delegate* unmanaged<nint, byte, uint, uint, byte*,
            uint> SendEvent = (delegate* unmanaged<nint, byte, uint, uint, byte*, uint>)FindFunction("xcb_send_event");
        public readonly delegate* unmanaged<nint, uint, uint, uint*, uint> ChangeWindowAttributes =
            (delegate* unmanaged<nint, uint, uint, uint*, uint>)FindFunction("xcb_change_window_attributes");

        public readonly delegate* unmanaged<nint, uint, uint, uint, uint*,
            uint> CreateGc = (delegate* unmanaged<nint, uint, uint, uint, uint*, uint>)FindFunction("xcb_create_gc");
        public readonly delegate* unmanaged<nint, uint, uint> FreeGc = (delegate* unmanaged<nint, uint, uint>)FindFunction("xcb_free_gc");
        public readonly delegate* unmanaged<nint, uint,
            uint> GetGeometry = (delegate* unmanaged<nint, uint, uint>)FindFunction("xcb_get_geometry");
        public readonly delegate* unmanaged<nint, uint, void**, GeometryReply*> GetGeometryReply =
            (delegate* unmanaged<nint, uint, void**, GeometryReply*>)FindFunction("xcb_get_geometry_reply");

        public readonly delegate* unmanaged<nint, uint,
            uint> GetWindowAttributes = (delegate* unmanaged<nint, uint, uint>)FindFunction("xcb_get_window_attributes");
        public readonly delegate* unmanaged<nint, uint, void**, byte*> GetWindowAttributesReply =
            (delegate* unmanaged<nint, uint, void**, byte*>)FindFunction("xcb_get_window_attributes_reply");

        public readonly delegate* unmanaged<nint, byte, uint, uint, ushort, ushort, short, short, byte, byte, uint, byte*, uint> PutImage =
            (delegate* unmanaged<nint, byte, uint, uint, ushort, ushort, short, short, byte, byte, uint, byte*,
            uint>)FindFunction("xcb_put_image");

        private static nint FindFunction(string name) => NativeLibrary.GetExport(s_library, name);
    }
}

/// <summary>The events that are read (xproto.h); 32 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct XcbEvent
{
    /// <summary>0 is an error; the highest bit marks events that a client sent.</summary>
    [FieldOffset(0)] public byte Type;

    /// <summary>VisibilityNotify, Expose: the window.</summary>
    [FieldOffset(4)] public uint FirstWindow;

    /// <summary>VisibilityNotify: 2 is fully obscured.</summary>
    [FieldOffset(8)] public byte Visibility;

    /// <summary>ConfigureNotify, MapNotify, UnmapNotify, DestroyNotify: the window.</summary>
    [FieldOffset(8)] public uint Window;

    /// <summary>Expose, in pixels.</summary>
    [FieldOffset(8)] public ushort ExposedX;

    /// <summary>Expose, in pixels.</summary>
    [FieldOffset(10)] public ushort ExposedY;

    /// <summary>Expose, in pixels.</summary>
    [FieldOffset(12)] public ushort ExposedWidth;

    /// <summary>Expose, in pixels.</summary>
    [FieldOffset(14)] public ushort ExposedHeight;

    /// <summary>ConfigureNotify, in pixels.</summary>
    [FieldOffset(20)] public ushort Width;

    /// <summary>ConfigureNotify, in pixels.</summary>
    [FieldOffset(22)] public ushort Height;
}
