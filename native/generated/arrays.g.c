/* Made by Vmgl.Generator from spec, area arrays. Change that, then run: make generate */
/* Vertex arrays (section 2.8) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glDrawArrays(GLenum mode, GLint first, GLsizei count)
{
    void (*guest)(GLenum, GLint, GLsizei) = (void (*)(GLenum, GLint, GLsizei))vmgl_guest(VMGL_ENTRY_glDrawArrays);
    if (guest)
        guest(mode, first, count);
}

VMGL_ENTRY void glDrawElements(GLenum mode, GLsizei count, GLenum type, const void *indices)
{
    void (*guest)(GLenum, GLsizei, GLenum, const void *) = (void (*)(GLenum, GLsizei, GLenum, const void *))vmgl_guest(VMGL_ENTRY_glDrawElements);
    if (guest)
        guest(mode, count, type, indices);
}

VMGL_ENTRY void glGetPointerv(GLenum pname, void **params)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, void **) = (void (*)(GLenum, void **))vmgl_guest(VMGL_ENTRY_glGetPointerv);
    if (guest)
        guest(pname, params);
}

VMGL_ENTRY void glArrayElement(GLint i)
{
    void (*guest)(GLint) = (void (*)(GLint))vmgl_guest(VMGL_ENTRY_glArrayElement);
    if (guest)
        guest(i);
}

VMGL_ENTRY void glColorPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLint, GLenum, GLsizei, const void *) = (void (*)(GLint, GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glColorPointer);
    if (guest)
        guest(size, type, stride, pointer);
}

VMGL_ENTRY void glDisableClientState(GLenum array)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum) = (void (*)(GLenum))vmgl_guest(VMGL_ENTRY_glDisableClientState);
    if (guest)
        guest(array);
}

VMGL_ENTRY void glEdgeFlagPointer(GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLsizei, const void *) = (void (*)(GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glEdgeFlagPointer);
    if (guest)
        guest(stride, pointer);
}

VMGL_ENTRY void glEnableClientState(GLenum array)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum) = (void (*)(GLenum))vmgl_guest(VMGL_ENTRY_glEnableClientState);
    if (guest)
        guest(array);
}

VMGL_ENTRY void glIndexPointer(GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLsizei, const void *) = (void (*)(GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glIndexPointer);
    if (guest)
        guest(type, stride, pointer);
}

VMGL_ENTRY void glInterleavedArrays(GLenum format, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLsizei, const void *) = (void (*)(GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glInterleavedArrays);
    if (guest)
        guest(format, stride, pointer);
}

VMGL_ENTRY void glNormalPointer(GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLsizei, const void *) = (void (*)(GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glNormalPointer);
    if (guest)
        guest(type, stride, pointer);
}

VMGL_ENTRY void glTexCoordPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLint, GLenum, GLsizei, const void *) = (void (*)(GLint, GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glTexCoordPointer);
    if (guest)
        guest(size, type, stride, pointer);
}

VMGL_ENTRY void glVertexPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLint, GLenum, GLsizei, const void *) = (void (*)(GLint, GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glVertexPointer);
    if (guest)
        guest(size, type, stride, pointer);
}

VMGL_ENTRY void glPopClientAttrib(void)
{
    void (*guest)(void) = (void (*)(void))vmgl_guest(VMGL_ENTRY_glPopClientAttrib);
    if (guest)
        guest();
}

VMGL_ENTRY void glPushClientAttrib(GLbitfield mask)
{
    void (*guest)(GLbitfield) = (void (*)(GLbitfield))vmgl_guest(VMGL_ENTRY_glPushClientAttrib);
    if (guest)
        guest(mask);
}

VMGL_ENTRY void glDrawRangeElements(GLenum mode, GLuint start, GLuint end, GLsizei count, GLenum type, const void *indices)
{
    void (*guest)(GLenum, GLuint, GLuint, GLsizei, GLenum, const void *) = (void (*)(GLenum, GLuint, GLuint, GLsizei, GLenum, const void *))vmgl_guest(VMGL_ENTRY_glDrawRangeElements);
    if (guest)
        guest(mode, start, end, count, type, indices);
}
VMGL_ALIAS(glDrawRangeElements, glDrawRangeElementsEXT);

VMGL_ENTRY void glClientActiveTexture(GLenum texture)
{
    void (*guest)(GLenum) = (void (*)(GLenum))vmgl_guest(VMGL_ENTRY_glClientActiveTexture);
    if (guest)
        guest(texture);
}
VMGL_ALIAS(glClientActiveTexture, glClientActiveTextureARB);

VMGL_ENTRY void glMultiDrawArrays(GLenum mode, const GLint *first, const GLsizei *count, GLsizei drawcount)
{
    void (*guest)(GLenum, const GLint *, const GLsizei *, GLsizei) = (void (*)(GLenum, const GLint *, const GLsizei *, GLsizei))vmgl_guest(VMGL_ENTRY_glMultiDrawArrays);
    if (guest)
        guest(mode, first, count, drawcount);
}
VMGL_ALIAS(glMultiDrawArrays, glMultiDrawArraysEXT);

VMGL_ENTRY void glMultiDrawElements(GLenum mode, const GLsizei *count, GLenum type, const void *const*indices, GLsizei drawcount)
{
    void (*guest)(GLenum, const GLsizei *, GLenum, const void *const*, GLsizei) = (void (*)(GLenum, const GLsizei *, GLenum, const void *const*, GLsizei))vmgl_guest(VMGL_ENTRY_glMultiDrawElements);
    if (guest)
        guest(mode, count, type, indices, drawcount);
}
VMGL_ALIAS(glMultiDrawElements, glMultiDrawElementsEXT);

VMGL_ENTRY void glFogCoordPointer(GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLsizei, const void *) = (void (*)(GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glFogCoordPointer);
    if (guest)
        guest(type, stride, pointer);
}
VMGL_ALIAS(glFogCoordPointer, glFogCoordPointerEXT);

VMGL_ENTRY void glSecondaryColorPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLint, GLenum, GLsizei, const void *) = (void (*)(GLint, GLenum, GLsizei, const void *))vmgl_guest(VMGL_ENTRY_glSecondaryColorPointer);
    if (guest)
        guest(size, type, stride, pointer);
}
VMGL_ALIAS(glSecondaryColorPointer, glSecondaryColorPointerEXT);

VMGL_ENTRY void glLockArraysEXT(GLint first, GLsizei count)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLint, GLsizei) = (void (*)(GLint, GLsizei))vmgl_guest(VMGL_ENTRY_glLockArraysEXT);
    if (guest)
        guest(first, count);
}

VMGL_ENTRY void glUnlockArraysEXT(void)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(void) = (void (*)(void))vmgl_guest(VMGL_ENTRY_glUnlockArraysEXT);
    if (guest)
        guest();
}

VMGL_ENTRY void glGetBufferPointerv(GLenum target, GLenum pname, void **params)
{
    if (vmgl_inside_primitive())
        return;
    void (*guest)(GLenum, GLenum, void **) = (void (*)(GLenum, GLenum, void **))vmgl_guest(VMGL_ENTRY_glGetBufferPointerv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetBufferPointerv, glGetBufferPointervARB);
