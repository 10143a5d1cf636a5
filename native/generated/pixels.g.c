/* Made by Vmgl.Generator from spec, area pixels. Change that, then run: make generate */
/* Pixel rectangles (sections 3.6, 3.7 and 4.3) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glPixelStoref(GLenum pname, GLfloat param)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glPixelStoref) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPixelStoref);
    if (guest)
        guest(pname, param);
}

VMGL_ENTRY void glPixelStorei(GLenum pname, GLint param)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glPixelStorei) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPixelStorei);
    if (guest)
        guest(pname, param);
}

VMGL_ENTRY void glReadBuffer(GLenum src)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0120, 2);
    vmgl_put_u32(at + 4, src);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glReadPixels(GLint x, GLint y, GLsizei width, GLsizei height, GLenum format, GLenum type, void *pixels)
{
    __typeof__(&glReadPixels) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glReadPixels);
    if (guest)
        guest(x, y, width, height, format, type, pixels);
}

VMGL_ENTRY void glBitmap(GLsizei width, GLsizei height, GLfloat xorig, GLfloat yorig, GLfloat xmove, GLfloat ymove, const GLubyte *bitmap)
{
    __typeof__(&glBitmap) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBitmap);
    if (guest)
        guest(width, height, xorig, yorig, xmove, ymove, bitmap);
}

VMGL_ENTRY void glPixelZoom(GLfloat xfactor, GLfloat yfactor)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0208, 3);
    vmgl_put_f32(at + 4, xfactor);
    vmgl_put_f32(at + 8, yfactor);
}

VMGL_ENTRY void glPixelTransferf(GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0209, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_f32(at + 8, param);
}

VMGL_ENTRY void glPixelTransferi(GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x020a, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_i32(at + 8, param);
}

VMGL_ENTRY void glPixelMapfv(GLenum map, GLsizei mapsize, const GLfloat *values)
{
    __typeof__(&glPixelMapfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPixelMapfv);
    if (guest)
        guest(map, mapsize, values);
}

VMGL_ENTRY void glPixelMapuiv(GLenum map, GLsizei mapsize, const GLuint *values)
{
    __typeof__(&glPixelMapuiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPixelMapuiv);
    if (guest)
        guest(map, mapsize, values);
}

VMGL_ENTRY void glPixelMapusv(GLenum map, GLsizei mapsize, const GLushort *values)
{
    __typeof__(&glPixelMapusv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPixelMapusv);
    if (guest)
        guest(map, mapsize, values);
}

VMGL_ENTRY void glCopyPixels(GLint x, GLint y, GLsizei width, GLsizei height, GLenum type)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x020e, 6);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, width);
    vmgl_put_i32(at + 16, height);
    vmgl_put_u32(at + 20, type);
}

VMGL_ENTRY void glDrawPixels(GLsizei width, GLsizei height, GLenum format, GLenum type, const void *pixels)
{
    __typeof__(&glDrawPixels) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawPixels);
    if (guest)
        guest(width, height, format, type, pixels);
}

VMGL_ENTRY void glGetPixelMapfv(GLenum map, GLfloat *values)
{
    __typeof__(&glGetPixelMapfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetPixelMapfv);
    if (guest)
        guest(map, values);
}

VMGL_ENTRY void glGetPixelMapuiv(GLenum map, GLuint *values)
{
    __typeof__(&glGetPixelMapuiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetPixelMapuiv);
    if (guest)
        guest(map, values);
}

VMGL_ENTRY void glGetPixelMapusv(GLenum map, GLushort *values)
{
    __typeof__(&glGetPixelMapusv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetPixelMapusv);
    if (guest)
        guest(map, values);
}
