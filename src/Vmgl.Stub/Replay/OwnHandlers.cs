using System.Runtime.InteropServices;
using System.Text;
using Vmgl.Stub.Worker;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;

namespace Vmgl.Stub.Replay;

/// <summary>The protocol's own commands, and the few of GL's that need more than the call of the same name.</summary>
internal static unsafe partial class Handlers
{
    internal static partial void ReadConfigs(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ReadConfigs(command);
        AnswerBytes(r, c.Token, r.Backend.ReadConfigs(c.Screen).Encode());
    }

    internal static partial void ChooseConfigs(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ChooseConfigs(command);
        uint[] ids = r.Backend.ChooseConfigs(c.Screen, AttributeList(c.Attributes));
        AnswerBytes(r, c.Token, MemoryMarshal.AsBytes(r.ConfigNames.GuestConfigs(c.Screen, ids).AsSpan()));
    }

    internal static partial void ChooseVisual(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new ChooseVisual(command);
        Answer(r, c.Token, r.ConfigNames.GuestVisual(c.Screen, r.Backend.ChooseVisual(c.Screen, AttributeList(c.Attributes))));
    }

    internal static partial void GlxExtensions(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        AnswerBytes(r, new GlxExtensions(command).Token, Encoding.UTF8.GetBytes(r.Backend.GlxExtensions));

    internal static partial void AttachWindow(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new AttachWindow(command);
        AttachStatus status = r.Backend.AttachWindow(c.Drawable, MemoryMarshal.Cast<byte, uint>(c.TokenValue));
        if (status == AttachStatus.Attached)
        {
            r.Presenter.NoteDirect(c.Drawable);
        }

        Answer(r, c.Token, (uint)status);
    }

    internal static partial void ForgetDrawable(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        r.Forget(new ForgetDrawable(command).Drawable);

    internal static partial void CreateWindow(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreateWindow(command);
        bool made = r.Backend.CreateWindow(c.Drawable, c.Screen, r.ConfigNames.Config(c.Screen, c.Config), c.Window);
        AnswerVerdict(r, c.Token, made, r.Backend.Refusal);
    }

    internal static partial void CreatePixmap(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreatePixmap(command);
        uint visual = r.ConfigNames.Visual(c.Screen, c.Visual);
        AnswerSize(r, c.Token, r.Backend.CreatePixmap(c.Drawable, c.Screen, visual, r.ConfigNames.Config(c.Screen, c.Config), c.Pixmap));
    }

    internal static partial void CreatePbuffer(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreatePbuffer(command);
        AnswerSize(r, c.Token, r.Backend.CreatePbuffer(c.Drawable, c.Screen, r.ConfigNames.Config(c.Screen, c.Config), AttributeList(c.Attributes)));
    }

    internal static partial void CreateContext(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CreateContext(command);
        int[]? attributes = c.Attributed == 0 ? null : MemoryMarshal.Cast<byte, int>(c.Attributes).ToArray();
        var request = new ContextRequest(
            c.Context, c.Screen, r.ConfigNames.Visual(c.Screen, c.Visual), r.ConfigNames.Config(c.Screen, c.Config), c.Share, c.RenderType, attributes);
        bool isFree = r.Contexts.TryAdd(c.Context);
        bool made = isFree && r.Backend.CreateContext(request);
        if (isFree && !made)
        {
            r.Contexts.Remove(c.Context);
        }

        if (made)
        {
            r.Groups.Add(c.Context, c.Share);
        }

        AnswerVerdict(r, c.Token, made, isFree ? r.Backend.Refusal : null);
    }

    internal static partial void DestroyContext(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new DestroyContext(command);
        r.Contexts.Remove(c.Context);
        r.Errors.Forget(c.Context);
        r.Groups.Remove(c.Context);
        r.Backend.DestroyContext(c.Context);
    }

    internal static partial void MakeCurrent(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new MakeCurrent(command);
        r.Bind(new StreamBinding(c.Context, c.Draw, c.Read));
    }

    internal static partial void TryMakeCurrent(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new TryMakeCurrent(command);
        bool bound = r.Bind(new StreamBinding(c.Context, c.Draw, c.Read));
        if (bound && r.IsFirstUse)
        {
            const uint Viewport = 0x0BA2;
            int* viewport = stackalloc int[4];
            r.Gl.GetIntegerv(Viewport, viewport);
            AnswerWords(r, c.Token, Refusal.Granted, (uint)viewport[2], (uint)viewport[3]);
            return;
        }

        AnswerVerdict(r, c.Token, bound, r.BindRefusal);
    }

    internal static partial void SwapBuffers(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) =>
        r.Swap(new SwapBuffers(command).Drawable);

    internal static partial void SwapInterval(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new SwapInterval(command);
        r.Backend.SetSwapInterval(c.Drawable, c.Interval);
    }

    internal static partial void CopyContext(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new CopyContext(command);
        r.Backend.CopyContext(c.Source, c.Destination, c.Mask);
    }

    /// <summary>The program may look at its window next, through another connection: the X server must have seen everything too.</summary>
    internal static partial void WaitForDisplay(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        var c = new WaitForDisplay(command);
        r.Gl.Finish();
        r.Backend.WaitForDisplay();
        AnswerBytes(r, c.Token, MemoryMarshal.AsBytes(SettlePictures(r, c.Visible != 0)));
    }

    internal static partial void EndStream(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk) => r.EndStream();

    /// <summary>Empty lists under names that the guest has handed out: glGenLists makes them so (GL 1.5 section 5.4). While a list is being
    /// made no other can be: those names then are no lists until they are defined.</summary>
    internal static partial void MakeLists(Replayer r, ReadOnlySpan<byte> command, ReadOnlySpan<byte> bulk)
    {
        const uint Compile = 0x1300;
        const uint ListIndex = 0x0B33;
        var c = new MakeLists(command);
        if ((uint)c.Range > Limits.MaxLists)
        {
            throw new ProtocolException($"{c.Range} display lists at once; at most {Limits.MaxLists}");
        }

        int* inTheMaking = stackalloc int[1];
        r.Gl.GetIntegerv(ListIndex, inTheMaking);
        for (int i = 0; i < c.Range && *inTheMaking == 0; i++)
        {
            r.Gl.NewList(c.Base + (uint)i, Compile);
            r.Gl.EndList();
        }
    }

    private static void Answer(Replayer r, uint token, uint value)
    {
        r.Reply.Begin(token);
        r.Reply.Value(value);
        r.SendReply();
    }

    /// <summary>Yes, or no with the X error behind it.</summary>
    private static void AnswerVerdict(Replayer r, uint token, bool granted, Refusal? refusal) =>
        Answer(r, token, granted ? Refusal.Granted : refusal?.Encode() ?? 0);

    /// <summary>Width and height of what was made; one word, as in <see cref="AnswerVerdict"/>, when it was refused.</summary>
    private static void AnswerSize(Replayer r, uint token, (uint Width, uint Height)? size)
    {
        AnswerWords(r, token, size is (uint width, uint height) ? [width, height] : [r.Backend.Refusal?.Encode() ?? 0]);
    }

    private static void AnswerWords(Replayer r, uint token, params ReadOnlySpan<uint> words) => AnswerBytes(r, token, MemoryMarshal.AsBytes(words));

    private static void AnswerBytes(Replayer r, uint token, ReadOnlySpan<byte> payload)
    {
        r.Reply.Begin(token);
        r.Reply.Bytes(payload);
        r.SendReply();
    }

    /// <summary>An attribute list that surely ends with None, whatever the guest sent.</summary>
    private static ReadOnlySpan<int> AttributeList(ReadOnlySpan<byte> words)
    {
        ReadOnlySpan<int> list = MemoryMarshal.Cast<byte, int>(words);
        return !list.IsEmpty && list[^1] == 0 ? list : (int[])[.. list, 0, 0];
    }
}
