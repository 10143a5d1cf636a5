/* Made by Vmgl.Generator from spec, area textures. Change that, then run: make generate */
/* Texture objects, parameters, environments and coordinates (section 3.8) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glTexParameterf(GLenum target, GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0107, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_f32(at + 12, param);
    vmgl_track_TexParameterf(target, pname, param);
}

VMGL_ENTRY void glTexParameterfv(GLenum target, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0108, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
    vmgl_track_TexParameterfv(target, pname, params);
}

VMGL_ENTRY void glTexParameteri(GLenum target, GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0109, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_i32(at + 12, param);
    vmgl_track_TexParameteri(target, pname, param);
}

VMGL_ENTRY void glTexParameteriv(GLenum target, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x010a, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
    vmgl_track_TexParameteriv(target, pname, params);
}

VMGL_ENTRY void glGetTexParameterfv(GLenum target, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetTexParameterfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexParameterfv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetTexParameteriv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetTexParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexParameteriv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetTexLevelParameterfv(GLenum target, GLint level, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetTexLevelParameterfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexLevelParameterfv);
    if (guest)
        guest(target, level, pname, params);
}

VMGL_ENTRY void glGetTexLevelParameteriv(GLenum target, GLint level, GLenum pname, GLint *params)
{
    __typeof__(&glGetTexLevelParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexLevelParameteriv);
    if (guest)
        guest(target, level, pname, params);
}

VMGL_ENTRY void glTexEnvf(GLenum target, GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01db, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_f32(at + 12, param);
}

VMGL_ENTRY void glTexEnvfv(GLenum target, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texEnv(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01dc, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glTexEnvi(GLenum target, GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01dd, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_i32(at + 12, param);
}

VMGL_ENTRY void glTexEnviv(GLenum target, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texEnv(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01de, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glTexGend(GLenum coord, GLenum pname, GLdouble param)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01df, 5);
    vmgl_put_u32(at + 4, coord);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_f64(at + 12, param);
}

VMGL_ENTRY void glTexGendv(GLenum coord, GLenum pname, const GLdouble *params)
{
    int64_t params_bytes = vmgl_times(8, vmgl_size_texGen(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01e0, bytes);
    vmgl_put_u32(at + 8, coord);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glTexGenf(GLenum coord, GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01e1, 4);
    vmgl_put_u32(at + 4, coord);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_f32(at + 12, param);
}

VMGL_ENTRY void glTexGenfv(GLenum coord, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texGen(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01e2, bytes);
    vmgl_put_u32(at + 8, coord);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glTexGeni(GLenum coord, GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01e3, 4);
    vmgl_put_u32(at + 4, coord);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_i32(at + 12, param);
}

VMGL_ENTRY void glTexGeniv(GLenum coord, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texGen(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01e4, bytes);
    vmgl_put_u32(at + 8, coord);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glGetTexEnvfv(GLenum target, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetTexEnvfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexEnvfv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetTexEnviv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetTexEnviv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexEnviv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetTexGendv(GLenum coord, GLenum pname, GLdouble *params)
{
    __typeof__(&glGetTexGendv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexGendv);
    if (guest)
        guest(coord, pname, params);
}

VMGL_ENTRY void glGetTexGenfv(GLenum coord, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetTexGenfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexGenfv);
    if (guest)
        guest(coord, pname, params);
}

VMGL_ENTRY void glGetTexGeniv(GLenum coord, GLenum pname, GLint *params)
{
    __typeof__(&glGetTexGeniv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexGeniv);
    if (guest)
        guest(coord, pname, params);
}

VMGL_ENTRY void glBindTexture(GLenum target, GLuint texture)
{
    vmgl_use_name(VMGL_OBJECT_TEXTURE, texture);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x023c, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, texture);
}
VMGL_ALIAS(glBindTexture, glBindTextureEXT);

VMGL_ENTRY void glDeleteTextures(GLsizei n, const GLuint *textures)
{
    __typeof__(&glDeleteTextures) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteTextures);
    if (guest)
        guest(n, textures);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glGenTextures(GLsizei n, GLuint *textures)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenTextures) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenTextures);
    if (guest)
        guest(n, textures);
}

VMGL_ENTRY GLboolean glIsTexture(GLuint texture)
{
    __typeof__(&glIsTexture) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsTexture);
    return guest ? guest(texture) : 0;
}

VMGL_ENTRY GLboolean glAreTexturesResident(GLsizei n, const GLuint *textures, GLboolean *residences)
{
    __typeof__(&glAreTexturesResident) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glAreTexturesResident);
    return guest ? guest(n, textures, residences) : 0;
}

VMGL_ENTRY void glPrioritizeTextures(GLsizei n, const GLuint *textures, const GLfloat *priorities)
{
    int64_t textures_bytes = vmgl_times(4, n);
    int64_t priorities_bytes = vmgl_times(4, n);
    int64_t bytes = 12 + vmgl_pad(textures_bytes) + vmgl_pad(priorities_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x024b, bytes);
    vmgl_put_i32(at + 8, n);
    vmgl_put_array(at + 12, textures, textures_bytes);
    vmgl_put_array(at + 12 + vmgl_pad(textures_bytes), priorities, priorities_bytes);
}
VMGL_ALIAS(glPrioritizeTextures, glPrioritizeTexturesEXT);

VMGL_ENTRY void glActiveTexture(GLenum texture)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0254, 2);
    vmgl_put_u32(at + 4, texture);
}
VMGL_ALIAS(glActiveTexture, glActiveTextureARB);

VMGL_ENTRY GLboolean glAreTexturesResidentEXT(GLsizei n, const GLuint *textures, GLboolean *residences)
{
    __typeof__(&glAreTexturesResidentEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glAreTexturesResidentEXT);
    return guest ? guest(n, textures, residences) : 0;
}

VMGL_ENTRY void glDeleteTexturesEXT(GLsizei n, const GLuint *textures)
{
    __typeof__(&glDeleteTexturesEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteTexturesEXT);
    if (guest)
        guest(n, textures);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glGenTexturesEXT(GLsizei n, GLuint *textures)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenTexturesEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenTexturesEXT);
    if (guest)
        guest(n, textures);
}

VMGL_ENTRY GLboolean glIsTextureEXT(GLuint texture)
{
    __typeof__(&glIsTextureEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsTextureEXT);
    return guest ? guest(texture) : 0;
}

VMGL_ENTRY void glTexParameterIiv(GLenum target, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03ec, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
    vmgl_track_TexParameterIiv(target, pname, params);
}
VMGL_ALIAS(glTexParameterIiv, glTexParameterIivEXT);

VMGL_ENTRY void glTexParameterIuiv(GLenum target, GLenum pname, const GLuint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_texParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03ed, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
    vmgl_track_TexParameterIuiv(target, pname, params);
}
VMGL_ALIAS(glTexParameterIuiv, glTexParameterIuivEXT);

VMGL_ENTRY void glGetTexParameterIiv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetTexParameterIiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexParameterIiv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetTexParameterIiv, glGetTexParameterIivEXT);

VMGL_ENTRY void glGetTexParameterIuiv(GLenum target, GLenum pname, GLuint *params)
{
    __typeof__(&glGetTexParameterIuiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetTexParameterIuiv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetTexParameterIuiv, glGetTexParameterIuivEXT);
