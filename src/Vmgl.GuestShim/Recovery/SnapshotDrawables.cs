using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Snapshots;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.GuestShim.Recovery;

/// <summary>The drawables of a snapshot: pbuffers of the number, the size and the kind of pixels that the program's had.</summary>
/// <remarks>Those that no context draws into are not among them.</remarks>
internal sealed class SnapshotDrawables : IDrawableMaker
{
    private readonly IHostQuestions _host;
    private readonly KnownConfigs _configs;
    private readonly Dictionary<uint, CreateAs> _wanted = [];

    /// <exception cref="RebuildException">A drawable's pixels are of a kind that the host has no pbuffers of.</exception>
    public SnapshotDrawables(IHostQuestions host, SessionMirror mirror, KnownConfigs configs, IReadOnlyList<DrawableContents> contents)
    {
        (_host, _configs) = (host, configs);
        foreach (DrawableContents drawn in contents.Where(drawn => drawn.Size is { Width: > 0, Height: > 0 }))
        {
            MirroredDrawable drawable = mirror.Drawables.First(made => made.Number == drawn.Drawable);
            MirroredContext context = mirror.Contexts.First(made => made.LastDrawable == drawn.Drawable);
            _wanted[drawn.Drawable] = DescribeDrawable(drawable, new CreateContext(context.Command), drawn.Size);
        }
    }

    /// <summary>The pbuffer that stands for a drawable.</summary>
    private sealed record CreateAs(int Screen, uint Config, SnapshotDrawable Entry);

    /// <summary>Their entries in the snapshot.</summary>
    public IReadOnlyCollection<SnapshotDrawable> Entries => [.. _wanted.Values.Select(wanted => wanted.Entry)];

    public bool MakeDrawable(MirroredDrawable drawable)
    {
        if (!_wanted.TryGetValue(drawable.Number, out CreateAs? wanted))
        {
            return false;
        }

        SnapshotDrawable entry = wanted.Entry;
        ReadOnlySpan<int> attributes = [GLX_PBUFFER_WIDTH, (int)entry.Width, GLX_PBUFFER_HEIGHT, (int)entry.Height, 0];
        byte[] command = new byte[CreatePbuffer.Measure(attributes.Length)];
        CreatePbuffer.Write(command, 0, drawable.Number, wanted.Screen, wanted.Config, attributes.Length,
            MemoryMarshal.AsBytes(attributes));
        return OwnContext.IsGrantedByHost(_host, Opcode.CreatePbuffer, command);
    }

    private CreateAs DescribeDrawable(MirroredDrawable drawable, in CreateContext context, (int Width, int Height) size)
    {
        (int screen, uint config, SnapshotDrawableKind kind) = OriginOf(drawable, context);
        uint fit = _configs.PbufferIdOf(screen, config);
        return fit != 0
            ? new CreateAs(screen, fit, new SnapshotDrawable(drawable.Number, (uint)size.Width, (uint)size.Height, kind))
            : throw new RebuildException($"the host has no pbuffers with the pixels of drawable 0x{drawable.Number:x} (FBConfig 0x{config:x})");
    }

    /// <summary>The config of a drawable. The command that attached a window has none: that of the context that draws into it
    /// counts.</summary>
    private (int Screen, uint Config, SnapshotDrawableKind Kind) OriginOf(MirroredDrawable drawable, in CreateContext context)
    {
        switch (drawable.Made)
        {
            case Opcode.CreateWindow:
                var window = new CreateWindow(drawable.Command);
                return (window.Screen, window.Config, SnapshotDrawableKind.Window);
            case Opcode.CreateSurface:
                var surface = new CreateSurface(drawable.Command);
                return (surface.Screen, surface.Config, SnapshotDrawableKind.Window);
            case Opcode.CreatePixmap:
                var pixmap = new CreatePixmap(drawable.Command);
                return (pixmap.Screen, _configs.IdOf(pixmap.Screen, pixmap.Visual, pixmap.Config), SnapshotDrawableKind.Pixmap);
            case Opcode.CreatePbuffer:
                var pbuffer = new CreatePbuffer(drawable.Command);
                return (pbuffer.Screen, pbuffer.Config, SnapshotDrawableKind.Pbuffer);
            default:
                return (context.Screen, _configs.IdOf(context.Screen, context.Visual, context.Config), SnapshotDrawableKind.Window);
        }
    }
}
