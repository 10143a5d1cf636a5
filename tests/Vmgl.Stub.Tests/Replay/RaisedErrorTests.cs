using System.Runtime.InteropServices;
using Vmgl.Stub.Host;
using Vmgl.Stub.Replay;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Tests.Replay;

/// <summary>Errors that the guest found, together with the driver's flag: the first wins (GL 1.5 section 2.5).</summary>
public sealed unsafe class RaisedErrorTests : IDisposable
{
    private const uint InvalidEnum = 0x0500;
    private const uint InvalidValue = 0x0501;
    private const uint InvalidOperation = 0x0502;

    [ThreadStatic]
    private static uint t_driversFlag;

    private readonly RecordingBackend _host = new();
    private readonly RecordingLink _guest = new();
    private readonly Replayer _replayer;

    public RaisedErrorTests()
    {
        t_driversFlag = 0;
        _replayer = new Replayer(new GlTable(name => name == "glGetError" ? (nint)(delegate* unmanaged<uint>)&TakeDriversFlag : 0), _host,
            _guest);
        _replayer.PlayBatch(1, Say.MakeCurrent(1, 10, 10), []);
    }

    public void Dispose()
    {
        _replayer.Dispose();
        _host.Dispose();
    }

    [Fact]
    public void NothingHappened_NoError() => Assert.Equal([0u], Asked(1));

    /// <summary>What a suspension asks: the program may have it yet afterwards.</summary>
    [Fact]
    public void HasErred_TellsWhatIsPending_AndLeavesIt()
    {
        t_driversFlag = InvalidEnum;
        _replayer.PlayBatch(1, Say.HasErred(), []);
        _replayer.PlayBatch(1, Say.HasErred(), []);
        Assert.Equal([[1u, InvalidEnum], [0u, InvalidEnum]],
            _guest.Replies.Select(reply => MemoryMarshal.Cast<byte, uint>(reply.Payload).ToArray()));
        _guest.Replies.Clear();
        Assert.Equal([InvalidEnum, 0], Asked(2));
    }

    [Fact]
    public void TheDriversAlone_IsReported()
    {
        t_driversFlag = InvalidEnum;
        Assert.Equal([InvalidEnum, 0], Asked(2));
    }

    [Fact]
    public void OneRaised_IsReportedOnce()
    {
        Raise(InvalidValue);
        Assert.Equal([InvalidValue, 0], Asked(2));
    }

    [Fact]
    public void OneRaisedAfterTheDrivers_ComesSecondAndIsLost()
    {
        t_driversFlag = InvalidEnum;
        Raise(InvalidValue);
        Assert.Equal([InvalidEnum, 0], Asked(2));
    }

    [Fact]
    public void OneRaisedBeforeTheDrivers_ComesFirstAndTheOtherIsLost()
    {
        Raise(InvalidValue);
        t_driversFlag = InvalidEnum;
        Assert.Equal([InvalidValue, 0], Asked(2));
    }

    [Fact]
    public void TwoRaised_TheFirstIsReported()
    {
        Raise(InvalidOperation);
        Raise(InvalidValue);
        Assert.Equal([InvalidOperation, 0], Asked(2));
    }

    [Fact]
    public void NoErrorRaised_KeepsTheDrivers()
    {
        Raise(0);
        t_driversFlag = InvalidEnum;
        Assert.Equal([InvalidEnum], Asked(1));
    }

    [Fact]
    public void EachContext_HasItsOwn()
    {
        Raise(InvalidValue);
        _replayer.PlayBatch(1, Say.MakeCurrent(2, 10, 10), []);
        Assert.Equal([0u], Asked(1));
        _replayer.PlayBatch(1, Say.MakeCurrent(1, 10, 10), []);
        Assert.Equal([0, InvalidValue], Asked(1));
    }

    [Fact]
    public void ARefusedBinding_TellsWhy()
    {
        _host.Refused.Add(9);
        _host.Refusal = new Refusal(8, IsGlx: false, 26);
        _replayer.PlayBatch(1, Say.TryMakeCurrent(9, 10, 10), []);
        uint verdict = BitConverter.ToUInt32(Assert.Single(_guest.Replies).Payload);
        Assert.Equal(_host.Refusal, Refusal.Decode(verdict));
    }

    [UnmanagedCallersOnly]
    private static uint TakeDriversFlag()
    {
        uint flag = t_driversFlag;
        t_driversFlag = 0;
        return flag;
    }

    private void Raise(uint error) => _replayer.PlayBatch(1, Say.RaiseError(error), []);

    private IEnumerable<uint> Asked(int times)
    {
        for (int i = 0; i < times; i++)
        {
            _replayer.PlayBatch(1, Say.GetError(), []);
        }

        return _guest.Replies.Select(reply => BitConverter.ToUInt32(reply.Payload)).ToArray();
    }
}
