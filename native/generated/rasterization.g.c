/* Made by Vmgl.Generator from spec, area rasterization. Change that, then run: make generate */
/* Points, lines, polygons (sections 3.2 to 3.5) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glCullFace(GLenum mode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0100, 2);
    vmgl_put_u32(at + 4, mode);
}

VMGL_ENTRY void glLineWidth(GLfloat width)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0103, 2);
    vmgl_put_f32(at + 4, width);
}

VMGL_ENTRY void glPointSize(GLfloat size)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0104, 2);
    vmgl_put_f32(at + 4, size);
}

VMGL_ENTRY void glPolygonMode(GLenum face, GLenum mode)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0105, 3);
    vmgl_put_u32(at + 4, face);
    vmgl_put_u32(at + 8, mode);
}

VMGL_ENTRY void glLineStipple(GLint factor, GLushort pattern)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01d4, 3);
    vmgl_put_i32(at + 4, factor);
    vmgl_put_u32(at + 8, pattern);
}

VMGL_ENTRY void glPolygonStipple(const GLubyte *mask)
{
    __typeof__(&glPolygonStipple) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPolygonStipple);
    if (guest)
        guest(mask);
}

VMGL_ENTRY void glGetPolygonStipple(GLubyte *mask)
{
    __typeof__(&glGetPolygonStipple) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetPolygonStipple);
    if (guest)
        guest(mask);
}

VMGL_ENTRY void glPolygonOffset(GLfloat factor, GLfloat units)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0235, 3);
    vmgl_put_f32(at + 4, factor);
    vmgl_put_f32(at + 8, units);
}

VMGL_ENTRY void glSampleCoverage(GLfloat value, GLboolean invert)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0255, 3);
    vmgl_put_f32(at + 4, value);
    vmgl_put_u32(at + 8, invert);
}
VMGL_ALIAS(glSampleCoverage, glSampleCoverageARB);

VMGL_ENTRY void glPointParameterf(GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0285, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_f32(at + 8, param);
}
VMGL_ALIAS(glPointParameterf, glPointParameterfARB);
VMGL_ALIAS(glPointParameterf, glPointParameterfEXT);

VMGL_ENTRY void glPointParameterfv(GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_pointParameter(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0286, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}
VMGL_ALIAS(glPointParameterfv, glPointParameterfvARB);
VMGL_ALIAS(glPointParameterfv, glPointParameterfvEXT);

VMGL_ENTRY void glPointParameteri(GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0287, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_i32(at + 8, param);
}

VMGL_ENTRY void glPointParameteriv(GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_pointParameter(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0288, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}

VMGL_ENTRY void glProvokingVertex(GLenum mode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x03f2, 2);
    vmgl_put_u32(at + 4, mode);
}
VMGL_ALIAS(glProvokingVertex, glProvokingVertexEXT);

VMGL_ENTRY void glPolygonOffsetClamp(GLfloat factor, GLfloat units, GLfloat clamp)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x041e, 4);
    vmgl_put_f32(at + 4, factor);
    vmgl_put_f32(at + 8, units);
    vmgl_put_f32(at + 12, clamp);
}
VMGL_ALIAS(glPolygonOffsetClamp, glPolygonOffsetClampEXT);
