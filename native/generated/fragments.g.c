/* Made by Vmgl.Generator from spec, area fragments. Change that, then run: make generate */
/* Per-fragment operations (section 4.1) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glScissor(GLint x, GLint y, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0106, 5);
    vmgl_put_i32(at + 4, x);
    vmgl_put_i32(at + 8, y);
    vmgl_put_i32(at + 12, width);
    vmgl_put_i32(at + 16, height);
}

VMGL_ENTRY void glStencilMask(GLuint mask)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0112, 2);
    vmgl_put_u32(at + 4, mask);
}

VMGL_ENTRY void glColorMask(GLboolean red, GLboolean green, GLboolean blue, GLboolean alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0113, 5);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
    vmgl_put_u32(at + 16, alpha);
}

VMGL_ENTRY void glDepthMask(GLboolean flag)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0114, 2);
    vmgl_put_u32(at + 4, flag);
}

VMGL_ENTRY void glBlendFunc(GLenum sfactor, GLenum dfactor)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0119, 3);
    vmgl_put_u32(at + 4, sfactor);
    vmgl_put_u32(at + 8, dfactor);
}

VMGL_ENTRY void glLogicOp(GLenum opcode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x011a, 2);
    vmgl_put_u32(at + 4, opcode);
}

VMGL_ENTRY void glStencilFunc(GLenum func, GLint ref, GLuint mask)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x011b, 4);
    vmgl_put_u32(at + 4, func);
    vmgl_put_i32(at + 8, ref);
    vmgl_put_u32(at + 12, mask);
}

VMGL_ENTRY void glStencilOp(GLenum fail, GLenum zfail, GLenum zpass)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x011c, 4);
    vmgl_put_u32(at + 4, fail);
    vmgl_put_u32(at + 8, zfail);
    vmgl_put_u32(at + 12, zpass);
}

VMGL_ENTRY void glDepthFunc(GLenum func)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x011d, 2);
    vmgl_put_u32(at + 4, func);
}

VMGL_ENTRY void glIndexMask(GLuint mask)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01ef, 2);
    vmgl_put_u32(at + 4, mask);
}

VMGL_ENTRY void glAlphaFunc(GLenum func, GLfloat ref)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0207, 3);
    vmgl_put_u32(at + 4, func);
    vmgl_put_f32(at + 8, ref);
}

VMGL_ENTRY void glBlendFuncSeparate(GLenum sfactorRGB, GLenum dfactorRGB, GLenum sfactorAlpha, GLenum dfactorAlpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0282, 5);
    vmgl_put_u32(at + 4, sfactorRGB);
    vmgl_put_u32(at + 8, dfactorRGB);
    vmgl_put_u32(at + 12, sfactorAlpha);
    vmgl_put_u32(at + 16, dfactorAlpha);
}
VMGL_ALIAS(glBlendFuncSeparate, glBlendFuncSeparateEXT);
VMGL_ALIAS(glBlendFuncSeparate, glBlendFuncSeparateINGR);

VMGL_ENTRY void glBlendColor(GLfloat red, GLfloat green, GLfloat blue, GLfloat alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x02af, 5);
    vmgl_put_f32(at + 4, red);
    vmgl_put_f32(at + 8, green);
    vmgl_put_f32(at + 12, blue);
    vmgl_put_f32(at + 16, alpha);
}
VMGL_ALIAS(glBlendColor, glBlendColorEXT);

VMGL_ENTRY void glBlendEquation(GLenum mode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x02b0, 2);
    vmgl_put_u32(at + 4, mode);
}
VMGL_ALIAS(glBlendEquation, glBlendEquationEXT);

VMGL_ENTRY void glDrawBuffers(GLsizei n, const GLenum *bufs)
{
    int64_t bufs_bytes = vmgl_times(4, n);
    int64_t bytes = 12 + vmgl_pad(bufs_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03c0, bytes);
    vmgl_put_i32(at + 8, n);
    vmgl_put_array(at + 12, bufs, bufs_bytes);
    vmgl_mark_attachments();
}
VMGL_ALIAS(glDrawBuffers, glDrawBuffersARB);
VMGL_ALIAS(glDrawBuffers, glDrawBuffersATI);

VMGL_ENTRY void glStencilOpSeparate(GLenum face, GLenum sfail, GLenum dpfail, GLenum dppass)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03c1, 5);
    vmgl_put_u32(at + 4, face);
    vmgl_put_u32(at + 8, sfail);
    vmgl_put_u32(at + 12, dpfail);
    vmgl_put_u32(at + 16, dppass);
}
VMGL_ALIAS(glStencilOpSeparate, glStencilOpSeparateATI);

VMGL_ENTRY void glStencilFuncSeparate(GLenum face, GLenum func, GLint ref, GLuint mask)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03c2, 5);
    vmgl_put_u32(at + 4, face);
    vmgl_put_u32(at + 8, func);
    vmgl_put_i32(at + 12, ref);
    vmgl_put_u32(at + 16, mask);
}

VMGL_ENTRY void glStencilMaskSeparate(GLenum face, GLuint mask)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03c3, 3);
    vmgl_put_u32(at + 4, face);
    vmgl_put_u32(at + 8, mask);
}

VMGL_ENTRY void glStencilFuncSeparateATI(GLenum frontfunc, GLenum backfunc, GLint ref, GLuint mask)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03c4, 5);
    vmgl_put_u32(at + 4, frontfunc);
    vmgl_put_u32(at + 8, backfunc);
    vmgl_put_i32(at + 12, ref);
    vmgl_put_u32(at + 16, mask);
}

VMGL_ENTRY void glActiveStencilFaceEXT(GLenum face)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x03c5, 2);
    vmgl_put_u32(at + 4, face);
}

VMGL_ENTRY void glBlendEquationSeparate(GLenum modeRGB, GLenum modeAlpha)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x037d, 3);
    vmgl_put_u32(at + 4, modeRGB);
    vmgl_put_u32(at + 8, modeAlpha);
}
VMGL_ALIAS(glBlendEquationSeparate, glBlendEquationSeparateEXT);

VMGL_ENTRY void glSampleMaski(GLuint maskNumber, GLbitfield mask)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0424, 3);
    vmgl_put_u32(at + 4, maskNumber);
    vmgl_put_u32(at + 8, mask);
}
