namespace Vmgl.GuestShim.Gl;

/// <summary>Flush, errors and strings (GL 1.5 sections 2.5, 5.5 and 6.1.11).</summary>
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

    public static partial uint GetError()
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (stream.PendingError != 0)
        {
            uint pending = stream.PendingError;
            stream.PendingError = 0;
            return pending;
        }

        return AskGetError(stream);
    }

    public static partial byte* GetString(uint name) =>
        GuestThread.Stream is GuestStream stream ? GuestThread.Context!.Strings.Get(stream, name) : null;
}
