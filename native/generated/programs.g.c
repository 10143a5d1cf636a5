/* Made by Vmgl.Generator from spec, area programs. Change that, then run: make generate */
/* Assembly programs (ARB_vertex_program, ARB_fragment_program) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glProgramStringARB(GLenum target, GLenum format, GLsizei len, const void *string)
{
    int64_t string_bytes = vmgl_times(1, len);
    if (vmgl_refuse_bulk(string_bytes))
        return;
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02c4, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, format);
    vmgl_put_i32(at + 12, len);
    vmgl_send_bulk(string, string_bytes);
}

VMGL_ENTRY void glBindProgramARB(GLenum target, GLuint program)
{
    vmgl_use_name(VMGL_OBJECT_PROGRAM, program);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02c5, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, program);
}

VMGL_ENTRY void glDeleteProgramsARB(GLsizei n, const GLuint *programs)
{
    __typeof__(&glDeleteProgramsARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteProgramsARB);
    if (guest)
        guest(n, programs);
}

VMGL_ENTRY void glGenProgramsARB(GLsizei n, GLuint *programs)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenProgramsARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenProgramsARB);
    if (guest)
        guest(n, programs);
}

VMGL_ENTRY void glProgramEnvParameter4dARB(GLenum target, GLuint index, GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x02c8, 11);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_f64(at + 12, x);
    vmgl_put_f64(at + 20, y);
    vmgl_put_f64(at + 28, z);
    vmgl_put_f64(at + 36, w);
}

VMGL_ENTRY void glProgramEnvParameter4dvARB(GLenum target, GLuint index, const GLdouble *params)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x02c9, 11);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_fixed(at + 12, params, 32);
}

VMGL_ENTRY void glProgramEnvParameter4fARB(GLenum target, GLuint index, GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x02ca, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_f32(at + 12, x);
    vmgl_put_f32(at + 16, y);
    vmgl_put_f32(at + 20, z);
    vmgl_put_f32(at + 24, w);
}

VMGL_ENTRY void glProgramEnvParameter4fvARB(GLenum target, GLuint index, const GLfloat *params)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x02cb, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_fixed(at + 12, params, 16);
}

VMGL_ENTRY void glProgramLocalParameter4dARB(GLenum target, GLuint index, GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x02cc, 11);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_f64(at + 12, x);
    vmgl_put_f64(at + 20, y);
    vmgl_put_f64(at + 28, z);
    vmgl_put_f64(at + 36, w);
}

VMGL_ENTRY void glProgramLocalParameter4dvARB(GLenum target, GLuint index, const GLdouble *params)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x02cd, 11);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_fixed(at + 12, params, 32);
}

VMGL_ENTRY void glProgramLocalParameter4fARB(GLenum target, GLuint index, GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x02ce, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_f32(at + 12, x);
    vmgl_put_f32(at + 16, y);
    vmgl_put_f32(at + 20, z);
    vmgl_put_f32(at + 24, w);
}

VMGL_ENTRY void glProgramLocalParameter4fvARB(GLenum target, GLuint index, const GLfloat *params)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x02cf, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_fixed(at + 12, params, 16);
}

VMGL_ENTRY void glGetProgramEnvParameterdvARB(GLenum target, GLuint index, GLdouble *params)
{
    __typeof__(&glGetProgramEnvParameterdvARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramEnvParameterdvARB);
    if (guest)
        guest(target, index, params);
}

VMGL_ENTRY void glGetProgramEnvParameterfvARB(GLenum target, GLuint index, GLfloat *params)
{
    __typeof__(&glGetProgramEnvParameterfvARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramEnvParameterfvARB);
    if (guest)
        guest(target, index, params);
}

VMGL_ENTRY void glGetProgramLocalParameterdvARB(GLenum target, GLuint index, GLdouble *params)
{
    __typeof__(&glGetProgramLocalParameterdvARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramLocalParameterdvARB);
    if (guest)
        guest(target, index, params);
}

VMGL_ENTRY void glGetProgramLocalParameterfvARB(GLenum target, GLuint index, GLfloat *params)
{
    __typeof__(&glGetProgramLocalParameterfvARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramLocalParameterfvARB);
    if (guest)
        guest(target, index, params);
}

VMGL_ENTRY void glGetProgramivARB(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetProgramivARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramivARB);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetProgramStringARB(GLenum target, GLenum pname, void *string)
{
    __typeof__(&glGetProgramStringARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramStringARB);
    if (guest)
        guest(target, pname, string);
}

VMGL_ENTRY GLboolean glIsProgramARB(GLuint program)
{
    __typeof__(&glIsProgramARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsProgramARB);
    return guest ? guest(program) : 0;
}

VMGL_ENTRY void glProgramEnvParameters4fvEXT(GLenum target, GLuint index, GLsizei count, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(vmgl_times(4, count), 4);
    int64_t bytes = 20 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03fa, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, index);
    vmgl_put_i32(at + 16, count);
    vmgl_put_array(at + 20, params, params_bytes);
}

VMGL_ENTRY void glProgramLocalParameters4fvEXT(GLenum target, GLuint index, GLsizei count, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(vmgl_times(4, count), 4);
    int64_t bytes = 20 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03fb, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, index);
    vmgl_put_i32(at + 16, count);
    vmgl_put_array(at + 20, params, params_bytes);
}
