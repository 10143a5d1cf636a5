using System.Buffers.Binary;
using Vmgl.Wire.Handshake;

namespace Vmgl.Stub.Daemon;

/// <summary>Whether a greeting may go on to a worker.</summary>
internal static class GreetingCheck
{
    /// <summary>The refusal, or null and the decoded greeting.</summary>
    /// <exception cref="Vmgl.Wire.ProtocolException">A length inside the greeting does not fit.</exception>
    public static Answer? CheckGreeting(ReadOnlySpan<byte> greeting, out Hello? hello)
    {
        hello = null;
        ProtocolVersion version = Hello.ReadVersion(greeting);
        if (!ProtocolVersion.Current.AcceptsPeer(version))
        {
            return WrongVersion(version);
        }

        hello = Hello.Decode(greeting);
        return hello.Method is AuthenticationMethod.None or AuthenticationMethod.SessionKey ? null : UnknownMethod(hello.Method);
    }

    private static Answer WrongVersion(ProtocolVersion guest)
    {
        ProtocolVersion host = ProtocolVersion.Current;
        string older = guest.Major < host.Major ? "in the guest" : "on the host";
        return Answer.CreateRefusal(
            AnswerStatus.WrongVersion,
            $"the guest's libGL speaks protocol {guest}, stub-daemon speaks {host}; install the newer VMGL {older}");
    }

    private static Answer UnknownMethod(AuthenticationMethod method) => Answer.CreateRefusal(
        AnswerStatus.NotAuthenticated,
        $"stub-daemon does not know authentication method {(uint)method}; install the same version of VMGL in the guest and on the host");
}
