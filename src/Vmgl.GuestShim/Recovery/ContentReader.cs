using System.Diagnostics;
using Vmgl.GuestShim.Connection;
using Vmgl.GuestShim.Present;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Recovery;

/// <summary>Brings what is kept of the session up to date while everything is stopped, by asking the host for what only the host
/// has.</summary>
internal sealed class ContentReader(KeptSession kept, Pictures pictures)
{
    /// <summary>How long an X server may take to show a picture; one that takes longer shows none.</summary>
    private static readonly TimeSpan s_picturePatience = TimeSpan.FromSeconds(2);

    private SessionMirror Mirror => kept.Mirror;

    /// <summary>How often all contents were read back.</summary>
    public long Checkpoints { get; private set; }

    /// <summary>Brings the mirror to this very moment: folds all that can be folded, and reads back what only the host has.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void ReadEverything(LinkQuestions host)
    {
        AwaitPictures(host);
        LearnFacts(host);
        FoldEverything(host);
        lock (kept.Folding)
        {
            foreach (MirroredContext context in Mirror.Contexts.Where(context => context.LastDrawable != 0))
            {
                ReadOwn(host, context);
            }

            foreach (GroupMirror group in Mirror.Groups)
            {
                ReadBack(host, group);
            }

            kept.SetContents([.. ReadDrawables(host)]);
            Checkpoints++;
        }
    }

    /// <summary>Asks once for what decides which commands can have been refused. Before, the least that every GL has is assumed.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void LearnFacts(LinkQuestions host)
    {
        if (Mirror.Facts != HostFacts.Least)
        {
            return;
        }

        Dictionary<uint, uint> bound = kept.Log.FindBoundDrawables();
        foreach (MirroredContext like in Mirror.Contexts)
        {
            uint drawable = bound.GetValueOrDefault(like.State.Context, like.LastDrawable);
            if (drawable != 0 && HostLimits.FactsOf(host, like, drawable) is HostFacts facts)
            {
                lock (kept.Folding)
                {
                    Mirror.Facts = facts;
                }

                return;
            }
        }
    }

    /// <summary>Folds all that can be folded, and asks the host whether it met with errors in it.</summary>
    /// <exception cref="HostLostException">The host is gone.</exception>
    public void FoldEverything(LinkQuestions host)
    {
        kept.FoldPlayedFrames(force: false);
        Dictionary<MirroredContext, uint> pending = [];
        if (!kept.Log.IsInPrimitive)
        {
            kept.Log.JudgeAll(AskForErrors(host, pending));
        }

        kept.FoldPlayedFrames(force: true);
        foreach ((MirroredContext context, uint error) in pending)
        {
            context.PendingError = error; // swaps that were folded report older ones
        }
    }

    /// <summary>Lets the pictures of what was swapped reach the program's windows: with the host they would be gone.</summary>
    private void AwaitPictures(LinkQuestions host)
    {
        if (pictures.HasWindows)
        {
            long start = Stopwatch.GetTimestamp();
            byte[] last = host.AskQuestion(WaitForDisplay.Bytes, static (to, token) => WaitForDisplay.Write(to, token, 0));
            _ = pictures.AwaitPictures(last, isOver: () => Stopwatch.GetElapsedTime(start) > s_picturePatience);
        }
    }

    /// <summary>Whether errors were found since this was asked last.</summary>
    /// <param name="pending">Gets the errors that the program may still ask for.</param>
    private bool AskForErrors(LinkQuestions host, Dictionary<MirroredContext, uint> pending)
    {
        bool hasErred = false;
        Dictionary<uint, uint> bound = kept.Log.FindBoundDrawables();
        foreach (MirroredContext context in Mirror.Contexts)
        {
            uint drawable = bound.GetValueOrDefault(context.State.Context, context.LastDrawable);
            if (drawable == 0)
            {
                continue;
            }

            using Borrowed? borrowed = Borrowed.EnterContext(host, context, drawable);
            byte[] answer = host.AskQuestion(HasErred.Bytes, HasErred.Write);
            bool isKnown = borrowed is not null && answer.Length >= 2 * sizeof(uint);
            hasErred |= !isKnown || BitConverter.ToUInt32(answer) != 0;
            if (isKnown)
            {
                pending[context] = BitConverter.ToUInt32(answer, sizeof(uint));
            }
        }

        return hasErred;
    }

    private static void ReadOwn(LinkQuestions host, MirroredContext context)
    {
        using Borrowed? borrowed = Borrowed.EnterContext(host, context, context.LastDrawable);
        if (borrowed is not null)
        {
            context.State.Group.ReadBackOwn(host, context.State.Context);
        }
    }

    /// <summary>Reads back what GL wrote into a group's objects, by a context of our own that shares them.</summary>
    private void ReadBack(LinkQuestions host, GroupMirror group)
    {
        MirroredContext? member = Mirror.Contexts.FirstOrDefault(context => context.State.Group == group && context.LastDrawable != 0);
        if (member is not null && group.Stale.Any())
        {
            using var own = OwnContext.EnterContext(host, member, share: member.State.Context);
            if (own is not null)
            {
                group.ReadBack(host);
            }
        }
    }

    private IEnumerable<DrawableContents> ReadDrawables(LinkQuestions host)
    {
        bool isMidway = kept.Log.CopyAll().Length > 0; // all that is closed is folded
        foreach (MirroredDrawable drawable in Mirror.Drawables)
        {
            MirroredContext? like = Mirror.Contexts.FirstOrDefault(context => context.LastDrawable == drawable.Number);
            MirroredContext[] accumulating = [.. Mirror.Contexts.Where(context => context.LastDrawable == drawable.Number
                && context.State.HasAccumulated)];
            if (like is not null && DrawableContents.ReadBuffers(host, drawable, like, accumulating, isMidway) is DrawableContents contents)
            {
                contents.IsSeen = pictures.HasShown(drawable.Number);
                yield return contents;
            }
        }
    }
}
