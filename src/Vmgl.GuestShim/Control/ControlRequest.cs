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
    public static byte[] Answer(IProgramControl program, string line, Func<Stream> makeSpool, out Stream? payload)
    {
        payload = null;
        try
        {
            return line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                ["status"] => Line(program.Status(), ControlJson.Default.ProgramStatus),
                ["suspend"] => Line(program.Suspend(), ControlJson.Default.SuspendResult),
                ["resume"] => Line(program.Resume(null), ControlJson.Default.ResumeResult),
                ["resume", string address] => Line(program.Resume(address), ControlJson.Default.ResumeResult),
                ["resume", string address, "if-lost"] => Line(program.ResumeIfLost(address), ControlJson.Default.ResumeResult),
                ["move", string address] => Line(program.Move(address, checkOnly: false), ControlJson.Default.MoveResult),
                ["move", string address, "check"] => Line(program.Move(address, checkOnly: true), ControlJson.Default.MoveResult),
                ["snapshot"] => Snapshot(program, makeSpool, out payload),
                string[] words => Refuse(Describe(words)),
            };
        }
        catch (ControlException e)
        {
            return Refuse(e.Message);
        }
        catch (Exception e)
        {
            // The program belongs to its user: a request must not end it.
            return Refuse($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>A line with the reason of a refusal.</summary>
    public static byte[] Refuse(string why) => Line(new Refused(why), ControlJson.Default.Refused);

    private static byte[] Snapshot(IProgramControl program, Func<Stream> makeSpool, out Stream? payload)
    {
        // The answer comes before the snapshot and has its size, so the bytes wait in a file, not in the program's memory.
        payload = null;
        Stream spool = makeSpool();
        try
        {
            SnapshotResult result = program.Snapshot(spool) with { Bytes = spool.Length };
            spool.Position = 0;
            payload = spool;
            return Line(result, ControlJson.Default.SnapshotResult);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    private static byte[] Line<T>(T answer, JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(answer, type), (byte)'\n'];

    private static string Describe(string[] words) => words switch
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
