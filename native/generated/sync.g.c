/* Made by Vmgl.Generator from spec, area sync. Change that, then run: make generate */
/* Sync objects (GL 3.2 section 5.2, ARB_sync) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY GLsync glFenceSync(GLenum condition, GLbitfield flags)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glFenceSync) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glFenceSync);
    return guest ? guest(condition, flags) : 0;
}

VMGL_ENTRY GLboolean glIsSync(GLsync sync)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glIsSync) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsSync);
    return guest ? guest(sync) : 0;
}

VMGL_ENTRY void glDeleteSync(GLsync sync)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glDeleteSync) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteSync);
    if (guest)
        guest(sync);
}

VMGL_ENTRY GLenum glClientWaitSync(GLsync sync, GLbitfield flags, GLuint64 timeout)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glClientWaitSync) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glClientWaitSync);
    return guest ? guest(sync, flags, timeout) : 0;
}

VMGL_ENTRY void glWaitSync(GLsync sync, GLbitfield flags, GLuint64 timeout)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glWaitSync) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glWaitSync);
    if (guest)
        guest(sync, flags, timeout);
}

VMGL_ENTRY void glGetSynciv(GLsync sync, GLenum pname, GLsizei count, GLsizei *length, GLint *values)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetSynciv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetSynciv);
    if (guest)
        guest(sync, pname, count, length, values);
}
