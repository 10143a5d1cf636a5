using System.Text;
using Microsoft.Win32.SafeHandles;
using Vmgl.Stub.Interop;

namespace Vmgl.Stub.Basics;

/// <summary>The outcome of a start: "ready" or "failed" and a line for the user, sent by a daemon in the background to the
/// command that started it.</summary>
internal readonly record struct Outcome(bool IsReady, string Text)
{
    private const string ReadyWord = "ready ";
    private const string FailedWord = "failed ";

    /// <summary>The line that travels; also what a worker says to its daemon.</summary>
    public byte[] Encode() => Encoding.UTF8.GetBytes((IsReady ? ReadyWord : FailedWord) + Log.OneLine(Text));

    /// <summary>Reads a line; null when it is neither.</summary>
    public static Outcome? Decode(ReadOnlySpan<byte> line)
    {
        string text = Encoding.UTF8.GetString(line);
        return text switch
        {
            _ when text.StartsWith(ReadyWord, StringComparison.Ordinal) => new Outcome(true, text[ReadyWord.Length..]),
            _ when text.StartsWith(FailedWord, StringComparison.Ordinal) => new Outcome(false, text[FailedWord.Length..]),
            _ => null,
        };
    }

    /// <summary>Reports to the process that started this daemon. In the foreground the log has it already, unless the start
    /// failed.</summary>
    public void ReportToStarter(Options options)
    {
        if (options.Detached)
        {
            TellStarter();
        }
        else if (!IsReady)
        {
            Console.Error.WriteLine($"stub-daemon: {Text}");
        }
    }

    private void TellStarter()
    {
        try
        {
            using var starter = new FileStream(new SafeFileHandle(Descriptors.Inherited, ownsHandle: true), FileAccess.Write,
                bufferSize: 0);
            starter.Write(Encode());
        }
        catch (IOException)
        {
            // It was interrupted meanwhile; the daemon is wanted all the same.
        }
    }
}
