using System.Buffers.Binary;
using System.Security.Cryptography;
using Vmgl.Wire.Commands;

namespace Vmgl.EndToEnd.Tests.Law;

/// <summary>Everything that can be read of shared objects, as lines. A context of the group in its initial state is current, and stays
/// so.</summary>
internal sealed class ObjectDump
{
    /// <summary>Names that streams use: all from 1 up to here are looked at.</summary>
    public const uint Names = 6;

    private const int Levels = 6;

    /// <summary>Filters, wraps, border colour, priority, level of detail, comparison, mipmaps: those that every target has.</summary>
    private static readonly uint[] s_parameters =
        [0x2800, 0x2801, 0x2802, 0x2803, 0x1004, 0x8066, 0x813A, 0x813B, 0x813C, 0x813D, 0x884B, 0x884C, 0x884D, 0x8191, 0x8501, 0x8E42,
        0x8E43];

    /// <summary>Extents, format, border, sizes and types, whether compressed.</summary>
    private static readonly uint[] s_levelParameters =
        [0x1000, 0x1001, 0x8071, 0x1003, 0x1005, 0x805C, 0x805D, 0x805E, 0x805F, 0x8060, 0x8061, 0x884A, 0x88F1, 0x86A1, 0x8C10];

    private static readonly uint[] s_attachments = [0x8CE0, 0x8CE1, 0x8CE2, 0x8D00, 0x8D20];

    private readonly LawHost _host;
    private readonly List<(string Name, long Bytes, QuestionFiller Write)> _asked = [];
    private readonly Dictionary<uint, uint> _textureTargets;

    private ObjectDump(LawHost host, Dictionary<uint, uint> textureTargets) => (_host, _textureTargets) = (host, textureTargets);

    /// <summary>The lines, in an order that is always the same.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Reads everything.</summary>
    /// <param name="textureTargets">What each texture is bound to; 0 to look at a context's own.</param>
    public static List<string> Of(LawHost host, Dictionary<uint, uint> textureTargets)
    {
        var dump = new ObjectDump(host, textureTargets);
        for (uint name = 1; name <= Names; name++)
        {
            dump.AskTexture(name);
            dump.AskBuffer(name);
            dump.AskRenderbuffer(name);
            dump.AskFramebuffer(name);
            dump.AskShaders(name);
            dump.AskAssembly(name);
            dump.AskLabels(name);
        }

        _ = host.TakeError();
        return dump.Lines;
    }

    private void AskTexture(uint name)
    {
        Ask($"texture {name}", IsTexture.Bytes, (to, token) => IsTexture.Write(to, token, name));
        if (!_textureTargets.TryGetValue(name, out uint target))
        {
            return;
        }

        Send(BindTexture.Bytes, to => BindTexture.Write(to, target, name));
        foreach (uint parameter in s_parameters)
        {
            Ask($"texture {name} 0x{parameter:x4}", GetTexParameterfv.Bytes, (to, token) =>
                GetTexParameterfv.Write(to, token, target, parameter));
        }

        for (int level = 0; level < Levels; level++)
        {
            for (uint face = 0; face < (target == 0x8513 ? 6 : 1); face++)
            {
                AskImage(name, target == 0x8513 ? 0x8515 + face : target, level);
            }
        }

        Send(BindTexture.Bytes, to => BindTexture.Write(to, target, 0));
    }

    private void AskImage(uint name, uint target, int level)
    {
        string what = $"texture {name} image 0x{target:x} level {level}";
        foreach (uint parameter in s_levelParameters)
        {
            Ask($"{what} 0x{parameter:x4}", GetTexLevelParameteriv.Bytes, (to, token) =>
                GetTexLevelParameteriv.Write(to, token, target, level, parameter));
        }

        Answer();
        foreach ((uint format, uint type) in (ReadOnlySpan<(uint, uint)>)[(0x1908, 0x1406), (0x1902, 0x1406), (0x84F9, 0x84FA),
            (0x8D99, 0x1405)])
        {
            Ask($"{what} as 0x{format:x}", GetTexImage.Bytes, (to, token) => GetTexImage.Write(to, token, target, level, format, type));
        }

        Ask($"{what} compressed", GetCompressedTexImage.Bytes, (to, token) => GetCompressedTexImage.Write(to, token, target, level));
        Answer();
    }

