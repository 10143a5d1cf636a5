using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Replay;

/// <summary>Debug messages of the driver (KHR_debug) on their way to the guest. A driver may call back on a thread of its own.</summary>
internal static unsafe class DebugMessages
{
    /// <summary>Messages that wait at most: what a driver says beyond them is lost, as it would be in a full log.</summary>
    private const int MostWaiting = 4096;

    private static readonly ConcurrentQueue<DebugMessage> s_waiting = [];

    /// <summary>What glDebugMessageCallback is given; its user parameter is the guest's number of the context.</summary>
    public static nint Callback => (nint)(delegate* unmanaged<uint, uint, uint, uint, int, byte*, nint, void>)&Received;

    /// <summary>Keeps a message until the batch has been played.</summary>
    public static void Add(DebugMessage message)
    {
        if (s_waiting.Count < MostWaiting)
        {
            s_waiting.Enqueue(message);
        }
    }

    /// <summary>The messages that wait, as they travel; empty when there is none.</summary>
    public static byte[] Take()
    {
        if (s_waiting.IsEmpty)
        {
            return [];
        }

        List<DebugMessage> taken = [];
        while (s_waiting.TryDequeue(out DebugMessage message))
        {
            taken.Add(message);
        }

        return DebugMessage.Encode(taken);
    }

    [UnmanagedCallersOnly]
    private static void Received(uint source, uint type, uint id, uint severity, int length, byte* text, nint context)
    {
        // Drivers differ in whether the length is given.
        ReadOnlySpan<byte> said = length < 0 ? MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text) : new ReadOnlySpan<byte>(text, length);
        Add(new DebugMessage((uint)context, source, type, id, severity, said.TrimEnd((byte)0).ToArray()));
    }
}

/// <summary>Debug output and labels (KHR_debug).</summary>
internal static unsafe partial class Handlers
{
    private const int LongestLog = 1 << 20;
    private const int LongestLabel = 64 << 10;
    private const int MostLogged = 4096;
    private const uint ShaderIdentifier = 0x82E1;
    private const uint ProgramIdentifier = 0x82E2;
    private const uint SyncIdentifier = 0x9116;

    internal static partial void WatchMessages(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        bool wanted = new WatchMessages(command).Wanted != 0;
        r.Gl.DebugMessageCallback(wanted ? DebugMessages.Callback : 0, (void*)r.Context);
        r.Errors.Tell(r.Context, wanted);
    }

    internal static partial void Settle(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) => r.Settle();

    internal static partial void ReadMessages(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadMessages(command);
        int most = (int)Math.Min(c.Count, MostLogged);
        int room = Math.Clamp(c.Room, 0, LongestLog);
        uint[] words = new uint[(most * 5) + 1];
        byte[] log = new byte[room + 1];
        List<DebugMessage> messages = [];
        fixed (uint* w = words)
        fixed (byte* text = log)
        {
            uint found = r.Gl.GetDebugMessageLog((uint)most, room, w, w + most, w + (2 * most), w + (3 * most), (int*)w + (4 * most), text);
            int at = 0;
            for (int i = 0; i < found && i < most; i++)
            {
                int bytes = (int)words[(4 * most) + i];
                ReadOnlySpan<byte> one = log.AsSpan(at, Math.Clamp(bytes, 0, room - at)).TrimEnd((byte)0);
                messages.Add(new DebugMessage(r.Context, words[i], words[most + i], words[(2 * most) + i], words[(3 * most) + i], one.ToArray()));
                at += bytes;
            }
        }

        AnswerBytes(r, c.Token, DebugMessage.Encode(messages));
    }

    internal static partial void LabelObject(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new LabelObject(command);
        fixed (byte* text = Terminated(c.Label))
        {
            byte* label = c.Given != 0 ? text : null;
            if (c.Identifier == SyncIdentifier)
            {
                r.Gl.ObjectPtrLabel((void*)r.Syncs.GetValueOrDefault(c.Name), c.Label.Length, label);
            }
            else
            {
                r.Gl.ObjectLabel(c.Identifier, HostName(r, c.Identifier, c.Name), c.Label.Length, label);
            }
        }
    }

    /// <summary>One, and the text; nothing when GL found an error.</summary>
    internal static partial void ReadLabel(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadLabel(command);
        byte[] answer = new byte[(2 * sizeof(uint)) + LongestLabel];
        int length = -1;
        fixed (byte* to = answer)
        {
            byte* text = to + (2 * sizeof(uint));
            if (c.Identifier == SyncIdentifier)
            {
                r.Gl.GetObjectPtrLabel((void*)r.Syncs.GetValueOrDefault(c.Name), LongestLabel, &length, text);
            }
            else
            {
                r.Gl.GetObjectLabel(c.Identifier, HostName(r, c.Identifier, c.Name), LongestLabel, &length, text);
            }

            ((uint*)to)[0] = 1;
            ((int*)to)[1] = length;
        }

        AnswerBytes(r, c.Token, length < 0 ? [] : answer.AsSpan(0, (2 * sizeof(uint)) + Align.To4(length)));
    }

    private static uint HostName(Replayer r, uint identifier, uint name) =>
        identifier is ShaderIdentifier or ProgramIdentifier ? r.Shaders.OfGuest(name) : name;
}
