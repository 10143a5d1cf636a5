using Vmgl.Stub.Basics;
using Vmgl.Stub.Daemon;
using Vmgl.Stub.Interop;
using Vmgl.Stub.Worker;

namespace Vmgl.Stub;

/// <summary>One binary, three lives: the command that detaches, the daemon, and a worker per guest process.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        Descriptors.OpenMissingStandardOnes();
        Options? options = CommandLine.Parse(arguments, out int exitCode);
        if (options is null)
        {
            return exitCode;
        }

        // No async Main: GL belongs to the thread it starts on, and a worker's is the main one.
        return options switch
        {
            { ListGpus: true } => GpuListing.PrintGpus(),
            { Worker: true } => WorkerMain.Run(options),
            { Foreground: true } => DaemonMain.Run(options),
            _ => Detach.RunDetached(options),
        };
    }
}
