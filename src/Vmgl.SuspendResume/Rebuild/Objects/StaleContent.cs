namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Something that only the host has: GL wrote it, and it was not read back since.</summary>
/// <param name="What">What it is, for the user: "texture 7 level 0", "depth buffer of window 0x1c00002".</param>
/// <param name="Bytes">Bytes of it, as far as known.</param>
public readonly record struct StaleContent(string What, long Bytes);
