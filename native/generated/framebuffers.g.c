/* Made by Vmgl.Generator from spec, area framebuffers. Change that, then run: make generate */
/* Framebuffer objects (GL 3.0 section 4.4, EXT_framebuffer_object and what belongs to it) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glBindFramebufferEXT(GLenum target, GLuint framebuffer)
{
    vmgl_use_name(VMGL_OBJECT_FRAMEBUFFER, framebuffer);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03d0, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, framebuffer);
    vmgl_track_BindFramebufferEXT(target, framebuffer);
}

VMGL_ENTRY void glBindRenderbufferEXT(GLenum target, GLuint renderbuffer)
{
    vmgl_use_name(VMGL_OBJECT_RENDERBUFFER, renderbuffer);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03d1, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, renderbuffer);
}

VMGL_ENTRY void glBindFramebuffer(GLenum target, GLuint framebuffer)
{
    vmgl_use_name(VMGL_OBJECT_FRAMEBUFFER, framebuffer);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03d2, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, framebuffer);
    vmgl_track_BindFramebuffer(target, framebuffer);
}

VMGL_ENTRY void glBindRenderbuffer(GLenum target, GLuint renderbuffer)
{
    vmgl_use_name(VMGL_OBJECT_RENDERBUFFER, renderbuffer);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03d3, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, renderbuffer);
}

VMGL_ENTRY void glGenFramebuffers(GLsizei n, GLuint *framebuffers)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenFramebuffers) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenFramebuffers);
    if (guest)
        guest(n, framebuffers);
}
VMGL_ALIAS(glGenFramebuffers, glGenFramebuffersEXT);

VMGL_ENTRY void glGenRenderbuffers(GLsizei n, GLuint *renderbuffers)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenRenderbuffers) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenRenderbuffers);
    if (guest)
        guest(n, renderbuffers);
}
VMGL_ALIAS(glGenRenderbuffers, glGenRenderbuffersEXT);

VMGL_ENTRY void glDeleteFramebuffers(GLsizei n, const GLuint *framebuffers)
{
    __typeof__(&glDeleteFramebuffers) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteFramebuffers);
    if (guest)
        guest(n, framebuffers);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glDeleteFramebuffers, glDeleteFramebuffersEXT);

VMGL_ENTRY void glDeleteRenderbuffers(GLsizei n, const GLuint *renderbuffers)
{
    __typeof__(&glDeleteRenderbuffers) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteRenderbuffers);
    if (guest)
        guest(n, renderbuffers);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glDeleteRenderbuffers, glDeleteRenderbuffersEXT);

VMGL_ENTRY GLboolean glIsFramebuffer(GLuint framebuffer)
{
    __typeof__(&glIsFramebuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsFramebuffer);
    return guest ? guest(framebuffer) : 0;
}
VMGL_ALIAS(glIsFramebuffer, glIsFramebufferEXT);

VMGL_ENTRY GLboolean glIsRenderbuffer(GLuint renderbuffer)
{
    __typeof__(&glIsRenderbuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsRenderbuffer);
    return guest ? guest(renderbuffer) : 0;
}
VMGL_ALIAS(glIsRenderbuffer, glIsRenderbufferEXT);

VMGL_ENTRY GLenum glCheckFramebufferStatus(GLenum target)
{
    __typeof__(&glCheckFramebufferStatus) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCheckFramebufferStatus);
    return guest ? guest(target) : 0;
}
VMGL_ALIAS(glCheckFramebufferStatus, glCheckFramebufferStatusEXT);

VMGL_ENTRY void glFramebufferTexture1D(GLenum target, GLenum attachment, GLenum textarget, GLuint texture, GLint level)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x03db, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, attachment);
    vmgl_put_u32(at + 12, textarget);
    vmgl_put_u32(at + 16, texture);
    vmgl_put_i32(at + 20, level);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glFramebufferTexture1D, glFramebufferTexture1DEXT);

VMGL_ENTRY void glFramebufferTexture2D(GLenum target, GLenum attachment, GLenum textarget, GLuint texture, GLint level)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x03dc, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, attachment);
    vmgl_put_u32(at + 12, textarget);
    vmgl_put_u32(at + 16, texture);
    vmgl_put_i32(at + 20, level);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glFramebufferTexture2D, glFramebufferTexture2DEXT);

VMGL_ENTRY void glFramebufferTexture3D(GLenum target, GLenum attachment, GLenum textarget, GLuint texture, GLint level, GLint zoffset)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x03dd, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, attachment);
    vmgl_put_u32(at + 12, textarget);
    vmgl_put_u32(at + 16, texture);
    vmgl_put_i32(at + 20, level);
    vmgl_put_i32(at + 24, zoffset);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glFramebufferTexture3D, glFramebufferTexture3DEXT);

VMGL_ENTRY void glFramebufferTextureLayer(GLenum target, GLenum attachment, GLuint texture, GLint level, GLint layer)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x03de, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, attachment);
    vmgl_put_u32(at + 12, texture);
    vmgl_put_i32(at + 16, level);
    vmgl_put_i32(at + 20, layer);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glFramebufferTextureLayer, glFramebufferTextureLayerEXT);

VMGL_ENTRY void glFramebufferRenderbuffer(GLenum target, GLenum attachment, GLenum renderbuffertarget, GLuint renderbuffer)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03df, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, attachment);
    vmgl_put_u32(at + 12, renderbuffertarget);
    vmgl_put_u32(at + 16, renderbuffer);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glFramebufferRenderbuffer, glFramebufferRenderbufferEXT);

VMGL_ENTRY void glRenderbufferStorage(GLenum target, GLenum internalformat, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03e0, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, internalformat);
    vmgl_put_i32(at + 12, width);
    vmgl_put_i32(at + 16, height);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glRenderbufferStorage, glRenderbufferStorageEXT);

VMGL_ENTRY void glRenderbufferStorageMultisample(GLenum target, GLsizei samples, GLenum internalformat, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x03e1, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, samples);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_i32(at + 16, width);
    vmgl_put_i32(at + 20, height);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glRenderbufferStorageMultisample, glRenderbufferStorageMultisampleEXT);

VMGL_ENTRY void glGetRenderbufferParameteriv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetRenderbufferParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetRenderbufferParameteriv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetRenderbufferParameteriv, glGetRenderbufferParameterivEXT);

VMGL_ENTRY void glGetFramebufferAttachmentParameteriv(GLenum target, GLenum attachment, GLenum pname, GLint *params)
{
    __typeof__(&glGetFramebufferAttachmentParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetFramebufferAttachmentParameteriv);
    if (guest)
        guest(target, attachment, pname, params);
}
VMGL_ALIAS(glGetFramebufferAttachmentParameteriv, glGetFramebufferAttachmentParameterivEXT);

VMGL_ENTRY void glGenerateMipmap(GLenum target)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x03e4, 2);
    vmgl_put_u32(at + 4, target);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glGenerateMipmap, glGenerateMipmapEXT);

VMGL_ENTRY void glBlitFramebuffer(GLint srcX0, GLint srcY0, GLint srcX1, GLint srcY1, GLint dstX0, GLint dstY0, GLint dstX1, GLint dstY1, GLbitfield mask, GLenum filter)
{
    uint8_t *at = vmgl_room(44);
    vmgl_head(at, 0x03e5, 11);
    vmgl_put_i32(at + 4, srcX0);
    vmgl_put_i32(at + 8, srcY0);
    vmgl_put_i32(at + 12, srcX1);
    vmgl_put_i32(at + 16, srcY1);
    vmgl_put_i32(at + 20, dstX0);
    vmgl_put_i32(at + 24, dstY0);
    vmgl_put_i32(at + 28, dstX1);
    vmgl_put_i32(at + 32, dstY1);
    vmgl_put_u32(at + 36, mask);
    vmgl_put_u32(at + 40, filter);
}
VMGL_ALIAS(glBlitFramebuffer, glBlitFramebufferEXT);

VMGL_ENTRY void glGetMultisamplefv(GLenum pname, GLuint index, GLfloat *val)
{
    __typeof__(&glGetMultisamplefv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMultisamplefv);
    if (guest)
        guest(pname, index, val);
}

VMGL_ENTRY void glGetInternalformativ(GLenum target, GLenum internalformat, GLenum pname, GLsizei count, GLint *params)
{
    __typeof__(&glGetInternalformativ) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetInternalformativ);
    if (guest)
        guest(target, internalformat, pname, count, params);
}

VMGL_ENTRY void glGetInternalformati64v(GLenum target, GLenum internalformat, GLenum pname, GLsizei count, GLint64 *params)
{
    __typeof__(&glGetInternalformati64v) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetInternalformati64v);
    if (guest)
        guest(target, internalformat, pname, count, params);
}