    private void AskBuffer(uint name)
    {
        Ask($"buffer {name}", IsBuffer.Bytes, (to, token) => IsBuffer.Write(to, token, name));
        Send(BindBuffer.Bytes, to => BindBuffer.Write(to, 0x8892, name));
        Ask($"buffer {name} size", GetBufferParameteriv.Bytes, (to, token) => GetBufferParameteriv.Write(to, token, 0x8892, 0x8764));
        Ask($"buffer {name} usage", GetBufferParameteriv.Bytes, (to, token) => GetBufferParameteriv.Write(to, token, 0x8892, 0x8765));
        Ask($"buffer {name} contents", FetchBuffer.Bytes, (to, token) => FetchBuffer.Write(to, token, name, 0, 1 << 20));
        Send(BindBuffer.Bytes, to => BindBuffer.Write(to, 0x8892, 0));
    }

    private void AskRenderbuffer(uint name)
    {
        byte[] isThere = _host.Ask(IsRenderbuffer.Bytes, (to, token) => IsRenderbuffer.Write(to, token, name));
        if (isThere[0] == 0)
        {
            return;
        }

        Send(BindRenderbuffer.Bytes, to => BindRenderbuffer.Write(to, 0x8D41, name));
        for (uint parameter = 0x8D42; parameter <= 0x8D55; parameter++)
        {
            uint which = parameter;
            Ask($"renderbuffer {name} 0x{which:x}", GetRenderbufferParameteriv.Bytes, (to, token) =>
                GetRenderbufferParameteriv.Write(to, token, 0x8D41, which));
        }

        Ask($"renderbuffer {name} samples", GetRenderbufferParameteriv.Bytes, (to, token) =>
            GetRenderbufferParameteriv.Write(to, token, 0x8D41, 0x8CAB));
        Answer();
        Send(BindRenderbuffer.Bytes, to => BindRenderbuffer.Write(to, 0x8D41, 0));
        AskPixels($"renderbuffer {name} colour", name, 0x8CE0, 0x1908, 0x1406);
        AskPixels($"renderbuffer {name} depth", name, 0x8D00, 0x1902, 0x1406);
        AskPixels($"renderbuffer {name} stencil", name, 0x8D20, 0x1901, 0x1401);
    }

    private void AskPixels(string what, uint renderbuffer, uint point, uint format, uint type)
    {
        const uint Framebuffer = 77;
        Send(BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8D40, Framebuffer));
        Send(FramebufferRenderbuffer.Bytes, to => FramebufferRenderbuffer.Write(to, 0x8D40, point, 0x8D41, renderbuffer));
        if (point != 0x8CE0)
        {
            Send(DrawBuffer.Bytes, to => DrawBuffer.Write(to, 0));
            Send(ReadBuffer.Bytes, to => ReadBuffer.Write(to, 0));
        }

