using Vmgl.Stub.Backends.Egl;
using Vmgl.Stub.Backends.Glx;
using Vmgl.Tests.Shared;

namespace Vmgl.Stub.Tests.Egl;

/// <summary>Front and back buffers and accumulation on EGL's pbuffers, compared with the same commands on GLX's.</summary>
[Collection("EGL")]
public sealed unsafe class EglBuffersTests(XServer server) : IClassFixture<XServer>
{
    private const uint Front = 0x0404;
    private const uint Back = 0x0405;
    private const uint Both = 0x0408;
    private const uint DepthTest = 0x0B71;
    private const uint ScissorTest = 0x0C11;
    private const uint Color = 0x1800;
    private static readonly uint[] s_state = [0x0C01, 0x0C02, 0x0C32, 0x8825, 0x0D58, 0x0D5B, 0x0D56, 0x0D57, 0x0BB0];
    private static readonly uint[] s_buffers =
    [
        0, 0x400, 0x401, 0x402, 0x403, 0x404, 0x405, 0x406, 0x407, 0x408, 0x409, 0x40C, 0x8CE0, 0x1234,
    ];

    // GLX_DOUBLEBUFFER, sizes of the components, GLX_DEPTH_SIZE, GLX_STENCIL_SIZE, the accumulation buffer's four
    private static readonly int[] s_double = [5, 1, 8, 8, 9, 8, 10, 8, 11, 8, 12, 24, 13, 8];
    private static readonly int[] s_single = [5, 0, 8, 8, 9, 8, 10, 8, 11, 8, 12, 24, 13, 8];
    private static readonly int[] s_accumulating = [.. s_double, 14, 16, 15, 16, 16, 16, 17, 16];
    private static readonly int[] s_singleAccumulating = [.. s_single, 14, 16, 15, 16, 16, 16, 17, 16];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void State_Defaults_AreGlxs(bool isDouble) => Compare(isDouble ? s_double : s_single, run => run.Ask(s_state));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DrawBufferAndReadBuffer_EveryName_GiveGlxsErrorsAndState(bool isDouble) => Compare(isDouble ? s_double : s_single, run =>
    {
        foreach (uint buffer in s_buffers)
        {
            run.Gl.DrawBuffer(buffer);
            run.AskError();
            run.Gl.ReadBuffer(buffer);
            run.AskError();
            run.Ask(s_state);
        }
    });

    [Fact]
    public void Clear_WithSrgbEnabled_IsGlxs() => Compare(s_double, run =>
    {
        run.Ask(0x8DBA); // GL_FRAMEBUFFER_SRGB_CAPABLE_EXT
        run.Gl.Enable(0x8DB9);
        run.Fill(0.5f, 0.2f, 0.7f);
        run.AskError();
        run.Look();
    });

    [Fact]
    public void DrawBuffer_BetweenBeginAndEnd_IsAnErrorAndChangesNothing() => Compare(s_double, run =>
    {
        run.Gl.Begin(4);
        run.Gl.DrawBuffer(Front);
        run.Gl.End();
        run.AskError();
        run.AskError();
        run.Ask(s_state);
    });

    [Fact]
    public void PushAttribAndPopAttrib_BringBuffersBack() => Compare(s_double, run =>
    {
        run.Gl.PushAttrib(0x4000);
        run.Gl.DrawBuffer(Front);
        run.Gl.ReadBuffer(Front);
        run.Gl.PushAttrib(0x20);
        run.Gl.ReadBuffer(Back);
        run.Gl.DrawBuffer(0);
        run.Ask(s_state);
        run.Gl.PopAttrib();
        run.Ask(s_state);
        run.Gl.DrawBuffer(Front);
        run.Fill(1, 0, 0);
        run.Gl.PopAttrib();
        run.Ask(s_state);
        run.Fill(0, 0, 1);
        run.Look();
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.Gl.PopAttrib();
        run.AskError();
    });

