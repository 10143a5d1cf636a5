using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Control;

/// <summary>Carries out one request line.</summary>
internal static class ControlRequest
{
    /// <summary>Longest line that is a request: a verb, an address, a word. A host's name has 253 characters at most.</summary>
    public const int MaxBytes = 512;

    /// <summary>Carries out the request in a line. Never throws.</summary>
    /// <param name="makeSpool">Makes the file that a snapshot is written to.</param>
    /// <param name="payload">What follows the answer, from its beginning; null for nothing. The caller closes it.</param>
    /// <returns>The answer: one line of JSON, its end included.</returns>
    public static byte[] CarryOut(IProgramControl program, string line, Func<Stream> makeSpool, out Stream? payload)
    {
        payload = null;
        try
        {
            return line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                ["status"] => EncodeLine(program.ReadStatus(), ControlJson.Default.ProgramStatus),
                ["suspend"] => EncodeLine(program.Suspend(), ControlJson.Default.SuspendResult),
                ["resume"] => EncodeLine(program.Resume(null), ControlJson.Default.ResumeResult),
                ["resume", string address] => EncodeLine(program.Resume(address), ControlJson.Default.ResumeResult),
                ["resume", string address, "if-lost"] => EncodeLine(program.ResumeIfLost(address), ControlJson.Default.ResumeResult),
                ["move", string address] => EncodeLine(program.MoveTo(address, checkOnly: false), ControlJson.Default.MoveResult),
                ["move", string address, "check"] => EncodeLine(program.MoveTo(address, checkOnly: true), ControlJson.Default.MoveResult),
                ["snapshot"] => AnswerSnapshot(program, makeSpool, out payload),
                string[] words => EncodeRefusal(DescribeMistake(words)),
            };
        }
        catch (ControlException e)
        {
            return EncodeRefusal(e.Message);
        }
        catch (Exception e)
        {
            // The program belongs to its user: a request must not end it.
            return EncodeRefusal($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>A line with the reason of a refusal.</summary>
    public static byte[] EncodeRefusal(string why) => EncodeLine(new Refused(why), ControlJson.Default.Refused);

    private static byte[] AnswerSnapshot(IProgramControl program, Func<Stream> makeSpool, out Stream? payload)
    {
        // The answer comes before the snapshot and has its size, so the bytes wait in a file, not in the program's memory.
        payload = null;
        Stream spool = makeSpool();
        try
        {
            SnapshotResult result = program.WriteSnapshot(spool) with { Bytes = spool.Length };
            spool.Position = 0;
            payload = spool;
            return EncodeLine(result, ControlJson.Default.SnapshotResult);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private static byte[] EncodeLine<T>(T answer, JsonTypeInfo<T> type) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(answer, type), (byte)'\n'];

    private static string DescribeMistake(string[] words) => words switch
    {
        [] => "the request is empty; there are status, suspend, resume, move and snapshot",
        ["move"] => "move needs an address: move HOST:PORT",
        ["move", _, string word] => $"move knows \"check\" behind the address, not \"{word}\"",
        ["status" or "suspend" or "snapshot", string word, ..] => $"{words[0]} takes no \"{word}\"",
        ["resume", _, string word] => $"resume knows \"if-lost\" behind the address, not \"{word}\"",
        ["move" or "resume", _, .. string[] more] when more.Length > 0 => $"{words[0]} takes no \"{more[^1]}\"",
        _ => $"there is no request \"{words[0]}\"; there are status, suspend, resume, move and snapshot",
    };
}
