using Vmgl.SuspendResume;
using Vmgl.Testing;
using Vmgl.Wire.Commands;

namespace Vmgl.Wire.Tests.Mirror;

public class LastCommandsTests
{
    private const uint Light0 = 0x4000;
    private const uint Light1 = 0x4001;
    private const uint Diffuse = 0x1201;
    private const uint SpotExponent = 0x1205;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Write_FoldedAgain_GivesTheSameBytes(int seed)
    {
        Sample[] sets = [.. Samples.All.Where(sample => MirrorRules.Of(sample.Opcode).Effect == StateEffect.Set)];
        var random = new Random(seed);
        var stream = new LastCommands();
        for (int batch = 0; batch < 50; batch++)
        {
            Sample[] some = [.. Enumerable.Range(0, 40).Select(_ => Changed(sets[random.Next(sets.Length)], random))];
            stream.Fold([.. some.SelectMany(sample => sample.Bytes)], [.. some.SelectMany(sample => sample.Bulk)]);
        }

        LastCommands again = Folded(stream.Write());

        Assert.True(stream.Count > 100, $"{stream.Count} pieces of state");
        Assert.Equal(stream.Count, again.Count);
        Assert.Equal(stream.Write(), again.Write());
    }

    [Fact]
    public void Fold_EqualKeys_KeepsTheLast()
    {
        LastCommands mirror = Folded([.. Lit(Light0, SpotExponent, 1), .. Lit(Light0, SpotExponent, 2)]);

        Assert.Equal(Lit(Light0, SpotExponent, 2), mirror.Write());
    }

    [Fact]
    public void Fold_EqualKeysInLaterBatches_KeepsTheLast()
    {
        LastCommands mirror = Folded(Lit(Light0, SpotExponent, 1));
        mirror.Fold(Lit(Light0, SpotExponent, 3), []);

        Assert.Equal(Lit(Light0, SpotExponent, 3), mirror.Write());
    }

    [Fact]
    public void Fold_DifferentKeys_KeepsEachInTheOrderOfItsLastSetting()
    {
        LastCommands mirror = Folded([.. Lit(Light0, SpotExponent, 1), .. Lit(Light1, SpotExponent, 2), .. Lit(Light0, Diffuse, 3), .. Lit(Light0, SpotExponent, 4)]);

        Assert.Equal([.. Lit(Light1, SpotExponent, 2), .. Lit(Light0, Diffuse, 3), .. Lit(Light0, SpotExponent, 4)], mirror.Write());
    }

    [Fact]
    public void Fold_OtherEffects_PassBy()
    {
        Sample[] others = [.. Samples.All.Where(sample => MirrorRules.Of(sample.Opcode).Effect != StateEffect.Set)];
        var mirror = new LastCommands();

        mirror.Fold([.. others.SelectMany(sample => sample.Bytes)], [.. others.SelectMany(sample => sample.Bulk)]);

        Assert.Equal(0, mirror.Count);
        Assert.Empty(mirror.Write());
    }

    [Fact]
    public void Fold_ADamagedBatch_IsRefused() =>
        Assert.Throws<ProtocolException>(() => Folded(Lit(Light0, SpotExponent, 1)[..^1]));

    [Fact]
    public void Rules_OfEverythingThatTravels_HaveAnEffectAndKeysInsideTheCommand() => Assert.All(Samples.All, sample =>
    {
        MirrorRule rule = MirrorRules.Of(sample.Opcode);
        Assert.NotEqual(StateEffect.None, rule.Effect);
        Assert.All(Enumerable.Range(0, rule.KeyCount), i => Assert.InRange(rule.KeyOffset(i), 4, sample.Bytes.Length - 4));
    });

    private static LastCommands Folded(byte[] commands)
    {
        var mirror = new LastCommands();
        mirror.Fold(commands, []);
        return mirror;
    }

    private static byte[] Lit(uint light, uint name, float value)
    {
        byte[] to = new byte[Lightf.Bytes];
        Lightf.Write(to, light, name, value);
        return to;
    }

    /// <summary>The sample with another value, or another key, in its last word; only where no size stands there.</summary>
    private static Sample Changed(Sample sample, Random random)
    {
        byte[] bytes = [.. sample.Bytes];
        if (bytes.Length > 4)
        {
            int scalars = CommandTable.BytesOf((ushort)sample.Opcode);
            bytes[scalars > 0 ? bytes.Length - 4 : bytes.Length - 1] = (byte)random.Next(8);
        }

        return sample with { Bytes = bytes };
    }
}
