namespace Vmgl.GuestShim.Gl;

/// <summary>The errors that are found in the guest (GL 1.5 section 2.5).</summary>
internal static class GlErrors
{
    public const uint InvalidEnum = 0x0500;
    public const uint InvalidValue = 0x0501;
    public const uint InvalidOperation = 0x0502;
    public const uint StackOverflow = 0x0503;
    public const uint StackUnderflow = 0x0504;
    public const uint OutOfMemory = 0x0505;
}