    [Fact]
    public void Drawing_IntoFrontAndBack_KeepsThemApart() => Compare(s_double, run =>
    {
        run.Fill(1, 0, 0);
        run.Gl.DrawBuffer(Front);
        run.Fill(0, 1, 0, 0.5f);
        run.Triangle();
        run.Gl.ReadBuffer(Front);
        run.Look();
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.Gl.DrawBuffer(Back);
        run.Triangle();
        run.Look();
        run.Backend.SwapBuffers(PbufferRun.Pbuffer);
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.AskError();
    });

    [Fact]
    public void Drawing_IntoFront_TestsDepthsOfTheOneDepthBuffer() => Compare(s_double, run =>
    {
        run.Gl.Enable(DepthTest);
        run.Gl.Clear(0x4100);
        run.Triangle(0.2f);
        run.Gl.DrawBuffer(Front);
        run.Gl.PixelZoom(1, 1);
        run.Triangle(0.5f);
        run.Gl.ReadBuffer(Front);
        run.Look();
        run.LookAtDepth();
        run.Triangle(-0.3f);
        run.Gl.DrawBuffer(Back);
        run.Triangle(0);
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.Gl.ReadBuffer(Front);
        run.Look();
        run.LookAtDepth();
    });

    [Fact]
    public void Drawing_ClearIntoBoth_FillsBoth() => Compare(s_double, run =>
    {
        run.Gl.DrawBuffer(Both);
        run.Fill(0.2f, 0.4f, 0.6f);
        run.Triangle();
        run.Gl.ReadBuffer(Front);
        run.Look();
        run.Gl.DrawBuffer(Back);
        run.Fill(1, 1, 0);
        run.Look();
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.Ask(s_state);
    });

