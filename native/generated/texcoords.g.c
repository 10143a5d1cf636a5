/* Made by Vmgl.Generator from spec, area texcoords. Change that, then run: make generate */
/* Current texture coordinates (section 2.7) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glTexCoord1d(GLdouble s)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x018e, 3);
    vmgl_put_f64(at + 4, s);
}

VMGL_ENTRY void glTexCoord1dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x018f, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glTexCoord1f(GLfloat s)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0190, 2);
    vmgl_put_f32(at + 4, s);
}

VMGL_ENTRY void glTexCoord1fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0191, 2);
    vmgl_put_fixed(at + 4, v, 4);
}

VMGL_ENTRY void glTexCoord1i(GLint s)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0192, 2);
    vmgl_put_i32(at + 4, s);
}

VMGL_ENTRY void glTexCoord1iv(const GLint *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0193, 2);
    vmgl_put_fixed(at + 4, v, 4);
}

VMGL_ENTRY void glTexCoord1s(GLshort s)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0194, 2);
    vmgl_put_i32(at + 4, s);
}

VMGL_ENTRY void glTexCoord1sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0195, 2);
    vmgl_put_fixed(at + 4, v, 2);
}

VMGL_ENTRY void glTexCoord2d(GLdouble s, GLdouble t)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0196, 5);
    vmgl_put_f64(at + 4, s);
    vmgl_put_f64(at + 12, t);
}

VMGL_ENTRY void glTexCoord2dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0197, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glTexCoord2f(GLfloat s, GLfloat t)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0198, 3);
    vmgl_put_f32(at + 4, s);
    vmgl_put_f32(at + 8, t);
}

VMGL_ENTRY void glTexCoord2fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0199, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glTexCoord2i(GLint s, GLint t)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x019a, 3);
    vmgl_put_i32(at + 4, s);
    vmgl_put_i32(at + 8, t);
}

VMGL_ENTRY void glTexCoord2iv(const GLint *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x019b, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glTexCoord2s(GLshort s, GLshort t)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x019c, 3);
    vmgl_put_i32(at + 4, s);
    vmgl_put_i32(at + 8, t);
}

VMGL_ENTRY void glTexCoord2sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x019d, 2);
    vmgl_put_fixed(at + 4, v, 4);
}

VMGL_ENTRY void glTexCoord3d(GLdouble s, GLdouble t, GLdouble r)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x019e, 7);
    vmgl_put_f64(at + 4, s);
    vmgl_put_f64(at + 12, t);
    vmgl_put_f64(at + 20, r);
}

VMGL_ENTRY void glTexCoord3dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x019f, 7);
    vmgl_put_fixed(at + 4, v, 24);
}

VMGL_ENTRY void glTexCoord3f(GLfloat s, GLfloat t, GLfloat r)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01a0, 4);
    vmgl_put_f32(at + 4, s);
    vmgl_put_f32(at + 8, t);
    vmgl_put_f32(at + 12, r);
}

VMGL_ENTRY void glTexCoord3fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01a1, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glTexCoord3i(GLint s, GLint t, GLint r)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01a2, 4);
    vmgl_put_i32(at + 4, s);
    vmgl_put_i32(at + 8, t);
    vmgl_put_i32(at + 12, r);
}

VMGL_ENTRY void glTexCoord3iv(const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01a3, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glTexCoord3s(GLshort s, GLshort t, GLshort r)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01a4, 4);
    vmgl_put_i32(at + 4, s);
    vmgl_put_i32(at + 8, t);
    vmgl_put_i32(at + 12, r);
}

VMGL_ENTRY void glTexCoord3sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01a5, 3);
    vmgl_put_fixed(at + 4, v, 6);
}

VMGL_ENTRY void glTexCoord4d(GLdouble s, GLdouble t, GLdouble r, GLdouble q)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x01a6, 9);
    vmgl_put_f64(at + 4, s);
    vmgl_put_f64(at + 12, t);
    vmgl_put_f64(at + 20, r);
    vmgl_put_f64(at + 28, q);
}

VMGL_ENTRY void glTexCoord4dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x01a7, 9);
    vmgl_put_fixed(at + 4, v, 32);
}

VMGL_ENTRY void glTexCoord4f(GLfloat s, GLfloat t, GLfloat r, GLfloat q)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01a8, 5);
    vmgl_put_f32(at + 4, s);
    vmgl_put_f32(at + 8, t);
    vmgl_put_f32(at + 12, r);
    vmgl_put_f32(at + 16, q);
}

VMGL_ENTRY void glTexCoord4fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01a9, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glTexCoord4i(GLint s, GLint t, GLint r, GLint q)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01aa, 5);
    vmgl_put_i32(at + 4, s);
    vmgl_put_i32(at + 8, t);
    vmgl_put_i32(at + 12, r);
    vmgl_put_i32(at + 16, q);
}

VMGL_ENTRY void glTexCoord4iv(const GLint *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01ab, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glTexCoord4s(GLshort s, GLshort t, GLshort r, GLshort q)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01ac, 5);
    vmgl_put_i32(at + 4, s);
    vmgl_put_i32(at + 8, t);
    vmgl_put_i32(at + 12, r);
    vmgl_put_i32(at + 16, q);
}

VMGL_ENTRY void glTexCoord4sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01ad, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glMultiTexCoord1d(GLenum target, GLdouble s)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x025e, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f64(at + 8, s);
}
VMGL_ALIAS(glMultiTexCoord1d, glMultiTexCoord1dARB);

VMGL_ENTRY void glMultiTexCoord1dv(GLenum target, const GLdouble *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x025f, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glMultiTexCoord1dv, glMultiTexCoord1dvARB);

VMGL_ENTRY void glMultiTexCoord1f(GLenum target, GLfloat s)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0260, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f32(at + 8, s);
}
VMGL_ALIAS(glMultiTexCoord1f, glMultiTexCoord1fARB);

VMGL_ENTRY void glMultiTexCoord1fv(GLenum target, const GLfloat *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0261, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glMultiTexCoord1fv, glMultiTexCoord1fvARB);

VMGL_ENTRY void glMultiTexCoord1i(GLenum target, GLint s)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0262, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
}
VMGL_ALIAS(glMultiTexCoord1i, glMultiTexCoord1iARB);

VMGL_ENTRY void glMultiTexCoord1iv(GLenum target, const GLint *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0263, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glMultiTexCoord1iv, glMultiTexCoord1ivARB);

VMGL_ENTRY void glMultiTexCoord1s(GLenum target, GLshort s)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0264, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
}
VMGL_ALIAS(glMultiTexCoord1s, glMultiTexCoord1sARB);

VMGL_ENTRY void glMultiTexCoord1sv(GLenum target, const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0265, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 2);
}
VMGL_ALIAS(glMultiTexCoord1sv, glMultiTexCoord1svARB);

VMGL_ENTRY void glMultiTexCoord2d(GLenum target, GLdouble s, GLdouble t)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0266, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f64(at + 8, s);
    vmgl_put_f64(at + 16, t);
}
VMGL_ALIAS(glMultiTexCoord2d, glMultiTexCoord2dARB);

VMGL_ENTRY void glMultiTexCoord2dv(GLenum target, const GLdouble *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0267, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glMultiTexCoord2dv, glMultiTexCoord2dvARB);

VMGL_ENTRY void glMultiTexCoord2f(GLenum target, GLfloat s, GLfloat t)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0268, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f32(at + 8, s);
    vmgl_put_f32(at + 12, t);
}
VMGL_ALIAS(glMultiTexCoord2f, glMultiTexCoord2fARB);

VMGL_ENTRY void glMultiTexCoord2fv(GLenum target, const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0269, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glMultiTexCoord2fv, glMultiTexCoord2fvARB);

VMGL_ENTRY void glMultiTexCoord2i(GLenum target, GLint s, GLint t)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x026a, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
    vmgl_put_i32(at + 12, t);
}
VMGL_ALIAS(glMultiTexCoord2i, glMultiTexCoord2iARB);

VMGL_ENTRY void glMultiTexCoord2iv(GLenum target, const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x026b, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glMultiTexCoord2iv, glMultiTexCoord2ivARB);

VMGL_ENTRY void glMultiTexCoord2s(GLenum target, GLshort s, GLshort t)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x026c, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
    vmgl_put_i32(at + 12, t);
}
VMGL_ALIAS(glMultiTexCoord2s, glMultiTexCoord2sARB);

VMGL_ENTRY void glMultiTexCoord2sv(GLenum target, const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x026d, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glMultiTexCoord2sv, glMultiTexCoord2svARB);

VMGL_ENTRY void glMultiTexCoord3d(GLenum target, GLdouble s, GLdouble t, GLdouble r)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x026e, 8);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f64(at + 8, s);
    vmgl_put_f64(at + 16, t);
    vmgl_put_f64(at + 24, r);
}
VMGL_ALIAS(glMultiTexCoord3d, glMultiTexCoord3dARB);

VMGL_ENTRY void glMultiTexCoord3dv(GLenum target, const GLdouble *v)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x026f, 8);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 24);
}
VMGL_ALIAS(glMultiTexCoord3dv, glMultiTexCoord3dvARB);

VMGL_ENTRY void glMultiTexCoord3f(GLenum target, GLfloat s, GLfloat t, GLfloat r)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0270, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f32(at + 8, s);
    vmgl_put_f32(at + 12, t);
    vmgl_put_f32(at + 16, r);
}
VMGL_ALIAS(glMultiTexCoord3f, glMultiTexCoord3fARB);

VMGL_ENTRY void glMultiTexCoord3fv(GLenum target, const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0271, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 12);
}
VMGL_ALIAS(glMultiTexCoord3fv, glMultiTexCoord3fvARB);

VMGL_ENTRY void glMultiTexCoord3i(GLenum target, GLint s, GLint t, GLint r)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0272, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
    vmgl_put_i32(at + 12, t);
    vmgl_put_i32(at + 16, r);
}
VMGL_ALIAS(glMultiTexCoord3i, glMultiTexCoord3iARB);

VMGL_ENTRY void glMultiTexCoord3iv(GLenum target, const GLint *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0273, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 12);
}
VMGL_ALIAS(glMultiTexCoord3iv, glMultiTexCoord3ivARB);

VMGL_ENTRY void glMultiTexCoord3s(GLenum target, GLshort s, GLshort t, GLshort r)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0274, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
    vmgl_put_i32(at + 12, t);
    vmgl_put_i32(at + 16, r);
}
VMGL_ALIAS(glMultiTexCoord3s, glMultiTexCoord3sARB);

VMGL_ENTRY void glMultiTexCoord3sv(GLenum target, const GLshort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0275, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 6);
}
VMGL_ALIAS(glMultiTexCoord3sv, glMultiTexCoord3svARB);

VMGL_ENTRY void glMultiTexCoord4d(GLenum target, GLdouble s, GLdouble t, GLdouble r, GLdouble q)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x0276, 10);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f64(at + 8, s);
    vmgl_put_f64(at + 16, t);
    vmgl_put_f64(at + 24, r);
    vmgl_put_f64(at + 32, q);
}
VMGL_ALIAS(glMultiTexCoord4d, glMultiTexCoord4dARB);

VMGL_ENTRY void glMultiTexCoord4dv(GLenum target, const GLdouble *v)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x0277, 10);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 32);
}
VMGL_ALIAS(glMultiTexCoord4dv, glMultiTexCoord4dvARB);

VMGL_ENTRY void glMultiTexCoord4f(GLenum target, GLfloat s, GLfloat t, GLfloat r, GLfloat q)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0278, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_f32(at + 8, s);
    vmgl_put_f32(at + 12, t);
    vmgl_put_f32(at + 16, r);
    vmgl_put_f32(at + 20, q);
}
VMGL_ALIAS(glMultiTexCoord4f, glMultiTexCoord4fARB);

VMGL_ENTRY void glMultiTexCoord4fv(GLenum target, const GLfloat *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0279, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glMultiTexCoord4fv, glMultiTexCoord4fvARB);

VMGL_ENTRY void glMultiTexCoord4i(GLenum target, GLint s, GLint t, GLint r, GLint q)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x027a, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
    vmgl_put_i32(at + 12, t);
    vmgl_put_i32(at + 16, r);
    vmgl_put_i32(at + 20, q);
}
VMGL_ALIAS(glMultiTexCoord4i, glMultiTexCoord4iARB);

VMGL_ENTRY void glMultiTexCoord4iv(GLenum target, const GLint *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x027b, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glMultiTexCoord4iv, glMultiTexCoord4ivARB);

VMGL_ENTRY void glMultiTexCoord4s(GLenum target, GLshort s, GLshort t, GLshort r, GLshort q)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x027c, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, s);
    vmgl_put_i32(at + 12, t);
    vmgl_put_i32(at + 16, r);
    vmgl_put_i32(at + 20, q);
}
VMGL_ALIAS(glMultiTexCoord4s, glMultiTexCoord4sARB);

VMGL_ENTRY void glMultiTexCoord4sv(GLenum target, const GLshort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x027d, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glMultiTexCoord4sv, glMultiTexCoord4svARB);
