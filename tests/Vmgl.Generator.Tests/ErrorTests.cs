using Vmgl.Generator.Emit;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Tests;

/// <summary>What the generator says to a spec that cannot be. Each message begins with file and line.</summary>
public class ErrorTests
{
    private const string Vertex = "0x0001 append glVertex3f effect=draw";

    [Theory]
    [InlineData(
        "0x0001 append glLightfv effect=draw",
        "tiny.spec:2: glLightfv: pointer params has no size rule; the registry says COMPSIZE(pname)")]
    [InlineData(
        "0x0001 append glLightfv params=count effect=draw",
        "tiny.spec:2: glLightfv: cannot read the size \"count\" of params; a size is a product of numbers, parameters and size(parameter)")]
    [InlineData(
        "0x0001 append glTexImage2D pixels=image effect=draw",
        "tiny.spec:2: glTexImage2D: pixels=image needs class client or a later=\"…\"")]
    [InlineData(
        "0x0001 append glBindBuffer effect=draw",
        "tiny.spec:2: glBindBuffer: buffer names a buffer, and no object type has that class")]
    [InlineData(
        "0x0001 append glIndexi c:Colour effect=draw",
        "tiny.spec:2: glIndexi: no object type is called Colour")]
    [InlineData(
        "0x0001 appended glVertex3f effect=draw",
        "tiny.spec:2: \"appended\" is not a class; use append, client, reply or native")]
    [InlineData(
        "0x0001 append glVertex9f effect=draw",
        "tiny.spec:2: the registry has no command glVertex9f")]
    [InlineData(
        "0x0001 reply glIsTexture attachments effect=ask",
        "tiny.spec:2: glIsTexture: attachments stands behind the command, and one that returns GLboolean has ended there")]
    [InlineData(
        "0x0001 append glVertex3f",
        "tiny.spec:2: glVertex3f: says no effect on state (effect=…)")]
    [InlineData(
        "0x0001 append glVertex3f effect=explode",
        "tiny.spec:2: glVertex3f: \"explode\" is not an effect; spec/effects.spec lists them")]
    [InlineData(
        "0x0001 append glVertex3f effect=set(w)",
        "tiny.spec:2: glVertex3f: effect key w is not a parameter")]
    [InlineData(
        "0x0001 append glVertex3f effect=draw also=glVertex3d",
        "tiny.spec:2: the registry does not call glVertex3d another name of glVertex3f")]
    [InlineData(
        "0x0001 append glVertex3f effect=draw also=glVertex9f",
        "tiny.spec:2: the registry has no command glVertex9f")]
    [InlineData(
        "0x0001 append glVertex3f effect=draw loudly",
        "tiny.spec:2: glVertex3f: \"loudly\" is neither a word of the spec nor a parameter (void glVertex3f(GLfloat x, GLfloat y, GLfloat z))")]
    [InlineData(
        "0x0001 append glVertex3f w=4 effect=draw",
        "tiny.spec:2: glVertex3f: \"w\" is neither a word of the spec nor a parameter (void glVertex3f(GLfloat x, GLfloat y, GLfloat z))")]
    [InlineData(
        "1 append glVertex3f effect=draw",
        "tiny.spec:2: \"1\" is not an opcode; use 0x0001 to 0xffff, or - for what never travels")]
    [InlineData("0x10000 append glVertex3f effect=draw",
        "tiny.spec:2: \"0x10000\" is not an opcode; use 0x0001 to 0xffff, or - for what never travels")]
    [InlineData("0x0000 append glVertex3f effect=draw",
        "tiny.spec:2: \"0x0000\" is not an opcode; use 0x0001 to 0xffff, or - for what never travels")]
    [InlineData("0x0001 append", "tiny.spec:2: a command is: OPCODE CLASS NAME [items]")]
    [InlineData("class Tiny Tinier", "tiny.spec:2: a class is: class NAME, below the area line of the commands whose bodies it has in the guest")]
    [InlineData("    4 GL_AMBIENT", "tiny.spec:2: an indented line continues nothing")]
    [InlineData("area tiny", "tiny.spec:2: an area is: area NAME \"TITLE\" [library=LIBRARY] [api=API]")]
    [InlineData("area sheep \"Sheep\" wool=white",
        "tiny.spec:2: sheep: \"wool\" is not an item of an area; use library=LIBRARY or api=API")]
    [InlineData("area sheep \"Sheep\" library=Wool", "tiny.spec:2: sheep: no library is called Wool; use GL, GLESv2 or EGL")]
    [InlineData("area sheep \"Sheep\" api=wool", "tiny.spec:2: sheep: no API is called wool; use gl, gles2, egl or glx")]
    [InlineData("versions", "tiny.spec:2: versions are: versions [api=API] VERSION…")]
    [InlineData("versions api=wool 1.0", "tiny.spec:2: versions: no API is called wool; use gl, gles2, egl or glx")]
    [InlineData("versions 9.9", "tiny.spec:2: the registry has no version GL_VERSION_9_9 of API gl")]
    [InlineData("versions api=gles2 2.0", "tiny.spec:2: GL_ES_VERSION_2_0 requires glActiveTexture, which no line of the spec classifies")]
    [InlineData(
        "area sheep \"Sheep\" api=gles2\n0x0001 append glVertex3f effect=draw",
        "tiny.spec:3: glVertex3f: area sheep is of API gles2, and the registry has the command in gl; say api=… in the area's line, or move the command")]
    [InlineData("object Texture", "tiny.spec:2: an object type is: object NAME class=\"…\" [group=GROUP] [target=GROUP,…] [mapped] [placed] [unnamed]")]
    [InlineData("object Texture group=Texture",
        "tiny.spec:2: an object type is: object NAME class=\"…\" [group=GROUP] [target=GROUP,…] [mapped] [placed] [unnamed]")]
    [InlineData("effect melt", "tiny.spec:2: an effect is: effect NAME [step=STEP] \"MEANING\"")]
    [InlineData("effect melt step=melted", "tiny.spec:2: an effect is: effect NAME [step=STEP] \"MEANING\"")]
    [InlineData("step melt", "tiny.spec:2: a step is: step NAME \"MEANING\"")]
    [InlineData("effect melt step=melted \"melts\"", "tiny.spec:2: melt: \"melted\" is not a step; spec/effects.spec lists them")]
    [InlineData("step melted \"melts\"", "tiny.spec:2: no command takes the step melted")]
    [InlineData("0x0001 append glVertex3f effect=draw step=melted",
        "tiny.spec:2: glVertex3f: \"melted\" is not a step; spec/effects.spec lists them")]
    [InlineData("0x0001 append glPushName effect=push\nkeeps glPushName",
        "tiny.spec:2: glPushName: effect=push does not tell what the mirror of a context does; say step=… (spec/effects.spec lists them)")]
    [InlineData("size fog", "tiny.spec:2: a size is: size NAME otherwise NUMBER")]
    [InlineData("size fog otherwise 1\n    GL_FOG_COLOR 4", "tiny.spec:3: a row of a size is: ELEMENTS ENUM…")]
    [InlineData("size fog otherwise 1\n    4 GL_NO_SUCH_ENUM", "tiny.spec:3: the registry has no enum GL_NO_SUCH_ENUM")]
    [InlineData("attributes Odd\n    GLX_RGBA\n    GLX_NO_SUCH", "tiny.spec:2: the registry has no enum GLX_NO_SUCH")]
    [InlineData("extension GL_EXT_none_such", "tiny.spec:2: the registry has no extension GL_EXT_none_such; mark it unregistered if it exists all the same")]
    [InlineData("extension GL_ARB_multisample",
        "tiny.spec:2: GL_ARB_multisample requires glSampleCoverageARB, which no line of the spec classifies")]
    [InlineData("extension GL_EXT_blend_logic_op needs glLogicOp",
        "tiny.spec:2: GL_EXT_blend_logic_op requires glLogicOp, which no line of the spec classifies")]
    [InlineData("versions 1.3", "tiny.spec:2: GL_VERSION_1_3 requires glActiveTexture, which no line of the spec classifies")]
    public void Line_ThatCannotBe_IsRefusedWithItsPlace(string line, string message) =>
        Assert.Equal(message, Tiny.Refusal($"area tiny \"Tiny\"\n{line}"));

