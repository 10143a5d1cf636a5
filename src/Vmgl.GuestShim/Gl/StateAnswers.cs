using System.Runtime.InteropServices;
using Vmgl.GuestShim.Glx;
using Vmgl.GuestShim.State;
using Vmgl.SuspendResume.Answers;
using Vmgl.Wire;
using Vmgl.Wire.Commands;

namespace Vmgl.GuestShim.Gl;

/// <summary>Questions that the context's mirror may answer; the host's answers teach it (GL 2.1 section 6.1).</summary>
internal static unsafe class StateAnswers
{
    /// <summary>The largest answer that is taken apart; longer ones are copied as they came.</summary>
    private const int MostValues = StateMirror.MostValues;

    /// <summary>glGetBooleanv and its kin.</summary>
    public static void Get(GuestStream stream, uint name, AnswerForm form, void* data) =>
        Answer(stream, new StateQuestion(name), form, data);

    /// <summary>glGetTexEnviv and glGetTexEnvfv.</summary>
    public static void GetTexEnv(GuestStream stream, uint target, uint name, AnswerForm form, void* data) =>
        Answer(stream, new StateQuestion(name, target), form, data);

    /// <summary>glIsEnabled for what the guest does not keep itself.</summary>
    public static byte IsEnabled(GuestStream stream, uint name)
    {
        var question = new StateQuestion(name);
        StateMirror? mirror = Watching(stream);
        Span<double> values = stackalloc double[MostValues];
        if (mirror is not null && mirror.TryAnswer(question, AnswerForm.Boolean, values) > 0)
        {
            return (byte)values[0];
        }

        AskWanted(stream, mirror, question);
        uint token = stream.NextToken();
        Wire.Commands.IsEnabled.Write(stream.Reserve(Wire.Commands.IsEnabled.Bytes), token, name);
        using Reply reply = stream.Ask(token, Opcode.IsEnabled);
        var value = (byte)reply.Value();
        mirror?.LearnEnabled(name, value != 0);
        return value;
    }

    private static void Answer(GuestStream stream, StateQuestion question, AnswerForm form, void* data)
    {
        StateMirror? mirror = Watching(stream);
        if (mirror is not null)
        {
            Span<double> values = stackalloc double[MostValues];
            int count = mirror.TryAnswer(question, form, values);
            if (count > 0)
            {
                Store(values[..count], form, data);
                return;
            }

            AskWanted(stream, mirror, question);
        }

        Ask(stream, mirror, question, form, data);
    }

    /// <summary>The current context's mirror, which has seen everything up to here; null where it cannot be relied on.</summary>
    private static StateMirror? Watching(GuestStream stream)
    {
        GuestContext context = GuestThread.Context!;
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
            stream.Watch(context.Mirror, HostStrings.Version(stream, context.Strings));
        }

        return context.Mirror.IsWatching ? context.Mirror : null;
    }

    /// <summary>Asks what the mirror needs besides, so that the answer to the program's question can be kept.</summary>
    private static void AskWanted(GuestStream stream, StateMirror? mirror, StateQuestion question)
    {
        long none = 0;
        while (mirror is not null && mirror.Wanted(question) is var wanted and not 0)
        {
            Ask(stream, mirror, new StateQuestion(wanted), AnswerForm.Integer, &none);
        }
    }

    /// <summary>Asks the host. What it wrote goes to the program as it is, and to the mirror as numbers.</summary>
    private static void Ask(GuestStream stream, StateMirror? mirror, StateQuestion question, AnswerForm form, void* data)
    {
        uint token = stream.NextToken();
        Opcode opcode = Write(stream, token, question, form);
        using Reply reply = stream.Ask(token, opcode);
        ReadOnlySpan<byte> written = reply.Array();
        int element = Bytes(form);
        long room = Fields.Times(element, question.Target == 0 ? Sizes.Get(question.Name) : Sizes.TexEnv(question.Name));
        written = written[..(int)Math.Min(written.Length, room)];
        written.CopyTo(new Span<byte>(data, written.Length));
        if (mirror is not null && written.Length <= MostValues * element)
        {
            Span<double> values = stackalloc double[MostValues];
            mirror.Learn(question, form, values[..Load(written, form, values)]);
        }
    }

    private static Opcode Write(GuestStream stream, uint token, StateQuestion question, AnswerForm form)
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

    private static int Bytes(AnswerForm form) => form switch { AnswerForm.Boolean => 1, AnswerForm.Double => 8, _ => 4 };

    private static void Store(ReadOnlySpan<double> values, AnswerForm form, void* data)
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

    private static int Load(ReadOnlySpan<byte> written, AnswerForm form, Span<double> values)
    {
        int count = written.Length / Bytes(form);
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
