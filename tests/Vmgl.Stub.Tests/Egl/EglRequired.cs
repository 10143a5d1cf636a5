using System.Runtime.InteropServices;
using Vmgl.Stub.Backends.Egl;

namespace Vmgl.Stub.Tests.Egl;

/// <summary>Tests that open EGL displays share the library's one display of each device, so they run one after the other.</summary>
[CollectionDefinition("EGL", DisableParallelization = true)]
public sealed class EglRequired
{
    /// <summary>A back end on the first GPU; the test is skipped where there is no libEGL.</summary>
    internal static EglBackend Open()
    {
        Assert.SkipUnless(NativeLibrary.TryLoad("libEGL.so.1", out _), "libEGL.so.1 is not installed (Debian: libegl1, libegl-mesa0)");
        return EglBackend.Open(0);
    }
}
