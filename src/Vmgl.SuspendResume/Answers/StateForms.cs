namespace Vmgl.SuspendResume.Answers;

/// <summary>The form of a piece of state, which decides how it is converted to the type of a question (GL 2.1 section 6.1.2).</summary>
internal enum StateForm : byte
{
    /// <summary>A capability of glEnable.</summary>
    Cap,

    /// <summary>A symbolic constant.</summary>
    Enum,

    /// <summary>Integers.</summary>
    Int,

    /// <summary>Booleans.</summary>
    Bool,

    /// <summary>Floats that become integers by rounding.</summary>
    Float,

    /// <summary>Floats that become integers by a mapping of [-1, 1] to the integers: colours, depths.</summary>
    Color,

    /// <summary>The name of an object.</summary>
    Name,
}

/// <summary>The type of an answer, by which of the four glGet is asked.</summary>
public enum AnswerForm : byte
{
    Boolean,
    Integer,
    Float,
    Double,
}

/// <summary>When a command takes effect (GL 2.1 section 5.4).</summary>
internal enum StateMoment : byte
{
    /// <summary>It sets none of the known state.</summary>
    None,

    /// <summary>Display lists take it up.</summary>
    Compiled,

    /// <summary>It is carried out at once, also while a list is made.</summary>
    Immediate,

    /// <summary>Drivers differ in whether display lists take it up.</summary>
    Either,

    /// <summary>Display lists take it up, and it is allowed between glBegin and glEnd.</summary>
    Vertex,

    /// <summary>Display lists take it up, and it is carried out between glBegin and glEnd.</summary>
    Anywhere,

    /// <summary>It opens a primitive.</summary>
    Opens,

    /// <summary>It closes a primitive.</summary>
    Closes,

    /// <summary>It multiplies the top of the current matrix stack.</summary>
    Matrix,

    /// <summary>It replaces the top of the current matrix stack.</summary>
    LoadMatrix,

    /// <summary>It may set anything: the spec gives the reason why no rule is more exact.</summary>
    Forgetting,
}

/// <summary>The rule of a piece of state.</summary>
/// <param name="Components">1, 2 or 4.</param>
/// <param name="Groups">Bits of glPushAttrib; all bits set where what glPopAttrib does is unsure.</param>
/// <param name="Since">The version from which on glEnable takes it, 13 for 1.3; 0 when only an answer proves it.</param>
/// <param name="IsConstant">Whether it never changes in a context.</param>
internal readonly record struct CellRule(StateForm Form, int Components, uint Groups, int Since, bool IsConstant)
{
    /// <summary>Whether it is unsure which bits of glPushAttrib it belongs to.</summary>
    public bool IsUnsure => Groups == uint.MaxValue;
}

/// <summary>How much of a value is known.</summary>
internal enum Knowledge : byte
{
    Nothing,
    Value,

    /// <summary>Only the answer of glGetIntegerv, for state that is not made of integers.</summary>
    Integers,
}

/// <summary>A known value of up to four components. A double holds every float and every 32-bit integer.</summary>
internal struct KnownValue : IEquatable<KnownValue>
{
    public Knowledge Knows;
    public double A;
    public double B;
    public double C;
    public double D;

    /// <summary>Whether both are known and the same.</summary>
    public readonly bool Equals(KnownValue other) =>
        Knows != Knowledge.Nothing && Knows == other.Knows && A.Equals(other.A) && B.Equals(other.B) && C.Equals(other.C)
            && D.Equals(other.D);

    public override readonly bool Equals(object? obj) => obj is KnownValue other && Equals(other);

    public override readonly int GetHashCode() => A.GetHashCode();

    public readonly double this[int component] => component switch { 0 => A, 1 => B, 2 => C, _ => D };
}

/// <summary>A question about state.</summary>
/// <param name="Name">GL's name of the state.</param>
/// <param name="Target">The target of glGetTexEnv; 0 for glGet and glIsEnabled.</param>
public readonly record struct StateQuestion(uint Name, uint Target = 0);
