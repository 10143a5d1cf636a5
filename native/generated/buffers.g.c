/* Made by Vmgl.Generator from spec, area buffers. Change that, then run: make generate */
/* Buffer objects (section 2.9) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glBindBuffer(GLenum target, GLuint buffer)
{
    __typeof__(&glBindBuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBindBuffer);
    if (guest)
        guest(target, buffer);
}
VMGL_ALIAS(glBindBuffer, glBindBufferARB);

VMGL_ENTRY void glDeleteBuffers(GLsizei n, const GLuint *buffers)
{
    __typeof__(&glDeleteBuffers) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteBuffers);
    if (guest)
        guest(n, buffers);
}
VMGL_ALIAS(glDeleteBuffers, glDeleteBuffersARB);

VMGL_ENTRY void glGenBuffers(GLsizei n, GLuint *buffers)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenBuffers) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenBuffers);
    if (guest)
        guest(n, buffers);
}
VMGL_ALIAS(glGenBuffers, glGenBuffersARB);

VMGL_ENTRY GLboolean glIsBuffer(GLuint buffer)
{
    __typeof__(&glIsBuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsBuffer);
    return guest ? guest(buffer) : 0;
}
VMGL_ALIAS(glIsBuffer, glIsBufferARB);

VMGL_ENTRY void glBufferData(GLenum target, GLsizeiptr size, const void *data, GLenum usage)
{
    __typeof__(&glBufferData) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBufferData);
    if (guest)
        guest(target, size, data, usage);
}
VMGL_ALIAS(glBufferData, glBufferDataARB);

VMGL_ENTRY void glBufferSubData(GLenum target, GLintptr offset, GLsizeiptr size, const void *data)
{
    __typeof__(&glBufferSubData) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBufferSubData);
    if (guest)
        guest(target, offset, size, data);
}
VMGL_ALIAS(glBufferSubData, glBufferSubDataARB);

VMGL_ENTRY void glGetBufferSubData(GLenum target, GLintptr offset, GLsizeiptr size, void *data)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetBufferSubData) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetBufferSubData);
    if (guest)
        guest(target, offset, size, data);
}
VMGL_ALIAS(glGetBufferSubData, glGetBufferSubDataARB);

VMGL_ENTRY void glGetBufferParameteriv(GLenum target, GLenum pname, GLint *params)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetBufferParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetBufferParameteriv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetBufferParameteriv, glGetBufferParameterivARB);

VMGL_ENTRY void glCopyBufferSubData(GLenum readTarget, GLenum writeTarget, GLintptr readOffset, GLintptr writeOffset, GLsizeiptr size)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glCopyBufferSubData) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCopyBufferSubData);
    if (guest)
        guest(readTarget, writeTarget, readOffset, writeOffset, size);
}

VMGL_ENTRY void * glMapBuffer(GLenum target, GLenum access)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glMapBuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMapBuffer);
    return guest ? guest(target, access) : 0;
}
VMGL_ALIAS(glMapBuffer, glMapBufferARB);

VMGL_ENTRY GLboolean glUnmapBuffer(GLenum target)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glUnmapBuffer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glUnmapBuffer);
    return guest ? guest(target) : 0;
}
VMGL_ALIAS(glUnmapBuffer, glUnmapBufferARB);

VMGL_ENTRY void * glMapBufferRange(GLenum target, GLintptr offset, GLsizeiptr length, GLbitfield access)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glMapBufferRange) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMapBufferRange);
    return guest ? guest(target, offset, length, access) : 0;
}

VMGL_ENTRY void glFlushMappedBufferRange(GLenum target, GLintptr offset, GLsizeiptr length)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glFlushMappedBufferRange) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glFlushMappedBufferRange);
    if (guest)
        guest(target, offset, length);
}
