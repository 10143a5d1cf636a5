namespace Vmgl.Cli.Tests;

/// <summary>vmgl xl with a control domain made of scripts: xl, xenstore-write, xenstore-read and ssh note what they are given. A domain's
/// sr_daemon is the script of xenstore-write, which answers at once.</summary>
public sealed class XlTests : IDisposable
{
    private readonly UserSession _user = new();

    public XlTests()
    {
        _user.Write("xl", """
            echo "xl $*" >> "$HOME/log"
            case $1 in
            help) printf 'Usage xl\n\n save   Save a domain\n restore  Restore a domain\n migrate  Migrate a domain\n'; if [ -e "$HOME/new-xl" ]; then printf ' suspend  x\n resume  x\n'; fi;;
            domid) [ "$2" = guest ] && echo 7;;
            list) echo 'Name ID Mem VCPUs State Time(s)'; echo 'Domain-0 0 4096 4 r----- 9.9'; cat "$HOME/domains" 2>/dev/null; true;;
            restore) echo 'guest 9 512 1 -b---- 0.1' >> "$HOME/domains";;
            save) [ -e "$HOME/keep" ] || rm -f "$HOME/domains"; [ ! -e "$HOME/xl-fails" ];;
            esac
            """);
        _user.Write("xenstore-write", """
            echo "write $*" >> "$HOME/log"
            set -- "$1" $2
            [ -e "$HOME/deaf" ] || echo "$(cat "$HOME/how" 2>/dev/null || echo done) $3 41 2" > "$HOME/answer"
            """);
        _user.Write("xenstore-read", "cat \"$HOME/answer\"");
        _user.Write("ssh", """
            echo "ssh $*" >> "$HOME/log"
            host=$1; shift
            sh -c "$*" | sed 's/^7$/31/'
            """);
        Put("domains", "guest 7 512 1 -b---- 0.1\n");
    }

    [Fact]
    public async Task Save_SuspendsFirst()
    {
        (int exitCode, string output, string error) = await _user.Run("xl", "save", "guest", "/tmp/file");

        Assert.Equal((0, "domain 7 suspended its programs in 41 ms, programs: 2\n", ""), (exitCode, output, error));
        Assert.Equal(["xl help", "xl domid guest", "write /local/domain/7/data/vmgl/request suspend N", "xl save guest /tmp/file",
            "xl list"], Log());
    }

    [Fact]
    public async Task Save_DomainThatGoesOn_IsResumed()
    {
        Put("keep", "");

        Assert.Equal(0, (await _user.Run("xl", "save", "-c", "7", "/tmp/file")).ExitCode);
        Assert.Equal(["xl save -c 7 /tmp/file", "xl list", "write /local/domain/7/data/vmgl/request resume N"], Log()[^3..]);
    }

    [Fact]
    public async Task Save_ThatFails_LetsTheProgramsGoOn()
    {
        Put("xl-fails", "");

        (int exitCode, _, string error) = await _user.Run("xl", "save", "7", "/tmp/file");

        Assert.Equal((1, "vmgl: xl save failed with status 1; programs of domain 7 go on\n"), (exitCode, error));
        Assert.Equal("write /local/domain/7/data/vmgl/request resume N", Log()[^1]);
    }

    [Fact]
    public async Task Save_NobodyAnswers_IsRefused_UnlessForced()
    {
        Put("deaf", "");

        (int exitCode, _, string error) = await _user.Run("xl", "--timeout", "0.3", "save", "7", "/tmp/file");
        Assert.Equal(1, exitCode);
        Assert.Equal("vmgl: no sr_daemon in domain 7 answers within 0.3 s; is it running there, as root?. xl save was not run; --force runs it nevertheless\n", error);
        Assert.Equal(["xl help", "write /local/domain/7/data/vmgl/request suspend N", "write /local/domain/7/data/vmgl/request resume N"],
            Log());

        Assert.Equal(0, (await _user.Run("xl", "--timeout", "0.3", "--force", "save", "7", "/tmp/file")).ExitCode);
        Assert.Contains("xl save 7 /tmp/file", Log());
    }

    [Fact]
    public async Task Save_SuspendingFails_IsRefusedWithTheReason()
    {
        Put("how", "failed");

        Assert.Contains("could not suspend: 41 2. xl save was not run", (await _user.Run("xl", "save", "7", "f")).Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("xl save 7 f", Log());
    }

    [Fact]
    public async Task Restore_ResumesTheNewDomain()
    {
        (int exitCode, string output, _) = await _user.Run("xl", "restore", "-e", "/tmp/file");

        Assert.Equal((0, "domain 9 resumed its programs in 41 ms, programs: 2\n"), (exitCode, output));
        Assert.Equal(["xl help", "xl list", "xl restore -e /tmp/file", "xl list", "write /local/domain/9/data/vmgl/request resume N"],
            Log());
    }

    [Theory]
    [InlineData("save", "-p", "7", "/tmp/file")]
    [InlineData("restore", "-ep", "/tmp/file")]
    public async Task DomainThatIsLeftPaused_IsNotAsked(params string[] words)
    {
        Put("keep", "");

        (int exitCode, string output, string error) = await _user.Run(["xl", .. words]);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.EndsWith("is paused; its sr_daemon resumes programs when it is unpaused\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Log(), line => line.Contains("resume N", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Migrate_FollowsTheDomain()
    {
        (int exitCode, string output, _) = await _user.Run("xl", "migrate", "-s", "ssh -q", "guest", "otherhost");

        Assert.Equal((0, "domain 7 suspended its programs in 41 ms, programs: 2\ndomain 31 on otherhost resumed its programs in 41 ms, programs: 2\n"), (exitCode, output));
        Assert.Contains("xl migrate -s ssh -q guest otherhost", Log());
        Assert.Contains("ssh otherhost 'xenstore-write' '/local/domain/31/data/vmgl/request' 'resume N'", Log());
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task VerbOfANewerXen_IsRefusedByAnOlder_AndWorksThere(string verb)
    {
        (int exitCode, _, string error) = await _user.Run("xl", verb, "guest");
        Assert.Equal(1, exitCode);
        Assert.Contains($"the installed xl has no \"{verb}\"", error, StringComparison.Ordinal);
        Assert.Equal(["xl help"], Log());

        Put("new-xl", "");
        Assert.Equal(0, (await _user.Run("xl", verb, "guest")).ExitCode);
        Assert.Contains($"xl {verb} guest", Log());
        Assert.Contains($"write /local/domain/7/data/vmgl/request {verb} N", Log());
    }

    [Theory]
    [InlineData("there is no domain \"nobody\"", "save", "nobody", "f")]
    [InlineData("xl save needs a domain and a file", "save", "guest")]
    [InlineData("vmgl xl has no \"destroy\"", "destroy", "guest")]
    [InlineData("vmgl xl needs a command of xl", new string[0])]
    [InlineData("has no option \"--fast\"", "--fast", "save", "guest", "f")]
    public async Task BadCommandLine_IsExplained(string expected, params string[] words)
    {
        (int exitCode, _, string error) = await _user.Run(["xl", .. words]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    public void Dispose() => _user.Dispose();

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_user.Home, name), text);

    /// <summary>What the tools were given; numbers of requests, which are times, as N.</summary>
    private string[] Log() => [.. File.ReadAllLines(Path.Combine(_user.Home, "log"))
        .Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"(suspend|resume) \d{10,}", "$1 N"))];
}
