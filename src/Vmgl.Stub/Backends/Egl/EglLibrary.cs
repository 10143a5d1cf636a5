using System.Runtime.InteropServices;
using Vmgl.Stub.Host;

namespace Vmgl.Stub.Backends.Egl;

/// <summary>The EGL entry points of the host's libEGL, found at run time as those of GLX are.</summary>
internal sealed unsafe class EglLibrary
{
    public readonly delegate* unmanaged<int> GetError;
    public readonly delegate* unmanaged<nint, int*, int*, uint> Initialize;
    public readonly delegate* unmanaged<nint, uint> Terminate;
    public readonly delegate* unmanaged<uint, uint> BindApi;
    public readonly delegate* unmanaged<nint, int, byte*> QueryString;
    public readonly delegate* unmanaged<nint, nint*, int, int*, uint> GetConfigs;
    public readonly delegate* unmanaged<nint, nint, int, int*, uint> GetConfigAttrib;
    public readonly delegate* unmanaged<nint, nint, nint, int*, nint> CreateContext;
    public readonly delegate* unmanaged<nint, nint, uint> DestroyContext;
    public readonly delegate* unmanaged<nint, nint, int*, nint> CreatePbufferSurface;
    public readonly delegate* unmanaged<nint, nint, uint> DestroySurface;
    public readonly delegate* unmanaged<nint, nint, int, int*, uint> QuerySurface;
    public readonly delegate* unmanaged<nint, nint, nint, nint, uint> MakeCurrent;
    public readonly delegate* unmanaged<uint> ReleaseThread;

    /// <summary>Null where the host's libEGL has no such function; the client's extension string says which work.</summary>
    public readonly delegate* unmanaged<uint, nint, int*, nint> GetPlatformDisplay;
    public readonly delegate* unmanaged<int, nint*, int*, uint> QueryDevices;
    public readonly delegate* unmanaged<nint, int, byte*> QueryDeviceString;

    private const string Name = "libEGL.so.1";
    private readonly delegate* unmanaged<byte*, nint> _getProcAddress;
    private readonly HashSet<string> _clientExtensions;

    private EglLibrary(nint library)
    {
        _getProcAddress = (delegate* unmanaged<byte*, nint>)Need(library, "eglGetProcAddress");
        GetError = (delegate* unmanaged<int>)Need(library, "eglGetError");
        Initialize = (delegate* unmanaged<nint, int*, int*, uint>)Need(library, "eglInitialize");
        Terminate = (delegate* unmanaged<nint, uint>)Need(library, "eglTerminate");
        BindApi = (delegate* unmanaged<uint, uint>)Need(library, "eglBindAPI");
        QueryString = (delegate* unmanaged<nint, int, byte*>)Need(library, "eglQueryString");
        GetConfigs = (delegate* unmanaged<nint, nint*, int, int*, uint>)Need(library, "eglGetConfigs");
        GetConfigAttrib = (delegate* unmanaged<nint, nint, int, int*, uint>)Need(library, "eglGetConfigAttrib");
        CreateContext = (delegate* unmanaged<nint, nint, nint, int*, nint>)Need(library, "eglCreateContext");
        DestroyContext = (delegate* unmanaged<nint, nint, uint>)Need(library, "eglDestroyContext");
        CreatePbufferSurface = (delegate* unmanaged<nint, nint, int*, nint>)Need(library, "eglCreatePbufferSurface");
        DestroySurface = (delegate* unmanaged<nint, nint, uint>)Need(library, "eglDestroySurface");
        QuerySurface = (delegate* unmanaged<nint, nint, int, int*, uint>)Need(library, "eglQuerySurface");
        MakeCurrent = (delegate* unmanaged<nint, nint, nint, nint, uint>)Need(library, "eglMakeCurrent");
        ReleaseThread = (delegate* unmanaged<uint>)Need(library, "eglReleaseThread");
        GetPlatformDisplay = (delegate* unmanaged<uint, nint, int*, nint>)GetProcAddress("eglGetPlatformDisplayEXT");
        QueryDevices = (delegate* unmanaged<int, nint*, int*, uint>)GetProcAddress("eglQueryDevicesEXT");
        QueryDeviceString = (delegate* unmanaged<nint, int, byte*>)GetProcAddress("eglQueryDeviceStringEXT");
        _clientExtensions = [.. ReadText(QueryString(0, Egl.Extensions)).Split(' ')];
    }

    /// <summary>Opens the host's libEGL.</summary>
    /// <exception cref="BackendException">There is none, or it lacks a function of EGL 1.4.</exception>
    public static EglLibrary Load() => NativeLibrary.TryLoad(Name, out nint library)
        ? new EglLibrary(library)
        : throw new BackendException($"{Name} cannot be loaded: install the host's EGL (Debian: libegl1, and the driver's part of it)");

    /// <summary>Whether libEGL has an extension that belongs to no display.</summary>
    public bool HasClientExtension(string name) => _clientExtensions.Contains(name);

    /// <summary>Address of a GL or EGL function; 0 when libEGL does not know the name.</summary>
    public nint GetProcAddress(string name) => EntryPoints.FindEntryPoint(_getProcAddress, name);

    /// <summary>A string of EGL's; empty for none.</summary>
    public static string ReadText(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    private static nint Need(nint library, string name) => NativeLibrary.TryGetExport(library, name, out nint address)
        ? address
        : throw new BackendException($"{Name} has no {name}: the host's driver needs EGL 1.4");
}
