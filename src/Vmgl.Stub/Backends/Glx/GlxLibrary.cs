using System.Runtime.InteropServices;
using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Glx;

/// <summary>The GLX entry points of the host's libGL, found at run time: the program itself does not link GL, so that the
/// daemon starts on machines that have none.</summary>
internal sealed unsafe class GlxLibrary
{
    public readonly delegate* unmanaged<nint, int*, int*, int> QueryExtension;
    public readonly delegate* unmanaged<nint, int, byte*> GetClientString;
    public readonly delegate* unmanaged<nint, int, byte*> QueryExtensionsString;
    public readonly delegate* unmanaged<nint, int, int*, XVisualInfo*> ChooseVisual;
    public readonly delegate* unmanaged<nint, XVisualInfo*, int, int*, int> GetConfig;
    public readonly delegate* unmanaged<nint, int, int*, int*, nint*> ChooseFBConfig;
    public readonly delegate* unmanaged<nint, int, int*, nint*> GetFBConfigs;
    public readonly delegate* unmanaged<nint, nint, int, int*, int> GetFBConfigAttrib;
    public readonly delegate* unmanaged<nint, nint, XVisualInfo*> GetVisualFromFBConfig;
    public readonly delegate* unmanaged<nint, XVisualInfo*, nint, int, nint> CreateContext;
    public readonly delegate* unmanaged<nint, nint, int, nint, int, nint> CreateNewContext;
    public readonly delegate* unmanaged<nint, nint, void> DestroyContext;
    public readonly delegate* unmanaged<nint, nint, nint, nuint, void> CopyContext;
    public readonly delegate* unmanaged<nint, nuint, nuint, nint, int> MakeContextCurrent;
    public readonly delegate* unmanaged<nint, nuint, void> SwapBuffers;
    public readonly delegate* unmanaged<void> WaitGL;
    public readonly delegate* unmanaged<nint, nint, nuint, int*, nuint> CreateWindow;
    public readonly delegate* unmanaged<nint, nuint, void> DestroyWindow;
    public readonly delegate* unmanaged<nint, nint, nuint, int*, nuint> CreatePixmap;
    public readonly delegate* unmanaged<nint, XVisualInfo*, nuint, nuint> CreateGLXPixmap;
    public readonly delegate* unmanaged<nint, nuint, void> DestroyPixmap;
    public readonly delegate* unmanaged<nint, nint, int*, nuint> CreatePbuffer;
    public readonly delegate* unmanaged<nint, nuint, void> DestroyPbuffer;
    public readonly delegate* unmanaged<nint, nuint, int, uint*, void> QueryDrawable;

    /// <summary>Null where the host's libGL has no such function; of those it has, the extension string says which work.</summary>
    public readonly delegate* unmanaged<nint, nint, nint, int, int*, nint> CreateContextAttribs;
    public readonly delegate* unmanaged<nint, nuint, int, void> SwapIntervalExt;
    public readonly delegate* unmanaged<uint, int> SwapIntervalMesa;
    public readonly delegate* unmanaged<int, int> SwapIntervalSgi;

    private const string Name = "libGL.so.1";
    private readonly delegate* unmanaged<byte*, nint> _getProcAddress;

