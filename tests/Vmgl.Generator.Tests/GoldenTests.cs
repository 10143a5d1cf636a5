using Vmgl.Generator.Emit;
using Vmgl.Generator.Model;
using Vmgl.Generator.Spec;
using Vmgl.Tests.Shared;

namespace Vmgl.Generator.Tests;

/// <summary>Everything that is made of one line, for one line of each kind. After a change that is meant, run the tests once with
/// VMGL_WRITE_GOLDENS=1 and read the difference.</summary>
public class GoldenTests
{
    private static readonly Lazy<SlotModel> s_slots = new(() => Loaded.ReadTree(Vmgl.Tests.Shared.Checkout.Root).Slots);

    [Theory]
    [InlineData("0x0001 append glVertex3f effect=draw")] // of fixed length
    [InlineData("0x0001 append glVertex3fv effect=draw")] // an array of constant length
    [InlineData("0x0001 append glPrioritizeTextures effect=draw")] // arrays sized by a parameter
    [InlineData("0x0001 append glLightfv params=light(pname) effect=set(light,pname)")] // an array sized by a table
    [InlineData("0x0001 append glBindTexture creates=texture effect=bind(target) also=glBindTextureEXT")] // an object name
    [InlineData("0x0001 append glProgramStringARB bulk=string effect=draw")] // bulk
    [InlineData("0x0001 append glPopAttrib track effect=draw")] // followed by C
    [InlineData("0x0001 append glGenerateMipmap attachments effect=draw")] // marked by C
    [InlineData("0x0001 reply glGetLightfv params=light(pname) effect=ask")] // a reply with an array
    [InlineData("0x0001 reply glIsTexture effect=ask")] // a reply with a value
    [InlineData("0x0001 client glDeleteTextures effect=draw")] // written by hand in the guest
    // An image of the program's memory
    [InlineData("0x0001 client glTexImage2D pixels=image(format,type,width,height) bulk=pixels optional=pixels upload effect=draw")]
    [InlineData("0x0001 client glCompressedTexSubImage1D bulk=data upload effect=draw")] // bytes of the program's memory
    [InlineData("0x0001 client glGetVertexAttribivARB kept=attribute(index,pname) effect=ask")] // kept in the guest
    // Kept in the guest or answered by the mirror
    [InlineData("0x0001 client glGetFloatv data=light(pname) kept=state(pname) answers=pname effect=ask")]
    [InlineData("0x0001 client glGenTextures local names effect=generate")] // names made in the guest
    [InlineData("0x0001 client glDeleteProgramsARB names then=forgetPrograms(n,programs) effect=delete")] // names released in the guest
    [InlineData("0x0001 reply glFinish effect=draw host-by-hand")] // written by hand in the host
    public void Command_OfEachKind_IsEmittedAsBefore(string line)
    {
        Command command = Tiny.Command(line);
        string emitted = Emitted(line, command);
        string golden = Checkout.PathOf($"tests/Vmgl.Generator.Tests/Goldens/{command.Name}.txt");
        if (Environment.GetEnvironmentVariable("VMGL_WRITE_GOLDENS") == "1")
        {
            File.WriteAllText(golden, emitted);
        }

        Assert.Equal(File.ReadAllText(golden), emitted);
    }

    private static string Emitted(string line, Command command)
    {
        var text = new CodeWriter();
        text.Line(line);
        Station("C entry", CEntries.EmitArea("tiny", "Tiny", [command]));
        Station("wire view", WireViews.EmitArea("tiny", "Tiny", [command]));
        Station("replay handler", HostReplay.EmitArea("tiny", "Tiny", [command]));
        if (command.Class != CommandClass.Append)
        {
            Station("guest", GuestEntries.EmitArea("tiny", "Tiny", [command]));
        }

        Station("mirror rule", MirrorRules.RuleText(command, s_slots.Value));
        return text.ToString();

        void Station(string name, string code) => text.Line($"\n==== {name} ====\n{code.TrimEnd()}");
    }
}
