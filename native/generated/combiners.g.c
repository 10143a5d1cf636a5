/* Made by Vmgl.Generator from spec, area combiners. Change that, then run: make generate */
/* Register combiners (NV_register_combiners) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glCombinerParameterfvNV(GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_combinerParameter(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x030c, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}

VMGL_ENTRY void glCombinerParameterfNV(GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x030d, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_f32(at + 8, param);
}

VMGL_ENTRY void glCombinerParameterivNV(GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_combinerParameter(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x030e, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}

VMGL_ENTRY void glCombinerParameteriNV(GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x030f, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_i32(at + 8, param);
}

VMGL_ENTRY void glCombinerInputNV(GLenum stage, GLenum portion, GLenum variable, GLenum input, GLenum mapping, GLenum componentUsage)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0310, 7);
    vmgl_put_u32(at + 4, stage);
    vmgl_put_u32(at + 8, portion);
    vmgl_put_u32(at + 12, variable);
    vmgl_put_u32(at + 16, input);
    vmgl_put_u32(at + 20, mapping);
    vmgl_put_u32(at + 24, componentUsage);
}

VMGL_ENTRY void glCombinerOutputNV(GLenum stage, GLenum portion, GLenum abOutput, GLenum cdOutput, GLenum sumOutput, GLenum scale, GLenum bias, GLboolean abDotProduct, GLboolean cdDotProduct, GLboolean muxSum)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x0311, 11);
    vmgl_put_u32(at + 4, stage);
    vmgl_put_u32(at + 8, portion);
    vmgl_put_u32(at + 12, abOutput);
    vmgl_put_u32(at + 16, cdOutput);
    vmgl_put_u32(at + 20, sumOutput);
    vmgl_put_u32(at + 24, scale);
    vmgl_put_u32(at + 28, bias);
    vmgl_put_u32(at + 32, abDotProduct);
    vmgl_put_u32(at + 36, cdDotProduct);
    vmgl_put_u32(at + 40, muxSum);
}

VMGL_ENTRY void glFinalCombinerInputNV(GLenum variable, GLenum input, GLenum mapping, GLenum componentUsage)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0312, 5);
    vmgl_put_u32(at + 4, variable);
    vmgl_put_u32(at + 8, input);
    vmgl_put_u32(at + 12, mapping);
    vmgl_put_u32(at + 16, componentUsage);
}

VMGL_ENTRY void glGetCombinerInputParameterfvNV(GLenum stage, GLenum portion, GLenum variable, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetCombinerInputParameterfvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetCombinerInputParameterfvNV);
    if (guest)
        guest(stage, portion, variable, pname, params);
}

VMGL_ENTRY void glGetCombinerInputParameterivNV(GLenum stage, GLenum portion, GLenum variable, GLenum pname, GLint *params)
{
    __typeof__(&glGetCombinerInputParameterivNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetCombinerInputParameterivNV);
    if (guest)
        guest(stage, portion, variable, pname, params);
}

VMGL_ENTRY void glGetCombinerOutputParameterfvNV(GLenum stage, GLenum portion, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetCombinerOutputParameterfvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetCombinerOutputParameterfvNV);
    if (guest)
        guest(stage, portion, pname, params);
}

VMGL_ENTRY void glGetCombinerOutputParameterivNV(GLenum stage, GLenum portion, GLenum pname, GLint *params)
{
    __typeof__(&glGetCombinerOutputParameterivNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetCombinerOutputParameterivNV);
    if (guest)
        guest(stage, portion, pname, params);
}

VMGL_ENTRY void glGetFinalCombinerInputParameterfvNV(GLenum variable, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetFinalCombinerInputParameterfvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetFinalCombinerInputParameterfvNV);
    if (guest)
        guest(variable, pname, params);
}

VMGL_ENTRY void glGetFinalCombinerInputParameterivNV(GLenum variable, GLenum pname, GLint *params)
{
    __typeof__(&glGetFinalCombinerInputParameterivNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetFinalCombinerInputParameterivNV);
    if (guest)
        guest(variable, pname, params);
}

VMGL_ENTRY void glCombinerStageParameterfvNV(GLenum stage, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_combinerStageParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0319, bytes);
    vmgl_put_u32(at + 8, stage);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glGetCombinerStageParameterfvNV(GLenum stage, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetCombinerStageParameterfvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetCombinerStageParameterfvNV);
    if (guest)
        guest(stage, pname, params);
}
