using System.Buffers.Binary;
using System.IO.Compression;

namespace Vmgl.Apps;

/// <summary>Recorded demos of ioquake3: messages, each with its number and its length in front, and a last one whose both are -1.</summary>
internal static class DemoFile
{
    private const int HeadBytes = 8;

    /// <summary>A demo out of a folder's archives; null: none has it.</summary>
    public static byte[]? Find(string folder, string entry)
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

    /// <summary>The first messages of a demo, ended as a whole one is.</summary>
    /// <exception cref="InvalidDataException">It ends before its end.</exception>
    public static byte[] Cut(ReadOnlySpan<byte> demo, int messages)
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
                throw new InvalidDataException($"message {i} of the demo is cut off");
            }

            at += HeadBytes + length;
        }

        byte[] cut = new byte[at + HeadBytes];
        demo[..at].CopyTo(cut);
        cut.AsSpan(at).Fill(0xff);
        return cut;
    }
}
