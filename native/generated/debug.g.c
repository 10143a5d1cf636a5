/* Made by Vmgl.Generator from spec, area debug. Change that, then run: make generate */
/* Debug output (KHR_debug, ARB_debug_output, GL 4.3 chapter 20) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glDebugMessageControl(GLenum source, GLenum type, GLenum severity, GLsizei count, const GLuint *ids, GLboolean enabled)
{
    int64_t ids_bytes = vmgl_times(4, count);
    int64_t bytes = 28 + vmgl_pad(ids_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0450, bytes);
    vmgl_put_u32(at + 8, source);
    vmgl_put_u32(at + 12, type);
    vmgl_put_u32(at + 16, severity);
    vmgl_put_i32(at + 20, count);
    vmgl_put_u32(at + 24, enabled);
    vmgl_put_array(at + 28, ids, ids_bytes);
}
VMGL_ALIAS(glDebugMessageControl, glDebugMessageControlARB);

VMGL_ENTRY void glDebugMessageInsert(GLenum source, GLenum type, GLuint id, GLenum severity, GLsizei length, const GLchar *buf)
{
    __typeof__(&glDebugMessageInsert) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDebugMessageInsert);
    if (guest)
        guest(source, type, id, severity, length, buf);
}
VMGL_ALIAS(glDebugMessageInsert, glDebugMessageInsertARB);

VMGL_ENTRY void glDebugMessageCallback(GLDEBUGPROC callback, const void *userParam)
{
    __typeof__(&glDebugMessageCallback) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDebugMessageCallback);
    if (guest)
        guest(callback, userParam);
}
VMGL_ALIAS(glDebugMessageCallback, glDebugMessageCallbackARB);

VMGL_ENTRY GLuint glGetDebugMessageLog(GLuint count, GLsizei bufSize, GLenum *sources, GLenum *types, GLuint *ids, GLenum *severities, GLsizei *lengths, GLchar *messageLog)
{
    __typeof__(&glGetDebugMessageLog) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetDebugMessageLog);
    return guest ? guest(count, bufSize, sources, types, ids, severities, lengths, messageLog) : 0;
}
VMGL_ALIAS(glGetDebugMessageLog, glGetDebugMessageLogARB);

VMGL_ENTRY void glPushDebugGroup(GLenum source, GLuint id, GLsizei length, const GLchar *message)
{
    __typeof__(&glPushDebugGroup) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glPushDebugGroup);
    if (guest)
        guest(source, id, length, message);
}

VMGL_ENTRY void glPopDebugGroup(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x0455, 1);
}

VMGL_ENTRY void glObjectLabel(GLenum identifier, GLuint name, GLsizei length, const GLchar *label)
{
    __typeof__(&glObjectLabel) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glObjectLabel);
    if (guest)
        guest(identifier, name, length, label);
}

VMGL_ENTRY void glGetObjectLabel(GLenum identifier, GLuint name, GLsizei bufSize, GLsizei *length, GLchar *label)
{
    __typeof__(&glGetObjectLabel) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetObjectLabel);
    if (guest)
        guest(identifier, name, bufSize, length, label);
}

VMGL_ENTRY void glObjectPtrLabel(const void *ptr, GLsizei length, const GLchar *label)
{
    __typeof__(&glObjectPtrLabel) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glObjectPtrLabel);
    if (guest)
        guest(ptr, length, label);
}

VMGL_ENTRY void glGetObjectPtrLabel(const void *ptr, GLsizei bufSize, GLsizei *length, GLchar *label)
{
    __typeof__(&glGetObjectPtrLabel) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetObjectPtrLabel);
    if (guest)
        guest(ptr, bufSize, length, label);
}
