using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Frames;

namespace Vmgl.Stub.Replay;

/// <summary>Debug output and labels (KHR_debug).</summary>
internal static unsafe class DebugHandlers
{
    private const int LongestLog = 1 << 20;
    private const int LongestLabel = 64 << 10;
    private const int MostLogged = 4096;

    internal static void WatchMessages(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        bool wanted = new WatchMessages(command).Wanted != 0;
        r.Gl.DebugMessageCallback(wanted ? DebugMessages.Callback : 0, (void*)r.Context);
        r.Errors.ReportToDebugLog(r.Context, wanted);
    }

    internal static void Settle(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) => r.ReportPlayed();

    internal static void ReadMessages(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
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
                messages.Add(new DebugMessage(r.Context, words[i], words[most + i], words[(2 * most) + i], words[(3 * most) + i],
                    one.ToArray()));
                at += bytes;
            }
        }

        Replies.SendBytes(r, c.Token, DebugMessage.Encode(messages));
    }

    internal static void LabelObject(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new LabelObject(command);
        fixed (byte* text = ShaderHandlers.AddTerminator(c.Label))
        {
            byte* label = c.Given != 0 ? text : null;
            if (c.Identifier == GL_SYNC_FENCE)
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
    internal static void ReadLabel(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadLabel(command);
        byte[] answer = new byte[(2 * sizeof(uint)) + LongestLabel];
        int length = -1;
        fixed (byte* to = answer)
        {
            byte* text = to + (2 * sizeof(uint));
            if (c.Identifier == GL_SYNC_FENCE)
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

        Replies.SendBytes(r, c.Token, length < 0 ? [] : answer.AsSpan(0, (2 * sizeof(uint)) + Align.To4(length)));
    }

    private static uint HostName(Replayer r, uint identifier, uint name) =>
        identifier is GL_SHADER or GL_PROGRAM ? r.Shaders.OfGuest(name) : name;
}
