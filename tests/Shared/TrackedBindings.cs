using Vmgl.SuspendResume.Rebuild;
using Vmgl.Wire.Commands;
using Vmgl.Wire;

namespace Vmgl.Tests.Shared;

/// <summary>The bindings of a context, as far as the streams of tests need them.</summary>
internal sealed class TrackedBindings(uint context) : IBindings
{
    private const uint CubeMap = 0x8513;
    private readonly Dictionary<(uint Unit, uint Target), uint> _textures = [];
    private readonly Dictionary<uint, uint> _buffers = [];
    private readonly Dictionary<uint, uint> _programs = [];
    private readonly SortedDictionary<uint, Kept> _transfer = [];
    private uint _unit;

    public uint Context => context;

    public uint Program { get; private set; }

    public uint DrawFramebuffer { get; private set; }

    public uint ReadFramebuffer { get; private set; }

    public uint Renderbuffer { get; private set; }

    public IReadOnlyList<Kept> PixelTransfer => [.. _transfer.Values];

    public uint Texture(uint target) => _textures.GetValueOrDefault((_unit, target - 0x8515 < 6 ? CubeMap : target));

    public uint Buffer(uint target) => _buffers.GetValueOrDefault(target);

    public uint AssemblyProgram(uint target) => _programs.GetValueOrDefault(target);

    /// <summary>Notes what a command binds.</summary>
    public void Track(Opcode opcode, ReadOnlySpan<byte> command)
    {
        (uint first, uint second) = (command.Length >= 8 ? Fields.U32(command, 4) : 0, command.Length >= 12 ? Fields.U32(command, 8) : 0);
        switch (opcode)
        {
            case Opcode.ActiveTexture: _unit = first; break;
            case Opcode.BindTexture: _textures[(_unit, first)] = second; break;
            case Opcode.BindBuffer: _buffers[first] = second; break;
            case Opcode.BindProgramARB: _programs[first] = second; break;
            case Opcode.UseProgram: Program = first; break;
            case Opcode.BindRenderbuffer or Opcode.BindRenderbufferEXT: Renderbuffer = second; break;
            case Opcode.BindFramebuffer or Opcode.BindFramebufferEXT:
                DrawFramebuffer = first != 0x8CA8 ? second : DrawFramebuffer;
                ReadFramebuffer = first != 0x8CA9 ? second : ReadFramebuffer;
                break;
            case Opcode.PixelTransferf or Opcode.PixelTransferi: _transfer[first] = new Kept(command.ToArray()); break;
            case Opcode.DeleteTextures: Unbind(new DeleteTextures(command).Textures, _textures); break;
            case Opcode.DeleteBuffers: Unbind(new DeleteBuffers(command).Buffers, _buffers); break;
            case Opcode.DeleteFramebuffers or Opcode.DeleteRenderbuffers: UnbindAttached(opcode, command[12..]); break;
            default: break;
        }
    }

    private void UnbindAttached(Opcode opcode, ReadOnlySpan<byte> names)
    {
        for (int i = 0; i + 4 <= names.Length; i += 4)
        {
            uint name = Fields.U32(names, i);
            if (opcode == Opcode.DeleteRenderbuffers)
            {
                Renderbuffer = Renderbuffer == name ? 0 : Renderbuffer;
            }
            else
            {
                (DrawFramebuffer, ReadFramebuffer) = (DrawFramebuffer == name ? 0 : DrawFramebuffer,
                    ReadFramebuffer == name ? 0 : ReadFramebuffer);
            }
        }
    }

    private static void Unbind<TKey>(ReadOnlySpan<byte> names, Dictionary<TKey, uint> bound)
        where TKey : notnull
    {
        for (int i = 0; i < names.Length; i += 4)
        {
            uint name = Fields.U32(names, i);
            foreach (TKey key in bound.Where(b => b.Value == name).Select(b => b.Key).ToArray())
            {
                bound[key] = 0;
            }
        }
    }
}
