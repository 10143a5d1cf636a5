/* Made by Vmgl.Generator from spec, area nvprograms. Change that, then run: make generate */
/* Assembly programs (NV_vertex_program, NV_fragment_program) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glProgramNamedParameter4fNV(GLuint id, GLsizei len, const GLubyte *name, GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    int64_t name_bytes = vmgl_times(1, len);
    int64_t bytes = 32 + vmgl_pad(name_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0306, bytes);
    vmgl_put_u32(at + 8, id);
    vmgl_put_i32(at + 12, len);
    vmgl_put_f32(at + 16, x);
    vmgl_put_f32(at + 20, y);
    vmgl_put_f32(at + 24, z);
    vmgl_put_f32(at + 28, w);
    vmgl_put_array(at + 32, name, name_bytes);
}

VMGL_ENTRY void glProgramNamedParameter4fvNV(GLuint id, GLsizei len, const GLubyte *name, const GLfloat *v)
{
    int64_t name_bytes = vmgl_times(1, len);
    int64_t bytes = 16 + vmgl_pad(name_bytes) + 16;
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0307, bytes);
    vmgl_put_u32(at + 8, id);
    vmgl_put_i32(at + 12, len);
    vmgl_put_array(at + 16, name, name_bytes);
    vmgl_put_fixed(at + 16 + vmgl_pad(name_bytes), v, 16);
}

VMGL_ENTRY void glProgramNamedParameter4dNV(GLuint id, GLsizei len, const GLubyte *name, GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    int64_t name_bytes = vmgl_times(1, len);
    int64_t bytes = 48 + vmgl_pad(name_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0308, bytes);
    vmgl_put_u32(at + 8, id);
    vmgl_put_i32(at + 12, len);
    vmgl_put_f64(at + 16, x);
    vmgl_put_f64(at + 24, y);
    vmgl_put_f64(at + 32, z);
    vmgl_put_f64(at + 40, w);
    vmgl_put_array(at + 48, name, name_bytes);
}

VMGL_ENTRY void glProgramNamedParameter4dvNV(GLuint id, GLsizei len, const GLubyte *name, const GLdouble *v)
{
    int64_t name_bytes = vmgl_times(1, len);
    int64_t bytes = 16 + vmgl_pad(name_bytes) + 32;
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0309, bytes);
    vmgl_put_u32(at + 8, id);
    vmgl_put_i32(at + 12, len);
    vmgl_put_array(at + 16, name, name_bytes);
    vmgl_put_fixed(at + 16 + vmgl_pad(name_bytes), v, 32);
}

VMGL_ENTRY void glGetProgramNamedParameterfvNV(GLuint id, GLsizei len, const GLubyte *name, GLfloat *params)
{
    __typeof__(&glGetProgramNamedParameterfvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramNamedParameterfvNV);
    if (guest)
        guest(id, len, name, params);
}

VMGL_ENTRY void glGetProgramNamedParameterdvNV(GLuint id, GLsizei len, const GLubyte *name, GLdouble *params)
{
    __typeof__(&glGetProgramNamedParameterdvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramNamedParameterdvNV);
    if (guest)
        guest(id, len, name, params);
}

VMGL_ENTRY GLboolean glAreProgramsResidentNV(GLsizei n, const GLuint *programs, GLboolean *residences)
{
    __typeof__(&glAreProgramsResidentNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glAreProgramsResidentNV);
    return guest ? guest(n, programs, residences) : 0;
}

VMGL_ENTRY void glBindProgramNV(GLenum target, GLuint id)
{
    vmgl_use_name(VMGL_OBJECT_PROGRAM, id);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x031c, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, id);
}

VMGL_ENTRY void glDeleteProgramsNV(GLsizei n, const GLuint *programs)
{
    __typeof__(&glDeleteProgramsNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteProgramsNV);
    if (guest)
        guest(n, programs);
}

VMGL_ENTRY void glExecuteProgramNV(GLenum target, GLuint id, const GLfloat *params)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x031e, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, id);
    vmgl_put_fixed(at + 12, params, 16);
}

VMGL_ENTRY void glGenProgramsNV(GLsizei n, GLuint *programs)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenProgramsNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenProgramsNV);
    if (guest)
        guest(n, programs);
}

VMGL_ENTRY void glGetProgramParameterdvNV(GLenum target, GLuint index, GLenum pname, GLdouble *params)
{
    __typeof__(&glGetProgramParameterdvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramParameterdvNV);
    if (guest)
        guest(target, index, pname, params);
}

VMGL_ENTRY void glGetProgramParameterfvNV(GLenum target, GLuint index, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetProgramParameterfvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramParameterfvNV);
    if (guest)
        guest(target, index, pname, params);
}

VMGL_ENTRY void glGetProgramivNV(GLuint id, GLenum pname, GLint *params)
{
    __typeof__(&glGetProgramivNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramivNV);
    if (guest)
        guest(id, pname, params);
}

VMGL_ENTRY void glGetProgramStringNV(GLuint id, GLenum pname, GLubyte *program)
{
    __typeof__(&glGetProgramStringNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramStringNV);
    if (guest)
        guest(id, pname, program);
}

VMGL_ENTRY void glGetTrackMatrixivNV(GLenum target, GLuint address, GLenum pname, GLint *params)
{
    __typeof__(&glGetTrackMatrixivNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTrackMatrixivNV);
    if (guest)
        guest(target, address, pname, params);
}

VMGL_ENTRY void glGetVertexAttribdvNV(GLuint index, GLenum pname, GLdouble *params)
{
    __typeof__(&glGetVertexAttribdvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribdvNV);
    if (guest)
        guest(index, pname, params);
}

VMGL_ENTRY void glGetVertexAttribfvNV(GLuint index, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetVertexAttribfvNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribfvNV);
    if (guest)
        guest(index, pname, params);
}

VMGL_ENTRY void glGetVertexAttribivNV(GLuint index, GLenum pname, GLint *params)
{
    __typeof__(&glGetVertexAttribivNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribivNV);
    if (guest)
        guest(index, pname, params);
}

VMGL_ENTRY void glGetVertexAttribPointervNV(GLuint index, GLenum pname, void **pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetVertexAttribPointervNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribPointervNV);
    if (guest)
        guest(index, pname, pointer);
}

VMGL_ENTRY GLboolean glIsProgramNV(GLuint id)
{
    __typeof__(&glIsProgramNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsProgramNV);
    return guest ? guest(id) : 0;
}

VMGL_ENTRY void glLoadProgramNV(GLenum target, GLuint id, GLsizei len, const GLubyte *program)
{
    int64_t program_bytes = vmgl_times(1, len);
    if (vmgl_refuse_bulk(program_bytes))
        return;
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x032a, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, id);
    vmgl_put_i32(at + 12, len);
    vmgl_send_bulk(program, program_bytes);
}

VMGL_ENTRY void glProgramParameter4dNV(GLenum target, GLuint index, GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x032b, 11);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_f64(at + 12, x);
    vmgl_put_f64(at + 20, y);
    vmgl_put_f64(at + 28, z);
    vmgl_put_f64(at + 36, w);
}

VMGL_ENTRY void glProgramParameter4dvNV(GLenum target, GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x032c, 11);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_fixed(at + 12, v, 32);
}

VMGL_ENTRY void glProgramParameter4fNV(GLenum target, GLuint index, GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x032d, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_f32(at + 12, x);
    vmgl_put_f32(at + 16, y);
    vmgl_put_f32(at + 20, z);
    vmgl_put_f32(at + 24, w);
}

VMGL_ENTRY void glProgramParameter4fvNV(GLenum target, GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x032e, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
    vmgl_put_fixed(at + 12, v, 16);
}

VMGL_ENTRY void glProgramParameters4dvNV(GLenum target, GLuint index, GLsizei count, const GLdouble *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(8, count), 4);
    int64_t bytes = 20 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x032f, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, index);
    vmgl_put_i32(at + 16, count);
    vmgl_put_array(at + 20, v, v_bytes);
}

VMGL_ENTRY void glProgramParameters4fvNV(GLenum target, GLuint index, GLsizei count, const GLfloat *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(4, count), 4);
    int64_t bytes = 20 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0330, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, index);
    vmgl_put_i32(at + 16, count);
    vmgl_put_array(at + 20, v, v_bytes);
}

VMGL_ENTRY void glRequestResidentProgramsNV(GLsizei n, const GLuint *programs)
{
    int64_t programs_bytes = vmgl_times(4, n);
    int64_t bytes = 12 + vmgl_pad(programs_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0331, bytes);
    vmgl_put_i32(at + 8, n);
    vmgl_put_array(at + 12, programs, programs_bytes);
}

VMGL_ENTRY void glTrackMatrixNV(GLenum target, GLuint address, GLenum matrix, GLenum transform)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0332, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, address);
    vmgl_put_u32(at + 12, matrix);
    vmgl_put_u32(at + 16, transform);
}
