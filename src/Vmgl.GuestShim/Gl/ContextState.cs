using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Capabilities, strings and finishing (GL 1.5 sections 2.1, 5.5, 6.1.1 and 6.1.11).</summary>
internal static unsafe partial class ContextState
{
    public static partial void Enable(GuestStream stream, GuestContext context, uint cap)
    {
        if (!TrySetArrayState(stream, context, cap, true))
        {
            Wire.Commands.Enable.Write(stream.Reserve(Wire.Commands.Enable.Bytes), cap);
            DebugMessaging.FollowCapability(stream, context, cap, true);
        }
    }

    public static partial void Disable(GuestStream stream, GuestContext context, uint cap)
    {
        if (!TrySetArrayState(stream, context, cap, false))
        {
            Wire.Commands.Disable.Write(stream.Reserve(Wire.Commands.Disable.Bytes), cap);
            DebugMessaging.FollowCapability(stream, context, cap, false);
        }
    }

    public static partial byte IsEnabled(GuestStream stream, GuestContext context, uint cap) =>
        ArraySwitches.FindEnabled(context.Arrays, cap) is bool kept ? (kept ? (byte)1 : (byte)0)
        : StateMirror.IsCapability(cap) ? StateAnswers.IsEnabled(stream, context, cap)
        : AskIsEnabled(stream, cap);

    public static partial void Finish(GuestStream stream, GuestContext context) => GuestThread.WaitForDisplay();

    public static partial byte* GetString(GuestStream stream, GuestContext context, uint name) =>
        HostStrings.FindString(stream, context.Strings, name);

    private static partial int? FindKeptState(GuestStream stream, GuestContext context, uint pname) =>
        KeptState.FindState(stream, context, pname);

    private static partial void SendBatch(GuestStream stream, GuestContext context) => stream.FlushBatch();

    /// <summary>Drivers take an array's enum in glEnable too, and programs rely on it.</summary>
    private static bool TrySetArrayState(GuestStream stream, GuestContext context, uint cap, bool enabled)
    {
        bool isArrayState = ArraySwitches.IsArrayState(context.Arrays, cap);
        if (isArrayState)
        {
            ArraySwitches.SetClientState(stream, context.Arrays, cap, enabled);
        }

        return isArrayState;
    }
}
