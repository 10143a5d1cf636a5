/* Made by Vmgl.Generator from spec, area state. Change that, then run: make generate */
/* Enables, attribute stacks and questions (chapter 6) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glHint(GLenum target, GLenum mode)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0102, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, mode);
}

VMGL_ENTRY void glDisable(GLenum cap)
{
    __typeof__(&glDisable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDisable);
    if (guest)
        guest(cap);
}

VMGL_ENTRY void glEnable(GLenum cap)
{
    __typeof__(&glEnable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glEnable);
    if (guest)
        guest(cap);
}

VMGL_ENTRY void glFinish(void)
{
    __typeof__(&glFinish) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glFinish);
    if (guest)
        guest();
}

VMGL_ENTRY void glFlush(void)
{
    __typeof__(&glFlush) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glFlush);
    if (guest)
        guest();
}

VMGL_ENTRY void glGetBooleanv(GLenum pname, GLboolean *data)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetBooleanv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetBooleanv);
    if (guest)
        guest(pname, data);
}

VMGL_ENTRY void glGetDoublev(GLenum pname, GLdouble *data)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetDoublev) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetDoublev);
    if (guest)
        guest(pname, data);
}

VMGL_ENTRY GLenum glGetError(void)
{
    __typeof__(&glGetError) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetError);
    return guest ? guest() : 0;
}

VMGL_ENTRY void glGetFloatv(GLenum pname, GLfloat *data)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetFloatv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetFloatv);
    if (guest)
        guest(pname, data);
}

VMGL_ENTRY void glGetIntegerv(GLenum pname, GLint *data)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetIntegerv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetIntegerv);
    if (guest)
        guest(pname, data);
}

VMGL_ENTRY const GLubyte * glGetString(GLenum name)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glGetString) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetString);
    return guest ? guest(name) : 0;
}

VMGL_ENTRY GLboolean glIsEnabled(GLenum cap)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glIsEnabled) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsEnabled);
    return guest ? guest(cap) : 0;
}

VMGL_ENTRY void glPopAttrib(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x01f1, 1);
    vmgl_track_PopAttrib();
}

VMGL_ENTRY void glPushAttrib(GLbitfield mask)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01f2, 2);
    vmgl_put_u32(at + 4, mask);
    vmgl_track_PushAttrib(mask);
}

VMGL_ENTRY void glGetInteger64v(GLenum pname, GLint64 *data)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetInteger64v) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetInteger64v);
    if (guest)
        guest(pname, data);
}