    private GlxLibrary(nint getProcAddress)
    {
        _getProcAddress = (delegate* unmanaged<byte*, nint>)getProcAddress;
        QueryExtension = (delegate* unmanaged<nint, int*, int*, int>)Need("glXQueryExtension");
        GetClientString = (delegate* unmanaged<nint, int, byte*>)Need("glXGetClientString");
        QueryExtensionsString = (delegate* unmanaged<nint, int, byte*>)Need("glXQueryExtensionsString");
        ChooseVisual = (delegate* unmanaged<nint, int, int*, XVisualInfo*>)Need("glXChooseVisual");
        GetConfig = (delegate* unmanaged<nint, XVisualInfo*, int, int*, int>)Need("glXGetConfig");
        ChooseFBConfig = (delegate* unmanaged<nint, int, int*, int*, nint*>)Need("glXChooseFBConfig");
        GetFBConfigs = (delegate* unmanaged<nint, int, int*, nint*>)Need("glXGetFBConfigs");
        GetFBConfigAttrib = (delegate* unmanaged<nint, nint, int, int*, int>)Need("glXGetFBConfigAttrib");
        GetVisualFromFBConfig = (delegate* unmanaged<nint, nint, XVisualInfo*>)Need("glXGetVisualFromFBConfig");
        CreateContext = (delegate* unmanaged<nint, XVisualInfo*, nint, int, nint>)Need("glXCreateContext");
        CreateNewContext = (delegate* unmanaged<nint, nint, int, nint, int, nint>)Need("glXCreateNewContext");
        DestroyContext = (delegate* unmanaged<nint, nint, void>)Need("glXDestroyContext");
        CopyContext = (delegate* unmanaged<nint, nint, nint, nuint, void>)Need("glXCopyContext");
        MakeContextCurrent = (delegate* unmanaged<nint, nuint, nuint, nint, int>)Need("glXMakeContextCurrent");
        SwapBuffers = (delegate* unmanaged<nint, nuint, void>)Need("glXSwapBuffers");
        WaitGL = (delegate* unmanaged<void>)Need("glXWaitGL");
        CreateWindow = (delegate* unmanaged<nint, nint, nuint, int*, nuint>)Need("glXCreateWindow");
        DestroyWindow = (delegate* unmanaged<nint, nuint, void>)Need("glXDestroyWindow");
        CreatePixmap = (delegate* unmanaged<nint, nint, nuint, int*, nuint>)Need("glXCreatePixmap");
        CreateGLXPixmap = (delegate* unmanaged<nint, XVisualInfo*, nuint, nuint>)Need("glXCreateGLXPixmap");
        DestroyPixmap = (delegate* unmanaged<nint, nuint, void>)Need("glXDestroyPixmap");
        CreatePbuffer = (delegate* unmanaged<nint, nint, int*, nuint>)Need("glXCreatePbuffer");
        DestroyPbuffer = (delegate* unmanaged<nint, nuint, void>)Need("glXDestroyPbuffer");
        QueryDrawable = (delegate* unmanaged<nint, nuint, int, uint*, void>)Need("glXQueryDrawable");
        CreateContextAttribs = (delegate* unmanaged<nint, nint, nint, int, int*, nint>)GetProcAddress("glXCreateContextAttribsARB");
        SwapIntervalExt = (delegate* unmanaged<nint, nuint, int, void>)GetProcAddress("glXSwapIntervalEXT");
        SwapIntervalMesa = (delegate* unmanaged<uint, int>)GetProcAddress("glXSwapIntervalMESA");
        SwapIntervalSgi = (delegate* unmanaged<int, int>)GetProcAddress("glXSwapIntervalSGI");
    }

    /// <summary>Opens the host's libGL.</summary>
    /// <exception cref="BackendException">There is none, or it lacks a function of GLX 1.4.</exception>
    public static GlxLibrary Load()
    {
        if (!NativeLibrary.TryLoad(Name, out nint library))
        {
            throw new BackendException($"{Name} cannot be loaded: install the host's OpenGL driver (Debian: libgl1)");
        }

        return NativeLibrary.TryGetExport(library, "glXGetProcAddressARB", out nint getProcAddress)
            ? new GlxLibrary(getProcAddress)
            : throw new BackendException($"{Name} has no glXGetProcAddressARB: reinstall the host's OpenGL driver");
    }

    /// <summary>Address of a GL or GLX function; 0 when libGL does not know the name.</summary>
    public nint GetProcAddress(string name) => EntryPoints.FindEntryPoint(_getProcAddress, name);

    private nint Need(string name)
    {
        nint address = GetProcAddress(name);
        return address != 0 ? address : throw new BackendException($"{Name} has no {name}: the host's OpenGL driver needs GLX 1.4");
    }
}
