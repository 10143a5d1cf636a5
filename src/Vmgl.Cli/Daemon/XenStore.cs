using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Vmgl.Cli.Daemon;

/// <summary>The store did not do it. The message has the store's own word, ENOENT for example.</summary>
internal sealed class XenStoreException(string message) : Exception(message);

/// <summary>XenStore from inside a domain, by its wire protocol (xen/include/public/io/xs_wire.h): four words of type, request, transaction
/// and length, then the payload. Paths that do not begin with a slash are below the domain's own.</summary>
internal sealed class XenStore(Stream stream) : IDisposable
{
    private const uint ReadType = 2; // XS_READ
    private const uint WriteType = 11; // XS_WRITE
    private const uint EventType = 15; // XS_WATCH_EVENT
    private const uint ErrorType = 16; // XS_ERROR
    private const int HeadBytes = 16;
    private const int MaxPayload = 4096; // XENSTORE_PAYLOAD_MAX

    private uint _request;

    /// <summary>The kernel's device for it.</summary>
    public static IReadOnlyList<string> Devices => ["/dev/xen/xenbus", "/proc/xen/xenbus"];

    /// <summary>Opens the store.</summary>
    /// <param name="path">A device, or the Unix socket of a xenstored; null for the kernel's own.</param>
    /// <param name="why">Why it was not opened; null too when this machine is not a Xen domain.</param>
    public static XenStore? TryOpen(string? path, out string? why)
    {
        why = null;
        string? device = path ?? Devices.FirstOrDefault(File.Exists);
        if (device is null)
        {
            return null;
        }

        try
        {
            return new XenStore(IsSocket(device) ? Connect(device)
                : new FileStream(device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException)
        {
            why = $"{device}: {e.Message}";
            return null;
        }
    }

    /// <summary>A value; null when there is none.</summary>
    /// <exception cref="XenStoreException">The store refuses for another reason.</exception>
    /// <exception cref="IOException">The store is gone.</exception>
    public string? Read(string path)
    {
        try
        {
            return SendRequest(ReadType, path + "\0");
        }
        catch (XenStoreException e) when (e.Message == "ENOENT")
        {
            return null;
        }
    }

    /// <summary>Sets a value.</summary>
    /// <exception cref="XenStoreException">The store refuses.</exception>
    /// <exception cref="IOException">The store is gone.</exception>
    public void Write(string path, string value) => SendRequest(WriteType, path + "\0" + value);

    public void Dispose() => stream.Dispose();

    private static bool IsSocket(string path) =>
        (File.GetAttributes(path) & (FileAttributes.Directory | FileAttributes.Device)) == 0 && IsSocketFile(path);

    private static bool IsSocketFile(string path)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static NetworkStream Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new NetworkStream(socket, ownsSocket: true);
    }

    private string SendRequest(uint type, string payload)
    {
        byte[] text = Encoding.UTF8.GetBytes(payload);
        if (text.Length > MaxPayload)
        {
            throw new XenStoreException($"{text.Length} bytes; the store takes {MaxPayload}");
        }

        byte[] message = new byte[HeadBytes + text.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(message, type);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(4), ++_request);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), text.Length);
        text.CopyTo(message, HeadBytes);
        stream.Write(message);
        return ReceiveReply(type);
    }

    private string ReceiveReply(uint wanted)
    {
        byte[] head = new byte[HeadBytes];
        while (true)
        {
            stream.ReadExactly(head);
            uint type = BinaryPrimitives.ReadUInt32LittleEndian(head);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(12));
            byte[] payload = length <= MaxPayload ? new byte[length] : throw new IOException($"the store sends {length} bytes");
            stream.ReadExactly(payload);
            if (type == EventType || BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) != _request)
            {
                continue;
            }

            string text = Encoding.UTF8.GetString(payload).TrimEnd('\0');
            return type == wanted ? text : throw (type == ErrorType ? new XenStoreException(text)
                : new IOException($"the store answers with type {type}"));
        }
    }
}
