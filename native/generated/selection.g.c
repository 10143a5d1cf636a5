/* Made by Vmgl.Generator from spec, area selection. Change that, then run: make generate */
/* Selection and feedback (sections 5.2 and 5.3) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glFeedbackBuffer(GLsizei size, GLenum type, GLfloat *buffer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glFeedbackBuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glFeedbackBuffer);
    if (guest)
        guest(size, type, buffer);
}

VMGL_ENTRY void glSelectBuffer(GLsizei size, GLuint *buffer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glSelectBuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glSelectBuffer);
    if (guest)
        guest(size, buffer);
}

VMGL_ENTRY GLint glRenderMode(GLenum mode)
{
    __typeof__(&glRenderMode) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glRenderMode);
    return guest ? guest(mode) : 0;
}

VMGL_ENTRY void glInitNames(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x01e8, 1);
}

VMGL_ENTRY void glLoadName(GLuint name)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01e9, 2);
    vmgl_put_u32(at + 4, name);
}

VMGL_ENTRY void glPassThrough(GLfloat token)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01ea, 2);
    vmgl_put_f32(at + 4, token);
}

VMGL_ENTRY void glPopName(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x01eb, 1);
}

VMGL_ENTRY void glPushName(GLuint name)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01ec, 2);
    vmgl_put_u32(at + 4, name);
}
