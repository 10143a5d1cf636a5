using System.Diagnostics;
using System.Globalization;
using System.Text;
using Vmgl.EndToEnd.Tests;

namespace Vmgl.Apps;

/// <summary>The programs that this one needs itself: ImageMagick's, apitrace, dpkg-query.</summary>
internal static class Tools
{
    private const int AmplifiedBy = 8;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a tool; its standard output.</summary>
    /// <exception cref="InvalidOperationException">It failed or did not end.</exception>
    public static string Run(string program, params IReadOnlyList<string> arguments) => RunOn(null, program, arguments);

    /// <summary>The whole screen, as PNG.</summary>
    public static string Photograph(string display, string path)
    {
        _ = RunOn(display, "import", ["-silent", "-window", "root", $"png24:{path}"]);
        return path;
    }

    /// <summary>Another format's picture as PNG.</summary>
    public static string Convert(string from, string to)
    {
        _ = Run("convert", from, "-auto-orient", "-alpha", "off", $"png24:{to}");
        return to;
    }

    public static Picture Read(string png)
    {
        string path = Path.ChangeExtension(png, ".ppm");
        _ = Run("convert", png, "-alpha", "off", "-depth", "8", $"ppm:{path}");
        Picture picture = Picture.Read(path);
        File.Delete(path);
        return picture;
    }

    /// <summary>Null where the pictures have different sizes.</summary>
    public static Difference? Compare(Picture one, Picture other) =>
        one.Width == other.Width && one.Height == other.Height ? Difference.Of(one.Pixels, other.Pixels) : null;

    /// <summary>Writes what differs between two pictures of one size, brighter.</summary>
    public static string WriteDifference(string one, string other, string path)
    {
        Picture a = Read(one), b = Read(other);
        string ppm = Path.ChangeExtension(path, ".ppm");
        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P6\n{a.Width} {a.Height}\n255\n"));
        File.WriteAllBytes(ppm, [.. head, .. Difference.Amplify(a.Pixels, b.Pixels, AmplifiedBy)]);
        _ = Convert(ppm, path);
        File.Delete(ppm);
        return path;
    }

    /// <summary>Whether PATH has a program.</summary>
    public static bool Has(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string RunOn(string? display, string program, IReadOnlyList<string> arguments)
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
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} does not end");
        }

        return process.ExitCode == 0 ? output.Result
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}: {errors.Result}");
    }
}
