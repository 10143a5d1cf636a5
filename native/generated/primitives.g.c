/* Made by Vmgl.Generator from spec, area primitives. Change that, then run: make generate */
/* Primitives, vertices, normals, rectangles (sections 2.6, 2.7 and 2.10) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glBegin(GLenum mode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0137, 2);
    vmgl_put_u32(at + 4, mode);
    vmgl_track_Begin(mode);
}

VMGL_ENTRY void glEdgeFlag(GLboolean flag)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0159, 2);
    vmgl_put_u32(at + 4, flag);
}

VMGL_ENTRY void glEdgeFlagv(const GLboolean *flag)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x015a, 2);
    vmgl_put_fixed(at + 4, flag, 1);
}

VMGL_ENTRY void glEnd(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x015b, 1);
    vmgl_track_End();
}

VMGL_ENTRY void glIndexd(GLdouble c)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x015c, 3);
    vmgl_put_f64(at + 4, c);
}

VMGL_ENTRY void glIndexdv(const GLdouble *c)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x015d, 3);
    vmgl_put_fixed(at + 4, c, 8);
}

VMGL_ENTRY void glIndexf(GLfloat c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x015e, 2);
    vmgl_put_f32(at + 4, c);
}

VMGL_ENTRY void glIndexfv(const GLfloat *c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x015f, 2);
    vmgl_put_fixed(at + 4, c, 4);
}

VMGL_ENTRY void glIndexi(GLint c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0160, 2);
    vmgl_put_i32(at + 4, c);
}

VMGL_ENTRY void glIndexiv(const GLint *c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0161, 2);
    vmgl_put_fixed(at + 4, c, 4);
}

VMGL_ENTRY void glIndexs(GLshort c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0162, 2);
    vmgl_put_i32(at + 4, c);
}

VMGL_ENTRY void glIndexsv(const GLshort *c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0163, 2);
    vmgl_put_fixed(at + 4, c, 2);
}

VMGL_ENTRY void glNormal3b(GLbyte nx, GLbyte ny, GLbyte nz)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0164, 4);
    vmgl_put_i32(at + 4, nx);
    vmgl_put_i32(at + 8, ny);
    vmgl_put_i32(at + 12, nz);
}

VMGL_ENTRY void glNormal3bv(const GLbyte *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0165, 2);
    vmgl_put_fixed(at + 4, v, 3);
}

VMGL_ENTRY void glNormal3d(GLdouble nx, GLdouble ny, GLdouble nz)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0166, 7);
    vmgl_put_f64(at + 4, nx);
    vmgl_put_f64(at + 12, ny);
    vmgl_put_f64(at + 20, nz);
}

VMGL_ENTRY void glNormal3dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0167, 7);
    vmgl_put_fixed(at + 4, v, 24);
}

VMGL_ENTRY void glNormal3f(GLfloat nx, GLfloat ny, GLfloat nz)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0168, 4);
    vmgl_put_f32(at + 4, nx);
    vmgl_put_f32(at + 8, ny);
    vmgl_put_f32(at + 12, nz);
}

VMGL_ENTRY void glNormal3fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0169, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glNormal3i(GLint nx, GLint ny, GLint nz)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x016a, 4);
    vmgl_put_i32(at + 4, nx);
    vmgl_put_i32(at + 8, ny);
    vmgl_put_i32(at + 12, nz);
}

VMGL_ENTRY void glNormal3iv(const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x016b, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glNormal3s(GLshort nx, GLshort ny, GLshort nz)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x016c, 4);
    vmgl_put_i32(at + 4, nx);
    vmgl_put_i32(at + 8, ny);
    vmgl_put_i32(at + 12, nz);
}

VMGL_ENTRY void glNormal3sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x016d, 3);
    vmgl_put_fixed(at + 4, v, 6);
}

VMGL_ENTRY void glRectd(GLdouble x1, GLdouble y1, GLdouble x2, GLdouble y2)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x0186, 9);
    vmgl_put_f64(at + 4, x1);
    vmgl_put_f64(at + 12, y1);
    vmgl_put_f64(at + 20, x2);
    vmgl_put_f64(at + 28, y2);
}

VMGL_ENTRY void glRectdv(const GLdouble *v1, const GLdouble *v2)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x0187, 9);
    vmgl_put_fixed(at + 4, v1, 16);
    vmgl_put_fixed(at + 4 + 16, v2, 16);
}

VMGL_ENTRY void glRectf(GLfloat x1, GLfloat y1, GLfloat x2, GLfloat y2)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0188, 5);
    vmgl_put_f32(at + 4, x1);
    vmgl_put_f32(at + 8, y1);
    vmgl_put_f32(at + 12, x2);
    vmgl_put_f32(at + 16, y2);
}

VMGL_ENTRY void glRectfv(const GLfloat *v1, const GLfloat *v2)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0189, 5);
    vmgl_put_fixed(at + 4, v1, 8);
    vmgl_put_fixed(at + 4 + 8, v2, 8);
}

VMGL_ENTRY void glRecti(GLint x1, GLint y1, GLint x2, GLint y2)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x018a, 5);
    vmgl_put_i32(at + 4, x1);
    vmgl_put_i32(at + 8, y1);
    vmgl_put_i32(at + 12, x2);
    vmgl_put_i32(at + 16, y2);
}

VMGL_ENTRY void glRectiv(const GLint *v1, const GLint *v2)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x018b, 5);
    vmgl_put_fixed(at + 4, v1, 8);
    vmgl_put_fixed(at + 4 + 8, v2, 8);
}

VMGL_ENTRY void glRects(GLshort x1, GLshort y1, GLshort x2, GLshort y2)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x018c, 5);
    vmgl_put_i32(at + 4, x1);
    vmgl_put_i32(at + 8, y1);
    vmgl_put_i32(at + 12, x2);
    vmgl_put_i32(at + 16, y2);
}

VMGL_ENTRY void glRectsv(const GLshort *v1, const GLshort *v2)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x018d, 3);
    vmgl_put_fixed(at + 4, v1, 4);
    vmgl_put_fixed(at + 4 + 4, v2, 4);
}

VMGL_ENTRY void glVertex2d(GLdouble x, GLdouble y)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01ae, 5);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
}

VMGL_ENTRY void glVertex2dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01af, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glVertex2f(GLfloat x, GLfloat y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01b0, 3);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
}

VMGL_ENTRY void glVertex2fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01b1, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glVertex2i(GLint x, GLint y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01b2, 3);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
}

VMGL_ENTRY void glVertex2iv(const GLint *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01b3, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glVertex2s(GLshort x, GLshort y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01b4, 3);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
}

VMGL_ENTRY void glVertex2sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01b5, 2);
    vmgl_put_fixed(at + 4, v, 4);
}

VMGL_ENTRY void glVertex3d(GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x01b6, 7);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
}

VMGL_ENTRY void glVertex3dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x01b7, 7);
    vmgl_put_fixed(at + 4, v, 24);
}

VMGL_ENTRY void glVertex3f(GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01b8, 4);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
}

VMGL_ENTRY void glVertex3fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01b9, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glVertex3i(GLint x, GLint y, GLint z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01ba, 4);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
}

VMGL_ENTRY void glVertex3iv(const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01bb, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glVertex3s(GLshort x, GLshort y, GLshort z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01bc, 4);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
}

VMGL_ENTRY void glVertex3sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01bd, 3);
    vmgl_put_fixed(at + 4, v, 6);
}

VMGL_ENTRY void glVertex4d(GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x01be, 9);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
    vmgl_put_f64(at + 28, w);
}

VMGL_ENTRY void glVertex4dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x01bf, 9);
    vmgl_put_fixed(at + 4, v, 32);
}

VMGL_ENTRY void glVertex4f(GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01c0, 5);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
    vmgl_put_f32(at + 16, w);
}

VMGL_ENTRY void glVertex4fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01c1, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glVertex4i(GLint x, GLint y, GLint z, GLint w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01c2, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
    vmgl_put_i32(at + 16, w);
}

VMGL_ENTRY void glVertex4iv(const GLint *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01c3, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glVertex4s(GLshort x, GLshort y, GLshort z, GLshort w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01c4, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
    vmgl_put_i32(at + 16, w);
}

VMGL_ENTRY void glVertex4sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01c5, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glIndexub(GLubyte c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x024c, 2);
    vmgl_put_u32(at + 4, c);
}

VMGL_ENTRY void glIndexubv(const GLubyte *c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x024d, 2);
    vmgl_put_fixed(at + 4, c, 1);
}
