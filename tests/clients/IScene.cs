using Silk.NET.OpenGL;

namespace Vmgl.Clients;

/// <summary>A picture, and the GL that it asks for.</summary>
internal interface IScene
{
    /// <summary>The scene's name on the command line.</summary>
    string Name { get; }

    /// <summary>The version of GL that the context is made with.</summary>
    int MajorVersion { get; }

    int MinorVersion { get; }

    /// <summary>Draws the picture into the back buffer of a square window, <paramref name="size"/> pixels wide, whose context is current
    /// and new.</summary>
    void Draw(GL gl, int size);
}
