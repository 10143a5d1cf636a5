namespace Vmgl.Generator.Model;

/// <summary>How one GL type looks in C, in C# and on the wire.</summary>
/// <param name="CSharp">C# type of one value.</param>
/// <param name="Bytes">Bytes of one element of an array; 1 for void.</param>
/// <param name="Slot">Bytes of a scalar on the wire: 4, or 8 for what is wider.</param>
/// <param name="Field">Suffix of the accessor both sides use: U32, I32, F32, F64, I64.</param>
public sealed record GlType(string Name, string CSharp, int Bytes, int Slot, string Field)
{
    private static readonly Dictionary<string, GlType> s_known = new GlType[]
    {
        new("void", "void", 1, 0, ""),
        new("GLvoid", "void", 1, 0, ""),
        new("GLenum", "uint", 4, 4, "U32"),
        new("GLhandleARB", "uint", 4, 4, "U32"),
        new("GLbitfield", "uint", 4, 4, "U32"),
        new("GLuint", "uint", 4, 4, "U32"),
        new("GLboolean", "byte", 1, 4, "U32"),
        new("GLubyte", "byte", 1, 4, "U32"),
        new("GLushort", "ushort", 2, 4, "U32"),
        new("GLint", "int", 4, 4, "I32"),
        new("GLsizei", "int", 4, 4, "I32"),
        new("GLbyte", "sbyte", 1, 4, "I32"),
        new("GLshort", "short", 2, 4, "I32"),
        new("GLchar", "byte", 1, 4, "U32"),
        new("GLcharARB", "byte", 1, 4, "U32"),
        new("GLfloat", "float", 4, 4, "F32"),
        new("GLclampf", "float", 4, 4, "F32"),
        new("GLdouble", "double", 8, 8, "F64"),
        new("GLclampd", "double", 8, 8, "F64"),
        new("GLintptr", "long", 8, 8, "I64"),
        new("GLsizeiptr", "long", 8, 8, "I64"),
        new("GLint64", "long", 8, 8, "I64"),
        new("GLint64EXT", "long", 8, 8, "I64"),
        new("GLuint64", "ulong", 8, 8, "I64"),
        new("GLsync", "nint", 8, 8, "I64"),
        new("GLDEBUGPROC", "nint", 8, 8, "I64"),
        new("GLDEBUGPROCARB", "nint", 8, 8, "I64"),
        new("GLuint64EXT", "ulong", 8, 8, "I64"),
    }.ToDictionary(t => t.Name);

    /// <summary>The type of that name, or null.</summary>
    public static GlType? Find(string name) => s_known.GetValueOrDefault(name);

    /// <summary>The C# type that the accessor of <see cref="Field"/> returns.</summary>
    public string FieldCSharp => Field switch
    {
        "U32" => "uint", "I32" => "int", "F32" => "float", "F64" => "double", _ => "long",
    };
}
