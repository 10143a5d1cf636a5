using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Names are made here, so that no program waits for one (GL 1.5 sections 2.9, 3.8.12, 4.1.7 and 5.4).</summary>
internal static unsafe partial class GlCommands
{
    public static partial void GenTextures(int n, uint* textures) => Generate(ObjectKind.Texture, n, textures);

    public static partial void GenTexturesEXT(int n, uint* textures) => Generate(ObjectKind.Texture, n, textures);

    public static partial void GenQueries(int n, uint* ids) => Generate(ObjectKind.Query, n, ids);

    public static partial void GenProgramsARB(int n, uint* programs) => Generate(ObjectKind.Program, n, programs);

    public static partial void GenProgramsNV(int n, uint* programs) => Generate(ObjectKind.Program, n, programs);

    /// <summary>Names in a row; the host makes them empty lists, which is what glIsList then sees.</summary>
    public static partial uint GenLists(int range)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return 0;
        }

        if (range <= 0)
        {
            if (range < 0)
            {
                stream.Record(GL_INVALID_VALUE);
            }

            return 0;
        }

        uint first = GuestThread.Context!.Group.Names(ObjectKind.List).GenerateRow((uint)range);
        if (first != 0)
        {
            stream.TouchesLists();
            MakeLists.Write(stream.Reserve(MakeLists.Bytes), first, range);
        }

        return first;
    }

    public static partial void DeleteTextures(int n, uint* textures)
    {
        if (Release(ObjectKind.Texture, n, textures, out ReadOnlySpan<byte> names) is GuestStream stream)
        {
            Wire.Commands.DeleteTextures.Write(stream.Reserve(Wire.Commands.DeleteTextures.Measure(n)), n, names);
        }
    }

    public static partial void DeleteTexturesEXT(int n, uint* textures) => DeleteTextures(n, textures);

    public static partial void DeleteQueries(int n, uint* ids)
    {
        if (Release(ObjectKind.Query, n, ids, out ReadOnlySpan<byte> names) is GuestStream stream)
        {
            Wire.Commands.DeleteQueries.Write(stream.Reserve(Wire.Commands.DeleteQueries.Measure(n)), n, names);
        }
    }

    public static partial void DeleteProgramsARB(int n, uint* programs)
    {
        if (Release(ObjectKind.Program, n, programs, out ReadOnlySpan<byte> names) is GuestStream stream)
        {
            Wire.Commands.DeleteProgramsARB.Write(stream.Reserve(Wire.Commands.DeleteProgramsARB.Measure(n)), n, names);
        }
    }

    public static partial void DeleteProgramsNV(int n, uint* programs)
    {
        if (Release(ObjectKind.Program, n, programs, out ReadOnlySpan<byte> names) is GuestStream stream)
        {
            Wire.Commands.DeleteProgramsNV.Write(stream.Reserve(Wire.Commands.DeleteProgramsNV.Measure(n)), n, names);
        }
    }

    public static partial void DeleteFramebuffers(int n, uint* framebuffers)
    {
        if (Release(ObjectKind.Framebuffer, n, framebuffers, out ReadOnlySpan<byte> names) is GuestStream stream)
        {
            Wire.Commands.DeleteFramebuffers.Write(stream.Reserve(Wire.Commands.DeleteFramebuffers.Measure(n)), n, names);
            stream.Bracket = GuestThread.Context!.Framebuffers.Delete(stream.Bracket, GuestThread.Context.Group, MemoryMarshal.Cast<byte, uint>(names));
        }
    }

    public static partial void DeleteRenderbuffers(int n, uint* renderbuffers)
    {
        if (Release(ObjectKind.Renderbuffer, n, renderbuffers, out ReadOnlySpan<byte> names) is GuestStream stream)
        {
            Wire.Commands.DeleteRenderbuffers.Write(stream.Reserve(Wire.Commands.DeleteRenderbuffers.Measure(n)), n, names);
        }
    }

    public static partial void GenFramebuffers(int n, uint* framebuffers) => Generate(ObjectKind.Framebuffer, n, framebuffers);

    public static partial void GenRenderbuffers(int n, uint* renderbuffers) => Generate(ObjectKind.Renderbuffer, n, renderbuffers);

    public static partial void DeleteLists(uint list, int range)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        GuestThread.Context!.Group.Names(ObjectKind.List).ReleaseRow(list, (uint)Math.Max(range, 0));
        stream.TouchesLists();
        Wire.Commands.DeleteLists.Write(stream.Reserve(Wire.Commands.DeleteLists.Bytes), list, range);
    }

    private static void Generate(ObjectKind kind, int count, uint* names)
    {
        if (GuestThread.Stream is not GuestStream stream)
        {
            return;
        }

        if (count < 0)
        {
            stream.Record(GL_INVALID_VALUE);
        }

        ShareGroup group = GuestThread.Context!.Group;
        group.Names(kind).Generate(Math.Max(count, 0), names);
        group.Proofs.Forget(new ReadOnlySpan<uint>(names, Math.Max(count, 0)));
    }

    /// <summary>Takes names back; the stream to tell the host on, or null without a context. A negative count travels, so that
    /// the host's GL answers it with its own error.</summary>
    private static GuestStream? Release(ObjectKind kind, int count, uint* names, out ReadOnlySpan<byte> bytes)
    {
        var released = new ReadOnlySpan<uint>(names, Math.Max(count, 0));
        bytes = MemoryMarshal.AsBytes(released);
        GuestThread.Context?.Group.Names(kind).Release(released);
        GuestThread.Context?.Group.Proofs.Release(released);
        return GuestThread.Stream;
    }
}
