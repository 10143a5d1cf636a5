using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;

namespace Vmgl.GuestShim.Session;

/// <summary>The program's contexts: made, current, destroyed.</summary>
internal sealed class GuestContexts(GuestSession session)
{
    private readonly Dictionary<nint, GuestContext> _contexts = [];
    private readonly HashSet<(uint Context, nuint Draw, nuint Read)> _accepted = [];
    private uint _lastNumber;

    /// <summary>The context behind a handle; null for a handle of none.</summary>
    public GuestContext? FindContext(nint handle)
    {
        lock (_contexts)
        {
            return _contexts.GetValueOrDefault(handle);
        }
    }

    /// <summary>The copies of the buffer objects that a context has, by its number on the wire; null when it is gone.</summary>
    public BufferShadows? BuffersOf(uint number)
    {
        lock (_contexts)
        {
            return _contexts.Values.FirstOrDefault(made => made.Number == number)?.Group.Buffers;
        }
    }

    /// <summary>Makes a context on the host.</summary>
    /// <param name="share">The context that it shares objects with; null for none.</param>
    /// <param name="attributes">Pairs for glXCreateContextAttribsARB, without a final None.</param>
    /// <param name="attributed">Whether the host is to use them.</param>
    /// <param name="context">The context, unless the host refused.</param>
    public Verdict CreateContext(
        nint display, ContextDescription description, GuestContext? share, ReadOnlySpan<int> attributes, bool attributed,
        out GuestContext? context)
    {
        context = null;
        uint number = Interlocked.Increment(ref _lastNumber);
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        Wire.Commands.CreateContext.Write(
            stream.Reserve(Wire.Commands.CreateContext.Measure(attributes.Length)), token, number, description.Screen, description.Visual,
            description.Config, share?.Number ?? 0, description.RenderType,
            attributed ? 1u : 0, attributes.Length, MemoryMarshal.AsBytes(attributes));
        uint answer;
        using (Reply reply = stream.AskHost(token, Opcode.CreateContext))
        {
            answer = reply.NextValue();
        }

        if (answer != Refusal.Granted)
        {
            return Verdict.OfHost(answer);
        }

        context = new GuestContext(number, display, description, share?.Group);
        lock (_contexts)
        {
            _contexts[context.Handle] = context;
        }

        return Verdict.Granted;
    }

    /// <summary>Destroys a context, or lets it live until it is current nowhere (GLX 1.4 section 3.3.7).</summary>
    public void DestroyContext(GuestContext context)
    {
        lock (_contexts)
        {
            _contexts.Remove(context.Handle);
        }

        context.IsDestroyed = true;
        if (!context.IsCurrent)
        {
            DestroyNow(context);
        }
    }

    /// <summary>Makes a context and its drawables current on the calling thread; a null context releases.</summary>
    public Verdict MakeCurrent(nint display, GuestContext? context, nuint draw, nuint read)
    {
        GuestContext? before = GuestThread.Context;
        if (context is not null && context != before)
        {
            context.EnterThread();
        }

        Verdict verdict = context is null ? Verdict.Granted : AcceptBinding(display, context, draw, read);
        if (!verdict.IsGranted)
        {
            if (context != before)
            {
                context!.LeaveThread();
            }

            return verdict;
        }

        GuestStream stream = session.Stream;
        Wire.Commands.MakeCurrent.Write(stream.Reserve(Wire.Commands.MakeCurrent.Bytes), context?.Number ?? 0, (uint)draw, (uint)read);
        stream.FlushBatch();
        GuestThread.SetCurrent(session.Presentation, context, draw, read);
        session.FollowCurrentWindow();
        session.ForgetGoneWindows();
        if (before is not null && before != context)
        {
            before.LeaveThread();
            if (before.IsDestroyed)
            {
                DestroyNow(before);
            }
        }

        return Verdict.Granted;
    }

    /// <summary>A drawable is gone: another may get its id, and must be asked for.</summary>
    public void ForgetDrawable(nuint drawable)
    {
        lock (_accepted)
        {
            _accepted.RemoveWhere(a => a.Draw == drawable || a.Read == drawable);
        }
    }

    /// <summary>Whether the host can bind these; asked once for each combination, so that switching back and forth does not wait.</summary>
    private Verdict AcceptBinding(nint display, GuestContext context, nuint draw, nuint read)
    {
        lock (_accepted)
        {
            if (_accepted.Contains((context.Number, draw, read)))
            {
                return Verdict.Granted;
            }
        }

        uint config = session.Configs.IdOf(context);
        int screen = context.Description.Screen;
        Verdict verdict = draw == 0 ? Verdict.Granted : session.Presentation.AttachWindow(display, draw, screen, config);
        if (verdict.IsGranted && read != draw && read != 0)
        {
            verdict = session.Presentation.AttachWindow(display, read, screen, config);
        }

        if (!verdict.IsGranted)
        {
            return verdict;
        }

        uint answer = AskToBind(context, draw, read);
        if (answer != Refusal.Granted && session.Presentation.ReplaceSurface(display, draw, screen, config))
        {
            answer = AskToBind(context, draw, read);
        }

        if (answer == Refusal.Granted)
        {
            lock (_accepted)
            {
                _ = _accepted.Add((context.Number, draw, read));
            }
        }

        return Verdict.OfHost(answer, draw);
    }

    private uint AskToBind(GuestContext context, nuint draw, nuint read)
    {
        GuestStream stream = session.Stream;
        uint token = stream.NextToken();
        TryMakeCurrent.Write(stream.Reserve(TryMakeCurrent.Bytes), token, context.Number, (uint)draw, (uint)read);
        using Reply reply = stream.AskHost(token, Opcode.TryMakeCurrent);
        return reply.NextValue();
    }

    private void DestroyNow(GuestContext context)
    {
        lock (_accepted)
        {
            _accepted.RemoveWhere(a => a.Context == context.Number);
        }

        Wire.Commands.DestroyContext.Write(session.Stream.Reserve(Wire.Commands.DestroyContext.Bytes), context.Number);
        session.Stream.FlushBatch();
        context.FreeMemory();
    }
}
