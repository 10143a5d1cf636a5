using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Answers;

/// <summary>Primitives and the display list that is being made (GL 2.1 sections 2.6.1 and 5.4).</summary>
internal sealed class ListTracker(KnownState state, DisplayLists lists)
{
    private int _seenVersion;
    private Compiling _compiling;

    /// <summary>Whether a display list is being made, as far as glNewList and glEndList tell.</summary>
    private enum Compiling
    {
        Nothing,
        Only,
        AndExecuting,
        Unsure,
    }

    /// <summary>The display lists of the share group.</summary>
    public DisplayLists Lists { get; } = lists;

    /// <summary>The commands of the list that is being made.</summary>
    public ListRecorder Recorder { get; } = new();

    /// <summary>Whether surely no primitive is open: most commands are refused between glBegin and glEnd.</summary>
    public bool IsOutside { get; set; } = true;

    /// <summary>Whether a list began or ended a primitive without its counterpart.</summary>
    public bool HasOpenLists => Lists.HasOpenLists;

    /// <summary>Whether a list is being made, or may be.</summary>
    public bool IsCompiling => _compiling != Compiling.Nothing;

    /// <summary>Whether commands are surely not carried out.</summary>
    public bool IsCompilingOnly => _compiling == Compiling.Only;

    /// <summary>Whether it is unsure if a list is being made.</summary>
    public bool IsUnsure => _compiling == Compiling.Unsure;

    /// <summary>Whether no list was ever made: colours that lists took up take effect in Mesa 22 later than any rule tells.</summary>
    public bool HasNoLists => !IsCompiling && Lists.Version == 0;

    private bool IsRecording => _compiling is Compiling.Only or Compiling.AndExecuting;

    /// <summary>glBegin: from here on most commands are refused, unless it was itself.</summary>
    public void BeginPrimitive(uint mode)
    {
        if (state.IsDoubtful || mode <= GL_POLYGON)
        {
            IsOutside = false;
        }
    }

    /// <summary>glEnd: accepted or refused, no primitive is left.</summary>
    public void EndPrimitive() => IsOutside = !state.IsDoubtful;

    /// <summary>glNewList.</summary>
    public void BeginList(NewList command)
    {
        if (command.List == 0 || command.Mode is not (GL_COMPILE or GL_COMPILE_AND_EXECUTE) || IsRecording)
        {
            return; // refused
        }

        if (state.IsDoubtful || !IsOutside)
        {
            Lists.DefineList(command.List, null, isOpen: true);
            SkipChanges();
            _compiling = Compiling.Unsure;
        }
        else
        {
            Recorder.StartList(command.List);
            _compiling = command.Mode == GL_COMPILE ? Compiling.Only : Compiling.AndExecuting;
        }

        StoreCompiling();
    }

    /// <summary>glEndList.</summary>
    public void EndList()
    {
        if (IsRecording)
        {
            ChangeLists(() => Lists.DefineList(Recorder.Name, IsOutside ? Recorder.FinishList() : null, Recorder.IsUnbalanced));
        }

        // Inside a primitive glEndList is refused, or it is not: drivers differ.
        _compiling = IsOutside || !IsCompiling ? Compiling.Nothing : Compiling.Unsure;
        StoreCompiling();
    }

    /// <summary>glDeleteLists.</summary>
    public void DeleteLists(uint first, int count)
    {
        if (count > 0)
        {
            bool surely = !state.IsDoubtful;
            ChangeLists(() => Lists.DeleteLists(first, (uint)count, surely));
        }
    }

    /// <summary>glGenLists: empty lists under names that were free. The host makes them by glNewList, which is refused in the middle of a
    /// list.</summary>
    public void MakeLists()
    {
        if (IsCompiling)
        {
            ChangeLists(() => Lists.DefineList(Recorder.Name, null, isOpen: true));
            _compiling = Compiling.Unsure;
            StoreCompiling();
        }
    }

    /// <summary>Sets what glGet answers about the list that is being made.</summary>
    public void StoreCompiling()
    {
        if (IsUnsure)
        {
            state.ForgetCell(StateCell.ListIndex);
            state.ForgetCell(StateCell.ListMode);
            return;
        }

        state.SetSurely(StateCell.ListIndex, IsRecording ? Recorder.Name : 0);
        state.SetSurely(StateCell.ListMode, _compiling switch { Compiling.Only => GL_COMPILE, Compiling.AndExecuting =>
            GL_COMPILE_AND_EXECUTE, _ => 0 });
    }

    /// <summary>Whether other contexts changed lists since this was last asked.</summary>
    public bool NoticeChanges()
    {
        bool isChanged = _seenVersion != Lists.Version;
        SkipChanges();
        return isChanged;
    }

    /// <summary>Takes all changes of lists up to now as known.</summary>
    public void SkipChanges() => _seenVersion = Lists.Version;

    /// <summary>Changes lists by a command of this context: unlike the changes of others, its place in the stream is known.</summary>
    private void ChangeLists(Action change)
    {
        bool isCurrent = _seenVersion == Lists.Version;
        change();
        _seenVersion = isCurrent ? Lists.Version : _seenVersion;
    }
}
