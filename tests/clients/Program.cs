using Silk.NET.OpenGL;
using Vmgl.Clients;

// GL clients in C#, written with Silk.NET's binding: each draws one picture, natively or through VMGL.
IScene[] scenes = [new LitCube(), new DrawnTexture()];
switch (args)
{
    case ["--list"]:
        Array.ForEach(scenes, scene => Console.WriteLine(scene.Name));
        return 0;
    case [string name, "--ppm", string path] when scenes.FirstOrDefault(scene => scene.Name == name) is IScene scene:
        return Draw(scene, path);
    default:
        Console.Error.WriteLine($"usage: vmgl-clients --list | SCENE --ppm FILE, with one of the scenes {string.Join(", ", scenes.Select(scene => scene.Name))}");
        return 2;
}

static int Draw(IScene scene, string path)
{
    using var window = GlxWindow.Open(scene.MajorVersion, scene.MinorVersion);
    using GL gl = GL.GetApi(GlxWindow.FindFunction);
    scene.Draw(gl, GlxWindow.Size);
    Ppm.Save(path, gl, GlxWindow.Size);
    GLEnum error = gl.GetError();
    window.Swap();
    Console.WriteLine($"{scene.Name}: {error}");
    return error == GLEnum.NoError ? 0 : 1;
}
