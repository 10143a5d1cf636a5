/* Made by Vmgl.Generator from spec, area transform. Change that, then run: make generate */
/* Coordinate transformation and clipping (sections 2.11 and 2.12) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glDepthRange(GLdouble n, GLdouble f)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x012e, 5);
    vmgl_put_f64(at + 4, n);
    vmgl_put_f64(at + 12, f);
}

VMGL_ENTRY void glViewport(GLint x, GLint y, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x012f, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, width);
    vmgl_put_i32(at + 16, height);
    vmgl_track_Viewport(x, y, width, height);
}

VMGL_ENTRY void glClipPlane(GLenum plane, const GLdouble *equation)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x01c6, 10);
    vmgl_put_u32(at + 4, plane);
    vmgl_put_fixed(at + 8, equation, 32);
}

VMGL_ENTRY void glGetClipPlane(GLenum plane, GLdouble *equation)
{
    __typeof__(&glGetClipPlane) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetClipPlane);
    if (guest)
        guest(plane, equation);
}

VMGL_ENTRY void glFrustum(GLdouble left, GLdouble right, GLdouble bottom, GLdouble top, GLdouble zNear, GLdouble zFar)
{
    uint8_t *at = vmgl_room(52);
    vmgl_head(at, 0x0222, 13);
    vmgl_put_f64(at + 4, left);
    vmgl_put_f64(at + 12, right);
    vmgl_put_f64(at + 20, bottom);
    vmgl_put_f64(at + 28, top);
    vmgl_put_f64(at + 36, zNear);
    vmgl_put_f64(at + 44, zFar);
}

VMGL_ENTRY void glLoadIdentity(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x0223, 1);
}

VMGL_ENTRY void glLoadMatrixf(const GLfloat *m)
{
    uint8_t *at = vmgl_room(68);
    vmgl_head(at, 0x0224, 17);
    vmgl_put_fixed(at + 4, m, 64);
}

VMGL_ENTRY void glLoadMatrixd(const GLdouble *m)
{
    uint8_t *at = vmgl_room(132);
    vmgl_head(at, 0x0225, 33);
    vmgl_put_fixed(at + 4, m, 128);
}

VMGL_ENTRY void glMatrixMode(GLenum mode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0226, 2);
    vmgl_put_u32(at + 4, mode);
}

VMGL_ENTRY void glMultMatrixf(const GLfloat *m)
{
    uint8_t *at = vmgl_room(68);
    vmgl_head(at, 0x0227, 17);
    vmgl_put_fixed(at + 4, m, 64);
}

VMGL_ENTRY void glMultMatrixd(const GLdouble *m)
{
    uint8_t *at = vmgl_room(132);
    vmgl_head(at, 0x0228, 33);
    vmgl_put_fixed(at + 4, m, 128);
}

VMGL_ENTRY void glOrtho(GLdouble left, GLdouble right, GLdouble bottom, GLdouble top, GLdouble zNear, GLdouble zFar)
{
    uint8_t *at = vmgl_room(52);
    vmgl_head(at, 0x0229, 13);
    vmgl_put_f64(at + 4, left);
    vmgl_put_f64(at + 12, right);
    vmgl_put_f64(at + 20, bottom);
    vmgl_put_f64(at + 28, top);
    vmgl_put_f64(at + 36, zNear);
    vmgl_put_f64(at + 44, zFar);
}

VMGL_ENTRY void glPopMatrix(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x022a, 1);
}

VMGL_ENTRY void glPushMatrix(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x022b, 1);
}

VMGL_ENTRY void glRotated(GLdouble angle, GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x022c, 9);
    vmgl_put_f64(at + 4, angle);
    vmgl_put_f64(at + 12, x);
    vmgl_put_f64(at + 20, y);
    vmgl_put_f64(at + 28, z);
}

VMGL_ENTRY void glRotatef(GLfloat angle, GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x022d, 5);
    vmgl_put_f32(at + 4, angle);
    vmgl_put_f32(at + 8, x);
    vmgl_put_f32(at + 12, y);
    vmgl_put_f32(at + 16, z);
}

VMGL_ENTRY void glScaled(GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x022e, 7);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
}

VMGL_ENTRY void glScalef(GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x022f, 4);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
}

VMGL_ENTRY void glTranslated(GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0230, 7);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
}

VMGL_ENTRY void glTranslatef(GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0231, 4);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
}

VMGL_ENTRY void glLoadTransposeMatrixf(const GLfloat *m)
{
    uint8_t *at = vmgl_room(68);
    vmgl_head(at, 0x027e, 17);
    vmgl_put_fixed(at + 4, m, 64);
}
VMGL_ALIAS(glLoadTransposeMatrixf, glLoadTransposeMatrixfARB);

VMGL_ENTRY void glLoadTransposeMatrixd(const GLdouble *m)
{
    uint8_t *at = vmgl_room(132);
    vmgl_head(at, 0x027f, 33);
    vmgl_put_fixed(at + 4, m, 128);
}
VMGL_ALIAS(glLoadTransposeMatrixd, glLoadTransposeMatrixdARB);

VMGL_ENTRY void glMultTransposeMatrixf(const GLfloat *m)
{
    uint8_t *at = vmgl_room(68);
    vmgl_head(at, 0x0280, 17);
    vmgl_put_fixed(at + 4, m, 64);
}
VMGL_ALIAS(glMultTransposeMatrixf, glMultTransposeMatrixfARB);

VMGL_ENTRY void glMultTransposeMatrixd(const GLdouble *m)
{
    uint8_t *at = vmgl_room(132);
    vmgl_head(at, 0x0281, 33);
    vmgl_put_fixed(at + 4, m, 128);
}
VMGL_ALIAS(glMultTransposeMatrixd, glMultTransposeMatrixdARB);

VMGL_ENTRY void glDepthRangef(GLfloat n, GLfloat f)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x042d, 3);
    vmgl_put_f32(at + 4, n);
    vmgl_put_f32(at + 8, f);
}
