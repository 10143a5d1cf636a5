using System.Runtime.InteropServices;
using System.Text;
using Vmgl.Stub.Host;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Replay;

/// <summary>FBConfigs, drawables, contexts and swaps: the protocol's own commands for GLX.</summary>
internal static unsafe class GlxHandlers
{
    internal static void ReadConfigs(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadConfigs(command);
        Replies.SendBytes(r, c.Token, r.Backend.ReadConfigs(c.Screen).Encode());
    }

    internal static void ChooseConfigs(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ChooseConfigs(command);
        uint[] ids = r.Backend.ChooseConfigs(c.Screen, AttributeList(c.Attributes));
        Replies.SendBytes(r, c.Token, MemoryMarshal.AsBytes(r.ConfigNames.GuestConfigs(c.Screen, ids).AsSpan()));
    }

    internal static void ChooseVisual(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ChooseVisual(command);
        Replies.SendValue(r, c.Token, r.ConfigNames.GuestVisual(c.Screen, r.Backend.ChooseVisual(c.Screen, AttributeList(c.Attributes))));
    }

    internal static void GlxExtensions(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        Replies.SendBytes(r, new GlxExtensions(command).Token, Encoding.UTF8.GetBytes(r.Backend.GlxExtensions));

    internal static void AttachWindow(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new AttachWindow(command);
        AttachStatus status = r.Backend.AttachWindow(c.Drawable, MemoryMarshal.Cast<byte, uint>(c.TokenValue));
        if (status == AttachStatus.Attached)
        {
            r.Presenter.NoteDirect(c.Drawable);
        }

        Replies.SendValue(r, c.Token, (uint)status);
    }

    internal static void ForgetDrawable(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        r.ForgetDrawable(new ForgetDrawable(command).Drawable);

    internal static void CreateWindow(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreateWindow(command);
        bool made = r.Backend.CreateWindow(c.Drawable, c.Screen, r.ConfigNames.TranslateConfig(c.Screen, c.Config), c.Window);
        Replies.SendVerdict(r, c.Token, made, r.Backend.Refusal);
    }

    internal static void CreatePixmap(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreatePixmap(command);
        uint visual = r.ConfigNames.TranslateVisual(c.Screen, c.Visual);
        Replies.SendSize(r, c.Token, r.Backend.CreatePixmap(c.Drawable, c.Screen, visual, r.ConfigNames.TranslateConfig(c.Screen, c.Config),
            c.Pixmap));
    }

    internal static void CreatePbuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreatePbuffer(command);
        Replies.SendSize(r, c.Token, r.Backend.CreatePbuffer(c.Drawable, c.Screen, r.ConfigNames.TranslateConfig(c.Screen, c.Config),
            AttributeList(c.Attributes)));
    }

    internal static void CreateContext(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreateContext(command);
        int[]? attributes = c.Attributed == 0 ? null : MemoryMarshal.Cast<byte, int>(c.Attributes).ToArray();
        var request = new ContextRequest(
            c.Context, c.Screen, r.ConfigNames.TranslateVisual(c.Screen, c.Visual), r.ConfigNames.TranslateConfig(c.Screen, c.Config),
            c.Share, c.RenderType, attributes);
        bool isFree = r.Contexts.TryAdd(c.Context);
        bool made = isFree && r.Backend.CreateContext(request);
        if (isFree && !made)
        {
            r.Contexts.Remove(c.Context);
        }

        if (made)
        {
            r.Groups.AddContext(c.Context, c.Share);
        }

        Replies.SendVerdict(r, c.Token, made, isFree ? r.Backend.Refusal : null);
    }

    internal static void DestroyContext(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DestroyContext(command);
        r.Contexts.Remove(c.Context);
        r.Errors.ForgetContext(c.Context);
        r.Groups.RemoveContext(c.Context);
        r.Backend.DestroyContext(c.Context);
    }

    internal static void MakeCurrent(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new MakeCurrent(command);
        r.BindContext(new StreamBinding(c.Context, c.Draw, c.Read));
    }

    internal static void TryMakeCurrent(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new TryMakeCurrent(command);
        bool bound = r.BindContext(new StreamBinding(c.Context, c.Draw, c.Read));
        if (bound && r.IsFirstUse)
        {
            int* viewport = stackalloc int[4];
            r.Gl.GetIntegerv(GL_VIEWPORT, viewport);
            Replies.SendWords(r, c.Token, Refusal.Granted, (uint)viewport[2], (uint)viewport[3]);
            return;
        }

        Replies.SendVerdict(r, c.Token, bound, r.BindRefusal);
    }

    internal static void SwapBuffers(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        r.SwapDrawable(new SwapBuffers(command).Drawable);

    internal static void SwapInterval(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new SwapInterval(command);
        r.Backend.SetSwapInterval(c.Drawable, c.Interval);
    }

    internal static void CopyContext(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CopyContext(command);
        r.Backend.CopyContext(c.Source, c.Destination, c.Mask);
    }

    /// <summary>The program may look at its window next, through another connection: the X server must have seen everything too.</summary>
    internal static void WaitForDisplay(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new WaitForDisplay(command);
        r.Gl.Finish();
        r.Backend.WaitForDisplay();
        Replies.SendBytes(r, c.Token, MemoryMarshal.AsBytes(SurfaceHandlers.SettlePictures(r, c.Visible != 0)));
    }

    internal static void EndStream(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) => r.EndStream();

    internal static void NameConfig(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new NameConfig(command);
        r.ConfigNames.AddName(c.Screen, c.IsVisual != 0, c.Guest, c.Host);
    }

    /// <summary>An attribute list that surely ends with None, whatever the guest sent.</summary>
    private static ReadOnlySpan<int> AttributeList(ReadOnlySpan<byte> words)
    {
        ReadOnlySpan<int> list = MemoryMarshal.Cast<byte, int>(words);
        return !list.IsEmpty && list[^1] == 0 ? list : (int[])[.. list, 0, 0];
    }
}
