using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Vmgl.Stub.Interop;

/// <summary>Hands an open socket to another process: sendmsg and recvmsg with SCM_RIGHTS (unix(7), cmsg(3)).</summary>
internal static unsafe partial class DescriptorPassing
{
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int NoSignal = 0x4000;
    private const int CloseOnExec = 0x40000000;
    private const int Interrupted = 4;

    /// <summary>Sends <paramref name="bytes"/> (at least one) and a duplicate of <paramref name="passed"/> as one message.</summary>
    /// <returns>False when the other end is gone.</returns>
    public static bool TrySend(SafeHandle channel, SafeHandle passed, ReadOnlySpan<byte> bytes)
    {
        bool held = false;
        passed.DangerousAddRef(ref held);
        try
        {
            Control control = Control.CarryDescriptor((int)passed.DangerousGetHandle());
            fixed (byte* data = bytes)
            {
                var part = new Part { Data = data, Bytes = (nuint)bytes.Length };
                var message = new Message { Parts = &part, PartCount = 1, Control = &control, ControlBytes = (nuint)sizeof(Control) };
                return SendMessage(channel, &message) == bytes.Length;
            }
        }
        finally
        {
            passed.DangerousRelease();
        }
    }

    /// <summary>Waits for one message of <see cref="TrySend"/>.</summary>
    /// <returns>Its length; 0 when the other end is gone.</returns>
    /// <exception cref="Win32Exception">The channel is broken.</exception>
    /// <exception cref="InvalidDataException">The message is too long for <paramref name="into"/> or carries no descriptor.</exception>
    public static int Receive(SafeHandle channel, Span<byte> into, out SafeSocketHandle? passed)
    {
        Control control = default;
        fixed (byte* data = into)
        {
            var part = new Part { Data = data, Bytes = (nuint)into.Length };
            var message = new Message { Parts = &part, PartCount = 1, Control = &control, ControlBytes = (nuint)sizeof(Control) };
            int length = Receive(channel, &message);
            passed = control.IsDescriptor ? new SafeSocketHandle(control.Descriptor, ownsHandle: true) : null;
            bool whole = message.Flags == CloseOnExec || message.Flags == 0;
            return length == 0 || (whole && passed is not null) ? length
                : throw new InvalidDataException("hand-over: cut short or without a socket");
        }
    }

    private static int SendMessage(SafeHandle channel, Message* message)
    {
        nint sent;
        do
        {
            sent = SendMessage(channel, message, NoSignal);
        }
        while (sent < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return (int)sent;
    }

    private static int Receive(SafeHandle channel, Message* message)
    {
        nint received;
        do
        {
            received = ReceiveMessage(channel, message, CloseOnExec);
        }
        while (received < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return received >= 0 ? (int)received : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(SafeHandle socket, Message* message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(SafeHandle socket, Message* message, int flags);

    /// <summary>struct iovec.</summary>
    private struct Part
    {
        public byte* Data;
        public nuint Bytes;
    }

    /// <summary>struct msghdr of 64-bit Linux.</summary>
    private struct Message
    {
        public byte* Name;
        public nuint NameBytes;
        public Part* Parts;
        public nuint PartCount;
        public Control* Control;
        public nuint ControlBytes;
        public int Flags;
    }

    /// <summary>struct cmsghdr followed by one descriptor, with the padding of CMSG_SPACE.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 24)]
    private struct Control
    {
        private const int BytesWithDescriptor = 20;

        public nuint Bytes;
        public int Level;
        public int Type;
        public int Descriptor;

        public readonly bool IsDescriptor => Bytes >= BytesWithDescriptor && Level == SocketLevel && Type == Rights;

        public static Control CarryDescriptor(int descriptor) =>
            new() { Bytes = BytesWithDescriptor, Level = SocketLevel, Type = Rights, Descriptor = descriptor };
    }
}
