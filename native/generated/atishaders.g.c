/* Made by Vmgl.Generator from spec, area atishaders. Change that, then run: make generate */
/* Fragment shaders of texture instructions (ATI_fragment_shader) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY GLuint glGenFragmentShadersATI(GLuint range)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glGenFragmentShadersATI) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenFragmentShadersATI);
    return guest ? guest(range) : 0;
}

VMGL_ENTRY void glBindFragmentShaderATI(GLuint id)
{
    vmgl_use_name(VMGL_OBJECT_ATISHADER, id);
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0401, 2);
    vmgl_put_u32(at + 4, id);
}

VMGL_ENTRY void glDeleteFragmentShaderATI(GLuint id)
{
    __typeof__(&glDeleteFragmentShaderATI) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteFragmentShaderATI);
    if (guest)
        guest(id);
}

VMGL_ENTRY void glBeginFragmentShaderATI(void)
{
    __typeof__(&glBeginFragmentShaderATI) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBeginFragmentShaderATI);
    if (guest)
        guest();
}

VMGL_ENTRY void glEndFragmentShaderATI(void)
{
    __typeof__(&glEndFragmentShaderATI) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glEndFragmentShaderATI);
    if (guest)
        guest();
}

VMGL_ENTRY void glPassTexCoordATI(GLuint dst, GLuint coord, GLenum swizzle)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0405, 4);
    vmgl_put_u32(at + 4, dst);
    vmgl_put_u32(at + 8, coord);
    vmgl_put_u32(at + 12, swizzle);
}

VMGL_ENTRY void glSampleMapATI(GLuint dst, GLuint interp, GLenum swizzle)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0406, 4);
    vmgl_put_u32(at + 4, dst);
    vmgl_put_u32(at + 8, interp);
    vmgl_put_u32(at + 12, swizzle);
}

VMGL_ENTRY void glColorFragmentOp1ATI(GLenum op, GLuint dst, GLuint dstMask, GLuint dstMod, GLuint arg1, GLuint arg1Rep, GLuint arg1Mod)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x0407, 8);
    vmgl_put_u32(at + 4, op);
    vmgl_put_u32(at + 8, dst);
    vmgl_put_u32(at + 12, dstMask);
    vmgl_put_u32(at + 16, dstMod);
    vmgl_put_u32(at + 20, arg1);
    vmgl_put_u32(at + 24, arg1Rep);
    vmgl_put_u32(at + 28, arg1Mod);
}

VMGL_ENTRY void glColorFragmentOp2ATI(GLenum op, GLuint dst, GLuint dstMask, GLuint dstMod, GLuint arg1, GLuint arg1Rep, GLuint arg1Mod, GLuint arg2, GLuint arg2Rep, GLuint arg2Mod)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x0408, 11);
    vmgl_put_u32(at + 4, op);
    vmgl_put_u32(at + 8, dst);
    vmgl_put_u32(at + 12, dstMask);
    vmgl_put_u32(at + 16, dstMod);
    vmgl_put_u32(at + 20, arg1);
    vmgl_put_u32(at + 24, arg1Rep);
    vmgl_put_u32(at + 28, arg1Mod);
    vmgl_put_u32(at + 32, arg2);
    vmgl_put_u32(at + 36, arg2Rep);
    vmgl_put_u32(at + 40, arg2Mod);
}

VMGL_ENTRY void glColorFragmentOp3ATI(GLenum op, GLuint dst, GLuint dstMask, GLuint dstMod, GLuint arg1, GLuint arg1Rep, GLuint arg1Mod, GLuint arg2, GLuint arg2Rep, GLuint arg2Mod, GLuint arg3, GLuint arg3Rep, GLuint arg3Mod)
{
    uint8_t *at = vmgl_room(56);
    vmgl_head(at, 0x0409, 14);
    vmgl_put_u32(at + 4, op);
    vmgl_put_u32(at + 8, dst);
    vmgl_put_u32(at + 12, dstMask);
    vmgl_put_u32(at + 16, dstMod);
    vmgl_put_u32(at + 20, arg1);
    vmgl_put_u32(at + 24, arg1Rep);
    vmgl_put_u32(at + 28, arg1Mod);
    vmgl_put_u32(at + 32, arg2);
    vmgl_put_u32(at + 36, arg2Rep);
    vmgl_put_u32(at + 40, arg2Mod);
    vmgl_put_u32(at + 44, arg3);
    vmgl_put_u32(at + 48, arg3Rep);
    vmgl_put_u32(at + 52, arg3Mod);
}

VMGL_ENTRY void glAlphaFragmentOp1ATI(GLenum op, GLuint dst, GLuint dstMod, GLuint arg1, GLuint arg1Rep, GLuint arg1Mod)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x040a, 7);
    vmgl_put_u32(at + 4, op);
    vmgl_put_u32(at + 8, dst);
    vmgl_put_u32(at + 12, dstMod);
    vmgl_put_u32(at + 16, arg1);
    vmgl_put_u32(at + 20, arg1Rep);
    vmgl_put_u32(at + 24, arg1Mod);
}

VMGL_ENTRY void glAlphaFragmentOp2ATI(GLenum op, GLuint dst, GLuint dstMod, GLuint arg1, GLuint arg1Rep, GLuint arg1Mod, GLuint arg2, GLuint arg2Rep, GLuint arg2Mod)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x040b, 10);
    vmgl_put_u32(at + 4, op);
    vmgl_put_u32(at + 8, dst);
    vmgl_put_u32(at + 12, dstMod);
    vmgl_put_u32(at + 16, arg1);
    vmgl_put_u32(at + 20, arg1Rep);
    vmgl_put_u32(at + 24, arg1Mod);
    vmgl_put_u32(at + 28, arg2);
    vmgl_put_u32(at + 32, arg2Rep);
    vmgl_put_u32(at + 36, arg2Mod);
}

VMGL_ENTRY void glAlphaFragmentOp3ATI(GLenum op, GLuint dst, GLuint dstMod, GLuint arg1, GLuint arg1Rep, GLuint arg1Mod, GLuint arg2, GLuint arg2Rep, GLuint arg2Mod, GLuint arg3, GLuint arg3Rep, GLuint arg3Mod)
{
    uint8_t *at = vmgl_room(52);
    vmgl_head(at, 0x040c, 13);
    vmgl_put_u32(at + 4, op);
    vmgl_put_u32(at + 8, dst);
    vmgl_put_u32(at + 12, dstMod);
    vmgl_put_u32(at + 16, arg1);
    vmgl_put_u32(at + 20, arg1Rep);
    vmgl_put_u32(at + 24, arg1Mod);
    vmgl_put_u32(at + 28, arg2);
    vmgl_put_u32(at + 32, arg2Rep);
    vmgl_put_u32(at + 36, arg2Mod);
    vmgl_put_u32(at + 40, arg3);
    vmgl_put_u32(at + 44, arg3Rep);
    vmgl_put_u32(at + 48, arg3Mod);
}

VMGL_ENTRY void glSetFragmentShaderConstantATI(GLuint dst, const GLfloat *value)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x040d, 6);
    vmgl_put_u32(at + 4, dst);
    vmgl_put_fixed(at + 8, value, 16);
}