    /// <summary>The words that have the generator write the guest's body.</summary>
    [Theory]
    [InlineData(
        "append glVertex3f then=noteVertex(x) effect=draw",
        "glVertex3f: then describes the guest's body, and class append has none; use class client")]
    [InlineData(
        "client glGenTextures local names upload effect=generate",
        "glGenTextures: upload and names each describe the whole body; keep one of them")]
    [InlineData(
        "client glTexImage2D pixels=image(format,type,width,height) bulk=pixels upload effect=draw",
        "glTexImage2D: upload sends one array of pixels; it needs bulk=PARAM with PARAM=image(…) or bitmap(…) and optional=PARAM, or with a size that is one parameter")]
    [InlineData(
        "client glTexImage2D pixels=image(format,type,width,height) bulk=pixels optional=pixels upload=half effect=draw",
        "glTexImage2D: upload=half is not known; use upload, or upload=whole for a command that is not sent without its image")]
    [InlineData(
        "client glIsTexture kept=texture effect=ask",
        "glIsTexture: cannot read \"kept=texture\"; it is kept=METHOD(PARAMETER,…)")]
    [InlineData(
        "client glIsTexture kept=texture(name) effect=ask",
        "glIsTexture: kept=… names name, which is not a parameter (GLboolean glIsTexture(GLuint texture))")]
    [InlineData(
        "client glVertex3f kept=vertex(x) effect=draw",
        "glVertex3f: kept=… answers in the guest or asks the host; it needs a command that travels and returns one value or fills one array")]
    [InlineData(
        "client glGetLightfv params=light(pname) answers=light,pname,params effect=ask",
        "glGetLightfv: answers=[TARGET,]NAME asks the mirror first; it needs a command that travels and fills one array of GLboolean, GLint, GLfloat, GLdouble")]
    [InlineData(
        "client glPrioritizeTextures names effect=draw",
        "glPrioritizeTextures: names makes or releases an array of object names; it needs local effect=generate or effect=delete, and an array of names that a parameter counts")]
    [InlineData(
        "client glIsTexture then=noteQuestion(texture) effect=ask",
        "glIsTexture: then=… calls the guest behind the command; it needs one that travels and returns nothing")]
    [InlineData(
        "client glVertex3f no-context=1 effect=draw",
        "glVertex3f: no-context=… is the value that a client or reply command returns without a context, and this one returns none")]
    [InlineData(
        "client glIsTexture no-context=GL_NO_SUCH effect=ask",
        "glIsTexture: no-context=GL_NO_SUCH is neither an integer nor an enum of the registry")]
    public void Recipe_ThatDoesNotFitItsCommand_IsRefusedWithItsPlace(string line, string message) =>
        Assert.Equal($"tiny.spec:2: {message}", Tiny.Refusal($"area tiny \"Tiny\"\n0x0001 {line}"));

