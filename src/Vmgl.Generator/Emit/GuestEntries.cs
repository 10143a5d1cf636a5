using Vmgl.Generator.Model;
using Vmgl.Generator.Spec;

namespace Vmgl.Generator.Emit;

/// <summary>The guest's C# half: the slots that C calls, the replies, and bodiless partials for what is written by hand.</summary>
internal static class GuestEntries
{
    private static readonly Dictionary<string, string> s_glxTypes = new()
    {
        ["Bool"] = "int", ["int"] = "int", ["int32_t"] = "int", ["int64_t"] = "long",
        ["GLint"] = "int", ["char"] = "byte", ["unsigned int"] = "uint", ["unsigned long"] = "nuint",
        ["GLXContext"] = "nint", ["GLXFBConfig"] = "nint", ["GLXDrawable"] = "nuint", ["GLXWindow"] = "nuint", ["GLXPixmap"] = "nuint",
            ["GLXPbuffer"] = "nuint",
        ["Pixmap"] = "nuint", ["Font"] = "nuint", ["Window"] = "nuint",
        ["void"] = "void", ["GLuint"] = "uint",
    };

    /// <summary>The table and its thin, exception-proof wrappers.</summary>
    public static string EmitTable(IReadOnlyList<Command> commands)
    {
        List<Command> entries = CTables.GuestEntries(commands);
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec"));
        code.Line("\nnamespace Vmgl.GuestShim;\n");
        code.Line("/// <summary>What C calls: one thin wrapper per slot. No exception crosses into C.</summary>");
        code.Block("internal static unsafe partial class GuestTable", () =>
        {
            code.Line($"public const int Count = {entries.Count};\n");
            code.Block("public static void Fill(nint* slots)", () =>
            {
                for (int i = 0; i < entries.Count; i++)
                {
                    string types = string.Concat(entries[i].GlParameters.Select(p => TypeOf(p) + ", "));
                    code.Line($"slots[{i}] = (nint)(delegate* unmanaged<{types}{ReturnTypeOf(entries[i])}>)&{entries[i].Name};");
                }
            });
        });
        return code.ToString();
    }

