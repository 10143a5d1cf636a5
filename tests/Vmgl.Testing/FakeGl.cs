using System.Runtime.InteropServices;

namespace Vmgl.Testing;

/// <summary>The hand-written part of the recording GL. One recording a thread.</summary>
internal static unsafe partial class FakeGl
{
    /// <summary>What every function with a result answers.</summary>
    public const uint Answer = 77;

    private static readonly nint s_text = Marshal.StringToCoTaskMemUTF8("fake");

    [ThreadStatic]
    private static List<string>? t_said;

    /// <summary>What was called on this thread since the last <see cref="NewRecording"/>.</summary>
    public static IReadOnlyList<string> Said => t_said ??= [];

    private static byte* Text => (byte*)s_text;

    /// <summary>Whether arrays that come back are zeros on this thread, until the next recording.</summary>
    [field: ThreadStatic]
    public static bool AnswersZeros { get; set; }

    /// <summary>Begins a new recording on this thread.</summary>
    public static void NewRecording()
    {
        AnswersZeros = false;
        (t_said ??= []).Clear();
    }

    private static void Say(string line) => (t_said ??= []).Add(line);

    private static string Hex(void* bytes, long count) => Convert.ToHexStringLower(new ReadOnlySpan<byte>(bytes, (int)count));

    /// <summary>Answers an array: 1, 2, 3… in bytes, or zeros.</summary>
    private static void Fill(void* to, long count)
    {
        for (long i = 0; i < count; i++)
        {
            ((byte*)to)[i] = AnswersZeros ? (byte)0 : (byte)(i + 1);
        }
    }
}
