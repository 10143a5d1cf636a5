using Vmgl.SuspendResume.Rebuild.Objects;
using Vmgl.Wire.Shaders;

namespace Vmgl.SuspendResume.Rebuild.Shaders;

/// <summary>What a program was linked from, and what it became: its uniforms' values, and the places that the driver chose.</summary>
internal sealed class LinkedProgram(IReadOnlyList<(ShaderText Shader, CompiledText? Compiled)> parts, Settings<string> bindings)
{
    private const uint LinkStatus = 0x8B82;

    private readonly SortedDictionary<int, string> _uniformPlaces = [];
    private readonly Dictionary<string, int> _attributePlaces = [];

    /// <summary>The shaders that were attached, as they were compiled then.</summary>
    public IReadOnlyList<(ShaderText Shader, CompiledText? Compiled)> Parts => parts;

    /// <summary>glBindAttribLocation as of then.</summary>
    public Settings<string> Bindings => bindings;

    /// <summary>Values of its uniforms.</summary>
    public UniformValues Uniforms { get; } = new();

    /// <summary>What it was before, where a context used that and nobody knows that this link succeeded: a context goes on with it after
    /// one in vain (GL 2.0 section 2.15.2).</summary>
    public LinkedProgram? Earlier { get; set; }

    /// <summary>This and what it was before, the earliest first.</summary>
    public IEnumerable<LinkedProgram> Versions => [.. Earlier?.Versions ?? [], this];

    /// <summary>glValidateProgram was called since.</summary>
    public bool IsValidated { get; set; }

    /// <summary>Where uniforms are, by location.</summary>
    public IEnumerable<KeyValuePair<int, string>> UniformPlaces => _uniformPlaces;

    /// <summary>Where attributes are, by name.</summary>
    public IEnumerable<KeyValuePair<string, int>> AttributePlaces => _attributePlaces;

    /// <summary>The driver has said where a uniform is.</summary>
    public void LearnUniform(string name, int location)
    {
        if (location >= 0)
        {
            _uniformPlaces[location] = name;
        }
    }

    /// <summary>The driver has said where an attribute is. Those of GL itself (gl_Vertex) have no place that could be chosen.</summary>
    public void LearnAttribute(string name, int location)
    {
        if (location >= 0 && !name.StartsWith("gl_", StringComparison.Ordinal))
        {
            _attributePlaces[name] = location;
        }
    }

    /// <summary>The driver has said what the program is made of.</summary>
    public void Learn(ObjectDescription description)
    {
        if (description.Parameters?.Contains((LinkStatus, 1)) == true)
        {
            Earlier = null;
        }

        foreach (InterfaceVariable uniform in description.Uniforms ?? [])
        {
            string name = System.Text.Encoding.Latin1.GetString(uniform.BaseName);
            LearnUniform(name, uniform.LocationOf(0));
            for (int i = 1; i < uniform.Elements; i++)
            {
                LearnUniform($"{name}[{i}]", uniform.LocationOf(i));
            }
        }

        foreach (InterfaceVariable attribute in description.Attributes ?? [])
        {
            LearnAttribute(System.Text.Encoding.Latin1.GetString(attribute.BaseName), attribute.LocationOf(0));
        }
    }
}
