using Vmgl.Stub.Basics;
using Vmgl.Stub.Daemon;

namespace Vmgl.Stub.Tests.Daemon;

public sealed class GpuChooserTests : IDisposable
{
    private readonly string _drm = Directory.CreateTempSubdirectory("vmgl-drm").FullName;

    [Fact]
    public void Take_HardwareAndSoftware_TakesHardwareHoweverManyWorkersItHas()
    {
        GpuChooser chooser = Choose(Gpu(0, GpuKind.Software), Gpu(1, GpuKind.Hardware), Gpu(2, GpuKind.Hardware));
        Assert.Equal([1, 2, 1, 2], Enumerable.Range(0, 4).Select(_ => chooser.ChooseGpu(out string _)));
    }

    [Fact]
    public void Take_WorkerEnded_ItsGpuIsNext()
    {
        GpuChooser chooser = Choose(Gpu(0, GpuKind.Hardware), Gpu(1, GpuKind.Hardware));
        _ = chooser.ChooseGpu(out _);
        _ = chooser.ChooseGpu(out _);
        chooser.GiveBack(1);
        Assert.Equal(1, chooser.ChooseGpu(out string why));
        Assert.Equal(" (GPU 1): 0 other workers there", why);
    }

    [Fact]
    public void Take_DriverTellsHowBusy_TakesTheIdleOne()
    {
        SayBusy(0, "80\n");
        SayBusy(1, "3\n");
        GpuChooser chooser = Choose(Gpu(0, GpuKind.Hardware), Gpu(1, GpuKind.Hardware));
        Assert.Equal(1, chooser.ChooseGpu(out string why));
        Assert.Equal(" (GPU 1): 0 other workers there, 3 % busy", why);
    }

    [Theory]
    [InlineData("0 /dev/dri/renderD128 hardware A card, OpenGL 4.6", 0, "/dev/dri/renderD128", GpuKind.Hardware, "A card, OpenGL 4.6")]
    [InlineData("12 - software llvmpipe", 12, "", GpuKind.Software, "llvmpipe")]
    public void GpuLine_Printed_IsReadAgain(string line, int number, string file, object kind, string text)
    {
        Assert.Equal(new GpuLine(number, file, (GpuKind)kind, text), GpuLine.TryParse(line));
        Assert.Equal(line, GpuLine.TryParse(line)!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("libEGL warning: something is wrong")]
    [InlineData("1 - wet paint")]
    public void GpuLine_DriversOwnChatter_IsNone(string line) => Assert.Null(GpuLine.TryParse(line));

    public void Dispose() => Directory.Delete(_drm, recursive: true);

    private static GpuLine Gpu(int number, GpuKind kind) => new(number, $"/dev/dri/renderD{128 + number}", kind, $"GPU {number}");

    private GpuChooser Choose(params GpuLine[] gpus) => new(gpus, Log.ToStandardOutput("test"), _drm);

    private void SayBusy(int number, string percent)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_drm, $"renderD{128 + number}", "device")).FullName;
        File.WriteAllText(Path.Combine(folder, "gpu_busy_percent"), percent);
    }
}
