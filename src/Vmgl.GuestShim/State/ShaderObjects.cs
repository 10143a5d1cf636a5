namespace Vmgl.GuestShim.State;

/// <summary>The shaders and programs of this process by name. A name is never used twice, and objects stay in the table: of a deleted one
/// the host reports that it does not exist.</summary>
internal static class ShaderObjects
{
    private static readonly Lock s_lock = new();
    private static ShaderObject?[] s_byName = new ShaderObject?[64];
    private static int s_last;

    /// <summary>A name for a new shader or program: one more than the last, for the whole process.</summary>
    /// <param name="group">The current context's.</param>
    /// <param name="type">The shader's type; 0 for a program.</param>
    /// <param name="isSure">Whether the command that makes it cannot fail on the host.</param>
    public static uint AddObject(ShareGroup group, uint type, bool isSure)
    {
        lock (s_lock)
        {
            int name = s_last + 1;
            if (name == s_byName.Length)
            {
                Array.Resize(ref s_byName, s_byName.Length * 2);
            }

            s_byName[name] = new ShaderObject((uint)name, group, type, isSure);
            s_last = name;
            return (uint)name;
        }
    }

    /// <summary>The object of a name in a share group; null for a name that was never handed out there.</summary>
    public static ShaderObject? FindObject(ShareGroup group, uint name)
    {
        ShaderObject?[] byName = Volatile.Read(ref s_byName);
        return name < (uint)byName.Length && byName[name] is ShaderObject found && found.Group == group ? found : null;
    }

    /// <summary>The program of a name; null for other names.</summary>
    public static ShaderObject? FindProgram(ShareGroup group, uint name) =>
        FindObject(group, name) is { IsProgram: true } program ? program : null;

    /// <summary>The shader of a name; null for other names.</summary>
    public static ShaderObject? FindShader(ShareGroup group, uint name) =>
        FindObject(group, name) is { IsProgram: false } shader ? shader : null;
}
