/* Made by Vmgl.Generator from spec, area arrays. Change that, then run: make generate */
/* Vertex arrays (section 2.8) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glGetPointerv(GLenum pname, void **params)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetPointerv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetPointerv);
    if (guest)
        guest(pname, params);
}
VMGL_ALIAS(glGetPointerv, glGetPointervEXT);

VMGL_ENTRY void glColorPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glColorPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glColorPointer);
    if (guest)
        guest(size, type, stride, pointer);
}

VMGL_ENTRY void glDisableClientState(GLenum array)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glDisableClientState) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDisableClientState);
    if (guest)
        guest(array);
}

VMGL_ENTRY void glEdgeFlagPointer(GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glEdgeFlagPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glEdgeFlagPointer);
    if (guest)
        guest(stride, pointer);
}

VMGL_ENTRY void glEnableClientState(GLenum array)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glEnableClientState) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glEnableClientState);
    if (guest)
        guest(array);
}

VMGL_ENTRY void glIndexPointer(GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glIndexPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIndexPointer);
    if (guest)
        guest(type, stride, pointer);
}

VMGL_ENTRY void glInterleavedArrays(GLenum format, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glInterleavedArrays) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glInterleavedArrays);
    if (guest)
        guest(format, stride, pointer);
}

VMGL_ENTRY void glNormalPointer(GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glNormalPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glNormalPointer);
    if (guest)
        guest(type, stride, pointer);
}

VMGL_ENTRY void glTexCoordPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glTexCoordPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexCoordPointer);
    if (guest)
        guest(size, type, stride, pointer);
}

VMGL_ENTRY void glVertexPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glVertexPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glVertexPointer);
    if (guest)
        guest(size, type, stride, pointer);
}

VMGL_ENTRY void glClientActiveTexture(GLenum texture)
{
    __typeof__(&glClientActiveTexture) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glClientActiveTexture);
    if (guest)
        guest(texture);
}
VMGL_ALIAS(glClientActiveTexture, glClientActiveTextureARB);

VMGL_ENTRY void glFogCoordPointer(GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glFogCoordPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glFogCoordPointer);
    if (guest)
        guest(type, stride, pointer);
}
VMGL_ALIAS(glFogCoordPointer, glFogCoordPointerEXT);

VMGL_ENTRY void glSecondaryColorPointer(GLint size, GLenum type, GLsizei stride, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glSecondaryColorPointer) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glSecondaryColorPointer);
    if (guest)
        guest(size, type, stride, pointer);
}
VMGL_ALIAS(glSecondaryColorPointer, glSecondaryColorPointerEXT);

VMGL_ENTRY void glLockArraysEXT(GLint first, GLsizei count)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glLockArraysEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glLockArraysEXT);
    if (guest)
        guest(first, count);
}

VMGL_ENTRY void glUnlockArraysEXT(void)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glUnlockArraysEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glUnlockArraysEXT);
    if (guest)
        guest();
}

VMGL_ENTRY void glVertexAttribDivisor(GLuint index, GLuint divisor)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glVertexAttribDivisor) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glVertexAttribDivisor);
    if (guest)
        guest(index, divisor);
}
VMGL_ALIAS(glVertexAttribDivisor, glVertexAttribDivisorARB);

VMGL_ENTRY void glPrimitiveRestartIndexNV(GLuint index)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glPrimitiveRestartIndexNV) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPrimitiveRestartIndexNV);
    if (guest)
        guest(index);
}

VMGL_ENTRY void glPrimitiveRestartIndex(GLuint index)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glPrimitiveRestartIndex) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPrimitiveRestartIndex);
    if (guest)
        guest(index);
}

VMGL_ENTRY void glVertexPointerEXT(GLint size, GLenum type, GLsizei stride, GLsizei count, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glVertexPointerEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glVertexPointerEXT);
    if (guest)
        guest(size, type, stride, count, pointer);
}

VMGL_ENTRY void glNormalPointerEXT(GLenum type, GLsizei stride, GLsizei count, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glNormalPointerEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glNormalPointerEXT);
    if (guest)
        guest(type, stride, count, pointer);
}

VMGL_ENTRY void glColorPointerEXT(GLint size, GLenum type, GLsizei stride, GLsizei count, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glColorPointerEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glColorPointerEXT);
    if (guest)
        guest(size, type, stride, count, pointer);
}

VMGL_ENTRY void glIndexPointerEXT(GLenum type, GLsizei stride, GLsizei count, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glIndexPointerEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIndexPointerEXT);
    if (guest)
        guest(type, stride, count, pointer);
}

VMGL_ENTRY void glTexCoordPointerEXT(GLint size, GLenum type, GLsizei stride, GLsizei count, const void *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glTexCoordPointerEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glTexCoordPointerEXT);
    if (guest)
        guest(size, type, stride, count, pointer);
}

VMGL_ENTRY void glEdgeFlagPointerEXT(GLsizei stride, GLsizei count, const GLboolean *pointer)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glEdgeFlagPointerEXT) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glEdgeFlagPointerEXT);
    if (guest)
        guest(stride, count, pointer);
}

VMGL_ENTRY void glDrawArrays(GLenum mode, GLint first, GLsizei count)
{
    __typeof__(&glDrawArrays) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawArrays);
    if (guest)
        guest(mode, first, count);
}
VMGL_ALIAS(glDrawArrays, glDrawArraysEXT);

VMGL_ENTRY void glDrawElements(GLenum mode, GLsizei count, GLenum type, const void *indices)
{
    __typeof__(&glDrawElements) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawElements);
    if (guest)
        guest(mode, count, type, indices);
}

VMGL_ENTRY void glArrayElement(GLint i)
{
    __typeof__(&glArrayElement) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glArrayElement);
    if (guest)
        guest(i);
}
VMGL_ALIAS(glArrayElement, glArrayElementEXT);

VMGL_ENTRY void glDrawRangeElements(GLenum mode, GLuint start, GLuint end, GLsizei count, GLenum type, const void *indices)
{
    __typeof__(&glDrawRangeElements) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawRangeElements);
    if (guest)
        guest(mode, start, end, count, type, indices);
}
VMGL_ALIAS(glDrawRangeElements, glDrawRangeElementsEXT);

VMGL_ENTRY void glMultiDrawArrays(GLenum mode, const GLint *first, const GLsizei *count, GLsizei drawcount)
{
    __typeof__(&glMultiDrawArrays) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMultiDrawArrays);
    if (guest)
        guest(mode, first, count, drawcount);
}
VMGL_ALIAS(glMultiDrawArrays, glMultiDrawArraysEXT);

VMGL_ENTRY void glMultiDrawElements(GLenum mode, const GLsizei *count, GLenum type, const void *const*indices, GLsizei drawcount)
{
    __typeof__(&glMultiDrawElements) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMultiDrawElements);
    if (guest)
        guest(mode, count, type, indices, drawcount);
}
VMGL_ALIAS(glMultiDrawElements, glMultiDrawElementsEXT);

VMGL_ENTRY void glDrawArraysInstanced(GLenum mode, GLint first, GLsizei count, GLsizei instancecount)
{
    __typeof__(&glDrawArraysInstanced) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawArraysInstanced);
    if (guest)
        guest(mode, first, count, instancecount);
}
VMGL_ALIAS(glDrawArraysInstanced, glDrawArraysInstancedARB);
VMGL_ALIAS(glDrawArraysInstanced, glDrawArraysInstancedEXT);

VMGL_ENTRY void glDrawElementsInstanced(GLenum mode, GLsizei count, GLenum type, const void *indices, GLsizei instancecount)
{
    __typeof__(&glDrawElementsInstanced) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawElementsInstanced);
    if (guest)
        guest(mode, count, type, indices, instancecount);
}
VMGL_ALIAS(glDrawElementsInstanced, glDrawElementsInstancedARB);
VMGL_ALIAS(glDrawElementsInstanced, glDrawElementsInstancedEXT);

VMGL_ENTRY void glDrawElementsBaseVertex(GLenum mode, GLsizei count, GLenum type, const void *indices, GLint basevertex)
{
    __typeof__(&glDrawElementsBaseVertex) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawElementsBaseVertex);
    if (guest)
        guest(mode, count, type, indices, basevertex);
}

VMGL_ENTRY void glDrawRangeElementsBaseVertex(GLenum mode, GLuint start, GLuint end, GLsizei count, GLenum type, const void *indices, GLint basevertex)
{
    __typeof__(&glDrawRangeElementsBaseVertex) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawRangeElementsBaseVertex);
    if (guest)
        guest(mode, start, end, count, type, indices, basevertex);
}

VMGL_ENTRY void glDrawElementsInstancedBaseVertex(GLenum mode, GLsizei count, GLenum type, const void *indices, GLsizei instancecount, GLint basevertex)
{
    __typeof__(&glDrawElementsInstancedBaseVertex) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawElementsInstancedBaseVertex);
    if (guest)
        guest(mode, count, type, indices, instancecount, basevertex);
}

VMGL_ENTRY void glMultiDrawElementsBaseVertex(GLenum mode, const GLsizei *count, GLenum type, const void *const*indices, GLsizei drawcount, const GLint *basevertex)
{
    __typeof__(&glMultiDrawElementsBaseVertex) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glMultiDrawElementsBaseVertex);
    if (guest)
        guest(mode, count, type, indices, drawcount, basevertex);
}

VMGL_ENTRY void glPrimitiveRestartNV(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x043c, 1);
}

VMGL_ENTRY void glDrawArraysInstancedBaseInstance(GLenum mode, GLint first, GLsizei count, GLsizei instancecount, GLuint baseinstance)
{
    __typeof__(&glDrawArraysInstancedBaseInstance) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawArraysInstancedBaseInstance);
    if (guest)
        guest(mode, first, count, instancecount, baseinstance);
}

VMGL_ENTRY void glDrawElementsInstancedBaseInstance(GLenum mode, GLsizei count, GLenum type, const void *indices, GLsizei instancecount, GLuint baseinstance)
{
    __typeof__(&glDrawElementsInstancedBaseInstance) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawElementsInstancedBaseInstance);
    if (guest)
        guest(mode, count, type, indices, instancecount, baseinstance);
}

VMGL_ENTRY void glDrawElementsInstancedBaseVertexBaseInstance(GLenum mode, GLsizei count, GLenum type, const void *indices, GLsizei instancecount, GLint basevertex, GLuint baseinstance)
{
    __typeof__(&glDrawElementsInstancedBaseVertexBaseInstance) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDrawElementsInstancedBaseVertexBaseInstance);
    if (guest)
        guest(mode, count, type, indices, instancecount, basevertex, baseinstance);
}

VMGL_ENTRY void glBindVertexArray(GLuint array)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glBindVertexArray) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBindVertexArray);
    if (guest)
        guest(array);
}

VMGL_ENTRY void glBindVertexArrayAPPLE(GLuint array)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glBindVertexArrayAPPLE) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBindVertexArrayAPPLE);
    if (guest)
        guest(array);
}

VMGL_ENTRY void glDeleteVertexArrays(GLsizei n, const GLuint *arrays)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glDeleteVertexArrays) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteVertexArrays);
    if (guest)
        guest(n, arrays);
}
VMGL_ALIAS(glDeleteVertexArrays, glDeleteVertexArraysAPPLE);

VMGL_ENTRY void glGenVertexArrays(GLsizei n, GLuint *arrays)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenVertexArrays) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenVertexArrays);
    if (guest)
        guest(n, arrays);
}
VMGL_ALIAS(glGenVertexArrays, glGenVertexArraysAPPLE);

VMGL_ENTRY GLboolean glIsVertexArray(GLuint array)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glIsVertexArray) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsVertexArray);
    return guest ? guest(array) : 0;
}
VMGL_ALIAS(glIsVertexArray, glIsVertexArrayAPPLE);

VMGL_ENTRY void glPopClientAttrib(void)
{
    __typeof__(&glPopClientAttrib) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPopClientAttrib);
    if (guest)
        guest();
}

VMGL_ENTRY void glPushClientAttrib(GLbitfield mask)
{
    __typeof__(&glPushClientAttrib) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPushClientAttrib);
    if (guest)
        guest(mask);
}

VMGL_ENTRY void glGetBufferPointerv(GLenum target, GLenum pname, void **params)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGetBufferPointerv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetBufferPointerv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetBufferPointerv, glGetBufferPointervARB);
