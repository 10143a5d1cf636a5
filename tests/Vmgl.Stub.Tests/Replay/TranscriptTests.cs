using System.Buffers.Binary;
using Vmgl.Stub.Backends.Null;
using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Testing;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Every command, played on a GL that writes down how it is called.</summary>
public class TranscriptTests
{
    [Fact]
    public void Play_EverySample_CallsGlWithWhatItSays()
    {
        Sample[] spoken = [.. Samples.All.Where(sample => sample.Transcript is not null)];
        using var backend = new NullBackend();
        using var replayer = new Replayer(new GlTable(FakeGl.Find), backend, new RecordingLink());

        Assert.True(spoken.Length > 400, $"{spoken.Length} samples");
        Assert.All(spoken, sample =>
        {
            FakeGl.NewRecording();
            replayer.PlayBatch(0, sample.Bytes, sample.Bulk);
            Assert.Equal([sample.Transcript!], FakeGl.Said);
        });
    }

    [Fact]
    public void Play_EverySampleInOneBatch_CallsGlInOrder()
    {
        Sample[] spoken = [.. Samples.All.Where(sample => sample.Transcript is not null)];
        using var backend = new NullBackend();
        using var replayer = new Replayer(new GlTable(FakeGl.Find), backend, new RecordingLink());
        FakeGl.NewRecording();

        replayer.PlayBatch(0, [.. spoken.SelectMany(sample => sample.Bytes)], [.. spoken.SelectMany(sample => sample.Bulk)]);

        Assert.Equal(spoken.Select(sample => sample.Transcript), FakeGl.Said);
    }

    [Fact]
    public void Play_EverySample_IsAnsweredOnceIfItCarriesATokenAndElseNever()
    {
        using var backend = new RecordingBackend();
        Assert.All(Samples.All, sample =>
        {
            var link = new RecordingLink();
            using var replayer = new Replayer(new GlTable(FakeGl.Find), backend, link);

            replayer.PlayBatch(0, sample.Bytes, sample.Bulk);

            Assert.Equal(CarriesToken(sample) ? [Samples.Token] : [], link.Replies.Select(reply => reply.Token));
            Assert.Equal(link.Replies.Count, replayer.Statistics.RoundTrips);
        });
        Assert.True(Samples.All.Count(CarriesToken) > 50);
    }

    [Fact]
    public void GlTable_WithoutAnyFunction_PlaysEverySample()
    {
        using var backend = new NullBackend();
        using var replayer = new Replayer(GlTable.CreateNull(), backend, new RecordingLink());

        Assert.All(Samples.All, sample => replayer.PlayBatch(0, sample.Bytes, sample.Bulk));
        Assert.Equal(Samples.All.Count, replayer.Statistics.Batches);
    }

    [Fact]
    public void GlTable_HostWithTheOlderNameOnly_IsCalledByIt()
    {
        using var backend = new NullBackend();
        using var replayer = new Replayer(new GlTable(name => name == "glBindTextureEXT" ? FakeGl.Find("glBindTexture") : 0), backend,
            new RecordingLink());
        Sample bind = Samples.All.Single(sample => sample.Opcode == Opcode.BindTexture);
        FakeGl.NewRecording();

        replayer.PlayBatch(0, bind.Bytes, []);

        Assert.Equal([bind.Transcript!], FakeGl.Said);
    }

    /// <summary>A token stands behind the head; no other field of a sample has its value.</summary>
    private static bool CarriesToken(Sample sample)
    {
        int at = CommandTable.BytesOf((ushort)sample.Opcode) > 0 ? 4 : 8;
        return sample.Bytes.Length >= at + 4 && BinaryPrimitives.ReadUInt32LittleEndian(sample.Bytes.AsSpan(at)) == Samples.Token;
    }
}