    [Fact]
    public void Hook_CalledWithOtherTypes_IsRefused()
    {
        List<Model.Command> tiny = Tiny.BoundCommands(
            "area tiny \"Tiny\"\n0x0001 client glVertex3f then=note(x) effect=draw\n0x0002 client glVertex3d then=note(x) effect=draw");
        Assert.Equal(
            "tiny.spec:3: glVertex3d: Note gets (double) here and (float) above; give it another name",
            Assert.Throws<SpecException>(() => GuestEntries.EmitArea("tiny", "Tiny", tiny)).Message);
    }

    [Theory]
    [InlineData("state GL_FOG number", "tiny.spec:3: a state is: state NAME FORM items…, with a form of cap, enum, int, bool, float, color, name, history")]
    [InlineData("state GL_FOG cap", "tiny.spec:3: GL_FOG: which bits of glPushAttrib save it? Add it to a capabilities line of spec/slots.spec, or say unsure or unsaved")]
    [InlineData("state GL_DEPTH_FUNC enum", "tiny.spec:3: GL_DEPTH_FUNC: no rule sets it by a command that has a slot; say slot=NAME (spec/slots.spec), unsure or unsaved")]
    [InlineData("state GL_DEPTH_FUNC enum slot=DepthFunk", "tiny.spec:3: GL_DEPTH_FUNC: spec/slots.spec has no slot DepthFunk")]
    [InlineData("state GL_FOG cap group=none", "tiny.spec:3: GL_FOG: \"group\" is not an item of a state")]
    [InlineData("state GL_NO_FOG cap unsaved", "tiny.spec:3: the registry has no enum GL_NO_FOG")]
    [InlineData("state GL_FOG cap unsaved\nstate GL_FOG cap unsaved", "tiny.spec:4: GL_FOG is known already")]
    [InlineData("values comparison", "tiny.spec:3: a set of values is: values NAME ENUM…")]
    [InlineData("values comparison GL_SAME", "tiny.spec:3: the registry has no enum GL_SAME")]
    [InlineData("remembered int", "tiny.spec:3: remembered states are: remembered FORM [items…] NAME…")]
    [InlineData("keeps glFog*", "tiny.spec:3: no command that travels is called glFog*")]
    [InlineData("rule glDepthFunc", "tiny.spec:3: a rule is: rule COMMAND [immediate|either|vertex|anywhere|opens|closes] [by-hand] [conditions…] [-> assignments…], or: rule COMMAND forgets=\"REASON\"")]
    [InlineData("rule glDepthFunc immediate", "tiny.spec:3: glDepthFunc: a rule says what it sets behind \"->\", or by-hand")]
    [InlineData("rule glDepthFunk by-hand", "tiny.spec:3: no command that travels is called glDepthFunk")]
    [InlineData("rule glDepthFunc -> GL_DEPTH_FUNC=func",
        "tiny.spec:3: glDepthFunc: cannot read \"GL_DEPTH_FUNC=func\"; use STATE=parameter,… or STATE=? or FAMILY=?")]
    [InlineData(
        "state GL_DEPTH_FUNC enum unsaved\nrule glDepthFunc func:comparison -> GL_DEPTH_FUNC=func",
        "tiny.spec:4: glDepthFunc: cannot read the condition \"func:comparison\"; use parameter:set, :least..most, =ENUM, >number, >=number or <=STATE.component")]
    [InlineData("state GL_DEPTH_FUNC enum unsaved\nrule glDepthFunc -> GL_DEPTH_FUNC=mode",
        "tiny.spec:4: glDepthFunc: \"mode\" is none of its parameters")]
    [InlineData("state GL_DEPTH_FUNC enum unsaved\nrule glDepthFunc -> GL_DEPTH_FUNC=func,func",
        "tiny.spec:4: glDepthFunc: GL_DEPTH_FUNC has 1 values, not 2")]
    [InlineData("rule glDepthFunc forgets=\"\"", "tiny.spec:3: forgets needs a reason: forgets=\"REASON\"")]
    public void State_ThatCannotBe_IsRefusedWithItsPlace(string line, string message) =>
        Assert.Equal(message, Tiny.Refusal($"area tiny \"Tiny\"\n0x0001 append glDepthFunc effect=set()\n{line}\nslot DepthFunc groups=GL_DEPTH_BUFFER_BIT"));

