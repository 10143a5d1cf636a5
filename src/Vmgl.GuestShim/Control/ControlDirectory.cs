using System.Text;
using Vmgl.GuestShim.Interop;
using Vmgl.SuspendResume.Control;

namespace Vmgl.GuestShim.Control;

/// <summary>The directory of the user's control sockets. A user who can write there could receive requests that are meant for the owner's
/// programs.</summary>
internal static class ControlDirectory
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const uint TypeBits = 0xF000; // S_IFMT
    private const uint DirectoryType = 0x4000; // S_IFDIR
    private const uint OthersBits = 0x3F; // everything of group and others

    /// <summary>Makes the directory if it is missing, and keeps others out.</summary>
    /// <exception cref="ControlException">It belongs to somebody else, or cannot be made.</exception>
    public static string PrepareDirectory()
    {
        string path = RunDirectory.FindPath() ?? throw new ControlException($"no directory for control sockets: neither {RunDirectory.Variable} nor HOME is set");
        PrepareDirectory(path);
        return path;
    }

    /// <summary>The same for a given path.</summary>
    /// <exception cref="ControlException">As above.</exception>
    public static void PrepareDirectory(string path)
    {
        try
        {
            _ = Directory.CreateDirectory(path, Private);
            if (!LibcControl.TryReadOwner(path, out uint owner, out uint mode) || (mode & TypeBits) != DirectoryType
                || owner != LibcControl.UserId())
            {
                throw new ControlException($"{path} is not a directory of this user's; set {RunDirectory.Variable} to one");
            }

            if ((mode & OthersBits) != 0)
            {
                File.SetUnixFileMode(path, Private);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ControlException($"{path} cannot hold control sockets: {e.Message}");
        }
    }

    /// <summary>Removes the sockets of programs that have ended: nothing of ours runs when a program ends. Those of other process id
    /// namespaces are served.</summary>
    public static void RemoveStaleSockets(string path)
    {
        try
        {
            foreach (string socket in Directory.EnumerateFiles(path, "*" + RunDirectory.Suffix))
            {
                string pid = Path.GetFileName(socket)[..^RunDirectory.Suffix.Length];
                if (!Directory.Exists($"/proc/{pid}") && !LibcControl.IsServed(Encoding.UTF8.GetBytes(socket)))
                {
                    File.Delete(socket);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Others sweep, too; what is left is taken for what it is.
        }
    }
}
