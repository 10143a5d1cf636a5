namespace Vmgl.GuestShim.Gl;

/// <summary>State questions (GL 1.5 section 6.1.1): what the guest keeps is answered here, the rest by the host.</summary>
internal static unsafe partial class GlCommands
{
    public static partial void GetBooleanv(uint pname, byte* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept == 0 ? (byte)0 : (byte)1; }
            else { AskGetBooleanv(stream, pname, data); }
        }
    }

    public static partial void GetIntegerv(uint pname, int* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else { AskGetIntegerv(stream, pname, data); }
        }
    }

    public static partial void GetFloatv(uint pname, float* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else { AskGetFloatv(stream, pname, data); }
        }
    }

    public static partial void GetDoublev(uint pname, double* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else { AskGetDoublev(stream, pname, data); }
        }
    }

    public static partial void GetInteger64v(uint pname, long* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else { AskGetInteger64v(stream, pname, data); }
        }
    }

    /// <summary>State that only the guest has; null for everything else.</summary>
    private static int? Kept(uint name) => GuestThread.Context!.PixelStore.Get(name) ?? KeptOfArrays(name);
}
