namespace Vmgl.Stub.Basics;

/// <summary>The guest has left: nothing more can be sent to it.</summary>
internal sealed class GuestGoneException() : Exception("the guest has left");
