/* Made by Vmgl.Generator from spec, area nvattributes. Change that, then run: make generate */
/* Generic vertex attributes (NV_vertex_program) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glVertexAttribPointerNV(GLuint index, GLint fsize, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glVertexAttribPointerNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glVertexAttribPointerNV);
    if (guest)
        guest(index, fsize, type, stride, pointer);
}

VMGL_ENTRY void glVertexAttrib1dNV(GLuint index, GLdouble x)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0334, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
}

VMGL_ENTRY void glVertexAttrib1dvNV(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0335, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}

VMGL_ENTRY void glVertexAttrib1fNV(GLuint index, GLfloat x)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0336, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
}

VMGL_ENTRY void glVertexAttrib1fvNV(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0337, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}

VMGL_ENTRY void glVertexAttrib1sNV(GLuint index, GLshort x)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0338, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
}

VMGL_ENTRY void glVertexAttrib1svNV(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0339, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 2);
}

VMGL_ENTRY void glVertexAttrib2dNV(GLuint index, GLdouble x, GLdouble y)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x033a, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
    vmgl_put_f64(at + 16, y);
}

VMGL_ENTRY void glVertexAttrib2dvNV(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x033b, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}

VMGL_ENTRY void glVertexAttrib2fNV(GLuint index, GLfloat x, GLfloat y)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x033c, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
    vmgl_put_f32(at + 12, y);
}

VMGL_ENTRY void glVertexAttrib2fvNV(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x033d, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}

VMGL_ENTRY void glVertexAttrib2sNV(GLuint index, GLshort x, GLshort y)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x033e, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
    vmgl_put_i32(at + 12, y);
}

VMGL_ENTRY void glVertexAttrib2svNV(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x033f, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}

VMGL_ENTRY void glVertexAttrib3dNV(GLuint index, GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x0340, 8);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
    vmgl_put_f64(at + 16, y);
    vmgl_put_f64(at + 24, z);
}

VMGL_ENTRY void glVertexAttrib3dvNV(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x0341, 8);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 24);
}

VMGL_ENTRY void glVertexAttrib3fNV(GLuint index, GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0342, 5);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
    vmgl_put_f32(at + 12, y);
    vmgl_put_f32(at + 16, z);
}

VMGL_ENTRY void glVertexAttrib3fvNV(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0343, 5);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 12);
}

VMGL_ENTRY void glVertexAttrib3sNV(GLuint index, GLshort x, GLshort y, GLshort z)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0344, 5);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
    vmgl_put_i32(at + 12, y);
    vmgl_put_i32(at + 16, z);
}

VMGL_ENTRY void glVertexAttrib3svNV(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0345, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 6);
}

VMGL_ENTRY void glVertexAttrib4dNV(GLuint index, GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x0346, 10);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
    vmgl_put_f64(at + 16, y);
    vmgl_put_f64(at + 24, z);
    vmgl_put_f64(at + 32, w);
}

VMGL_ENTRY void glVertexAttrib4dvNV(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x0347, 10);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 32);
}

VMGL_ENTRY void glVertexAttrib4fNV(GLuint index, GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0348, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
    vmgl_put_f32(at + 12, y);
    vmgl_put_f32(at + 16, z);
    vmgl_put_f32(at + 20, w);
}

VMGL_ENTRY void glVertexAttrib4fvNV(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0349, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}

VMGL_ENTRY void glVertexAttrib4sNV(GLuint index, GLshort x, GLshort y, GLshort z, GLshort w)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x034a, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
    vmgl_put_i32(at + 12, y);
    vmgl_put_i32(at + 16, z);
    vmgl_put_i32(at + 20, w);
}

VMGL_ENTRY void glVertexAttrib4svNV(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x034b, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}

VMGL_ENTRY void glVertexAttrib4ubNV(GLuint index, GLubyte x, GLubyte y, GLubyte z, GLubyte w)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x034c, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_u32(at + 8, x);
    vmgl_put_u32(at + 12, y);
    vmgl_put_u32(at + 16, z);
    vmgl_put_u32(at + 20, w);
}

VMGL_ENTRY void glVertexAttrib4ubvNV(GLuint index, const GLubyte *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x034d, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}

VMGL_ENTRY void glVertexAttribs1dvNV(GLuint index, GLsizei count, const GLdouble *v)
{
    int64_t v_bytes = vmgl_times(8, count);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x034e, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs1fvNV(GLuint index, GLsizei count, const GLfloat *v)
{
    int64_t v_bytes = vmgl_times(4, count);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x034f, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs1svNV(GLuint index, GLsizei count, const GLshort *v)
{
    int64_t v_bytes = vmgl_times(2, count);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0350, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs2dvNV(GLuint index, GLsizei count, const GLdouble *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(8, count), 2);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0351, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs2fvNV(GLuint index, GLsizei count, const GLfloat *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(4, count), 2);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0352, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs2svNV(GLuint index, GLsizei count, const GLshort *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(2, count), 2);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0353, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs3dvNV(GLuint index, GLsizei count, const GLdouble *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(8, count), 3);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0354, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs3fvNV(GLuint index, GLsizei count, const GLfloat *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(4, count), 3);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0355, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs3svNV(GLuint index, GLsizei count, const GLshort *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(2, count), 3);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0356, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs4dvNV(GLuint index, GLsizei count, const GLdouble *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(8, count), 4);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0357, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs4fvNV(GLuint index, GLsizei count, const GLfloat *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(4, count), 4);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0358, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs4svNV(GLuint index, GLsizei count, const GLshort *v)
{
    int64_t v_bytes = vmgl_times(vmgl_times(2, count), 4);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0359, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}

VMGL_ENTRY void glVertexAttribs4ubvNV(GLuint index, GLsizei count, const GLubyte *v)
{
    int64_t v_bytes = vmgl_times(count, 4);
    int64_t bytes = 16 + vmgl_pad(v_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x035a, bytes);
    vmgl_put_u32(at + 8, index);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, v, v_bytes);
}
