using System.Runtime.InteropServices;
using System.Text;
using Vmgl.Stub.Present;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Pictures;

namespace Vmgl.Stub.Replay;

/// <summary>Surfaces, and when their pictures are to be seen.</summary>
internal static unsafe class SurfaceHandlers
{
    internal static void CreateSurface(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreateSurface(command);
        uint config = r.ConfigNames.TranslateConfig(c.Screen, c.Config);
        bool made = IsSize(c.Width, c.Height) && (Presentation)c.How switch
        {
            Presentation.Return => r.Backend.Surfaces.CreateSurface(c.Drawable, c.Screen, config, c.Width, c.Height),
            Presentation.Window => r.Backend.CreateHostWindow(c.Drawable, c.Screen, config, c.Width, c.Height,
                Encoding.UTF8.GetString(c.Title)),
            _ => false,
        };
        if (made)
        {
            r.Presenter.AddDrawable(c.Drawable, c.Width, c.Height, (Presentation)c.How, isForced: c.Forced != 0);
        }

        Replies.SendVerdict(r, c.Token, made, r.Backend.Refusal);
    }

    internal static void ResizeSurface(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ResizeSurface(command);
        if (IsSize(c.Width, c.Height)
            && !r.Backend.ResizeHostWindow(c.Drawable, c.Width, c.Height)
            && r.Backend.Surfaces.ResizeSurface(c.Drawable, c.Width, c.Height))
        {
            r.Presenter.ResizeDrawable(c.Drawable, c.Width, c.Height);
        }
    }

    internal static void OpenPictures(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new OpenPictures(command);
        r.Presenter.Settings ??= new PictureSettings(
            (PictureCompression)c.Compression, Math.Clamp((int)c.Quality, 1, 100), (int)Math.Min(c.Spoil, 1000), c.Encodings);
        Replies.SendBytes(r, c.Token, r.SessionKey);
    }

    /// <summary>Shows what was drawn into the front buffer (GL 1.5 section 5.5: it completes in finite time).</summary>
    internal static void Flush(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        r.Gl.Flush();
        ShowFront(r);
    }

    internal static void DrawBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DrawBuffer(command);
        NoteBuffer(r, c.Buf);
        r.Gl.DrawBuffer(c.Buf);
    }

    internal static void ReadBuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadBuffer(command);
        NoteBuffer(r, c.Src);
        r.Gl.ReadBuffer(c.Src);
    }

    internal static void DrawBuffers(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DrawBuffers(command);
        foreach (uint buffer in MemoryMarshal.Cast<byte, uint>(c.Bufs))
        {
            NoteBuffer(r, buffer);
        }

        fixed (byte* buffers = &Replayer.OrZeros(c.Bufs))
        {
            r.Gl.DrawBuffers(c.N, (uint*)buffers);
        }
    }

    /// <summary>A program that names a front buffer must find there what was swapped, now or when a display list is played.</summary>
    private static void NoteBuffer(Replayer r, uint buffer)
    {
        if (IsFront(buffer))
        {
            r.Backend.Surfaces.UseFront();
        }
    }

    /// <summary>Lets the picture of a front buffer be seen that the current context draws into.</summary>
    internal static void ShowFront(Replayer r)
    {
        if (r.Presenter.IsPresented(r.Drawable) && DrawsToFront(r))
        {
            r.Presenter.PresentFront(r.Drawable);
        }
    }

    /// <summary>Sees to it that all pictures are on their way; for each drawable its number and its last picture's.</summary>
    internal static ReadOnlySpan<uint> SettlePictures(Replayer r, bool isVisible)
    {
        if (isVisible)
        {
            r.Presenter.NoteVisible(r.Drawable);
        }

        ShowFront(r);
        return r.Presenter.SendAllPictures();
    }

    /// <summary>GL_FRONT_LEFT to GL_FRONT_AND_BACK without the back buffers: all that a window shows has FRONT, LEFT or RIGHT in its
    /// name.</summary>
    private static bool IsFront(uint buffer)
    {
        return buffer is >= GL_FRONT_LEFT and <= GL_FRONT_AND_BACK and not (GL_BACK_LEFT or GL_BACK_RIGHT or GL_BACK);
    }

    private static bool DrawsToFront(Replayer r)
    {
        int* buffer = stackalloc int[1];
        int* framebuffer = stackalloc int[1];
        r.Gl.GetIntegerv(GL_DRAW_BUFFER, buffer);
        r.Gl.GetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, framebuffer);
        return *framebuffer == 0 && IsFront((uint)*buffer);
    }

    private static bool IsSize(uint width, uint height) =>
        width is > 0 and <= Limits.MaxPictureSide && height is > 0 and <= Limits.MaxPictureSide;
}
