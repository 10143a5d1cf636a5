using System.Text;
using Vmgl.SuspendResume.Rebuild;
using Vmgl.SuspendResume.Rebuild.Contexts;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Commands to objects on one host, frame by frame, and the mirror that folds them.</summary>
internal sealed class ObjectStream(LawHost host) : IHostQuestions
{
    private readonly List<LawCommand> _frame = [];
    private RebuildWriter? _writer;

    /// <summary>What is known of the context that the stream is played in.</summary>
    public ContextMirror Context { get; } = new(1, new GroupMirror(), HostFacts.Least);

    /// <summary>What is known of the objects.</summary>
    public GroupMirror Group => Context.Group;

    /// <summary>The commands so far, for a person; those of frames with errors begin with a question mark.</summary>
    public List<string> Said { get; } = [];

    /// <summary>What each texture was bound to first.</summary>
    public Dictionary<uint, uint> TextureTargets { get; } = [];

    public RebuildWriter Writer => _writer ??= new RebuildWriter(host.Send);

    /// <summary>A command of the frame.</summary>
    public ObjectStream Put(Opcode opcode, long bytes, CommandFiller write, byte[]? bulk = null)
    {
        _frame.Add(new LawCommand(opcode, LawHost.CreateCommand(bytes, write), bulk ?? []));
        return this;
    }

    public ObjectStream Put(LawCommand command)
    {
        _frame.Add(command);
        return this;
    }

    /// <summary>Plays the frame and folds it. True when GL found no error.</summary>
    public bool End()
    {
        host.Send([.. _frame.SelectMany(c => c.Bytes)], [.. _frame.SelectMany(c => c.PaddedBulk)]);
        bool isSure = host.TakeError() == 0;
        foreach (LawCommand command in _frame)
        {
            Said.Add($"{(isSure ? "" : "? ")}{command}");
            Fold(command, isSure);
        }

        _frame.Clear();
        return isSure;
    }

    /// <summary>Asks what the mirror learns from.</summary>
    public byte[] Learn(Opcode opcode, long bytes, QuestionFiller write)
    {
        byte[] reply = host.Ask(bytes, write);
        Group.Learn(opcode, LawHost.CreateCommand(bytes, to => write(to, 1)), reply);
        return reply;
    }

    /// <summary>Where a uniform is.</summary>
    public int Locate(uint program, string name)
    {
        byte[] text = Encoding.ASCII.GetBytes(name);
        return BitConverter.ToInt32(Learn(
            Opcode.FindUniform, FindUniform.Measure(text.Length), (to, token) => FindUniform.Write(to, token, program, text.Length, text)));
    }

    public byte[] AskQuestion(int bytes, QuestionWriter write)
    {
        Writer.Flush();
        return host.Ask(bytes, (to, token) => write(to, token));
    }

    private void Fold(LawCommand command, bool isSure)
    {
        if (command.Opcode == Opcode.BindTexture)
        {
            TextureTargets.TryAdd(new BindTexture(command.Bytes).Texture, new BindTexture(command.Bytes).Target);
        }

        Context.FoldCommand(command.Opcode, command.Bytes, command.Bulk, isSure);
    }
}
