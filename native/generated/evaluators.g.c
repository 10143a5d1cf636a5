/* Made by Vmgl.Generator from spec, area evaluators. Change that, then run: make generate */
/* Evaluators (section 5.1) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glMap1d(GLenum target, GLdouble u1, GLdouble u2, GLint stride, GLint order, const GLdouble *points)
{
    __typeof__(&glMap1d) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMap1d);
    if (guest)
        guest(target, u1, u2, stride, order, points);
}

VMGL_ENTRY void glMap1f(GLenum target, GLfloat u1, GLfloat u2, GLint stride, GLint order, const GLfloat *points)
{
    __typeof__(&glMap1f) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMap1f);
    if (guest)
        guest(target, u1, u2, stride, order, points);
}

VMGL_ENTRY void glMap2d(GLenum target, GLdouble u1, GLdouble u2, GLint ustride, GLint uorder, GLdouble v1, GLdouble v2, GLint vstride, GLint vorder, const GLdouble *points)
{
    __typeof__(&glMap2d) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMap2d);
    if (guest)
        guest(target, u1, u2, ustride, uorder, v1, v2, vstride, vorder, points);
}

VMGL_ENTRY void glMap2f(GLenum target, GLfloat u1, GLfloat u2, GLint ustride, GLint uorder, GLfloat v1, GLfloat v2, GLint vstride, GLint vorder, const GLfloat *points)
{
    __typeof__(&glMap2f) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMap2f);
    if (guest)
        guest(target, u1, u2, ustride, uorder, v1, v2, vstride, vorder, points);
}

VMGL_ENTRY void glMapGrid1d(GLint un, GLdouble u1, GLdouble u2)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x01f7, 6);
    vmgl_put_i32(at + 4, un);
    vmgl_put_f64(at + 8, u1);
    vmgl_put_f64(at + 16, u2);
}

VMGL_ENTRY void glMapGrid1f(GLint un, GLfloat u1, GLfloat u2)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01f8, 4);
    vmgl_put_i32(at + 4, un);
    vmgl_put_f32(at + 8, u1);
    vmgl_put_f32(at + 12, u2);
}

VMGL_ENTRY void glMapGrid2d(GLint un, GLdouble u1, GLdouble u2, GLint vn, GLdouble v1, GLdouble v2)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x01f9, 11);
    vmgl_put_i32(at + 4, un);
    vmgl_put_f64(at + 8, u1);
    vmgl_put_f64(at + 16, u2);
    vmgl_put_i32(at + 24, vn);
    vmgl_put_f64(at + 28, v1);
    vmgl_put_f64(at + 36, v2);
}

VMGL_ENTRY void glMapGrid2f(GLint un, GLfloat u1, GLfloat u2, GLint vn, GLfloat v1, GLfloat v2)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x01fa, 7);
    vmgl_put_i32(at + 4, un);
    vmgl_put_f32(at + 8, u1);
    vmgl_put_f32(at + 12, u2);
    vmgl_put_i32(at + 16, vn);
    vmgl_put_f32(at + 20, v1);
    vmgl_put_f32(at + 24, v2);
}

VMGL_ENTRY void glEvalCoord1d(GLdouble u)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01fb, 3);
    vmgl_put_f64(at + 4, u);
}

VMGL_ENTRY void glEvalCoord1dv(const GLdouble *u)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01fc, 3);
    vmgl_put_fixed(at + 4, u, 8);
}

VMGL_ENTRY void glEvalCoord1f(GLfloat u)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01fd, 2);
    vmgl_put_f32(at + 4, u);
}

VMGL_ENTRY void glEvalCoord1fv(const GLfloat *u)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01fe, 2);
    vmgl_put_fixed(at + 4, u, 4);
}

VMGL_ENTRY void glEvalCoord2d(GLdouble u, GLdouble v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01ff, 5);
    vmgl_put_f64(at + 4, u);
    vmgl_put_f64(at + 12, v);
}

VMGL_ENTRY void glEvalCoord2dv(const GLdouble *u)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0200, 5);
    vmgl_put_fixed(at + 4, u, 16);
}

VMGL_ENTRY void glEvalCoord2f(GLfloat u, GLfloat v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0201, 3);
    vmgl_put_f32(at + 4, u);
    vmgl_put_f32(at + 8, v);
}

VMGL_ENTRY void glEvalCoord2fv(const GLfloat *u)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0202, 3);
    vmgl_put_fixed(at + 4, u, 8);
}

VMGL_ENTRY void glEvalMesh1(GLenum mode, GLint i1, GLint i2)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0203, 4);
    vmgl_put_u32(at + 4, mode);
    vmgl_put_i32(at + 8, i1);
    vmgl_put_i32(at + 12, i2);
}

VMGL_ENTRY void glEvalPoint1(GLint i)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0204, 2);
    vmgl_put_i32(at + 4, i);
}

VMGL_ENTRY void glEvalMesh2(GLenum mode, GLint i1, GLint i2, GLint j1, GLint j2)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0205, 6);
    vmgl_put_u32(at + 4, mode);
    vmgl_put_i32(at + 8, i1);
    vmgl_put_i32(at + 12, i2);
    vmgl_put_i32(at + 16, j1);
    vmgl_put_i32(at + 20, j2);
}

VMGL_ENTRY void glEvalPoint2(GLint i, GLint j)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0206, 3);
    vmgl_put_i32(at + 4, i);
    vmgl_put_i32(at + 8, j);
}

VMGL_ENTRY void glGetMapdv(GLenum target, GLenum query, GLdouble *v)
{
    __typeof__(&glGetMapdv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMapdv);
    if (guest)
        guest(target, query, v);
}

VMGL_ENTRY void glGetMapfv(GLenum target, GLenum query, GLfloat *v)
{
    __typeof__(&glGetMapfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMapfv);
    if (guest)
        guest(target, query, v);
}

VMGL_ENTRY void glGetMapiv(GLenum target, GLenum query, GLint *v)
{
    __typeof__(&glGetMapiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMapiv);
    if (guest)
        guest(target, query, v);
}
