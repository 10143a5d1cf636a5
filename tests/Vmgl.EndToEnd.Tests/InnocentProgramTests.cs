namespace Vmgl.EndToEnd.Tests;

/// <summary>LD_PRELOAD sits in /etc/profile in the field: programs that never draw must not notice.</summary>
public sealed class InnocentProgramTests
{
    [Fact]
    public void Ls_Preloaded_OpensNoSocketAndNoSecondLibrary()
    {
        GuestResult plain = Trace("true");
        Assert.SkipUnless(plain.ExitCode == 0, $"strace cannot trace here: {plain.Errors.Split('\n')[0]}");
        GuestResult traced = Trace($"LD_PRELOAD={Checkout.GuestLibrary}", "GLSTUB=127.0.0.1:1", "ls", "/");
        Assert.True(traced.ExitCode == 0, traced.ToString());
        Assert.Contains(Path.GetFileName(Checkout.GuestLibrary), traced.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("socket(", traced.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("connect(", traced.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("clone", traced.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("libvmgl-guest.so", traced.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Ls_Preloaded_SaysWhatItAlwaysSays()
    {
        GuestResult plain = GuestProgram.Native(":0").Run("ls", "/usr");
        GuestResult preloaded = GuestProgram.Forwarded(":0", null).Run("ls", "/usr");
        Assert.Equal((plain.ExitCode, plain.Output, plain.Errors), (preloaded.ExitCode, preloaded.Output, preloaded.Errors));
    }

    /// <summary>The trace is what the program writes to standard error. `env` keeps the preload away from strace itself.</summary>
    private static GuestResult Trace(params string[] command) =>
        GuestProgram.Native(":0").Run("strace", ["-f", "-e", "trace=network,openat,clone,clone3", "env", .. command]);
}
