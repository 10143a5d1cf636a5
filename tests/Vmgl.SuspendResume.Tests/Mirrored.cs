using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Tests;

/// <summary>A mirror, commands as a program would give them, and questions.</summary>
internal sealed class Mirrored
{
    private readonly List<byte> _commands = [];

    public Mirrored(DisplayLists? lists = null, ObjectProofs? proofs = null, bool watches = true)
    {
        (Lists, Proofs) = (lists ?? new DisplayLists(), proofs ?? new ObjectProofs { Contexts = 1 });
        Mirror = new StateMirror(Lists, Proofs);
        if (watches)
        {
            Mirror.StartWatching(21);
            Answered(GL_ATTRIB_STACK_DEPTH, 0);
            Answered(GL_ACTIVE_TEXTURE, GL_TEXTURE0);
        }
    }

    public DisplayLists Lists { get; }

    public ObjectProofs Proofs { get; }

    public StateMirror Mirror { get; }

    /// <summary>Room for a command of the batch.</summary>
    public Span<byte> Room(int bytes)
    {
        int at = _commands.Count;
        CollectionsMarshal.SetCount(_commands, at + bytes);
        Span<byte> room = CollectionsMarshal.AsSpan(_commands)[at..];
        room.Clear();
        return room;
    }

    public Mirrored SetDepth(uint func)
    {
        Wire.Commands.DepthFunc.Write(Room(Wire.Commands.DepthFunc.Bytes), func);
        return this;
    }

    public Mirrored Turn(uint cap, bool on)
    {
        if (on)
        {
            Enable.Write(Room(Enable.Bytes), cap);
        }
        else
        {
            Disable.Write(Room(Disable.Bytes), cap);
        }

        return this;
    }

    public Mirrored Push(uint mask)
    {
        PushAttrib.Write(Room(PushAttrib.Bytes), mask);
        return this;
    }

    public Mirrored Pop()
    {
        PopAttrib.Write(Room(PopAttrib.Bytes));
        return this;
    }

    public Mirrored Bind(uint name)
    {
        BindTexture.Write(Room(BindTexture.Bytes), GL_TEXTURE_2D, name);
        return this;
    }

    public Mirrored Unit(uint unit)
    {
        ActiveTexture.Write(Room(ActiveTexture.Bytes), GL_TEXTURE0 + unit);
        return this;
    }

    public Mirrored StartList(uint list, uint mode = GL_COMPILE)
    {
        NewList.Write(Room(NewList.Bytes), list, mode);
        return this;
    }

    public Mirrored EndTheList()
    {
        EndList.Write(Room(EndList.Bytes));
        return this;
    }

    public Mirrored Call(uint list)
    {
        CallList.Write(Room(CallList.Bytes), list);
        return this;
    }

    public Mirrored StartPrimitive()
    {
        Begin.Write(Room(Begin.Bytes), 0);
        return this;
    }

    public Mirrored EndPrimitive()
    {
        End.Write(Room(End.Bytes));
        return this;
    }

    /// <summary>The host has answered a question.</summary>
    public Mirrored Answered(uint name, params double[] values)
    {
        Fold();
        Mirror.LearnAnswer(new StateQuestion(name), AnswerForm.Integer, values);
        return this;
    }

    /// <summary>The answer that the mirror gives; null when it is not sure.</summary>
    public double? Ask(uint name, AnswerForm form = AnswerForm.Integer)
    {
        Fold();
        Span<double> values = stackalloc double[StateMirror.MostValues];
        return Mirror.TryAnswer(new StateQuestion(name), form, values) > 0 ? values[0] : null;
    }

    public void Fold()
    {
        Mirror.FoldCommands(CollectionsMarshal.AsSpan(_commands));
        _commands.Clear();
    }
}