    /// <summary>Catches a bug where such a command made the mirror of answers forget everything, and nobody noticed.</summary>
    [Theory]
    [InlineData("glDepthFunc effect=set()", "slot DepthFunc")]
    [InlineData("glNormal3f effect=current", "slot Normal")]
    [InlineData("glPushName effect=push step=push-name", "step push-name \"pushes a name\"")]
    public void Command_WhoseStateNobodyFolds_IsRefusedWithWhatToWrite(string command, string slot)
    {
        string name = command.Split(' ')[0];
        string effect = command.Split('=')[1].Split('(', ' ')[0];
        Assert.Equal(
            $"tiny.spec:2: {name}: effect={effect}, and no line says which state that questions are answered from it sets; spec/state.spec needs "
            + $"\"rule {name} … -> STATE=PARAMETER\" or \"-> STATE=?\", \"keeps {name}\" if it sets none, or \"rule {name} forgets=\"REASON\"\"",
            Tiny.Refusal($"area tiny \"Tiny\"\n0x0001 append {command}\n{slot}"));
    }

    [Theory]
    [InlineData("keeps glDepthFunc")]
    [InlineData("rule glDepthFunc forgets=\"a driver of old sets everything\"")]
    [InlineData("state GL_DEPTH_FUNC enum\nrule glDepthFunc -> GL_DEPTH_FUNC=func")]
    public void Command_WhoseStateSomebodyFolds_IsBound(string line) =>
        Assert.NotNull(Tiny.BoundState($"area tiny \"Tiny\"\n0x0001 append glDepthFunc effect=set()\nslot DepthFunc groups=GL_DEPTH_BUFFER_BIT\n{line}"));

