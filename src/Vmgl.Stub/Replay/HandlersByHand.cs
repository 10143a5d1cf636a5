// The table of handlers (Generated/HandlerTable.g.cs) takes a handler that is written by hand from whichever of these classes has it;
// without it the build fails.
global using static Vmgl.Stub.Replay.ArrayHandlers;
global using static Vmgl.Stub.Replay.DebugHandlers;
global using static Vmgl.Stub.Replay.ErrorHandlers;
global using static Vmgl.Stub.Replay.GlxHandlers;
global using static Vmgl.Stub.Replay.ImagingHandlers;
global using static Vmgl.Stub.Replay.NameHandlers;
global using static Vmgl.Stub.Replay.PixelHandlers;
global using static Vmgl.Stub.Replay.ProgramParameterHandlers;
global using static Vmgl.Stub.Replay.QueryHandlers;
global using static Vmgl.Stub.Replay.SelectionHandlers;
global using static Vmgl.Stub.Replay.ShaderHandlers;
global using static Vmgl.Stub.Replay.SurfaceHandlers;
global using static Vmgl.Stub.Replay.SyncHandlers;
global using static Vmgl.Stub.Replay.UniformHandlers;
