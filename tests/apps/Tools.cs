using System.Diagnostics;
using System.Globalization;
using System.Text;
using Vmgl.EndToEnd.Tests;

namespace Vmgl.Apps;

/// <summary>The external tools that this program uses: ImageMagick, apitrace, dpkg-query.</summary>
internal static class Tools
{
    private const int AmplifiedBy = 8;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a tool and returns its standard output.</summary>
    /// <exception cref="InvalidOperationException">The tool failed or timed out.</exception>
    public static string RunTool(string program, params IReadOnlyList<string> arguments) => RunOnDisplay(null, program, arguments);

    /// <summary>Saves a picture of the whole screen as PNG.</summary>
    public static string CaptureScreen(string display, string path)
    {
        _ = RunOnDisplay(display, "import", ["-silent", "-window", "root", $"png24:{path}"]);
        return path;
    }

    /// <summary>Converts a picture of another format to PNG.</summary>
    public static string ConvertToPng(string from, string to)
    {
        _ = RunTool("convert", from, "-auto-orient", "-alpha", "off", $"png24:{to}");
        return to;
    }

    public static Picture ReadPicture(string png)
    {
        string path = Path.ChangeExtension(png, ".ppm");
        _ = RunTool("convert", png, "-alpha", "off", "-depth", "8", $"ppm:{path}");
        Picture picture = Picture.Read(path);
        File.Delete(path);
        return picture;
    }

    /// <summary>Compares two pictures; null if their sizes differ.</summary>
    public static Difference? ComparePictures(Picture one, Picture other) =>
        one.Width == other.Width && one.Height == other.Height ? Difference.Between(one.Pixels, other.Pixels) : null;

    /// <summary>Writes the amplified difference between two pictures of the same size.</summary>
    public static string WriteDifference(string one, string other, string path)
    {
        Picture a = ReadPicture(one), b = ReadPicture(other);
        string ppm = Path.ChangeExtension(path, ".ppm");
        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P6\n{a.Width} {a.Height}\n255\n"));
        File.WriteAllBytes(ppm, [.. head, .. Difference.Amplify(a.Pixels, b.Pixels, AmplifiedBy)]);
        _ = ConvertToPng(ppm, path);
        File.Delete(ppm);
        return path;
    }

    /// <summary>Whether a program is in PATH.</summary>
    public static bool IsInPath(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string RunOnDisplay(string? display, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        _ = start.Environment.Remove("LD_PRELOAD");
        start.Environment["DISPLAY"] = display;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} timed out");
        }

        return process.ExitCode == 0 ? output.Result
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}: {errors.Result}");
    }
}