    [Theory]
    [InlineData(
        "0x0001 append glFinish effect=object()",
        "tiny.spec:2: glFinish: which object is it about? Use effect=object(KIND@target) for the one that is bound, effect=object(KIND:name), or effect=object(KIND)")]
    [InlineData("0x0001 append glFinish effect=object(Sheep)",
        "tiny.spec:2: glFinish: no object type is called Sheep; spec/objects.spec lists them")]
    [InlineData("0x0001 append glGenerateMipmap effect=object(Texture@level)",
        "tiny.spec:2: glGenerateMipmap: effect key level is not a parameter")]
    [InlineData("0x0001 append glFinish effect=draw object=Sheep",
        "tiny.spec:2: glFinish: no object type is called Sheep; spec/objects.spec lists them")]
    [InlineData("method Shear", "tiny.spec:2: a method is: method NAME COMMAND…, where COMMAND* is every command that begins so")]
    [InlineData("method Shear glSheep*", "tiny.spec:2: Shear: no command of an object that travels is called glSheep*")]
    [InlineData(
        "method Shear glTexParameter*\n0x0001 append glTexParameteri effect=object(target,pname)\n0x0002 append glTexParameterf effect=object(target)",
        "tiny.spec:4: glTexParameterf: Shear is given (uint) for glTexParameteri and would be given () for glTexParameterf; give both the same keys")]
    [InlineData(
        "method Shear glTexParameteri glFlush\n0x0001 append glTexParameteri effect=object(target)\n0x0002 append glFlush effect=object(Program)",
        "tiny.spec:2: Shear: glTexParameteri is for a Texture, glFlush for a Program; use a method for each")]
    [InlineData("0x0002 append glTextureParameteri twin=sheep",
        "tiny.spec:2: glTextureParameteri: cannot read twin=sheep; use twin=COMMAND(KIND:parameter)")]
    [InlineData(
        "0x0002 append glTextureParameteri twin=glSheep(Texture:texture)",
        "tiny.spec:2: glTextureParameteri: no line of the spec has glSheep, its twin")]
    [InlineData(
        "0x0001 append glTexParameteri effect=object(target,pname)\n0x0002 append glTextureParameteri twin=glTexParameteri(Texture:name)",
        "tiny.spec:3: glTextureParameteri: twin=glTexParameteri(Texture:name) names name, which is not a parameter (void glTextureParameteri(GLuint texture, GLenum pname, GLint param))")]
    [InlineData(
        "0x0001 append glTexParameteri effect=object(target,pname)\n0x0002 append glTextureParameteri twin=glTexParameteri(Texture:texture) effect=draw",
        "tiny.spec:3: glTextureParameteri: its effect is that of glTexParameteri; leave effect=… out")]
    [InlineData(
        "0x0001 append glFinish effect=draw\n0x0002 append glTextureParameteri twin=glFinish(Texture:texture)",
        "tiny.spec:3: glTextureParameteri: its twin glFinish changes no Texture that is bound to a target; write the line in full")]
    [InlineData(
        "0x0001 append glTexParameteri effect=object(target,pname)\n0x0002 append glTextureParameterf twin=glTexParameteri(Texture:texture)",
        "tiny.spec:3: glTextureParameterf: its parameters differ from those of glTexParameteri in more than texture for target; write the line in full (void glTextureParameterf(GLuint texture, GLenum pname, GLfloat param); void glTexParameteri(GLenum target, GLenum pname, GLint param))")]
    public void Object_ThatCannotBe_IsRefusedWithItsPlace(string line, string message) =>
        Assert.Equal(message, Tiny.Refusal($"area tiny \"Tiny\"\n{line}"));

    [Fact]
    public void Command_BeforeAnyArea_IsRefused() =>
        Assert.Equal("tiny.spec:1: \"0x0001\" is not a known word, and a command needs an area line above it", Tiny.Refusal(Vertex));

    [Fact]
    public void Opcode_GivenTwice_IsRefused() => Assert.Equal(
        "tiny.spec:3: opcode 0x0001 of glVertex2f is glVertex3f's",
        Tiny.Refusal($"area tiny \"Tiny\"\n{Vertex}\n0x0001 append glVertex2f effect=draw"));

    [Fact]
    public void Opcode_ThatMoved_IsRefused() => Assert.Equal(
        "tiny.spec:2: glVertex3f: its opcode moved from 0x0007 to 0x0001; opcodes are frozen, give the new meaning a new one",
        Tiny.Refusal($"area tiny \"Tiny\"\n{Vertex}", new() { ["glVertex3f"] = 7 }));

    [Fact]
    public void Opcode_TakenAway_IsRefused() => Assert.Equal(
        "spec/opcodes.frozen:1: glVertex2f had opcode 0x0007 and is gone from the spec; opcodes are never given back",
        Tiny.Refusal($"area tiny \"Tiny\"\n{Vertex}", new() { ["glVertex3f"] = 1, ["glVertex2f"] = 7 }));

    [Fact]
    public void Command_GivenTwice_IsRefused() => Assert.Equal(
        "tiny.spec:3: glVertex3f stands in the spec twice",
        Tiny.Refusal($"area tiny \"Tiny\"\n{Vertex}\n0x0002 append glVertex3f effect=draw"));

    [Fact]
    public void Alias_ThatHasALineOfItsOwn_IsRefused() => Assert.Equal(
        "tiny.spec:3: glActiveTextureARB stands in the spec twice",
        Tiny.Refusal("area tiny \"Tiny\"\n0x0001 append glActiveTexture effect=draw also=glActiveTextureARB\n0x0002 append glActiveTextureARB effect=draw"));
}
