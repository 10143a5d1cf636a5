using System.Buffers.Binary;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Answers;

/// <summary>Primitives and display lists (GL 2.1 sections 2.6.1 and 5.4).</summary>
public sealed partial class StateMirror
{
    private const uint Compile = 0x1300;
    private const uint CompileAndExecute = 0x1301;
    private const uint LastPrimitive = 9; // GL_POLYGON

    /// <summary>From here on most commands are refused, unless glBegin itself was.</summary>
    private partial void ApplyBegin(ReadOnlySpan<byte> command)
    {
        if (_doubts || new Begin(command).Mode <= LastPrimitive)
        {
            _isOutside = false;
        }
    }

    /// <summary>Accepted or refused, no primitive is left.</summary>
    private partial void ApplyEnd(ReadOnlySpan<byte> command) => _isOutside = !_doubts;

    private partial void ApplyNewList(ReadOnlySpan<byte> command)
    {
        var c = new NewList(command);
        if (c.List == 0 || c.Mode is not (Compile or CompileAndExecute) || _compiling is Compiling.Only or Compiling.AndExecuting)
        {
            return; // refused
        }

        if (_doubts || !_isOutside)
        {
            _lists.Define(c.List, null, isOpen: true);
            _listsSeen = _lists.Version;
            _compiling = Compiling.Unsure;
        }
        else
        {
            _recorder.Start(c.List);
            _compiling = c.Mode == Compile ? Compiling.Only : Compiling.AndExecuting;
        }

        KnowCompiling();
    }

    private partial void ApplyEndList(ReadOnlySpan<byte> command)
    {
        if (_compiling is Compiling.Only or Compiling.AndExecuting)
        {
            Own(() => _lists.Define(_recorder.Name, _isOutside ? _recorder.Finish() : null, _recorder.IsUnbalanced));
        }

        // Inside a primitive glEndList is refused, or it is not: drivers differ.
        _compiling = _isOutside || _compiling == Compiling.Nothing ? Compiling.Nothing : Compiling.Unsure;
        KnowCompiling();
    }

    /// <summary>What glGet says of the list being made.</summary>
    private void KnowCompiling()
    {
        bool made = _compiling is Compiling.Only or Compiling.AndExecuting;
        if (_compiling == Compiling.Unsure)
        {
            Forget(StateCell.ListIndex);
            Forget(StateCell.ListMode);
            return;
        }

        _cells[StateCell.ListIndex] = new KnownValue { Knows = Knowledge.Value, A = made ? _recorder.Name : 0 };
        double mode = _compiling switch { Compiling.Only => Compile, Compiling.AndExecuting => CompileAndExecute, _ => 0 };
        _cells[StateCell.ListMode] = new KnownValue { Knows = Knowledge.Value, A = mode };
    }

    private partial void ApplyDeleteLists(ReadOnlySpan<byte> command)
    {
        var c = new DeleteLists(command);
        if (c.Range > 0)
        {
            bool surely = !_doubts;
            (uint first, uint count) = (c.List, (uint)c.Range);
            Own(() => _lists.Delete(first, count, surely));
        }
    }

    /// <summary>Empty lists under names that were free. The host makes them by glNewList, which is refused in the middle of a list.</summary>
    private partial void ApplyMakeLists(ReadOnlySpan<byte> command)
    {
        if (_compiling != Compiling.Nothing)
        {
            Own(() => _lists.Define(_recorder.Name, null, isOpen: true));
            _compiling = Compiling.Unsure;
            KnowCompiling();
        }
    }

    private partial void ApplyCallList(ReadOnlySpan<byte> command) => Call(new CallList(command).List);

    private partial void ApplyCallLists(ReadOnlySpan<byte> command)
    {
        var c = new CallLists(command);
        ReadOnlySpan<byte> names = c.Lists;
        int bytes = Sizes.CallLists(c.Type);
        if (_lists.IsEmpty || names.IsEmpty || bytes == 0)
        {
            return;
        }

        if (_cells[StateCell.ListBase].Knows != Knowledge.Value)
        {
            _misses |= Misses.ListBase;
            Lose();
            return;
        }

        uint listBase = (uint)_cells[StateCell.ListBase].A;
        for (int at = 0; at + bytes <= names.Length; at += bytes)
        {
            Call(listBase + ListName(c.Type, names[at..]));
        }
    }

    /// <summary>One of the numbers of glCallLists.</summary>
    internal static uint ListName(uint type, ReadOnlySpan<byte> at) => type switch
    {
        0x1400 => (uint)(sbyte)at[0],
        0x1401 => at[0],
        0x1402 => (uint)BinaryPrimitives.ReadInt16LittleEndian(at),
        0x1403 => BinaryPrimitives.ReadUInt16LittleEndian(at),
        0x1406 => (uint)(int)BinaryPrimitives.ReadSingleLittleEndian(at),
        0x1407 => (uint)((at[0] << 8) | at[1]),
        0x1408 => (uint)((at[0] << 16) | (at[1] << 8) | at[2]),
        0x1409 => BinaryPrimitives.ReadUInt32BigEndian(at),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(at),
    };

    /// <summary>Carries out what a list does to state.</summary>
    private void Call(uint list)
    {
        if (!_lists.TryGet(list, out byte[]? effects))
        {
            return;
        }

        if (effects is null || _nesting >= DeepestNesting)
        {
            Lose();
            return;
        }

        _nesting++;
        BatchReader reader = BatchReader.OfCommands(effects);
        while (reader.TryNext(out Opcode opcode, out ReadOnlySpan<byte> command) && --_budget > 0)
        {
            StateMoment moment = s_moments[(int)opcode];
            if (moment == StateMoment.Either)
            {
                RunDoubting(opcode, moment, command);
            }
            else
            {
                Run(opcode, moment, command);
            }
        }

        _nesting--;
        if (_budget <= 0)
        {
            Lose();
        }
    }

    /// <summary>Anything may have been carried out, but for what lists do not take up.</summary>
    private void Lose()
    {
        ForgetAll();
        KnowCompiling();
        _isOutside = false;
    }

    /// <summary>A change of this context's own doing: unlike those of others, its place in the stream is known.</summary>
    private void Own(Action change)
    {
        bool current = _listsSeen == _lists.Version;
        change();
        _listsSeen = current ? _lists.Version : _listsSeen;
    }
}
