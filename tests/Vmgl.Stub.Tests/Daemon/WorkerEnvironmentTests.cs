using System.Collections;
using Vmgl.Stub.Daemon;

namespace Vmgl.Stub.Tests.Daemon;

public class WorkerEnvironmentTests
{
    [Fact]
    public void WorkerEnvironment_LosesWhatMakesAGuestAndGetsTheDisplay()
    {
        var daemon = new Hashtable { ["PATH"] = "/bin", ["GLSTUB"] = "here:7000", ["LD_PRELOAD"] = "libGL.so", ["DISPLAY"] = ":9" };

        Assert.Equal(["DISPLAY=:5", "PATH=/bin"], WorkerEnvironment.ForWorker(daemon, ":5").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WorkerEnvironment_Headless_HasNoDisplay() =>
        Assert.Equal(["PATH=/bin"], WorkerEnvironment.ForWorker(new Hashtable { ["PATH"] = "/bin", ["DISPLAY"] = ":9" }, display: null));
}
