/* Made by Vmgl.Generator from spec, area teximages. Change that, then run: make generate */
/* Texture images (sections 3.8.1 to 3.8.3) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glTexImage1D(GLenum target, GLint level, GLint internalformat, GLsizei width, GLint border, GLenum format, GLenum type, const void *pixels)
{
    __typeof__(&glTexImage1D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexImage1D);
    if (guest)
        guest(target, level, internalformat, width, border, format, type, pixels);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glTexImage2D(GLenum target, GLint level, GLint internalformat, GLsizei width, GLsizei height, GLint border, GLenum format, GLenum type, const void *pixels)
{
    __typeof__(&glTexImage2D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexImage2D);
    if (guest)
        guest(target, level, internalformat, width, height, border, format, type, pixels);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glGetTexImage(GLenum target, GLint level, GLenum format, GLenum type, void *pixels)
{
    __typeof__(&glGetTexImage) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexImage);
    if (guest)
        guest(target, level, format, type, pixels);
}

VMGL_ENTRY void glCopyTexImage1D(GLenum target, GLint level, GLenum internalformat, GLint x, GLint y, GLsizei width, GLint border)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x0236, 8);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, level);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, x);
    vmgl_put_i32(at + 20, y);
    vmgl_put_i32(at + 24, width);
    vmgl_put_i32(at + 28, border);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glCopyTexImage1D, glCopyTexImage1DEXT);

VMGL_ENTRY void glCopyTexImage2D(GLenum target, GLint level, GLenum internalformat, GLint x, GLint y, GLsizei width, GLsizei height, GLint border)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x0237, 9);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, level);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, x);
    vmgl_put_i32(at + 20, y);
    vmgl_put_i32(at + 24, width);
    vmgl_put_i32(at + 28, height);
    vmgl_put_i32(at + 32, border);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glCopyTexImage2D, glCopyTexImage2DEXT);

VMGL_ENTRY void glCopyTexSubImage1D(GLenum target, GLint level, GLint xoffset, GLint x, GLint y, GLsizei width)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0238, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, level);
    vmgl_put_i32(at + 12, xoffset);
    vmgl_put_i32(at + 16, x);
    vmgl_put_i32(at + 20, y);
    vmgl_put_i32(at + 24, width);
    vmgl_mark_levels();
}
VMGL_ALIAS(glCopyTexSubImage1D, glCopyTexSubImage1DEXT);

VMGL_ENTRY void glCopyTexSubImage2D(GLenum target, GLint level, GLint xoffset, GLint yoffset, GLint x, GLint y, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(36);
    vmgl_head(at, 0x0239, 9);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, level);
    vmgl_put_i32(at + 12, xoffset);
    vmgl_put_i32(at + 16, yoffset);
    vmgl_put_i32(at + 20, x);
    vmgl_put_i32(at + 24, y);
    vmgl_put_i32(at + 28, width);
    vmgl_put_i32(at + 32, height);
    vmgl_mark_levels();
}
VMGL_ALIAS(glCopyTexSubImage2D, glCopyTexSubImage2DEXT);

VMGL_ENTRY void glTexSubImage1D(GLenum target, GLint level, GLint xoffset, GLsizei width, GLenum format, GLenum type, const void *pixels)
{
    __typeof__(&glTexSubImage1D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexSubImage1D);
    if (guest)
        guest(target, level, xoffset, width, format, type, pixels);
    vmgl_mark_levels();
}
VMGL_ALIAS(glTexSubImage1D, glTexSubImage1DEXT);

VMGL_ENTRY void glTexSubImage2D(GLenum target, GLint level, GLint xoffset, GLint yoffset, GLsizei width, GLsizei height, GLenum format, GLenum type, const void *pixels)
{
    __typeof__(&glTexSubImage2D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexSubImage2D);
    if (guest)
        guest(target, level, xoffset, yoffset, width, height, format, type, pixels);
    vmgl_mark_levels();
}
VMGL_ALIAS(glTexSubImage2D, glTexSubImage2DEXT);

VMGL_ENTRY void glTexImage3D(GLenum target, GLint level, GLint internalformat, GLsizei width, GLsizei height, GLsizei depth, GLint border, GLenum format, GLenum type, const void *pixels)
{
    __typeof__(&glTexImage3D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexImage3D);
    if (guest)
        guest(target, level, internalformat, width, height, depth, border, format, type, pixels);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glTexImage3D, glTexImage3DEXT);

VMGL_ENTRY void glTexSubImage3D(GLenum target, GLint level, GLint xoffset, GLint yoffset, GLint zoffset, GLsizei width, GLsizei height, GLsizei depth, GLenum format, GLenum type, const void *pixels)
{
    __typeof__(&glTexSubImage3D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexSubImage3D);
    if (guest)
        guest(target, level, xoffset, yoffset, zoffset, width, height, depth, format, type, pixels);
    vmgl_mark_levels();
}
VMGL_ALIAS(glTexSubImage3D, glTexSubImage3DEXT);

VMGL_ENTRY void glCopyTexSubImage3D(GLenum target, GLint level, GLint xoffset, GLint yoffset, GLint zoffset, GLint x, GLint y, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(40);
    vmgl_head(at, 0x0253, 10);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, level);
    vmgl_put_i32(at + 12, xoffset);
    vmgl_put_i32(at + 16, yoffset);
    vmgl_put_i32(at + 20, zoffset);
    vmgl_put_i32(at + 24, x);
    vmgl_put_i32(at + 28, y);
    vmgl_put_i32(at + 32, width);
    vmgl_put_i32(at + 36, height);
    vmgl_mark_levels();
}
VMGL_ALIAS(glCopyTexSubImage3D, glCopyTexSubImage3DEXT);

VMGL_ENTRY void glCompressedTexImage3D(GLenum target, GLint level, GLenum internalformat, GLsizei width, GLsizei height, GLsizei depth, GLint border, GLsizei imageSize, const void *data)
{
    __typeof__(&glCompressedTexImage3D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCompressedTexImage3D);
    if (guest)
        guest(target, level, internalformat, width, height, depth, border, imageSize, data);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glCompressedTexImage3D, glCompressedTexImage3DARB);

VMGL_ENTRY void glCompressedTexImage2D(GLenum target, GLint level, GLenum internalformat, GLsizei width, GLsizei height, GLint border, GLsizei imageSize, const void *data)
{
    __typeof__(&glCompressedTexImage2D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCompressedTexImage2D);
    if (guest)
        guest(target, level, internalformat, width, height, border, imageSize, data);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glCompressedTexImage2D, glCompressedTexImage2DARB);

VMGL_ENTRY void glCompressedTexImage1D(GLenum target, GLint level, GLenum internalformat, GLsizei width, GLint border, GLsizei imageSize, const void *data)
{
    __typeof__(&glCompressedTexImage1D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCompressedTexImage1D);
    if (guest)
        guest(target, level, internalformat, width, border, imageSize, data);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glCompressedTexImage1D, glCompressedTexImage1DARB);

VMGL_ENTRY void glCompressedTexSubImage3D(GLenum target, GLint level, GLint xoffset, GLint yoffset, GLint zoffset, GLsizei width, GLsizei height, GLsizei depth, GLenum format, GLsizei imageSize, const void *data)
{
    __typeof__(&glCompressedTexSubImage3D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCompressedTexSubImage3D);
    if (guest)
        guest(target, level, xoffset, yoffset, zoffset, width, height, depth, format, imageSize, data);
    vmgl_mark_levels();
}
VMGL_ALIAS(glCompressedTexSubImage3D, glCompressedTexSubImage3DARB);

VMGL_ENTRY void glCompressedTexSubImage2D(GLenum target, GLint level, GLint xoffset, GLint yoffset, GLsizei width, GLsizei height, GLenum format, GLsizei imageSize, const void *data)
{
    __typeof__(&glCompressedTexSubImage2D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCompressedTexSubImage2D);
    if (guest)
        guest(target, level, xoffset, yoffset, width, height, format, imageSize, data);
    vmgl_mark_levels();
}
VMGL_ALIAS(glCompressedTexSubImage2D, glCompressedTexSubImage2DARB);

VMGL_ENTRY void glCompressedTexSubImage1D(GLenum target, GLint level, GLint xoffset, GLsizei width, GLenum format, GLsizei imageSize, const void *data)
{
    __typeof__(&glCompressedTexSubImage1D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCompressedTexSubImage1D);
    if (guest)
        guest(target, level, xoffset, width, format, imageSize, data);
    vmgl_mark_levels();
}
VMGL_ALIAS(glCompressedTexSubImage1D, glCompressedTexSubImage1DARB);

VMGL_ENTRY void glGetCompressedTexImage(GLenum target, GLint level, void *img)
{
    __typeof__(&glGetCompressedTexImage) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetCompressedTexImage);
    if (guest)
        guest(target, level, img);
}
VMGL_ALIAS(glGetCompressedTexImage, glGetCompressedTexImageARB);

VMGL_ENTRY void glTexStorage1D(GLenum target, GLsizei levels, GLenum internalformat, GLsizei width)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x041f, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, levels);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, width);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glTexStorage2D(GLenum target, GLsizei levels, GLenum internalformat, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0420, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, levels);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, width);
    vmgl_put_i32(at + 20, height);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glTexStorage3D(GLenum target, GLsizei levels, GLenum internalformat, GLsizei width, GLsizei height, GLsizei depth)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0421, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, levels);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, width);
    vmgl_put_i32(at + 20, height);
    vmgl_put_i32(at + 24, depth);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glTexImage2DMultisample(GLenum target, GLsizei samples, GLenum internalformat, GLsizei width, GLsizei height, GLboolean fixedsamplelocations)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x0422, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, samples);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, width);
    vmgl_put_i32(at + 20, height);
    vmgl_put_u32(at + 24, fixedsamplelocations);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glTexImage3DMultisample(GLenum target, GLsizei samples, GLenum internalformat, GLsizei width, GLsizei height, GLsizei depth, GLboolean fixedsamplelocations)
{
    uint8_t *at = vmgl_room(32);
    vmgl_head(at, 0x0423, 8);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, samples);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, width);
    vmgl_put_i32(at + 20, height);
    vmgl_put_i32(at + 24, depth);
    vmgl_put_u32(at + 28, fixedsamplelocations);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glTextureBarrierNV(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x0426, 1);
}

VMGL_ENTRY void glTextureBarrier(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x0428, 1);
}
