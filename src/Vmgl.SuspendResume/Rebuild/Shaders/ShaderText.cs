using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Commands;

namespace Vmgl.SuspendResume.Rebuild.Shaders;

/// <summary>A shader object (GL 2.0 section 2.15.1): the source that it has, and the one that it was compiled from.</summary>
internal sealed class ShaderText(uint name, uint type)
{
    /// <summary>The guest's name.</summary>
    public uint Name => name;

    /// <summary>Vertex or fragment shader.</summary>
    public uint Type => type;

    /// <summary>Its source now; null before it has any.</summary>
    public byte[]? Source { get; private set; }

    /// <summary>What it was compiled from last; null when it never was.</summary>
    public CompiledText? Compiled { get; private set; }

    /// <summary>Programs that it is attached to: a deleted shader lives as long as there is one.</summary>
    public int Attachments { get; set; }

    /// <summary>Whether the program deleted it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>Bytes that this keeps.</summary>
    public long Bytes => (Source?.Length ?? 0) + (Compiled?.Source is { } compiled
        && !ReferenceEquals(compiled, Source) ? compiled.Length : 0);

    /// <summary>It gets a source. A length of -1 leaves it as it is.</summary>
    public void SetSource(int bytes, ReadOnlySpan<byte> text) => Source = bytes < 0 ? Source : text.ToArray();

    /// <summary>It is compiled.</summary>
    public void Compile() => Compiled = new CompiledText(type, Source);

    /// <summary>Writes what makes it, under its own name.</summary>
    public void Write(RebuildWriter to)
    {
        MakeShader.Write(to.Reserve(MakeShader.Bytes), name, type);
        Compiled?.Write(to, name);
        if (Source is not null && !ReferenceEquals(Source, Compiled?.Source))
        {
            WriteSource(to, name, Source);
        }
    }

    /// <summary>Gives a shader a source.</summary>
    public static void WriteSource(RebuildWriter to, uint shader, byte[] source)
    {
        byte[] command = new byte[SetShaderSource.Bytes];
        SetShaderSource.Write(command, shader, source.Length);
        to.Add(command, Setting.Padded(source));
    }
}

/// <summary>A shader as it was when it was compiled. Never changes, so that a linked program can keep it.</summary>
internal sealed record CompiledText(uint Type, byte[]? Source)
{
    /// <summary>Gives this source to a shader and compiles it.</summary>
    public void Write(RebuildWriter to, uint shader)
    {
        if (Source is not null)
        {
            ShaderText.WriteSource(to, shader, Source);
        }

        CompileShader.Write(to.Reserve(CompileShader.Bytes), shader);
    }
}
