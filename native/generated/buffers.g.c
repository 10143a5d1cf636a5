/* Made by Vmgl.Generator from spec, area buffers. Change that, then run: make generate */
/* Buffer objects (section 2.9) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glBindBuffer(GLenum target, GLuint buffer)
{
    void (*guest)(GLenum, GLuint) = (void (*)(GLenum, GLuint))vmgl_guest(VMGL_ENTRY_glBindBuffer);
    if (guest)
        guest(target, buffer);
}
VMGL_ALIAS(glBindBuffer, glBindBufferARB);

VMGL_ENTRY void glDeleteBuffers(GLsizei n, const GLuint *buffers)
{
    void (*guest)(GLsizei, const GLuint *) = (void (*)(GLsizei, const GLuint *))vmgl_guest(VMGL_ENTRY_glDeleteBuffers);
    if (guest)
        guest(n, buffers);
}
VMGL_ALIAS(glDeleteBuffers, glDeleteBuffersARB);

VMGL_ENTRY void glGenBuffers(GLsizei n, GLuint *buffers)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLsizei, GLuint *) = (void (*)(GLsizei, GLuint *))vmgl_guest(VMGL_ENTRY_glGenBuffers);
    if (guest)
        guest(n, buffers);
}
VMGL_ALIAS(glGenBuffers, glGenBuffersARB);

VMGL_ENTRY GLboolean glIsBuffer(GLuint buffer)
{
    GLboolean (*guest)(GLuint) = (GLboolean (*)(GLuint))vmgl_guest(VMGL_ENTRY_glIsBuffer);
    return guest ? guest(buffer) : 0;
}
VMGL_ALIAS(glIsBuffer, glIsBufferARB);

VMGL_ENTRY void glBufferData(GLenum target, GLsizeiptr size, const void *data, GLenum usage)
{
    void (*guest)(GLenum, GLsizeiptr, const void *, GLenum) = (void (*)(GLenum, GLsizeiptr, const void *, GLenum))vmgl_guest(VMGL_ENTRY_glBufferData);
    if (guest)
        guest(target, size, data, usage);
}
VMGL_ALIAS(glBufferData, glBufferDataARB);

VMGL_ENTRY void glBufferSubData(GLenum target, GLintptr offset, GLsizeiptr size, const void *data)
{
    void (*guest)(GLenum, GLintptr, GLsizeiptr, const void *) = (void (*)(GLenum, GLintptr, GLsizeiptr, const void *))vmgl_guest(VMGL_ENTRY_glBufferSubData);
    if (guest)
        guest(target, offset, size, data);
}
VMGL_ALIAS(glBufferSubData, glBufferSubDataARB);

VMGL_ENTRY void glGetBufferSubData(GLenum target, GLintptr offset, GLsizeiptr size, void *data)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLintptr, GLsizeiptr, void *) = (void (*)(GLenum, GLintptr, GLsizeiptr, void *))vmgl_guest(VMGL_ENTRY_glGetBufferSubData);
    if (guest)
        guest(target, offset, size, data);
}
VMGL_ALIAS(glGetBufferSubData, glGetBufferSubDataARB);

VMGL_ENTRY void * glMapBuffer(GLenum target, GLenum access)
{
    if (vmgl_inside_primitive())
        return 0;
    void * (*guest)(GLenum, GLenum) = (void * (*)(GLenum, GLenum))vmgl_guest(VMGL_ENTRY_glMapBuffer);
    return guest ? guest(target, access) : 0;
}
VMGL_ALIAS(glMapBuffer, glMapBufferARB);

VMGL_ENTRY GLboolean glUnmapBuffer(GLenum target)
{
    if (vmgl_inside_primitive())
        return 0;
    GLboolean (*guest)(GLenum) = (GLboolean (*)(GLenum))vmgl_guest(VMGL_ENTRY_glUnmapBuffer);
    return guest ? guest(target) : 0;
}
VMGL_ALIAS(glUnmapBuffer, glUnmapBufferARB);

VMGL_ENTRY void glGetBufferParameteriv(GLenum target, GLenum pname, GLint *params)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLenum, GLint *) = (void (*)(GLenum, GLenum, GLint *))vmgl_guest(VMGL_ENTRY_glGetBufferParameteriv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetBufferParameteriv, glGetBufferParameterivARB);

VMGL_ENTRY void * glMapBufferRange(GLenum target, GLintptr offset, GLsizeiptr length, GLbitfield access)
{
    if (vmgl_inside_primitive())
        return 0;
    void * (*guest)(GLenum, GLintptr, GLsizeiptr, GLbitfield) = (void * (*)(GLenum, GLintptr, GLsizeiptr, GLbitfield))vmgl_guest(VMGL_ENTRY_glMapBufferRange);
    return guest ? guest(target, offset, length, access) : 0;
}

VMGL_ENTRY void glFlushMappedBufferRange(GLenum target, GLintptr offset, GLsizeiptr length)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLintptr, GLsizeiptr) = (void (*)(GLenum, GLintptr, GLsizeiptr))vmgl_guest(VMGL_ENTRY_glFlushMappedBufferRange);
    if (guest)
        guest(target, offset, length);
}

VMGL_ENTRY void glCopyBufferSubData(GLenum readTarget, GLenum writeTarget, GLintptr readOffset, GLintptr writeOffset, GLsizeiptr size)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLenum, GLintptr, GLintptr, GLsizeiptr) = (void (*)(GLenum, GLenum, GLintptr, GLintptr, GLsizeiptr))vmgl_guest(VMGL_ENTRY_glCopyBufferSubData);
    if (guest)
        guest(readTarget, writeTarget, readOffset, writeOffset, size);
}
