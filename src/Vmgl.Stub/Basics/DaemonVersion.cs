using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Basics;

/// <summary>The version of this build.</summary>
internal static class DaemonVersion
{
    /// <summary>Program and protocol version, in one line.</summary>
    public static string Text =>
        $"stub-daemon {typeof(DaemonVersion).Assembly.GetName().Version!.ToString(3)}, protocol {ProtocolVersion.Current}";
}