        Ask(what, ReadPixels.Bytes, (to, token) => ReadPixels.Write(to, token, 0, 0, 8, 8, format, type));
        Answer();
        Send(BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8D40, 0));
        byte[] name = BitConverter.GetBytes(Framebuffer);
        Send(DeleteFramebuffers.Measure(1), to => DeleteFramebuffers.Write(to, 1, name));
    }

    private void AskFramebuffer(uint name)
    {
        Ask($"framebuffer {name}", IsFramebuffer.Bytes, (to, token) => IsFramebuffer.Write(to, token, name));
        Answer();
        if (!Lines[^1].EndsWith("= 01000000", StringComparison.Ordinal))
        {
            return;
        }

        Send(BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8D40, name));
        foreach (uint point in s_attachments)
        {
            foreach (uint parameter in (uint[])[0x8CD0, 0x8CD1, 0x8CD2, 0x8CD3, 0x8CD4])
            {
                Ask(
                    $"framebuffer {name} point 0x{point:x} 0x{parameter:x}", GetFramebufferAttachmentParameteriv.Bytes,
                    (to, token) => GetFramebufferAttachmentParameteriv.Write(to, token, 0x8D40, point, parameter));
            }
        }

        Ask($"framebuffer {name} status", CheckFramebufferStatus.Bytes, (to, token) => CheckFramebufferStatus.Write(to, token, 0x8D40));
        Ask($"framebuffer {name} draws", GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, 0x0C01));
        Ask($"framebuffer {name} reads", GetIntegerv.Bytes, (to, token) => GetIntegerv.Write(to, token, 0x0C02));
        Answer();
        Send(BindFramebuffer.Bytes, to => BindFramebuffer.Write(to, 0x8D40, 0));
    }

    private void AskShaders(uint name)
    {
        Ask($"shader {name}", DescribeShader.Bytes, (to, token) => DescribeShader.Write(to, token, name, 1));
        Ask($"program {name}", DescribeProgram.Bytes, (to, token) => DescribeProgram.Write(to, token, name));
        for (int location = 0; location < 24; location++)
        {
            int which = location;
            Ask($"program {name} uniform {location}", GetUniformfv.Bytes, (to, token) => GetUniformfv.Write(to, token, name, which));
        }
    }

    private void AskAssembly(uint name)
    {
        Ask($"assembly {name}", IsProgramARB.Bytes, (to, token) => IsProgramARB.Write(to, token, name));
        uint target = name % 2 == 0 ? 0x8620u : 0x8804;
        Send(BindProgramARB.Bytes, to => BindProgramARB.Write(to, target, 0));
        Answer();
        if (!Lines[^1].EndsWith("= 01000000", StringComparison.Ordinal))
        {
            return;
        }

        Send(BindProgramARB.Bytes, to => BindProgramARB.Write(to, target, name));
        Ask($"assembly {name} text", GetProgramStringARB.Bytes, (to, token) => GetProgramStringARB.Write(to, token, target, 0x8628));
        for (uint index = 0; index < 8; index++)
        {
            uint which = index;
            Ask($"assembly {name} local {index}", GetProgramLocalParameterfvARB.Bytes, (to, token) =>
                GetProgramLocalParameterfvARB.Write(to, token, target, which));
        }

        Answer();
        Send(BindProgramARB.Bytes, to => BindProgramARB.Write(to, target, 0));
    }

    private void AskLabels(uint name)
    {
        foreach (uint kind in (uint[])[0x1702, 0x82E0, 0x82E1, 0x82E2, 0x8D40, 0x8D41])
        {
            Ask($"label 0x{kind:x} {name}", ReadLabel.Bytes, (to, token) => ReadLabel.Write(to, token, kind, name, 256));
        }

        Answer();
    }

    private void Send(long bytes, CommandFiller write)
    {
        Answer();
        _host.Send(LawHost.CreateCommand(bytes, write));
    }

    private void Ask(string name, long bytes, QuestionFiller write) => _asked.Add((name, bytes, write));

    private void Answer()
    {
        if (_asked.Count > 0)
        {
            List<byte[]> answers = _host.AskAll([.. _asked.Select(a => (a.Bytes, a.Write))]);
            Lines.AddRange(answers.Select((answer, i) => $"{_asked[i].Name} = {Text(answer)}"));
            _asked.Clear();
        }
    }

    private static string Text(byte[] answer) => answer.Length <= 96
        ? Convert.ToHexStringLower(answer)
        : $"{answer.Length} bytes, the first 0x{BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(16)):x8}, {Convert.ToHexStringLower(SHA256.HashData(answer)[..8])}";
}
