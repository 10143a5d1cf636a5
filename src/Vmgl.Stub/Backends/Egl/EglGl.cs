namespace Vmgl.Stub.Backends.Egl;

/// <summary>The driver's GL functions that the back end calls itself, on the guest's contexts and on its own.</summary>
internal sealed unsafe class EglGl(Func<string, nint> find)
{
    public readonly delegate* unmanaged<uint, float, void> Accum = (delegate* unmanaged<uint, float, void>)find("glAccum");
    public readonly delegate* unmanaged<uint, uint, void> BindBuffer = (delegate* unmanaged<uint, uint, void>)find("glBindBuffer");
    public readonly delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void> BlitFramebuffer =
        (delegate* unmanaged<int, int, int, int, int, int, int, int, uint, uint, void>)find("glBlitFramebuffer");
    public readonly delegate* unmanaged<uint, void> CallList = (delegate* unmanaged<uint, void>)find("glCallList");
    public readonly delegate* unmanaged<int, uint, void*,
        void> CallLists = (delegate* unmanaged<int, uint, void*, void>)find("glCallLists");
    public readonly delegate* unmanaged<uint, void> Clear = (delegate* unmanaged<uint, void>)find("glClear");
    public readonly delegate* unmanaged<byte, byte, byte, byte,
        void> ColorMask = (delegate* unmanaged<byte, byte, byte, byte, void>)find("glColorMask");
    public readonly delegate* unmanaged<int, int, int, int, uint,
        void> CopyPixels = (delegate* unmanaged<int, int, int, int, uint, void>)find("glCopyPixels");
    public readonly delegate* unmanaged<uint, int, void> DeleteLists = (delegate* unmanaged<uint, int, void>)find("glDeleteLists");
    public readonly delegate* unmanaged<uint, void> Disable = (delegate* unmanaged<uint, void>)find("glDisable");
    public readonly delegate* unmanaged<uint, void> DrawBuffer = (delegate* unmanaged<uint, void>)find("glDrawBuffer");
    public readonly delegate* unmanaged<int, uint*, void> DrawBuffers = (delegate* unmanaged<int, uint*, void>)find("glDrawBuffers");
    public readonly delegate* unmanaged<int, int, uint, uint, void*,
        void> DrawPixels = (delegate* unmanaged<int, int, uint, uint, void*, void>)find("glDrawPixels");
    public readonly delegate* unmanaged<void> EndList = (delegate* unmanaged<void>)find("glEndList");
    public readonly delegate* unmanaged<uint, byte*, void> GetBooleanv = (delegate* unmanaged<uint, byte*, void>)find("glGetBooleanv");
    public readonly delegate* unmanaged<uint, double*, void> GetDoublev = (delegate* unmanaged<uint, double*, void>)find("glGetDoublev");
    public readonly delegate* unmanaged<uint> GetError = (delegate* unmanaged<uint>)find("glGetError");
    public readonly delegate* unmanaged<uint, float*, void> GetFloatv = (delegate* unmanaged<uint, float*, void>)find("glGetFloatv");
    public readonly delegate* unmanaged<uint, uint, uint, int*, void> GetFramebufferAttachmentParameteriv =
        (delegate* unmanaged<uint, uint, uint, int*, void>)find("glGetFramebufferAttachmentParameteriv");
    public readonly delegate* unmanaged<uint, long*, void> GetInteger64v = (delegate* unmanaged<uint, long*, void>)find("glGetInteger64v");
    public readonly delegate* unmanaged<uint, int*, void> GetIntegerv = (delegate* unmanaged<uint, int*, void>)find("glGetIntegerv");
    public readonly delegate* unmanaged<uint, byte*> GetString = (delegate* unmanaged<uint, byte*>)find("glGetString");
    public readonly delegate* unmanaged<uint, byte> IsEnabled = (delegate* unmanaged<uint, byte>)find("glIsEnabled");
    public readonly delegate* unmanaged<uint, uint, void> NewList = (delegate* unmanaged<uint, uint, void>)find("glNewList");
    public readonly delegate* unmanaged<void> PopAttrib = (delegate* unmanaged<void>)find("glPopAttrib");
    public readonly delegate* unmanaged<uint, void> PushAttrib = (delegate* unmanaged<uint, void>)find("glPushAttrib");
    public readonly delegate* unmanaged<uint, void> ReadBuffer = (delegate* unmanaged<uint, void>)find("glReadBuffer");
    public readonly delegate* unmanaged<int, int, int, int, uint, uint, void*, void> ReadPixels =
        (delegate* unmanaged<int, int, int, int, uint, uint, void*, void>)find("glReadPixels");
    public readonly delegate* unmanaged<int, int, void> WindowPos2i = (delegate* unmanaged<int, int, void>)find("glWindowPos2i");

    /// <summary>A value of the current context; <paramref name="otherwise"/> where GL has an error for the question.</summary>
    public int GetInteger(uint name, int otherwise = 0)
    {
        int* value = stackalloc int[4]; // more than any that is asked for here
        *value = otherwise;
        GetIntegerv(name, value);
        return *value;
    }

    /// <summary>A string of the current context.</summary>
    public string GetText(uint name) => EglLibrary.ReadText(GetString(name));
}
