using System.Buffers.Binary;
using System.IO.Compression;

namespace Vmgl.Apps;

/// <summary>Recorded demos of ioquake3: a sequence of messages, each preceded by its number and its length, and terminated by -1 for
/// both.</summary>
internal static class DemoFile
{
    private const int HeadBytes = 8;

    /// <summary>Reads a demo from a folder's archives; null if none contains it.</summary>
    public static byte[]? FindInArchives(string folder, string entry)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        foreach (string path in Directory.EnumerateFiles(folder, "*.pk3").Order())
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            if (archive.GetEntry(entry) is ZipArchiveEntry found)
            {
                using Stream stream = found.Open();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return bytes.ToArray();
            }
        }

        return null;
    }

    /// <summary>Returns the first messages of a demo, with the terminator of a complete demo.</summary>
    /// <exception cref="InvalidDataException">The demo is truncated.</exception>
    public static byte[] KeepFirstMessages(ReadOnlySpan<byte> demo, int messages)
    {
        int at = 0;
        for (int i = 0; i < messages; i++)
        {
            int length = demo.Length - at < HeadBytes ? int.MaxValue : BinaryPrimitives.ReadInt32LittleEndian(demo[(at + 4)..]);
            if (length < 0)
            {
                break;
            }

            if (length > demo.Length - at - HeadBytes)
            {
                throw new InvalidDataException($"message {i} of the demo is truncated");
            }

            at += HeadBytes + length;
        }

        byte[] cut = new byte[at + HeadBytes];
        demo[..at].CopyTo(cut);
        cut.AsSpan(at).Fill(0xff);
        return cut;
    }
}
