/* Made by Vmgl.Generator from spec, area framebuffer. Change that, then run: make generate */
/* Whole framebuffer operations (section 4.2) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glDrawBuffer(GLenum buf)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x010d, 2);
    vmgl_put_u32(at + 4, buf);
    vmgl_mark_attachments();
}

VMGL_ENTRY void glClear(GLbitfield mask)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x010e, 2);
    vmgl_put_u32(at + 4, mask);
}

VMGL_ENTRY void glClearColor(GLfloat red, GLfloat green, GLfloat blue, GLfloat alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x010f, 5);
    vmgl_put_f32(at + 4, red);
    vmgl_put_f32(at + 8, green);
    vmgl_put_f32(at + 12, blue);
    vmgl_put_f32(at + 16, alpha);
}

VMGL_ENTRY void glClearStencil(GLint s)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0110, 2);
    vmgl_put_i32(at + 4, s);
}

VMGL_ENTRY void glClearDepth(GLdouble depth)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0111, 3);
    vmgl_put_f64(at + 4, depth);
}

VMGL_ENTRY void glClearAccum(GLfloat red, GLfloat green, GLfloat blue, GLfloat alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x01ed, 5);
    vmgl_put_f32(at + 4, red);
    vmgl_put_f32(at + 8, green);
    vmgl_put_f32(at + 12, blue);
    vmgl_put_f32(at + 16, alpha);
}

VMGL_ENTRY void glClearIndex(GLfloat c)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01ee, 2);
    vmgl_put_f32(at + 4, c);
}

VMGL_ENTRY void glAccum(GLenum op, GLfloat value)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01f0, 3);
    vmgl_put_u32(at + 4, op);
    vmgl_put_f32(at + 8, value);
}

VMGL_ENTRY void glClearColorIiEXT(GLint red, GLint green, GLint blue, GLint alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03f0, 5);
    vmgl_put_i32(at + 4, red);
    vmgl_put_i32(at + 8, green);
    vmgl_put_i32(at + 12, blue);
    vmgl_put_i32(at + 16, alpha);
}

VMGL_ENTRY void glClearColorIuiEXT(GLuint red, GLuint green, GLuint blue, GLuint alpha)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03f1, 5);
    vmgl_put_u32(at + 4, red);
    vmgl_put_u32(at + 8, green);
    vmgl_put_u32(at + 12, blue);
    vmgl_put_u32(at + 16, alpha);
}

VMGL_ENTRY void glClampColor(GLenum target, GLenum clamp)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03f3, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, clamp);
}
VMGL_ALIAS(glClampColor, glClampColorARB);

VMGL_ENTRY void glClearDepthf(GLfloat d)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x042e, 2);
    vmgl_put_f32(at + 4, d);
}
