namespace Vmgl.Wire.Shaders;

/// <summary>An active attribute or uniform of a linked program (GL 2.1 sections 2.15.3 and 2.20.3), with the locations of its
/// elements.</summary>
/// <param name="Size">Elements of an array, 1 for what is none; what glGetActiveUniform calls size.</param>
/// <param name="Type">A GL type enum.</param>
/// <param name="Name">As the host's GL spells it, without a terminating zero; arrays end with <c>[0]</c> where the driver says so.</param>
/// <param name="Elements">How many elements have a location of their own, at least 1.</param>
/// <param name="First">The location of the first element; -1 when it has none.</param>
/// <param name="Listed">Every element's location; empty when they are consecutive from <paramref name="First"/>, or all -1.</param>
public sealed record InterfaceVariable(int Size, uint Type, byte[] Name, int Elements, int First, int[] Listed)
{
    /// <summary>A variable whose elements have these locations, of which there is at least one.</summary>
    public static InterfaceVariable Of(int size, uint type, byte[] name, int[] locations)
    {
        var consecutive = new InterfaceVariable(size, type, name, locations.Length, locations[0], []);
        for (int i = 0; i < locations.Length; i++)
        {
            if (locations[i] != consecutive.LocationOf(i))
            {
                return consecutive with { Listed = locations };
            }
        }

        return consecutive;
    }

    /// <summary>The location of an element below <see cref="Elements"/>; -1 when it has none.</summary>
    public int LocationOf(int element) =>
        Listed.Length > 0 ? Listed[element]
        : First < 0 ? -1
        : unchecked(First + element);

    /// <summary>Whether it is known to be an array: an array of a single element differs from a plain variable only by its name.</summary>
    public bool IsArray => Size > 1 || Name.AsSpan().EndsWith("[0]"u8);

    /// <summary>The name without a last <c>[0]</c>.</summary>
    public ReadOnlySpan<byte> BaseName => Name.AsSpan().EndsWith("[0]"u8) ? Name.AsSpan(0, Name.Length - 3) : Name;
}
