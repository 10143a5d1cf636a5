/* Made by Vmgl.Generator from spec, area attributes. Change that, then run: make generate */
/* Generic vertex attributes (ARB_vertex_program) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glVertexAttrib1dARB(GLuint index, GLdouble x)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02d7, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
}
VMGL_ALIAS(glVertexAttrib1dARB, glVertexAttrib1d);

VMGL_ENTRY void glVertexAttrib1dvARB(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02d8, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glVertexAttrib1dvARB, glVertexAttrib1dv);

VMGL_ENTRY void glVertexAttrib1fARB(GLuint index, GLfloat x)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02d9, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
}
VMGL_ALIAS(glVertexAttrib1fARB, glVertexAttrib1f);

VMGL_ENTRY void glVertexAttrib1fvARB(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02da, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glVertexAttrib1fvARB, glVertexAttrib1fv);

VMGL_ENTRY void glVertexAttrib1sARB(GLuint index, GLshort x)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02db, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
}
VMGL_ALIAS(glVertexAttrib1sARB, glVertexAttrib1s);

VMGL_ENTRY void glVertexAttrib1svARB(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02dc, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 2);
}
VMGL_ALIAS(glVertexAttrib1svARB, glVertexAttrib1sv);

VMGL_ENTRY void glVertexAttrib2dARB(GLuint index, GLdouble x, GLdouble y)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02dd, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
    vmgl_put_f64(at + 16, y);
}
VMGL_ALIAS(glVertexAttrib2dARB, glVertexAttrib2d);

VMGL_ENTRY void glVertexAttrib2dvARB(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02de, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glVertexAttrib2dvARB, glVertexAttrib2dv);

VMGL_ENTRY void glVertexAttrib2fARB(GLuint index, GLfloat x, GLfloat y)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02df, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
    vmgl_put_f32(at + 12, y);
}
VMGL_ALIAS(glVertexAttrib2fARB, glVertexAttrib2f);

VMGL_ENTRY void glVertexAttrib2fvARB(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02e0, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glVertexAttrib2fvARB, glVertexAttrib2fv);

VMGL_ENTRY void glVertexAttrib2sARB(GLuint index, GLshort x, GLshort y)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02e1, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
    vmgl_put_i32(at + 12, y);
}
VMGL_ALIAS(glVertexAttrib2sARB, glVertexAttrib2s);

VMGL_ENTRY void glVertexAttrib2svARB(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02e2, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glVertexAttrib2svARB, glVertexAttrib2sv);

VMGL_ENTRY void glVertexAttrib3dARB(GLuint index, GLdouble x, GLdouble y, GLdouble z)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x02e3, 8);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
    vmgl_put_f64(at + 16, y);
    vmgl_put_f64(at + 24, z);
}
VMGL_ALIAS(glVertexAttrib3dARB, glVertexAttrib3d);

VMGL_ENTRY void glVertexAttrib3dvARB(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x02e4, 8);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 24);
}
VMGL_ALIAS(glVertexAttrib3dvARB, glVertexAttrib3dv);

VMGL_ENTRY void glVertexAttrib3fARB(GLuint index, GLfloat x, GLfloat y, GLfloat z)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x02e5, 5);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
    vmgl_put_f32(at + 12, y);
    vmgl_put_f32(at + 16, z);
}
VMGL_ALIAS(glVertexAttrib3fARB, glVertexAttrib3f);

VMGL_ENTRY void glVertexAttrib3fvARB(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x02e6, 5);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 12);
}
VMGL_ALIAS(glVertexAttrib3fvARB, glVertexAttrib3fv);

VMGL_ENTRY void glVertexAttrib3sARB(GLuint index, GLshort x, GLshort y, GLshort z)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x02e7, 5);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
    vmgl_put_i32(at + 12, y);
    vmgl_put_i32(at + 16, z);
}
VMGL_ALIAS(glVertexAttrib3sARB, glVertexAttrib3s);

VMGL_ENTRY void glVertexAttrib3svARB(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02e8, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 6);
}
VMGL_ALIAS(glVertexAttrib3svARB, glVertexAttrib3sv);

VMGL_ENTRY void glVertexAttrib4NbvARB(GLuint index, const GLbyte *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02e9, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glVertexAttrib4NbvARB, glVertexAttrib4Nbv);

VMGL_ENTRY void glVertexAttrib4NivARB(GLuint index, const GLint *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02ea, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glVertexAttrib4NivARB, glVertexAttrib4Niv);

VMGL_ENTRY void glVertexAttrib4NsvARB(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02eb, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glVertexAttrib4NsvARB, glVertexAttrib4Nsv);

VMGL_ENTRY void glVertexAttrib4NubARB(GLuint index, GLubyte x, GLubyte y, GLubyte z, GLubyte w)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02ec, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_u32(at + 8, x);
    vmgl_put_u32(at + 12, y);
    vmgl_put_u32(at + 16, z);
    vmgl_put_u32(at + 20, w);
}
VMGL_ALIAS(glVertexAttrib4NubARB, glVertexAttrib4Nub);

VMGL_ENTRY void glVertexAttrib4NubvARB(GLuint index, const GLubyte *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02ed, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glVertexAttrib4NubvARB, glVertexAttrib4Nubv);

VMGL_ENTRY void glVertexAttrib4NuivARB(GLuint index, const GLuint *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02ee, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glVertexAttrib4NuivARB, glVertexAttrib4Nuiv);

VMGL_ENTRY void glVertexAttrib4NusvARB(GLuint index, const GLushort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02ef, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glVertexAttrib4NusvARB, glVertexAttrib4Nusv);

VMGL_ENTRY void glVertexAttrib4bvARB(GLuint index, const GLbyte *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02f0, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glVertexAttrib4bvARB, glVertexAttrib4bv);

VMGL_ENTRY void glVertexAttrib4dARB(GLuint index, GLdouble x, GLdouble y, GLdouble z, GLdouble w)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x02f1, 10);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f64(at + 8, x);
    vmgl_put_f64(at + 16, y);
    vmgl_put_f64(at + 24, z);
    vmgl_put_f64(at + 32, w);
}
VMGL_ALIAS(glVertexAttrib4dARB, glVertexAttrib4d);

VMGL_ENTRY void glVertexAttrib4dvARB(GLuint index, const GLdouble *v)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x02f2, 10);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 32);
}
VMGL_ALIAS(glVertexAttrib4dvARB, glVertexAttrib4dv);

VMGL_ENTRY void glVertexAttrib4fARB(GLuint index, GLfloat x, GLfloat y, GLfloat z, GLfloat w)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02f3, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_f32(at + 8, x);
    vmgl_put_f32(at + 12, y);
    vmgl_put_f32(at + 16, z);
    vmgl_put_f32(at + 20, w);
}
VMGL_ALIAS(glVertexAttrib4fARB, glVertexAttrib4f);

VMGL_ENTRY void glVertexAttrib4fvARB(GLuint index, const GLfloat *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02f4, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glVertexAttrib4fvARB, glVertexAttrib4fv);

VMGL_ENTRY void glVertexAttrib4ivARB(GLuint index, const GLint *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02f5, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glVertexAttrib4ivARB, glVertexAttrib4iv);

VMGL_ENTRY void glVertexAttrib4sARB(GLuint index, GLshort x, GLshort y, GLshort z, GLshort w)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02f6, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_i32(at + 8, x);
    vmgl_put_i32(at + 12, y);
    vmgl_put_i32(at + 16, z);
    vmgl_put_i32(at + 20, w);
}
VMGL_ALIAS(glVertexAttrib4sARB, glVertexAttrib4s);

VMGL_ENTRY void glVertexAttrib4svARB(GLuint index, const GLshort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02f7, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glVertexAttrib4svARB, glVertexAttrib4sv);

VMGL_ENTRY void glVertexAttrib4ubvARB(GLuint index, const GLubyte *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02f8, 3);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 4);
}
VMGL_ALIAS(glVertexAttrib4ubvARB, glVertexAttrib4ubv);

VMGL_ENTRY void glVertexAttrib4uivARB(GLuint index, const GLuint *v)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x02f9, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 16);
}
VMGL_ALIAS(glVertexAttrib4uivARB, glVertexAttrib4uiv);

VMGL_ENTRY void glVertexAttrib4usvARB(GLuint index, const GLushort *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x02fa, 4);
    vmgl_put_u32(at + 4, index);
    vmgl_put_fixed(at + 8, v, 8);
}
VMGL_ALIAS(glVertexAttrib4usvARB, glVertexAttrib4usv);

VMGL_ENTRY void glVertexAttribPointerARB(GLuint index, GLint size, GLenum type, GLboolean normalized, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glVertexAttribPointerARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glVertexAttribPointerARB);
    if (guest)
        guest(index, size, type, normalized, stride, pointer);
}
VMGL_ALIAS(glVertexAttribPointerARB, glVertexAttribPointer);

VMGL_ENTRY void glEnableVertexAttribArrayARB(GLuint index)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glEnableVertexAttribArrayARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glEnableVertexAttribArrayARB);
    if (guest)
        guest(index);
}
VMGL_ALIAS(glEnableVertexAttribArrayARB, glEnableVertexAttribArray);

VMGL_ENTRY void glDisableVertexAttribArrayARB(GLuint index)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glDisableVertexAttribArrayARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDisableVertexAttribArrayARB);
    if (guest)
        guest(index);
}
VMGL_ALIAS(glDisableVertexAttribArrayARB, glDisableVertexAttribArray);

VMGL_ENTRY void glGetVertexAttribdvARB(GLuint index, GLenum pname, GLdouble *params)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetVertexAttribdvARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribdvARB);
    if (guest)
        guest(index, pname, params);
}
VMGL_ALIAS(glGetVertexAttribdvARB, glGetVertexAttribdv);

VMGL_ENTRY void glGetVertexAttribfvARB(GLuint index, GLenum pname, GLfloat *params)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetVertexAttribfvARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribfvARB);
    if (guest)
        guest(index, pname, params);
}
VMGL_ALIAS(glGetVertexAttribfvARB, glGetVertexAttribfv);

VMGL_ENTRY void glGetVertexAttribivARB(GLuint index, GLenum pname, GLint *params)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetVertexAttribivARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribivARB);
    if (guest)
        guest(index, pname, params);
}
VMGL_ALIAS(glGetVertexAttribivARB, glGetVertexAttribiv);

VMGL_ENTRY void glGetVertexAttribPointervARB(GLuint index, GLenum pname, void **pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetVertexAttribPointervARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetVertexAttribPointervARB);
    if (guest)
        guest(index, pname, pointer);
}
VMGL_ALIAS(glGetVertexAttribPointervARB, glGetVertexAttribPointerv);
