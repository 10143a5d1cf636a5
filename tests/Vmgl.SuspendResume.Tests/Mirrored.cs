using System.Runtime.InteropServices;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Tests;

/// <summary>A mirror, commands as a program would give them, and questions.</summary>
internal sealed class Mirrored
{
    public const uint Blend = 0x0BE2;
    public const uint Texture2D = 0x0DE1;
    public const uint Binding2D = 0x8069;
    public const uint ActiveUnit = 0x84E0;
    public const uint DepthTest = 0x0B74;
    public const uint AttribDepth = 0x0BB0;
    public const uint Less = 0x0201;
    public const uint Always = 0x0207;
    public const uint AllBits = 0xFFFFFFFF;
    public const uint CompileOnly = 0x1300;
    public const uint CompileAndExecute = 0x1301;

    private readonly List<byte> _commands = [];

    public Mirrored(DisplayLists? lists = null, ObjectProofs? proofs = null, bool watches = true)
    {
        (Lists, Proofs) = (lists ?? new DisplayLists(), proofs ?? new ObjectProofs { Contexts = 1 });
        Mirror = new StateMirror(Lists, Proofs);
        if (watches)
        {
            Mirror.Watch(21);
            Answered(AttribDepth, 0);
            Answered(ActiveUnit, 0x84C0);
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
        BindTexture.Write(Room(BindTexture.Bytes), Texture2D, name);
        return this;
    }

    public Mirrored Unit(uint unit)
    {
        ActiveTexture.Write(Room(ActiveTexture.Bytes), 0x84C0 + unit);
        return this;
    }

    public Mirrored StartList(uint list, uint mode = CompileOnly)
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
        Mirror.Learn(new StateQuestion(name), AnswerForm.Integer, values);
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
        Mirror.Fold(CollectionsMarshal.AsSpan(_commands));
        _commands.Clear();
    }
}
