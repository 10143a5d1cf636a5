using Vmgl.GuestShim.Interop;
using Vmgl.GuestShim.State;
using Vmgl.Wire;
using Vmgl.Wire.Commands;
using Vmgl.Wire.Shaders;

namespace Vmgl.GuestShim.Gl;

/// <summary>Asking the host to describe shaders and programs.</summary>
internal static class ShaderDescriptions
{
    /// <summary>The description of an object, which the host is asked for where none is known; null when the object is not there, or GL
    /// found another error.</summary>
    public static KnownObject? FindOrAsk(this ShaderObject found, GuestStream stream, bool attachments, bool withSource)
    {
        if (found.FindDescription(attachments) is KnownObject known && (!withSource || known.Source is not null))
        {
            return known;
        }

        ObjectCounts asked = found.Counts;
        KnownObject? told = AskForDescription(found, stream, withSource);
        if (told is not null)
        {
            found.KeepDescription(told, asked);
        }

        return told;
    }

    private static KnownObject? AskForDescription(ShaderObject found, GuestStream stream, bool withSource)
    {
        uint token = stream.NextToken();
        if (found.IsProgram)
        {
            DescribeProgram.Write(stream.Reserve(DescribeProgram.Bytes), token, found.Name);
        }
        else
        {
            DescribeShader.Write(stream.Reserve(DescribeShader.Bytes), token, found.Name, withSource ? 1u : 0);
        }

        using Reply reply = stream.AskHost(token, found.IsProgram ? Opcode.DescribeProgram : Opcode.DescribeShader);
        return reply.Rest.IsEmpty ? null : ReadDescription(reply.Rest);
    }

    /// <summary>Reads a reply; where it cannot be read nothing is known, so that everything is asked for.</summary>
    private static KnownObject ReadDescription(ReadOnlySpan<byte> reply)
    {
        try
        {
            return new KnownObject(ObjectDescription.Decode(reply));
        }
        catch (ProtocolException e)
        {
            Failure.ReportLine($"the host's {e.Message}");
            return new KnownObject(new ObjectDescription());
        }
    }
}
