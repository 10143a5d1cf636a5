namespace Vmgl.GuestShim.State;

/// <summary>The program that is current in a context (GL 2.1 section 2.15.3), as far as the guest knows. No attribute stack saves
/// it.</summary>
internal sealed class ProgramInUse
{
    private enum Certainty
    {
        /// <summary>It is this program.</summary>
        Known,

        /// <summary>It is this program if that was linked when it was used.</summary>
        IfLinked,

        /// <summary>Only the host knows.</summary>
        Unknown,
    }

    /// <summary>Whether any display list may use a program: then every list that is called may.</summary>
    private static bool s_listsUsePrograms;

    private Certainty _certainty;
    private ShaderObject? _object;
    private uint _program;
    private uint _version;

    /// <summary>Notes a glUseProgram. It is an error, and changes nothing, for a name that is not a linked program.</summary>
    public void NoteUse(ShareGroup group, uint program, Bracket bracket)
    {
        if (bracket.Compiling != 0)
        {
            Volatile.Write(ref s_listsUsePrograms, true);
        }

        _object = ShaderObjects.FindProgram(group, program);
        _certainty = bracket.Primitive != 0 || bracket.Compiling != 0 ? Certainty.Unknown
            : program == 0 ? Certainty.Known
            : _object is null ? Certainty.Unknown
            : Certainty.IfLinked;
        (_program, _version) = (program, _object?.Version ?? 0);
        ResolveCertainty();
    }

    /// <summary>Forgets the program: only the host knows it now.</summary>
    public void ForgetProgram() => _certainty = Certainty.Unknown;

    /// <summary>The current program; null when the host must be asked.</summary>
    public uint? FindProgram()
    {
        ResolveCertainty();
        return _certainty == Certainty.Known && !Volatile.Read(ref s_listsUsePrograms) ? _program : null;
    }

    /// <summary>Keeps the host's answer.</summary>
    public void KeepProgram(uint program) => (_program, _certainty) = (program, Certainty.Known);

    /// <summary>Decides by the description of the program as it was when it was used.</summary>
    private void ResolveCertainty()
    {
        if (_certainty == Certainty.IfLinked && _object!.Version == _version && _object.FindDescription() is { IsLinked: true })
        {
            _certainty = Certainty.Known;
        }
    }
}
