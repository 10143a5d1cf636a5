/* Made by Vmgl.Generator from spec, area drawbuffers. Change that, then run: make generate */
/* State of each draw buffer (GL 3.0 section 4.2, EXT_draw_buffers2) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glColorMaski(GLuint index, GLboolean r, GLboolean g, GLboolean b, GLboolean a)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x03e6, 6);
    vmgl_put_u32(at + 4, index);
    vmgl_put_u32(at + 8, r);
    vmgl_put_u32(at + 12, g);
    vmgl_put_u32(at + 16, b);
    vmgl_put_u32(at + 20, a);
}
VMGL_ALIAS(glColorMaski, glColorMaskIndexedEXT);

VMGL_ENTRY void glEnablei(GLenum target, GLuint index)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03e7, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
}
VMGL_ALIAS(glEnablei, glEnableIndexedEXT);

VMGL_ENTRY void glDisablei(GLenum target, GLuint index)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03e8, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, index);
}
VMGL_ALIAS(glDisablei, glDisableIndexedEXT);

VMGL_ENTRY GLboolean glIsEnabledi(GLenum target, GLuint index)
{
    __typeof__(&glIsEnabledi) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsEnabledi);
    return guest ? guest(target, index) : 0;
}
VMGL_ALIAS(glIsEnabledi, glIsEnabledIndexedEXT);

VMGL_ENTRY void glGetBooleani_v(GLenum target, GLuint index, GLboolean *data)
{
    __typeof__(&glGetBooleani_v) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetBooleani_v);
    if (guest)
        guest(target, index, data);
}
VMGL_ALIAS(glGetBooleani_v, glGetBooleanIndexedvEXT);

VMGL_ENTRY void glGetIntegeri_v(GLenum target, GLuint index, GLint *data)
{
    __typeof__(&glGetIntegeri_v) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetIntegeri_v);
    if (guest)
        guest(target, index, data);
}
VMGL_ALIAS(glGetIntegeri_v, glGetIntegerIndexedvEXT);
