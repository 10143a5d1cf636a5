using Vmgl.Stub.Host;

namespace Vmgl.Stub.Tests.Egl;

/// <summary>A context on a pbuffer of some back end, and a record of what GL answers there.</summary>
internal sealed unsafe class PbufferRun : IDisposable
{
    public const uint Context = 1;
    public const uint Pbuffer = 100;
    public const int Side = 24;

    private const int GlxWidth = 0x8041;
    private const int GlxHeight = 0x8040;
    private const int DrawableType = 0x8010;
    private const int PbufferBit = 4;
    private const int SrgbCapable = 0x20B2;

    public PbufferRun(IHostBackend backend, params int[] wanted)
    {
        Backend = backend;
        Gl = new GlTable(backend.GetProcAddress);
        // GLX_CONFIG_CAVEAT GLX_NONE
        uint[] configs = backend.ChooseConfigs(0, [.. wanted, SrgbCapable, 0, DrawableType, PbufferBit, 0x20, 0x8000, 0]);
        configs = configs.Length > 0 ? configs : backend.ChooseConfigs(0, [.. wanted, SrgbCapable, 0, DrawableType, PbufferBit, 0]);
        Assert.NotEmpty(configs);
        Config = configs[0];
        Assert.NotNull(backend.CreatePbuffer(Pbuffer, 0, Config, [GlxWidth, Side, GlxHeight, Side, 0]));
        Assert.True(backend.CreateContext(new ContextRequest(Context, 0, 0, Config, 0, 0x8014, null)));
        Assert.True(backend.MakeCurrent(Context, Pbuffer, Pbuffer));
        Gl.PixelStorei(0x0D05, 1);
        Gl.PixelStorei(0x0CF5, 1);
        foreach (uint buffer in (uint[])[0x0404, 0x0405]) // what a new drawable shows is anybody's guess
        {
            Gl.DrawBuffer(buffer);
            Gl.Clear(0x4700);
        }

        Gl.DrawBuffer(IsDouble ? 0x0405u : 0x0404u);
        _ = Gl.GetError();
    }

    public IHostBackend Backend { get; }

    public GlTable Gl { get; }

    public uint Config { get; }

    /// <summary>What was recorded.</summary>
    public List<string> Lines { get; } = [];

    public bool IsDouble => Get(0x0C32) != 0;

    public int Get(uint name)
    {
        int* value = stackalloc int[16];
        *value = -1;
        Gl.GetIntegerv(name, value);
        return *value;
    }

    /// <summary>Records values of glGet.</summary>
    public void Ask(params uint[] names)
    {
        foreach (uint name in names)
        {
            Lines.Add($"{name:x}={Get(name):x}");
        }
    }

    /// <summary>Records the error.</summary>
    public void AskError() => Lines.Add($"error {Gl.GetError():x}");

    /// <summary>Records the colours of the current read buffer.</summary>
    public void Look()
    {
        byte[] pixels = new byte[Side * Side * 4];
        fixed (byte* to = pixels)
        {
            Gl.ReadPixels(0, 0, Side, Side, 0x1908, 0x1401, to);
        }

        Lines.Add(Convert.ToHexString(pixels));
    }

    /// <summary>Records depths.</summary>
    public void LookAtDepth()
    {
        float[] depths = new float[Side * Side];
        fixed (float* to = depths)
        {
            Gl.ReadPixels(0, 0, Side, Side, 0x1902, 0x1406, to);
        }

        Lines.Add(string.Join(' ', depths.Select(depth => depth.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture))));
    }

    /// <summary>Fills the draw buffer.</summary>
    public void Fill(float red, float green, float blue, float alpha = 1, uint mask = 0x4000)
    {
        Gl.ClearColor(red, green, blue, alpha);
        Gl.Clear(mask);
    }

    /// <summary>A triangle with a colour at each corner.</summary>
    public void Triangle(float depth = 0)
    {
        Gl.Begin(4);
        Gl.Color3f(1, 0, 0);
        Gl.Vertex3f(-1, -0.9f, depth);
        Gl.Color3f(0, 1, 0.1f);
        Gl.Vertex3f(0.8f, -0.7f, depth);
        Gl.Color3f(0.3f, 0.2f, 1);
        Gl.Vertex3f(0.1f, 0.9f, depth);
        Gl.End();
    }

    public void Dispose()
    {
        Backend.MakeCurrent(0, 0, 0);
        Backend.DestroyContext(Context);
        Backend.ForgetDrawable(Pbuffer);
    }
}
