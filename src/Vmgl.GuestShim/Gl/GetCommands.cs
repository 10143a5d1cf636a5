using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Answers;
using Vmgl.SuspendResume.Rebuild;

namespace Vmgl.GuestShim.Gl;

/// <summary>State questions (GL 1.5 section 6.1.1): what the guest keeps and what the mirror is sure of are answered here,
/// the rest by the host.</summary>
internal static unsafe partial class GlCommands
{
    public static partial void GetBooleanv(uint pname, byte* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept == 0 ? (byte)0 : (byte)1; }
            else if (IsAnswerable(pname)) { StateAnswers.Get(stream, pname, AnswerForm.Boolean, data); }
            else { AskGetBooleanv(stream, pname, data); }
        }
    }

    public static partial void GetIntegerv(uint pname, int* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else if (IsAnswerable(pname)) { StateAnswers.Get(stream, pname, AnswerForm.Integer, data); }
            else { AskGetIntegerv(stream, pname, data); }
        }
    }

    public static partial void GetFloatv(uint pname, float* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else if (IsAnswerable(pname)) { StateAnswers.Get(stream, pname, AnswerForm.Float, data); }
            else { AskGetFloatv(stream, pname, data); }
        }
    }

    public static partial void GetDoublev(uint pname, double* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else if (IsAnswerable(pname)) { StateAnswers.Get(stream, pname, AnswerForm.Double, data); }
            else { AskGetDoublev(stream, pname, data); }
        }
    }

    public static partial void GetInteger64v(uint pname, long* data)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (Kept(pname) is int kept) { *data = kept; }
            else { AskGetInteger64v(stream, pname, data); }
        }
    }

    public static partial void GetTexEnvfv(uint target, uint pname, float* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (IsAnswerable(pname, target)) { StateAnswers.GetTexEnv(stream, target, pname, AnswerForm.Float, @params); }
            else { AskGetTexEnvfv(stream, target, pname, @params); }
        }
    }

    public static partial void GetTexEnviv(uint target, uint pname, int* @params)
    {
        if (GuestThread.Stream is GuestStream stream)
        {
            if (IsAnswerable(pname, target)) { StateAnswers.GetTexEnv(stream, target, pname, AnswerForm.Integer, @params); }
            else { AskGetTexEnviv(stream, target, pname, @params); }
        }
    }

    private static bool IsAnswerable(uint name) => StateMirror.IsAnswerable(new StateQuestion(name));

    /// <summary>Target 0 is none of glGetTexEnv's: the host refuses it.</summary>
    private static bool IsAnswerable(uint name, uint target) => target != 0 && StateMirror.IsAnswerable(new StateQuestion(name, target));

    /// <summary>State that only the guest has; null for everything else.</summary>
    private static int? Kept(uint name) => GuestThread.Context!.PixelStore.Get(name) ?? KeptOfArrays(name);
}
