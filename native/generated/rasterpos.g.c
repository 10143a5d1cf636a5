/* Made by Vmgl.Generator from spec, area rasterpos. Change that, then run: make generate */
/* Current raster position (section 2.13) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glRasterPos2d(GLdouble x, GLdouble y)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x016e, 5);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
}

VMGL_ENTRY void glRasterPos2dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x016f, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glRasterPos2f(GLfloat x, GLfloat y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0170, 3);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
}

VMGL_ENTRY void glRasterPos2fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0171, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glRasterPos2i(GLint x, GLint y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0172, 3);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
}

VMGL_ENTRY void glRasterPos2iv(const GLint *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0173, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glRasterPos2s(GLshort x, GLshort y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0174, 3);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
}

VMGL_ENTRY void glRasterPos2sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0175, 2);
    vmgl_put_fixed(at + 4, v, 4);
}

VMGL_ENTRY void glRasterPos3d(GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0176, 7);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
}

VMGL_ENTRY void glRasterPos3dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0177, 7);
    vmgl_put_fixed(at + 4, v, 24);
}

VMGL_ENTRY void glRasterPos3f(GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0178, 4);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
}

VMGL_ENTRY void glRasterPos3fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0179, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glRasterPos3i(GLint x, GLint y, GLint z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x017a, 4);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
}

VMGL_ENTRY void glRasterPos3iv(const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x017b, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glRasterPos3s(GLshort x, GLshort y, GLshort z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x017c, 4);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
}

VMGL_ENTRY void glRasterPos3sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x017d, 3);
    vmgl_put_fixed(at + 4, v, 6);
}

VMGL_ENTRY void glRasterPos4d(GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x017e, 9);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
    vmgl_put_f64(at + 28, w);
}

VMGL_ENTRY void glRasterPos4dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x017f, 9);
    vmgl_put_fixed(at + 4, v, 32);
}

VMGL_ENTRY void glRasterPos4f(GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0180, 5);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
    vmgl_put_f32(at + 16, w);
}

VMGL_ENTRY void glRasterPos4fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0181, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glRasterPos4i(GLint x, GLint y, GLint z, GLint w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0182, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
    vmgl_put_i32(at + 16, w);
}

VMGL_ENTRY void glRasterPos4iv(const GLint *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0183, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glRasterPos4s(GLshort x, GLshort y, GLshort z, GLshort w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0184, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
    vmgl_put_i32(at + 16, w);
}

VMGL_ENTRY void glRasterPos4sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0185, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glWindowPos2d(GLdouble x, GLdouble y)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x029f, 5);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
}
VMGL_ALIAS(glWindowPos2d, glWindowPos2dARB);
VMGL_ALIAS(glWindowPos2d, glWindowPos2dMESA);

VMGL_ENTRY void glWindowPos2dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x02a0, 5);
    vmgl_put_fixed(at + 4, v, 16);
}
VMGL_ALIAS(glWindowPos2dv, glWindowPos2dvARB);
VMGL_ALIAS(glWindowPos2dv, glWindowPos2dvMESA);

VMGL_ENTRY void glWindowPos2f(GLfloat x, GLfloat y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02a1, 3);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
}
VMGL_ALIAS(glWindowPos2f, glWindowPos2fARB);
VMGL_ALIAS(glWindowPos2f, glWindowPos2fMESA);

VMGL_ENTRY void glWindowPos2fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02a2, 3);
    vmgl_put_fixed(at + 4, v, 8);
}
VMGL_ALIAS(glWindowPos2fv, glWindowPos2fvARB);
VMGL_ALIAS(glWindowPos2fv, glWindowPos2fvMESA);

VMGL_ENTRY void glWindowPos2i(GLint x, GLint y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02a3, 3);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
}
VMGL_ALIAS(glWindowPos2i, glWindowPos2iARB);
VMGL_ALIAS(glWindowPos2i, glWindowPos2iMESA);

VMGL_ENTRY void glWindowPos2iv(const GLint *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02a4, 3);
    vmgl_put_fixed(at + 4, v, 8);
}
VMGL_ALIAS(glWindowPos2iv, glWindowPos2ivARB);
VMGL_ALIAS(glWindowPos2iv, glWindowPos2ivMESA);

VMGL_ENTRY void glWindowPos2s(GLshort x, GLshort y)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02a5, 3);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
}
VMGL_ALIAS(glWindowPos2s, glWindowPos2sARB);
VMGL_ALIAS(glWindowPos2s, glWindowPos2sMESA);

VMGL_ENTRY void glWindowPos2sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x02a6, 2);
    vmgl_put_fixed(at + 4, v, 4);
}
VMGL_ALIAS(glWindowPos2sv, glWindowPos2svARB);
VMGL_ALIAS(glWindowPos2sv, glWindowPos2svMESA);

VMGL_ENTRY void glWindowPos3d(GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x02a7, 7);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
}
VMGL_ALIAS(glWindowPos3d, glWindowPos3dARB);
VMGL_ALIAS(glWindowPos3d, glWindowPos3dMESA);

VMGL_ENTRY void glWindowPos3dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x02a8, 7);
    vmgl_put_fixed(at + 4, v, 24);
}
VMGL_ALIAS(glWindowPos3dv, glWindowPos3dvARB);
VMGL_ALIAS(glWindowPos3dv, glWindowPos3dvMESA);

VMGL_ENTRY void glWindowPos3f(GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02a9, 4);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
}
VMGL_ALIAS(glWindowPos3f, glWindowPos3fARB);
VMGL_ALIAS(glWindowPos3f, glWindowPos3fMESA);

VMGL_ENTRY void glWindowPos3fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02aa, 4);
    vmgl_put_fixed(at + 4, v, 12);
}
VMGL_ALIAS(glWindowPos3fv, glWindowPos3fvARB);
VMGL_ALIAS(glWindowPos3fv, glWindowPos3fvMESA);

VMGL_ENTRY void glWindowPos3i(GLint x, GLint y, GLint z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02ab, 4);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
}
VMGL_ALIAS(glWindowPos3i, glWindowPos3iARB);
VMGL_ALIAS(glWindowPos3i, glWindowPos3iMESA);

VMGL_ENTRY void glWindowPos3iv(const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02ac, 4);
    vmgl_put_fixed(at + 4, v, 12);
}
VMGL_ALIAS(glWindowPos3iv, glWindowPos3ivARB);
VMGL_ALIAS(glWindowPos3iv, glWindowPos3ivMESA);

VMGL_ENTRY void glWindowPos3s(GLshort x, GLshort y, GLshort z)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02ad, 4);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
}
VMGL_ALIAS(glWindowPos3s, glWindowPos3sARB);
VMGL_ALIAS(glWindowPos3s, glWindowPos3sMESA);

VMGL_ENTRY void glWindowPos3sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02ae, 3);
    vmgl_put_fixed(at + 4, v, 6);
}
VMGL_ALIAS(glWindowPos3sv, glWindowPos3svARB);
VMGL_ALIAS(glWindowPos3sv, glWindowPos3svMESA);

VMGL_ENTRY void glWindowPos4dMESA(GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x0410, 9);
    vmgl_put_f64(at + 4, x);
    vmgl_put_f64(at + 12, y);
    vmgl_put_f64(at + 20, z);
    vmgl_put_f64(at + 28, w);
}

VMGL_ENTRY void glWindowPos4dvMESA(const GLdouble *v)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x0411, 9);
    vmgl_put_fixed(at + 4, v, 32);
}

VMGL_ENTRY void glWindowPos4fMESA(GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0412, 5);
    vmgl_put_f32(at + 4, x);
    vmgl_put_f32(at + 8, y);
    vmgl_put_f32(at + 12, z);
    vmgl_put_f32(at + 16, w);
}

VMGL_ENTRY void glWindowPos4fvMESA(const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0413, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glWindowPos4iMESA(GLint x, GLint y, GLint z, GLint w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0414, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
    vmgl_put_i32(at + 16, w);
}

VMGL_ENTRY void glWindowPos4ivMESA(const GLint *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0415, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glWindowPos4sMESA(GLshort x, GLshort y, GLshort z, GLshort w)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0416, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, z);
    vmgl_put_i32(at + 16, w);
}

VMGL_ENTRY void glWindowPos4svMESA(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0417, 3);
    vmgl_put_fixed(at + 4, v, 8);
}
