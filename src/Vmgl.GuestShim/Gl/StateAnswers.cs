using System.Runtime.InteropServices;
using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions that the context's mirror may answer; the host's answers teach it (GL 2.1 section 6.1).</summary>
internal static unsafe class StateAnswers
{
    /// <summary>The most values of an answer that the mirror learns; longer answers are only copied.</summary>
    private const int MostValues = StateMirror.MostValues;

    /// <summary>Answers glGetBooleanv and its kin; false where the mirror has no answers for the name.</summary>
    public static bool TryAnswer(GuestStream stream, GuestContext context, uint name, AnswerForm form, void* data) =>
        TryAnswer(stream, context, new StateQuestion(name), form, data);

    /// <summary>Answers glGetTexEnviv and glGetTexEnvfv; the same. Target 0 is not one of theirs: the host refuses it.</summary>
    public static bool TryAnswer(GuestStream stream, GuestContext context, uint target, uint name, AnswerForm form, void* data) =>
        target != 0 && TryAnswer(stream, context, new StateQuestion(name, target), form, data);

    /// <summary>Answers glIsEnabled for capabilities that the guest does not keep itself.</summary>
    public static byte IsEnabled(GuestStream stream, GuestContext context, uint name)
    {
        var question = new StateQuestion(name);
        StateMirror? mirror = FindWatching(stream, context);
        Span<double> values = stackalloc double[MostValues];
        if (mirror is not null && mirror.TryAnswer(question, AnswerForm.Boolean, values) > 0)
        {
            return (byte)values[0];
        }

        AskWanted(stream, mirror, question);
        uint token = stream.NextToken();
        Wire.Commands.IsEnabled.Write(stream.Reserve(Wire.Commands.IsEnabled.Bytes), token, name);
        using Reply reply = stream.AskHost(token, Opcode.IsEnabled);
        var value = (byte)reply.NextValue();
        mirror?.LearnEnabled(name, value != 0);
        return value;
    }

    private static bool TryAnswer(GuestStream stream, GuestContext context, StateQuestion question, AnswerForm form, void* data)
    {
        if (!StateMirror.IsAnswerable(question))
        {
            return false;
        }

        StateMirror? mirror = FindWatching(stream, context);
        if (mirror is not null)
        {
            Span<double> values = stackalloc double[MostValues];
            int count = mirror.TryAnswer(question, form, values);
            if (count > 0)
            {
                StoreValues(values[..count], form, data);
                return true;
            }

            AskWanted(stream, mirror, question);
        }

        AskHost(stream, mirror, question, form, data);
        return true;
    }

    /// <summary>The current context's mirror, with every command up to here folded; null where it cannot be relied on.</summary>
    private static StateMirror? FindWatching(GuestStream stream, GuestContext context)
    {
        if (!context.IsOrdered)
        {
            return null;
        }

        if (context.Mirror.IsWatching)
        {
            stream.FoldPending();
        }
        else
        {
            stream.WatchState(context.Mirror, HostStrings.FindVersion(stream, context.Strings));
        }

        return context.Mirror.IsWatching ? context.Mirror : null;
    }

    /// <summary>Asks for further state that the mirror needs, so that the answer to the program's question can be kept.</summary>
    private static void AskWanted(GuestStream stream, StateMirror? mirror, StateQuestion question)
    {
        long none = 0;
        while (mirror is not null && mirror.FindWantedName(question) is var wanted and not 0)
        {
            AskHost(stream, mirror, new StateQuestion(wanted), AnswerForm.Integer, &none);
        }
    }

    /// <summary>Asks the host. Its answer goes to the program unchanged, and to the mirror as numbers.</summary>
    private static void AskHost(GuestStream stream, StateMirror? mirror, StateQuestion question, AnswerForm form, void* data)
    {
        uint token = stream.NextToken();
        Opcode opcode = WriteQuestion(stream, token, question, form);
        using Reply reply = stream.AskHost(token, opcode);
        ReadOnlySpan<byte> written = reply.NextArray();
        int element = ElementBytes(form);
        long room = Fields.MultiplySizes(element, question.Target == 0 ? Sizes.Get(question.Name) : Sizes.TexEnv(question.Name));
        written = written[..(int)Math.Min(written.Length, room)];
        written.CopyTo(new Span<byte>(data, written.Length));
        if (mirror is not null && written.Length <= MostValues * element)
        {
            Span<double> values = stackalloc double[MostValues];
            mirror.LearnAnswer(question, form, values[..LoadValues(written, form, values)]);
        }
    }

    private static Opcode WriteQuestion(GuestStream stream, uint token, StateQuestion question, AnswerForm form)
    {
        switch (form)
        {
            case AnswerForm.Integer when question.Target != 0:
                GetTexEnviv.Write(stream.Reserve(GetTexEnviv.Bytes), token, question.Target, question.Name);
                return Opcode.GetTexEnviv;
            case AnswerForm.Float when question.Target != 0:
                GetTexEnvfv.Write(stream.Reserve(GetTexEnvfv.Bytes), token, question.Target, question.Name);
                return Opcode.GetTexEnvfv;
            case AnswerForm.Boolean:
                GetBooleanv.Write(stream.Reserve(GetBooleanv.Bytes), token, question.Name);
                return Opcode.GetBooleanv;
            case AnswerForm.Integer:
                GetIntegerv.Write(stream.Reserve(GetIntegerv.Bytes), token, question.Name);
                return Opcode.GetIntegerv;
            case AnswerForm.Float:
                GetFloatv.Write(stream.Reserve(GetFloatv.Bytes), token, question.Name);
                return Opcode.GetFloatv;
            default:
                GetDoublev.Write(stream.Reserve(GetDoublev.Bytes), token, question.Name);
                return Opcode.GetDoublev;
        }
    }

    private static int ElementBytes(AnswerForm form) => form switch { AnswerForm.Boolean => 1, AnswerForm.Double => 8, _ => 4 };

    private static void StoreValues(ReadOnlySpan<double> values, AnswerForm form, void* data)
    {
        for (int i = 0; i < values.Length; i++)
        {
            switch (form)
            {
                case AnswerForm.Boolean: ((byte*)data)[i] = values[i] != 0 ? (byte)1 : (byte)0; break;
                case AnswerForm.Integer: ((int*)data)[i] = (int)(long)values[i]; break;
                case AnswerForm.Float: ((float*)data)[i] = (float)values[i]; break;
                default: ((double*)data)[i] = values[i]; break;
            }
        }
    }

    private static int LoadValues(ReadOnlySpan<byte> written, AnswerForm form, Span<double> values)
    {
        int count = written.Length / ElementBytes(form);
        for (int i = 0; i < count; i++)
        {
            values[i] = form switch
            {
                AnswerForm.Boolean => written[i],
                AnswerForm.Integer => MemoryMarshal.Cast<byte, int>(written)[i],
                AnswerForm.Float => MemoryMarshal.Cast<byte, float>(written)[i],
                _ => MemoryMarshal.Cast<byte, double>(written)[i],
            };
        }

        return count;
    }
}
