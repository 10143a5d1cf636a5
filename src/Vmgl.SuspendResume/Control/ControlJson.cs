using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vmgl.SuspendResume.Control;

/// <summary>The answers as JSON, generated at build time: neither side may use reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ProgramStatus))]
[JsonSerializable(typeof(SuspendResult))]
[JsonSerializable(typeof(ResumeResult))]
[JsonSerializable(typeof(MoveResult))]
[JsonSerializable(typeof(SnapshotResult))]
[JsonSerializable(typeof(Refused))]
public sealed partial class ControlJson : JsonSerializerContext;
