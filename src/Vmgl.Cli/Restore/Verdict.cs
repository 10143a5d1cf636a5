using System.Buffers.Binary;
using Vmgl.Cli.Basics;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Glx;

namespace Vmgl.Cli.Restore;

/// <summary>A command that a host may refuse, and without which the rest of a snapshot makes no sense.</summary>
/// <param name="What">What it asks for, for the user.</param>
internal sealed record Verdict(uint Token, string What)
{
    /// <summary>The verdict that this command waits for; null when it cannot be refused.</summary>
    public static Verdict? VerdictOf(Opcode opcode, ReadOnlySpan<byte> command) => opcode switch
    {
        Opcode.CreateContext => new(new CreateContext(command).Token, $"context {new CreateContext(command).Context}"),
        Opcode.CreatePbuffer => new(new CreatePbuffer(command).Token, $"pbuffer 0x{new CreatePbuffer(command).Drawable:x}"),
        Opcode.TryMakeCurrent => new(new TryMakeCurrent(command).Token, $"binding context {new TryMakeCurrent(command).Context}"),
        _ => null,
    };

    /// <summary>Checks the host's answer.</summary>
    /// <exception cref="CommandException">The host has refused it.</exception>
    public void CheckReply(ReadOnlySpan<byte> reply)
    {
        uint value = reply.Length >= sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(reply) : 0;
        // Width and height, or yes, with a viewport behind it or none
        bool isGranted = reply.Length == 2 * sizeof(uint) || value == Refusal.Granted;
        if (!isGranted)
        {
            string error = Refusal.Decode(value) is Refusal refusal ? $" with {(refusal.IsGlx ? "GLX" : "X")} error {refusal.Code}" : "";
            throw new CommandException($"the host refuses {What}{error}: its FBConfigs or its GL differ from those of the host that the snapshot was made on");
        }
    }
}
