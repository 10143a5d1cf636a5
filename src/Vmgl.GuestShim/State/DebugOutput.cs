using Vmgl.Wire.Frames;

namespace Vmgl.GuestShim.State;

/// <summary>Where a context's debug messages go (KHR_debug).</summary>
internal sealed unsafe class DebugOutput
{
    /// <summary>The program's function for debug messages, or 0.</summary>
    public nint Callback { get; set; }

    /// <summary>The pointer that the program wants its function to be called with.</summary>
    public nint User { get; set; }

    /// <summary>Whether the program enabled GL_DEBUG_OUTPUT_SYNCHRONOUS.</summary>
    public bool IsSynchronous { get; set; }

    /// <summary>Whether the function must be called before the next command.</summary>
    public bool WaitsForMessages => IsSynchronous && Callback != 0;

    /// <summary>Calls the program back with a message.</summary>
    public void DeliverMessage(DebugMessage message)
    {
        if (Callback == 0)
        {
            return;
        }

        byte[] text = [.. message.Text, 0];
        fixed (byte* start = text)
        {
            ((delegate* unmanaged<uint, uint, uint, uint, int, byte*, nint, void>)Callback)(
                message.Source, message.Type, message.Id, message.Severity, text.Length - 1, start, User);
        }
    }
}
