using System.Globalization;
using Vmgl.GuestShim.Interop;

namespace Vmgl.GuestShim.Recovery;

/// <summary>The settings of the environment for the loss of a host.</summary>
/// <param name="ReconnectLimit">How long to look for a host after a loss; zero: not at all (VMGL_RECONNECT, seconds).</param>
/// <param name="KeepBytes">Bytes of frames that are kept to be sent again (VMGL_KEEP, MiB). More than that is folded, swapped or
/// not.</param>
/// <param name="Checkpoint">How often contents that GL wrote are read back; zero: only when a suspension is announced (VMGL_CHECKPOINT,
/// seconds).</param>
internal sealed record RecoveryOptions(TimeSpan ReconnectLimit, long KeepBytes, TimeSpan Checkpoint)
{
    /// <summary>Those of this process.</summary>
    public static RecoveryOptions Here { get; } = new(
        TimeSpan.FromSeconds(ReadSeconds("VMGL_RECONNECT", 60)), (long)(ReadSeconds("VMGL_KEEP", 64) * (1 << 20)),
        TimeSpan.FromSeconds(ReadSeconds("VMGL_CHECKPOINT", 0)));

    private static double ReadSeconds(string name, double otherwise)
    {
        string? text = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(text))
        {
            return otherwise;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value is >= 0 and <= 1e6)
        {
            return value;
        }

        Failure.ReportLine($"{name}={text} is not a number from 0 to 1000000; {otherwise.ToString(CultureInfo.InvariantCulture)} is used");
        return otherwise;
    }
}
