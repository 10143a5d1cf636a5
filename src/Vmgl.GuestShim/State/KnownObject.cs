using System.Text;
using Vmgl.Wire;
using Vmgl.Wire.Shaders;

namespace Vmgl.GuestShim.State;

/// <summary>A description of a shader or program by the host. It does not change; when the object does, it is dropped.</summary>
internal sealed class KnownObject
{
    /// <summary>The most answers that are kept: a bound on the names that a program may invent.</summary>
    private const int MostAsked = 4096;

    private readonly Dictionary<(bool IsUniform, string Name), int> _asked = [];
    private readonly ObjectDescription _said;
    private readonly VariableNames? _attributes;
    private readonly VariableNames? _uniforms;

    public KnownObject(ObjectDescription said)
    {
        _said = said;
        _attributes = said.Attributes is null ? null : new VariableNames(said.Attributes);
        _uniforms = said.Uniforms is null ? null : new VariableNames(said.Uniforms);
    }

    /// <summary>Whether the object exists and keeps existing: one that is flagged for deletion ends with its last use, which may be on any
    /// thread.</summary>
    public bool IsThere => FindParameter(GL_DELETE_STATUS) == 0;

    /// <summary>Whether the last link succeeded.</summary>
    public bool IsLinked => FindParameter(GL_LINK_STATUS) == 1;

    /// <summary>The information log; null when the host must be asked.</summary>
    public byte[]? Log => _said.Log;

    /// <summary>A shader's source; null when the host must be asked.</summary>
    public byte[]? Source => _said.Source;

    /// <summary>The shaders that are attached, by the guest's names; null when the host must be asked.</summary>
    public uint[]? Attached => _said.Attached;

    /// <summary>An integer parameter; null when the host must be asked.</summary>
    public int? FindParameter(uint name)
    {
        if (_said.Parameters is not null)
        {
            foreach ((uint said, int value) in _said.Parameters)
            {
                if (said == name)
                {
                    return value;
                }
            }
        }

        return null;
    }

    /// <summary>An active attribute or uniform by its index; null for one that does not exist or that the host must be asked for.</summary>
    public InterfaceVariable? FindVariable(uint index, bool isUniform) =>
        (isUniform ? _said.Uniforms : _said.Attributes) is { } variables && index < (uint)variables.Count ? variables[(int)index] : null;

    /// <summary>The location of a name; false when the host must be asked.</summary>
    /// <remarks>Locations are the host's own. On another host the object keeps them by vmglPlaceUniform.</remarks>
    public bool TryLocate(ReadOnlySpan<byte> name, bool isUniform, out int location)
    {
        location = -1;
        if (!IsLinked || (isUniform ? _uniforms : _attributes) is not VariableNames names)
        {
            return false;
        }

        if (names.TryLocate(name, out location))
        {
            return true;
        }

        lock (_asked)
        {
            return _asked.TryGetValue((isUniform, Encoding.Latin1.GetString(name)), out location);
        }
    }

    /// <summary>Keeps the host's answer for a name that only the host can find.</summary>
    public void KeepLocation(ReadOnlySpan<byte> name, bool isUniform, int location)
    {
        lock (_asked)
        {
            if (IsLinked && _asked.Count < MostAsked)
            {
                _asked[(isUniform, Encoding.Latin1.GetString(name))] = location;
            }
        }
    }
}
