using Vmgl.GuestShim.State;

namespace Vmgl.GuestShim.Gl;

/// <summary>Flush and strings (GL 1.5 sections 5.5 and 6.1.11).</summary>
internal static unsafe partial class GlCommands
{
    public static partial void Flush()
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            Wire.Commands.Flush.Write(stream.Reserve(Wire.Commands.Flush.Bytes));
            stream.Flush();
        }
    }

    public static partial void Finish() => GuestThread.WaitForDisplay();

    public static partial byte* GetString(uint name) =>
        GuestThread.Stream is GuestStream stream ? HostStrings.Get(stream, GuestThread.Context!.Strings, name) : null;
}
