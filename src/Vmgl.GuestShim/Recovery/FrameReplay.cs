using Vmgl.GuestShim.Connection;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Sends kept frames again, without commands that make things which are there again already, and without questions that nobody
/// waits for.</summary>
/// <param name="host">The worker, or the snapshot, that gets them.</param>
internal sealed class FrameReplay(IRebuildHost host)
{
    private byte[] _commands = [];
    private byte[] _bulk = [];

    /// <summary>Sends a frame again.</summary>
    /// <param name="awaited">The token of the question in it that is not answered yet; 0 for none.</param>
    public void SendAgain(KeptFrame frame, uint awaited)
    {
        (int commandBytes, int bulkBytes) = CopyNeeded(frame, awaited);
        if (commandBytes > 0)
        {
            host.SendFrame(frame.Stream, _commands.AsSpan(0, commandBytes), _bulk.AsSpan(0, bulkBytes));
        }
    }

    /// <summary>Copies what is sent again. Questions that must be asked again for their effects get a token that no stream has: the program
    /// may have come to the same one again.</summary>
    private (int CommandBytes, int BulkBytes) CopyNeeded(KeptFrame frame, uint awaited)
    {
        _commands = _commands.Length < frame.Commands.Length ? new byte[frame.Commands.Length] : _commands;
        _bulk = _bulk.Length < frame.Bulk.Length ? new byte[frame.Bulk.Length] : _bulk;
        (int commandBytes, int bulkBytes) = (0, 0);
        var reader = new BatchReader(frame.Commands, frame.Bulk);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command))
        {
            bool isAwaited = CommandTable.HasToken(opcode) && CommandTable.TokenOf(opcode, command) == awaited;
            if ((IsLeftOut(frame, opcode) && !isAwaited) || (opcode == Opcode.Settle && !frame.IsAwaiting))
            {
                continue;
            }

            command.CopyTo(_commands.AsSpan(commandBytes));
            if (!isAwaited && CommandTable.HasToken(opcode))
            {
                CommandTable.PutToken(opcode, _commands.AsSpan(commandBytes), LinkQuestions.NobodysToken);
            }

            commandBytes += command.Length;
            Span<byte> room = _bulk.AsSpan(bulkBytes, (int)Align.To4(reader.Bulk.Length));
            room.Clear();
            reader.Bulk.CopyTo(room);
            bulkBytes += room.Length;
        }

        return (commandBytes, bulkBytes);
    }

    /// <summary>A question may have made an error that the program will ask for: it is left out where there was none, or its answer is
    /// large.</summary>
    private static bool IsLeftOut(KeptFrame frame, Opcode opcode) => SessionMirror.IsCreation(opcode) || opcode == Opcode.OpenPictures
        || (SessionMirror.IsPureQuestion(opcode) && (frame.IsErrorFree || SessionMirror.RepliesWithContents(opcode)));
}
