using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Control;

/// <summary>Carries out one request line.</summary>
internal static class ControlRequest
{
    /// <summary>Longest line that is a request: a verb, an address, a word. A host's name has 253 characters at most.</summary>
    public const int MaxBytes = 512;

    /// <summary>Does what the line says. Never throws.</summary>
    /// <param name="makeSpool">Makes the file that a snapshot is written to.</param>
    /// <param name="payload">What follows the answer, from its beginning; null for nothing. The caller closes it.</param>
    /// <returns>The answer: one line of JSON, its end included.</returns>
    public static byte[] Answer(ISurvivor survivor, string line, Func<Stream> makeSpool, out Stream? payload)
    {
        payload = null;
        try
        {
            return line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                ["status"] => Line(survivor.Status(), ControlJson.Default.ProgramStatus),
                ["suspend"] => Line(survivor.Suspend(), ControlJson.Default.SuspendResult),
                ["resume"] => Line(survivor.Resume(null), ControlJson.Default.ResumeResult),
                ["resume", string address] => Line(survivor.Resume(address), ControlJson.Default.ResumeResult),
                ["resume", string address, "if-lost"] => Line(survivor.ResumeIfLost(address), ControlJson.Default.ResumeResult),
                ["move", string address] => Line(survivor.Move(address, checkOnly: false), ControlJson.Default.MoveResult),
                ["move", string address, "check"] => Line(survivor.Move(address, checkOnly: true), ControlJson.Default.MoveResult),
                ["snapshot"] => Snapshot(survivor, makeSpool, out payload),
                string[] words => Refuse(Describe(words)),
            };
        }
        catch (ControlException e)
        {
            return Refuse(e.Message);
        }
        catch (Exception e)
        {
            // The program is somebody else's: it must not end by what its administrator asks.
            return Refuse($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>A line that says why not.</summary>
    public static byte[] Refuse(string why) => Line(new Refused(why), ControlJson.Default.Refused);

    private static byte[] Snapshot(ISurvivor survivor, Func<Stream> makeSpool, out Stream? payload)
    {
        // The answer comes first and says how it went, so the bytes wait in a file, not in the program's memory.
        payload = null;
        Stream spool = makeSpool();
        try
        {
            SnapshotResult result = survivor.Snapshot(spool) with { Bytes = spool.Length };
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
