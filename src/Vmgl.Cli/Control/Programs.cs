using System.Net.Sockets;
using System.Text.Json.Serialization.Metadata;
using Vmgl.Cli.Basics;

namespace Vmgl.Cli.Control;

/// <summary>The answer of one program.</summary>
/// <param name="Answer">Null when the request failed.</param>
/// <param name="Why">The reason of the failure.</param>
internal sealed record ProgramAnswer<T>(ProgramSocket Socket, T? Answer, string? Why)
    where T : class;

/// <summary>Asks running programs, all at once.</summary>
internal static class Programs
{
    /// <summary>Time (3 s) that a program may take to report its status.</summary>
    public static readonly TimeSpan StatusLimit = TimeSpan.FromSeconds(3);

    /// <summary>Time (60 s) that a request which moves its contents may take, unless the user gives another.</summary>
    public static readonly TimeSpan WorkLimit = TimeSpan.FromSeconds(60);

    /// <summary>The programs to ask.</summary>
    /// <exception cref="CommandException">There is none with this process id.</exception>
    public static IReadOnlyList<ProgramSocket> FindPrograms(int? pid)
    {
        ProgramSocket[] found = [.. ProgramSocket.FindAll().Where(socket => pid is null || socket.Pid == pid)];
        return found.Length > 0 || pid is null ? found
            : throw new CommandException($"process {pid} has no control socket: it does not draw with VMGL, or is another user's");
    }

    /// <summary>Asks all programs, or one. What ended programs left behind is passed over, and removed.</summary>
    /// <exception cref="CommandException">There is none with this process id.</exception>
    public static async Task<IReadOnlyList<ProgramAnswer<T>>> AskAsync<T>(int? pid, string request, TimeSpan limit, JsonTypeInfo<T> type)
        where T : class
    {
        ProgramAnswer<T>?[] answers = await Task.WhenAll(FindPrograms(pid).Select(socket => AskAsync(socket, request, limit, type)));
        return [.. answers.OfType<ProgramAnswer<T>>()];
    }

    /// <summary>Asks one program; null when it has ended.</summary>
    private static async Task<ProgramAnswer<T>?> AskAsync<T>(ProgramSocket socket, string request, TimeSpan limit, JsonTypeInfo<T> type)
        where T : class
    {
        using var timeout = new CancellationTokenSource(limit);
        try
        {
            using ControlConnection connection = await ControlConnection.OpenAsync(socket.Path, request, timeout.Token);
            return new(socket, await connection.ReadAnswerAsync(type, timeout.Token), null);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable)
        {
            socket.RemoveFile();
            return null;
        }
        catch (SocketException e)
        {
            return new(socket, null, e.Message);
        }
        catch (CommandException e)
        {
            return new(socket, null, e.Message);
        }
        catch (OperationCanceledException)
        {
            return new(socket, null, $"no answer within {limit.TotalSeconds:0.#} s");
        }
    }
}
