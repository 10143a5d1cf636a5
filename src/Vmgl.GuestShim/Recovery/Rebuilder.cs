using System.Runtime.InteropServices;
using Vmgl.GuestShim.Connection;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Recovery;

/// <summary>A host cannot give the program what it had. The message is for the user.</summary>
internal sealed class RebuildException(string message) : Exception(message);

/// <summary>Makes on a fresh worker what the mirror remembers of another one: drawables, contexts, their objects and their state.</summary>
internal sealed class Rebuilder(IRebuildHost host, IDrawableMaker drawables, SessionMirror mirror, KnownConfigs configs)
{
    private readonly HashSet<uint> _drawables = [];
    private readonly Dictionary<uint, uint> _spare = [];

    /// <summary>Makes all of it.</summary>
    /// <exception cref="RebuildException">The host refuses something.</exception>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void RebuildSession(IReadOnlyList<DrawableContents> contents)
    {
        foreach (MirroredDrawable drawable in mirror.Drawables.OrderBy(d => d.Made == Opcode.CreateWindow)) // on windows that are attached
        {
            if (drawables.MakeDrawable(drawable))
            {
                _drawables.Add(drawable.Number);
            }
        }

        foreach (MirroredContext context in mirror.Contexts)
        {
            MakeContext(context);
        }

        foreach (GroupMirror group in mirror.Groups)
        {
            InGroup(group, () => group.Write(host.Writer));
        }

        foreach (MirroredContext context in mirror.Contexts.Where(context => context.LastDrawable != 0))
        {
            MakeCurrent(context);
            context.State.WriteState(host.Writer);
            ClearErrors();
            if (context.PendingError != 0)
            {
                RaiseError.Write(host.Writer.Reserve(RaiseError.Bytes), context.PendingError);
            }
        }

        foreach (GroupMirror group in mirror.Groups)
        {
            InGroup(group, () => group.WriteLast(host.Writer));
        }

        ReleaseSpare();
        foreach (DrawableContents drawn in contents)
        {
            drawn.WriteBuffers(host);
        }

        foreach ((uint stream, MirroredBinding binding) in mirror.Bindings)
        {
            BindStream(stream, binding);
        }

        // When the answer comes, everything before it was played.
        _ = host.AskQuestion(GlxExtensions.Bytes, GlxExtensions.Write);
    }

    /// <summary>Makes no more than a drawable that a context like this one can draw into; its number.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public uint MakeDrawableFor(MirroredContext context) => SpareDrawableFor(context);

    /// <summary>Lets go of the context that was worked on, and of the spare drawables.</summary>
    public void ReleaseSpare()
    {
        Wire.Commands.MakeCurrent.Write(host.Writer.Reserve(Wire.Commands.MakeCurrent.Bytes), 0, 0, 0);
        foreach (uint spare in _spare.Values)
        {
            ForgetDrawable.Write(host.Writer.Reserve(ForgetDrawable.Bytes), spare);
        }

        _spare.Clear();
        host.Writer.Flush();
    }

    private void MakeContext(MirroredContext context)
    {
        var was = new CreateContext(context.Command);
        uint share = mirror.Contexts.FirstOrDefault(c => c.State.Group == context.State.Group)?.State.Context ?? 0;
        share = share == was.Context ? 0 : share; // the group's first
        byte[] command = new byte[context.Command.Length];
        CreateContext.Write(
            command, 0, was.Context, was.Screen, was.Visual, was.Config, share, was.RenderType, was.Attributed, was.Count, was.Attributes);
        if (!IsGranted(Opcode.CreateContext, command))
        {
            throw new RebuildException("it cannot make a context as the program has one");
        }
    }

    /// <summary>Writes what contexts share by a context of our own: a context of the program's gets its viewport from the first drawable
    /// that it meets.</summary>
    private void InGroup(GroupMirror group, Action write)
    {
        MirroredContext member = mirror.Contexts.First(context => context.State.Group == group);
        using OwnContext own = OwnContext.EnterContext(host, member, share: member.State.Context, DrawableFor(member))
            ?? throw new RebuildException("it cannot make one more context, which shares objects with the program's");
        write();
        ClearErrors();
    }

    private uint DrawableFor(MirroredContext context) =>
        _drawables.Contains(context.LastDrawable) ? context.LastDrawable : SpareDrawableFor(context);

    /// <summary>Makes a context of the program's current for the first time: on what it drew into last, or, where that is gone, on another
    /// drawable of the program's that it can draw into. A viewport that the program never set is as large as that.</summary>
    private void MakeCurrent(MirroredContext context)
    {
        IEnumerable<uint> candidates = _drawables.Contains(context.LastDrawable) ? [context.LastDrawable] : _drawables.OrderDescending();
        if (!candidates.Any(drawable => CanBind(context, drawable)) && !CanBind(context, SpareDrawableFor(context)))
        {
            throw new RebuildException($"it cannot make context {context.State.Context} current on any drawable of the program's");
        }
    }

    private bool CanBind(MirroredContext context, uint drawable)
    {
        byte[] bind = new byte[TryMakeCurrent.Bytes];
        TryMakeCurrent.Write(bind, 0, context.State.Context, drawable, drawable);
        return IsGranted(Opcode.TryMakeCurrent, bind);
    }

    /// <summary>A small drawable for a context whose own is gone.</summary>
    private uint SpareDrawableFor(MirroredContext context)
    {
        // No X server gives such an id to a client (X11 protocol, section 2: the top three bits are zero)
        const uint FirstSpare = 0xFFFF_0000;
        var made = new CreateContext(context.Command);
        uint config = configs.IdOf(made.Screen, made.Visual, made.Config);
        if (!_spare.TryGetValue(config, out uint spare))
        {
            spare = FirstSpare + (uint)_spare.Count;
            ReadOnlySpan<int> attributes = [GLX_PBUFFER_WIDTH, 1, GLX_PBUFFER_HEIGHT, 1, 0];
            byte[] command = new byte[CreatePbuffer.Measure(attributes.Length)];
            CreatePbuffer.Write(command, 0, spare, made.Screen, config, attributes.Length, MemoryMarshal.AsBytes(attributes));
            _ = IsGranted(Opcode.CreatePbuffer, command);
            _spare[config] = spare;
        }

        return spare;
    }

    private void BindStream(uint stream, MirroredBinding binding)
    {
        byte[] command = new byte[Wire.Commands.MakeCurrent.Bytes];
        Wire.Commands.MakeCurrent.Write(command, binding.Context, binding.Draw, binding.Read);
        host.Writer.Flush();
        host.SendFrame(stream, command, default);
    }

    /// <summary>Clears errors: commands that were refused once were refused again, and the program got those errors.</summary>
    private void ClearErrors()
    {
        for (int i = 0; i < 8 && host.AskQuestion(GetError.Bytes, GetError.Write) is { Length: >= 4 } error
            && BitConverter.ToUInt32(error) != 0; i++)
        {
        }
    }

    private bool IsGranted(Opcode opcode, byte[] command) => OwnContext.IsGrantedByHost(host, opcode, command);
}