    [Fact]
    public void CopyPixels_FromTheFront_DrawsInTheBack() => Compare(s_double, run =>
    {
        run.Gl.DrawBuffer(Front);
        run.Fill(0, 0, 1);
        run.Triangle();
        run.Gl.DrawBuffer(Back);
        run.Fill(0, 0, 0);
        run.Gl.ReadBuffer(Front);
        run.Gl.WindowPos2i(3, 2);
        run.Gl.CopyPixels(0, 0, 12, 12, Color);
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.AskError();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Accum_EveryOperation_EqualsGlxPixelForPixel(bool isDouble) =>
        Compare(isDouble ? s_accumulating : s_singleAccumulating, run =>
    {
        run.Ask(s_state);
        run.Gl.ClearAccum(0.5f, -0.25f, 1, 0.1f);
        run.Gl.Clear(0x200);
        Return(run, 1);
        run.Fill(0.3f, 0.6f, 0.9f, 0.7f);
        run.Triangle();
        run.Gl.Accum(0x101, 0.37f); // GL_LOAD
        run.Fill(0.9f, 0.1f, 0.5f);
        run.Gl.Accum(0x100, 0.41f); // GL_ACCUM
        Return(run, 1.3f);
        run.Gl.Accum(0x103, 0.77f); // GL_MULT
        run.Gl.Accum(0x104, 0.11f); // GL_ADD
        Return(run, 1);
        run.Gl.Accum(0x104, -0.5f);
        Return(run, 0.9f);
        run.Gl.Accum(0x101, 1);
        run.Gl.Accum(0x100, 1); // wraps around
        Return(run, 1);
        run.Gl.Accum(0x999, 1);
        run.AskError();
    }, tolerance: 1);

    [Fact]
    public void Accum_ScissorMaskAndBuffers_EqualsGlx() => Compare(s_accumulating, run =>
    {
        run.Fill(0.3f, 0.6f, 0.9f, 0.7f);
        run.Triangle();
        run.Gl.Enable(ScissorTest);
        run.Gl.Scissor(-3, 5, 17, 40);
        run.Gl.Accum(0x101, 0.5f);
        run.Gl.Scissor(2, 2, 9, 9);
        run.Gl.ClearAccum(0.25f, 0.25f, 0.25f, 0);
        run.Gl.Clear(0x200);
        run.Gl.Disable(ScissorTest);
        run.Gl.ColorMask(1, 0, 1, 0);
        Return(run, 1.5f);
        run.Gl.ColorMask(1, 1, 1, 1);
        run.Gl.DrawBuffer(Front);
        Return(run, 0.5f);
        run.Gl.ReadBuffer(Front);
        run.Look();
        run.Gl.Accum(0x100, 0.5f);
        run.Gl.DrawBuffer(Back);
        Return(run, 1);
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.AskError();
    }, tolerance: 1);

    [Fact]
    public void Accum_ConfigWithoutAccumulation_IsAnError() => Compare(s_double, run =>
    {
        run.Gl.Accum(0x101, 1);
        run.AskError();
        run.Gl.Clear(0x200);
        run.AskError();
    });

    [Theory]
    [InlineData(0x1300)] // GL_COMPILE
    [InlineData(0x1301)] // GL_COMPILE_AND_EXECUTE
    public void Lists_ThatChooseBuffersAndAccumulate_DoWhatGlxDoes(uint mode) => Compare(s_accumulating, run =>
    {
        run.Gl.NewList(3, mode);
        run.Fill(0.2f, 0.2f, 0.9f);
        run.Gl.PushAttrib(0x4000);
        run.Gl.DrawBuffer(Front);
        run.Fill(0.4f, 0.8f, 0);
        run.Triangle();
        run.Gl.PopAttrib();
        run.Gl.Accum(0x101, 1);
        run.Gl.ReadBuffer(Front);
        run.Gl.EndList();
        run.AskError();
        run.Ask(s_state);
        run.Gl.NewList(4, mode);
        run.Gl.CallList(3);
        run.Gl.DrawBuffer(Back);
        run.Gl.Accum(0x102, 1);
        run.Gl.EndList();
        run.Gl.Clear(0x4000);
        run.Gl.ListBase(1);
        byte* names = stackalloc byte[] { 3 };
        run.Gl.CallLists(1, 0x1401, names);
        run.AskError();
        run.Ask(s_state);
        run.Look();
        run.Gl.ReadBuffer(Back);
        run.Look();
        run.Gl.DeleteLists(3, 2);
        run.Gl.CallList(4);
        run.Gl.NewList(4, 0x1300);
        run.Triangle();
        run.Gl.EndList();
        run.Gl.CallList(4);
        run.Look();
        run.AskError();
    }, tolerance: 1);

    private static void Return(PbufferRun run, float value)
    {
        run.Gl.Accum(0x102, value);
        run.AskError();
        run.Look();
    }

    /// <summary>The same on both: what was recorded must be equal.</summary>
    private void Compare(int[] config, Action<PbufferRun> play, int tolerance = 0)
    {
        List<string> egl, glx;
        using (EglBackend backend = EglRequired.Open())
        using (var run = new PbufferRun(backend, config))
        {
            play(run);
            egl = run.Lines;
        }

        using (GlxBackend backend = GlxBackend.Open(server.Display))
        using (var run = new PbufferRun(backend, config))
        {
            play(run);
            glx = run.Lines;
        }

        Assert.Equal(glx.Count, egl.Count);
        for (int i = 0; i < glx.Count; i++)
        {
            Assert.True(AreEqual(glx[i], egl[i], tolerance), $"record {i}: GLX {glx[i]}\nEGL {egl[i]}");
        }
    }

    private static bool AreEqual(string glx, string egl, int tolerance)
    {
        if (glx == egl || tolerance == 0 || glx.Length < PbufferRun.Side || glx.Length != egl.Length)
        {
            return glx == egl;
        }

        int off = Convert.FromHexString(glx).Zip(Convert.FromHexString(egl), (a, b) => Math.Abs(a - b)).Max();
        return off <= tolerance;
    }
}
