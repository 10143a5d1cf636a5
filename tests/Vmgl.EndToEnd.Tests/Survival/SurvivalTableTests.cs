using System.Text.RegularExpressions;

namespace Vmgl.EndToEnd.Tests.Survival;

/// <summary>docs/SURVIVAL.md promises nothing without a test.</summary>
public sealed partial class SurvivalTableTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "SURVIVAL.md"));

    [Fact]
    public void TestsThatThePageNames_AreThere()
    {
        (string Class, string Method)[] named = [.. Named().Matches(s_page).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct()];
        Assert.True(named.Length > 10, $"{named.Length} tests are named: is the pattern still right?");
        Assert.DoesNotContain(named, test => !IsTest(test.Class, test.Method));
    }

    /// <summary>Of the first table: rows are kinds of state, columns are events.</summary>
    [Fact]
    public void EveryCellThatSaysSomething_NamesATest()
    {
        string table = s_page[s_page.IndexOf("|---", StringComparison.Ordinal)..s_page.IndexOf("\n\n",
            s_page.IndexOf("|---", StringComparison.Ordinal), StringComparison.Ordinal)];
        string[] cells = [.. table.Split('\n').Skip(1).SelectMany(row => row.Trim('|').Split('|').Skip(1)).Select(cell => cell.Trim())
            .Where(cell => cell.Length > 0)];
        Assert.NotEmpty(cells);
        Assert.DoesNotContain(cells, cell => !Named().IsMatch(cell));
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Named();

    private static bool IsTest(string type, string method) =>
        typeof(SurvivalTableTests).Assembly.GetTypes().Where(t => t.Name == type).SelectMany(t => t.GetMethods())
            .Any(m => m.Name == method && m.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0);
}
