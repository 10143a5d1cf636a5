namespace Vmgl.SuspendResume.Rebuild.Objects;

/// <summary>What commands to objects address: the bindings of the context that gives them, all by the guest's names.</summary>
internal interface IBindings
{
    /// <summary>The context's number; objects called 0 belong to it.</summary>
    uint Context { get; }

    /// <summary>The texture that is bound to a target of the active unit. A face of a cube map counts as the cube map.</summary>
    uint Texture(uint target);

    /// <summary>The buffer object that is bound to a target, where bindings travel.</summary>
    uint Buffer(uint target);

    /// <summary>The program object in use (GL 2.0); 0 for none.</summary>
    uint Program { get; }

    /// <summary>The assembly program that is bound to a target (ARB_vertex_program).</summary>
    uint AssemblyProgram(uint target);

    /// <summary>What is drawn into; 0 for the drawable.</summary>
    uint DrawFramebuffer { get; }

    /// <summary>What is read from; 0 for the drawable.</summary>
    uint ReadFramebuffer { get; }

    /// <summary>The bound renderbuffer.</summary>
    uint Renderbuffer { get; }

    /// <summary>What sets the pixel transfer as it is now, in a context where it was never set; empty for the initial state.</summary>
    IReadOnlyList<Kept> PixelTransfer { get; }
}