    /// <summary>The wrappers of one area.</summary>
    public static string EmitWrappers(string area, IEnumerable<Command> commands)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead($"spec, area {area}"));
        code.Line("\nusing System.Runtime.InteropServices;\nusing Vmgl.GuestShim.Interop;\n\nnamespace Vmgl.GuestShim;\n");
        code.Block("internal static unsafe partial class GuestTable", () =>
            CTables.GuestEntries([.. commands]).ForEach(c => EmitWrapper(code, c)));
        return code.ToString();
    }

    private static void EmitWrapper(CodeWriter code, Command command)
    {
        code.Line("\n[UnmanagedCallersOnly]");
        code.Block($"private static {ReturnTypeOf(command)} {command.Name}({ParameterList(command)})", () =>
        {
            code.Line($"try {{ {(command.IsGlx ? Forward(command) : ForwardCurrent(command))} }}");
            code.Line(ReturnTypeOf(command) == "void"
                ? $"catch (Exception e) {{ Failure.ReportCommand(\"{command.Name}\", e); }}"
                : $"catch (Exception e) {{ Failure.ReportCommand(\"{command.Name}\", e); return default; }}");
        });
    }

    private static string Forward(Command command) =>
        $"{(ReturnTypeOf(command) == "void" ? "" : "return ")}Glx.GlxCommands.{command.ShortName}({Arguments(command)});";

    /// <summary>GL commands get the calling thread's stream and context; without one nothing happens.</summary>
    private static string ForwardCurrent(Command command)
    {
        bool asks = command.Class == CommandClass.Reply;
        string current = $"GuestThread.TryGetCurrent(out GuestStream? stream, out {(asks ? "_" : "GuestContext? context")})";
        string call = asks
            ? $"Gl.{command.GuestClass}.Ask{command.ShortName}({Arguments(command, "stream")})"
            : $"Gl.{command.GuestClass}.{command.ShortName}({Arguments(command, "stream", "context")})";
        return ReturnTypeOf(command) == "void" ? $"if ({current}) {{ {call}; }}"
            : $"return {current} ? {call} : {command.WithoutContext ?? "default"};";
    }

    /// <summary>The bodies of class reply, the bodies of class client that have a recipe, and declarations of the others, for one
    /// area.</summary>
    public static string EmitArea(string area, string title, IReadOnlyList<Command> commands)
    {
        bool glx = commands.Any(c => c.IsGlx);
        var code = new CodeWriter();
        code.Line(Names.CSharpHead($"spec, area {area}"));
        code.Line($"\n// {title}\nusing Vmgl.GuestShim.State;\nusing Vmgl.SuspendResume.Answers;\nusing Vmgl.Wire;\nusing Vmgl.Wire.Commands;\n\nnamespace Vmgl.GuestShim.{(glx ? "Glx" : "Gl")};");
        foreach (var group in CTables.GuestEntries(commands).GroupBy(c => glx ? "GlxCommands" : c.GuestClass))
        {
            code.Line();
            code.Block($"internal static unsafe partial class {group.Key}", () =>
            {
                foreach (Command command in commands.Where(group.Contains))
                {
                    Body(code, command);
                }

                GuestBodies.Hooks(code, [.. commands.Where(group.Contains)]);
            });
        }

        return code.ToString();
    }

    private static void Body(CodeWriter code, Command command)
    {
        if (command.Recipe is not null)
        {
            GuestBodies.Body(code, command);
        }
        else if (command.Class == CommandClass.Client)
        {
            code.Line($"/// <summary><c>{command.Registry.Prototype}</c></summary>");
            code.Line($"public static partial {Head(command)};\n");
        }

        if (RecipeReader.IsAsked(command))
        {
            GuestBodies.Ask(code, command);
        }
    }

    /// <summary>What a body returns, its name and its parameters.</summary>
    public static string Head(Command command) => command.IsGlx
        ? $"{ReturnTypeOf(command)} {command.ShortName}({ParameterList(command)})"
        : $"{ReturnTypeOf(command)} {command.ShortName}({ParameterList(command, "GuestStream stream", "GuestContext context")})";

    /// <summary>Arguments of a call with a command's parameters, behind others.</summary>
    public static string Arguments(Command command, params string[] before) =>
        string.Join(", ", before.Concat(command.GlParameters.Select(p => Names.ParameterName(p.Name))));

    /// <summary>A command's parameters as C# declares them, behind others.</summary>
    public static string ParameterList(Command command, params string[] before) =>
        string.Join(", ", before.Concat(command.GlParameters.Select(p => $"{TypeOf(p)} {Names.ParameterName(p.Name)}")));

    /// <summary>A parameter's C# type.</summary>
    public static string TypeOf(Parameter p) =>
        p.Type is not null ? HostReplay.CSharpType(p) : GlxType(p.Registry.Type, p.Registry.Stars);

    /// <summary>The C# type that a command returns.</summary>
    public static string ReturnTypeOf(Command command)
    {
        int stars = command.Returns.Count(c => c == '*');
        string name = command.Returns.Replace("const", "", StringComparison.Ordinal).Replace('*', ' ').Trim();
        return GlType.Find(name) is GlType type ? type.CSharp + new string('*', stars) : GlxType(name, stars);
    }

    /// <summary>GLX's C types: known scalars keep their stars; a pointer to a struct we do not look into is a number.</summary>
    private static string GlxType(string name, int stars) =>
        s_glxTypes.TryGetValue(name, out string? known) ? known + new string('*', stars)
        : stars > 0 ? "nint"
        : throw new SpecException($"GLX type {name} has no C# type in the generator");

    /// <summary>The kinds of object names, in the order that C has them in.</summary>
    public static string ObjectKinds(SpecFiles spec)
    {
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/objects.spec"));
        code.Line("\nnamespace Vmgl.GuestShim.State;\n\n/// <summary>Kinds of object names.</summary>");
        code.Block("internal enum ObjectKind", () => spec.Objects.Where(o => o.HasNames).ToList().ForEach(o => code.Line($"{o.Name},")));
        return code.ToString();
    }

    /// <summary>What is advertised and how far GL_VERSION may go, as the guest needs it.</summary>
    public static string EmitCapabilities(SpecFiles spec, IReadOnlyList<Command> commands, Registry.KhronosRegistry registry)
    {
        HashSet<string> exported = CTables.ExportedNames(commands).ToHashSet();
        var code = new CodeWriter();
        code.Line(Names.CSharpHead("spec/extensions.spec and spec/glx.spec"));
        code.Line("\nnamespace Vmgl.GuestShim.State;\n");
        code.Line("/// <summary>What may be advertised because every command of it is there.</summary>");
        code.Block("internal static class Capabilities", () =>
        {
            string[] versions = [.. spec.Versions.Where(v => v.Api == "gl")
                .TakeWhile(v => registry.RequiredBy[v.RegistryName].All(exported.Contains)).Select(v => v.Version)];
            code.Line("/// <summary>The newest GL version all of whose commands are exported; empty when even 1.0 has gaps.</summary>");
            code.Line($"public const string GlVersion = \"{versions.LastOrDefault() ?? ""}\";\n");
            code.Line("/// <summary>GL extensions that may be advertised where the host has them.</summary>");
            EmitList(code, "GlExtensions", spec.Extensions.Where(e => e.Rule is null && IsWhole(e)).Select(e => e.Name));
            foreach (var group in spec.Extensions.Where(e => e.Rule is not null).GroupBy(e => e.Rule))
            {
                code.Line();
                EmitList(code, "Glx" + Names.ToPascalCase(group.Key!.Replace('-', '_')), group.Select(e => e.Name));
            }
        });
        return code.ToString();

        bool IsWhole(SpecExtension e) =>
            (e.Unregistered || registry.RequiredBy[e.Name].All(exported.Contains)) && e.Needs.All(exported.Contains);
    }

    private static void EmitList(CodeWriter code, string name, IEnumerable<string> values)
    {
        code.Line($"public static readonly string[] {name} =\n[");
        foreach (string value in values)
        {
            code.Line($"    \"{value}\",");
        }

        code.Line("];");
    }
}
