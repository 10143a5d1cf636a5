/* Made by Vmgl.Generator from spec, area colors. Change that, then run: make generate */
/* Current colours and fog coordinates (GL 1.5 section 2.7) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glColor3b(GLbyte red, GLbyte green, GLbyte blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0139, 4);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
}

VMGL_ENTRY void glColor3bv(const GLbyte *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x013a, 2);
    vmgl_put_fixed(at + 4, v, 3);
}

VMGL_ENTRY void glColor3d(GLdouble red, GLdouble green, GLdouble blue)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x013b, 7);
    vmgl_put_f64(at + 4, red);
    vmgl_put_f64(at + 12, green);
    vmgl_put_f64(at + 20, blue);
}

VMGL_ENTRY void glColor3dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x013c, 7);
    vmgl_put_fixed(at + 4, v, 24);
}

VMGL_ENTRY void glColor3f(GLfloat red, GLfloat green, GLfloat blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x013d, 4);
    vmgl_put_f32(at + 4, red);
    vmgl_put_f32(at + 8, green);
    vmgl_put_f32(at + 12, blue);
}

VMGL_ENTRY void glColor3fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x013e, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glColor3i(GLint red, GLint green, GLint blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x013f, 4);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
}

VMGL_ENTRY void glColor3iv(const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0140, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glColor3s(GLshort red, GLshort green, GLshort blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0141, 4);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
}

VMGL_ENTRY void glColor3sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0142, 3);
    vmgl_put_fixed(at + 4, v, 6);
}

VMGL_ENTRY void glColor3ub(GLubyte red, GLubyte green, GLubyte blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0143, 4);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
}

VMGL_ENTRY void glColor3ubv(const GLubyte *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0144, 2);
    vmgl_put_fixed(at + 4, v, 3);
}

VMGL_ENTRY void glColor3ui(GLuint red, GLuint green, GLuint blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0145, 4);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
}

VMGL_ENTRY void glColor3uiv(const GLuint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0146, 4);
    vmgl_put_fixed(at + 4, v, 12);
}

VMGL_ENTRY void glColor3us(GLushort red, GLushort green, GLushort blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0147, 4);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
}

VMGL_ENTRY void glColor3usv(const GLushort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0148, 3);
    vmgl_put_fixed(at + 4, v, 6);
}

VMGL_ENTRY void glColor4b(GLbyte red, GLbyte green, GLbyte blue, GLbyte alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0149, 5);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
    vmgl_put_i32(at + 16, alpha);
}

VMGL_ENTRY void glColor4bv(const GLbyte *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x014a, 2);
    vmgl_put_fixed(at + 4, v, 4);
}

VMGL_ENTRY void glColor4d(GLdouble red, GLdouble green, GLdouble blue, GLdouble alpha)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x014b, 9);
    vmgl_put_f64(at + 4, red);
    vmgl_put_f64(at + 12, green);
    vmgl_put_f64(at + 20, blue);
    vmgl_put_f64(at + 28, alpha);
}

VMGL_ENTRY void glColor4dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x014c, 9);
    vmgl_put_fixed(at + 4, v, 32);
}

VMGL_ENTRY void glColor4f(GLfloat red, GLfloat green, GLfloat blue, GLfloat alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x014d, 5);
    vmgl_put_f32(at + 4, red);
    vmgl_put_f32(at + 8, green);
    vmgl_put_f32(at + 12, blue);
    vmgl_put_f32(at + 16, alpha);
}

VMGL_ENTRY void glColor4fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x014e, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glColor4i(GLint red, GLint green, GLint blue, GLint alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x014f, 5);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
    vmgl_put_i32(at + 16, alpha);
}

VMGL_ENTRY void glColor4iv(const GLint *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0150, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glColor4s(GLshort red, GLshort green, GLshort blue, GLshort alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0151, 5);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
    vmgl_put_i32(at + 16, alpha);
}

VMGL_ENTRY void glColor4sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0152, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glColor4ub(GLubyte red, GLubyte green, GLubyte blue, GLubyte alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0153, 5);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
    vmgl_put_u32(at + 16, alpha);
}

VMGL_ENTRY void glColor4ubv(const GLubyte *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0154, 2);
    vmgl_put_fixed(at + 4, v, 4);
}

VMGL_ENTRY void glColor4ui(GLuint red, GLuint green, GLuint blue, GLuint alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0155, 5);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
    vmgl_put_u32(at + 16, alpha);
}

VMGL_ENTRY void glColor4uiv(const GLuint *v)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0156, 5);
    vmgl_put_fixed(at + 4, v, 16);
}

VMGL_ENTRY void glColor4us(GLushort red, GLushort green, GLushort blue, GLushort alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0157, 5);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
    vmgl_put_u32(at + 16, alpha);
}

VMGL_ENTRY void glColor4usv(const GLushort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0158, 3);
    vmgl_put_fixed(at + 4, v, 8);
}

VMGL_ENTRY void glFogCoordf(GLfloat coord)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0289, 2);
    vmgl_put_f32(at + 4, coord);
}
VMGL_ALIAS(glFogCoordf, glFogCoordfEXT);

VMGL_ENTRY void glFogCoordfv(const GLfloat *coord)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x028a, 2);
    vmgl_put_fixed(at + 4, coord, 4);
}
VMGL_ALIAS(glFogCoordfv, glFogCoordfvEXT);

VMGL_ENTRY void glFogCoordd(GLdouble coord)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x028b, 3);
    vmgl_put_f64(at + 4, coord);
}
VMGL_ALIAS(glFogCoordd, glFogCoorddEXT);

VMGL_ENTRY void glFogCoorddv(const GLdouble *coord)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x028c, 3);
    vmgl_put_fixed(at + 4, coord, 8);
}
VMGL_ALIAS(glFogCoorddv, glFogCoorddvEXT);

VMGL_ENTRY void glSecondaryColor3b(GLbyte red, GLbyte green, GLbyte blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x028e, 4);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
}
VMGL_ALIAS(glSecondaryColor3b, glSecondaryColor3bEXT);

VMGL_ENTRY void glSecondaryColor3bv(const GLbyte *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x028f, 2);
    vmgl_put_fixed(at + 4, v, 3);
}
VMGL_ALIAS(glSecondaryColor3bv, glSecondaryColor3bvEXT);

VMGL_ENTRY void glSecondaryColor3d(GLdouble red, GLdouble green, GLdouble blue)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0290, 7);
    vmgl_put_f64(at + 4, red);
    vmgl_put_f64(at + 12, green);
    vmgl_put_f64(at + 20, blue);
}
VMGL_ALIAS(glSecondaryColor3d, glSecondaryColor3dEXT);

VMGL_ENTRY void glSecondaryColor3dv(const GLdouble *v)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0291, 7);
    vmgl_put_fixed(at + 4, v, 24);
}
VMGL_ALIAS(glSecondaryColor3dv, glSecondaryColor3dvEXT);

VMGL_ENTRY void glSecondaryColor3f(GLfloat red, GLfloat green, GLfloat blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0292, 4);
    vmgl_put_f32(at + 4, red);
    vmgl_put_f32(at + 8, green);
    vmgl_put_f32(at + 12, blue);
}
VMGL_ALIAS(glSecondaryColor3f, glSecondaryColor3fEXT);

VMGL_ENTRY void glSecondaryColor3fv(const GLfloat *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0293, 4);
    vmgl_put_fixed(at + 4, v, 12);
}
VMGL_ALIAS(glSecondaryColor3fv, glSecondaryColor3fvEXT);

VMGL_ENTRY void glSecondaryColor3i(GLint red, GLint green, GLint blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0294, 4);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
}
VMGL_ALIAS(glSecondaryColor3i, glSecondaryColor3iEXT);

VMGL_ENTRY void glSecondaryColor3iv(const GLint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0295, 4);
    vmgl_put_fixed(at + 4, v, 12);
}
VMGL_ALIAS(glSecondaryColor3iv, glSecondaryColor3ivEXT);

VMGL_ENTRY void glSecondaryColor3s(GLshort red, GLshort green, GLshort blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0296, 4);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
}
VMGL_ALIAS(glSecondaryColor3s, glSecondaryColor3sEXT);

VMGL_ENTRY void glSecondaryColor3sv(const GLshort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0297, 3);
    vmgl_put_fixed(at + 4, v, 6);
}
VMGL_ALIAS(glSecondaryColor3sv, glSecondaryColor3svEXT);

VMGL_ENTRY void glSecondaryColor3ub(GLubyte red, GLubyte green, GLubyte blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0298, 4);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
}
VMGL_ALIAS(glSecondaryColor3ub, glSecondaryColor3ubEXT);

VMGL_ENTRY void glSecondaryColor3ubv(const GLubyte *v)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0299, 2);
    vmgl_put_fixed(at + 4, v, 3);
}
VMGL_ALIAS(glSecondaryColor3ubv, glSecondaryColor3ubvEXT);

VMGL_ENTRY void glSecondaryColor3ui(GLuint red, GLuint green, GLuint blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x029a, 4);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
}
VMGL_ALIAS(glSecondaryColor3ui, glSecondaryColor3uiEXT);

VMGL_ENTRY void glSecondaryColor3uiv(const GLuint *v)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x029b, 4);
    vmgl_put_fixed(at + 4, v, 12);
}
VMGL_ALIAS(glSecondaryColor3uiv, glSecondaryColor3uivEXT);

VMGL_ENTRY void glSecondaryColor3us(GLushort red, GLushort green, GLushort blue)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x029c, 4);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
}
VMGL_ALIAS(glSecondaryColor3us, glSecondaryColor3usEXT);

VMGL_ENTRY void glSecondaryColor3usv(const GLushort *v)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x029d, 3);
    vmgl_put_fixed(at + 4, v, 6);
}
VMGL_ALIAS(glSecondaryColor3usv, glSecondaryColor3usvEXT);
