namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>Contents that only the host has: GL wrote them, and they were not read back since.</summary>
/// <param name="What">A name for the user: "texture 7 level 0", "depth buffer of window 0x1c00002".</param>
/// <param name="Bytes">Its bytes, as far as known.</param>
public readonly record struct StaleContent(string What, long Bytes);
