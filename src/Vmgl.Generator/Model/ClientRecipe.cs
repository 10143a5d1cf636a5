namespace Vmgl.Generator.Model;

/// <summary>A method that a person writes and a generated body calls: <c>noteChange(shader)</c>.</summary>
/// <param name="Name">The method's name, in Pascal case.</param>
/// <param name="Parameters">The command's parameters that it gets, behind stream and context.</param>
public sealed record Hook(string Name, IReadOnlyList<Parameter> Parameters);

/// <summary>How the generator writes the guest's body of a client command; docs/decisions/0003-spec.md describes the words.</summary>
public sealed record ClientRecipe
{
    /// <summary>The array that is sent from the program's memory or the unpack buffer; null for another recipe.</summary>
    public Parameter? Upload { get; init; }

    /// <summary>Whether nothing is sent where no frame can hold the image: <c>upload=whole</c>.</summary>
    public bool IsUploadedWhole { get; init; }

    /// <summary>What finds a value that the guest keeps.</summary>
    public Hook? Kept { get; init; }

    /// <summary>The parameters of the question that the mirror may answer, a target before the name; empty for none.</summary>
    public IReadOnlyList<Parameter> Answers { get; init; } = [];

    /// <summary>The array of object names that are made or released here.</summary>
    public Parameter? Names { get; init; }

    /// <summary>What is called when the command is written.</summary>
    public Hook? Then { get; init; }

    /// <summary>Whether the guest asks the host what it cannot answer itself.</summary>
    public bool IsQuestion => Kept is not null || Answers.Count > 0;
}
