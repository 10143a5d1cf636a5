/* Made by Vmgl.Generator from spec, area shaders. Change that, then run: make generate */
/* Shader and program objects (GL 2.0 section 2.15, ARB_shader_objects) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY GLuint glCreateShader(GLenum type)
{
    __typeof__(&glCreateShader) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCreateShader);
    return guest ? guest(type) : 0;
}
VMGL_ALIAS(glCreateShader, glCreateShaderObjectARB);

VMGL_ENTRY GLuint glCreateProgram(void)
{
    __typeof__(&glCreateProgram) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCreateProgram);
    return guest ? guest() : 0;
}
VMGL_ALIAS(glCreateProgram, glCreateProgramObjectARB);

VMGL_ENTRY void glDeleteShader(GLuint shader)
{
    __typeof__(&glDeleteShader) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteShader);
    if (guest)
        guest(shader);
}

VMGL_ENTRY void glDeleteProgram(GLuint program)
{
    __typeof__(&glDeleteProgram) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteProgram);
    if (guest)
        guest(program);
}

VMGL_ENTRY void glDeleteObjectARB(GLhandleARB obj)
{
    __typeof__(&glDeleteObjectARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteObjectARB);
    if (guest)
        guest(obj);
}

VMGL_ENTRY void glAttachShader(GLuint program, GLuint shader)
{
    __typeof__(&glAttachShader) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glAttachShader);
    if (guest)
        guest(program, shader);
}
VMGL_ALIAS(glAttachShader, glAttachObjectARB);

VMGL_ENTRY void glDetachShader(GLuint program, GLuint shader)
{
    __typeof__(&glDetachShader) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDetachShader);
    if (guest)
        guest(program, shader);
}
VMGL_ALIAS(glDetachShader, glDetachObjectARB);

VMGL_ENTRY void glCompileShader(GLuint shader)
{
    __typeof__(&glCompileShader) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glCompileShader);
    if (guest)
        guest(shader);
}
VMGL_ALIAS(glCompileShader, glCompileShaderARB);

VMGL_ENTRY void glLinkProgram(GLuint program)
{
    __typeof__(&glLinkProgram) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glLinkProgram);
    if (guest)
        guest(program);
}
VMGL_ALIAS(glLinkProgram, glLinkProgramARB);

VMGL_ENTRY void glUseProgram(GLuint program)
{
    __typeof__(&glUseProgram) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glUseProgram);
    if (guest)
        guest(program);
}
VMGL_ALIAS(glUseProgram, glUseProgramObjectARB);

VMGL_ENTRY void glValidateProgram(GLuint program)
{
    __typeof__(&glValidateProgram) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glValidateProgram);
    if (guest)
        guest(program);
}
VMGL_ALIAS(glValidateProgram, glValidateProgramARB);

VMGL_ENTRY void glShaderSource(GLuint shader, GLsizei count, const GLchar *const*string, const GLint *length)
{
    __typeof__(&glShaderSource) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glShaderSource);
    if (guest)
        guest(shader, count, string, length);
}
VMGL_ALIAS(glShaderSource, glShaderSourceARB);

VMGL_ENTRY void glBindAttribLocation(GLuint program, GLuint index, const GLchar *name)
{
    __typeof__(&glBindAttribLocation) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glBindAttribLocation);
    if (guest)
        guest(program, index, name);
}
VMGL_ALIAS(glBindAttribLocation, glBindAttribLocationARB);

VMGL_ENTRY void glUniform1f(GLint location, GLfloat v0)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03a0, 3);
    vmgl_put_i32(at + 4, location);
    vmgl_put_f32(at + 8, v0);
}
VMGL_ALIAS(glUniform1f, glUniform1fARB);

VMGL_ENTRY void glUniform1fv(GLint location, GLsizei count, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 1);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03a1, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform1fv, glUniform1fvARB);

VMGL_ENTRY void glUniform1i(GLint location, GLint v0)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03a2, 3);
    vmgl_put_i32(at + 4, location);
    vmgl_put_i32(at + 8, v0);
}
VMGL_ALIAS(glUniform1i, glUniform1iARB);

VMGL_ENTRY void glUniform1iv(GLint location, GLsizei count, const GLint *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 1);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03a3, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform1iv, glUniform1ivARB);

VMGL_ENTRY void glUniform2f(GLint location, GLfloat v0, GLfloat v1)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x03a4, 4);
    vmgl_put_i32(at + 4, location);
    vmgl_put_f32(at + 8, v0);
    vmgl_put_f32(at + 12, v1);
}
VMGL_ALIAS(glUniform2f, glUniform2fARB);

VMGL_ENTRY void glUniform2fv(GLint location, GLsizei count, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 2);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03a5, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform2fv, glUniform2fvARB);

VMGL_ENTRY void glUniform2i(GLint location, GLint v0, GLint v1)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x03a6, 4);
    vmgl_put_i32(at + 4, location);
    vmgl_put_i32(at + 8, v0);
    vmgl_put_i32(at + 12, v1);
}
VMGL_ALIAS(glUniform2i, glUniform2iARB);

VMGL_ENTRY void glUniform2iv(GLint location, GLsizei count, const GLint *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 2);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03a7, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform2iv, glUniform2ivARB);

VMGL_ENTRY void glUniform3f(GLint location, GLfloat v0, GLfloat v1, GLfloat v2)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03a8, 5);
    vmgl_put_i32(at + 4, location);
    vmgl_put_f32(at + 8, v0);
    vmgl_put_f32(at + 12, v1);
    vmgl_put_f32(at + 16, v2);
}
VMGL_ALIAS(glUniform3f, glUniform3fARB);

VMGL_ENTRY void glUniform3fv(GLint location, GLsizei count, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 3);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03a9, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform3fv, glUniform3fvARB);

VMGL_ENTRY void glUniform3i(GLint location, GLint v0, GLint v1, GLint v2)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x03aa, 5);
    vmgl_put_i32(at + 4, location);
    vmgl_put_i32(at + 8, v0);
    vmgl_put_i32(at + 12, v1);
    vmgl_put_i32(at + 16, v2);
}
VMGL_ALIAS(glUniform3i, glUniform3iARB);

VMGL_ENTRY void glUniform3iv(GLint location, GLsizei count, const GLint *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 3);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03ab, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform3iv, glUniform3ivARB);

VMGL_ENTRY void glUniform4f(GLint location, GLfloat v0, GLfloat v1, GLfloat v2, GLfloat v3)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x03ac, 6);
    vmgl_put_i32(at + 4, location);
    vmgl_put_f32(at + 8, v0);
    vmgl_put_f32(at + 12, v1);
    vmgl_put_f32(at + 16, v2);
    vmgl_put_f32(at + 20, v3);
}
VMGL_ALIAS(glUniform4f, glUniform4fARB);

VMGL_ENTRY void glUniform4fv(GLint location, GLsizei count, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 4);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03ad, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform4fv, glUniform4fvARB);

VMGL_ENTRY void glUniform4i(GLint location, GLint v0, GLint v1, GLint v2, GLint v3)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x03ae, 6);
    vmgl_put_i32(at + 4, location);
    vmgl_put_i32(at + 8, v0);
    vmgl_put_i32(at + 12, v1);
    vmgl_put_i32(at + 16, v2);
    vmgl_put_i32(at + 20, v3);
}
VMGL_ALIAS(glUniform4i, glUniform4iARB);

VMGL_ENTRY void glUniform4iv(GLint location, GLsizei count, const GLint *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 4);
    int64_t bytes = 16 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03af, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_array(at + 16, value, value_bytes);
}
VMGL_ALIAS(glUniform4iv, glUniform4ivARB);

VMGL_ENTRY void glUniformMatrix2fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 4);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b0, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}
VMGL_ALIAS(glUniformMatrix2fv, glUniformMatrix2fvARB);

VMGL_ENTRY void glUniformMatrix3fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 9);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b1, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}
VMGL_ALIAS(glUniformMatrix3fv, glUniformMatrix3fvARB);

VMGL_ENTRY void glUniformMatrix4fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 16);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b2, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}
VMGL_ALIAS(glUniformMatrix4fv, glUniformMatrix4fvARB);

VMGL_ENTRY void glUniformMatrix2x3fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 6);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b3, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}

VMGL_ENTRY void glUniformMatrix3x2fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 6);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b4, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}

VMGL_ENTRY void glUniformMatrix2x4fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 8);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b5, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}

VMGL_ENTRY void glUniformMatrix4x2fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 8);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b6, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}

VMGL_ENTRY void glUniformMatrix3x4fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 12);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b7, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}

VMGL_ENTRY void glUniformMatrix4x3fv(GLint location, GLsizei count, GLboolean transpose, const GLfloat *value)
{
    int64_t value_bytes = vmgl_times(vmgl_times(4, count), 12);
    int64_t bytes = 20 + vmgl_pad(value_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x03b8, bytes);
    vmgl_put_i32(at + 8, location);
    vmgl_put_i32(at + 12, count);
    vmgl_put_u32(at + 16, transpose);
    vmgl_put_array(at + 20, value, value_bytes);
}

VMGL_ENTRY void glReleaseShaderCompiler(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x042a, 1);
}

VMGL_ENTRY void glShaderBinary(GLsizei count, const GLuint *shaders, GLenum binaryFormat, const void *binary, GLsizei length)
{
    __typeof__(&glShaderBinary) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glShaderBinary);
    if (guest)
        guest(count, shaders, binaryFormat, binary, length);
}

VMGL_ENTRY GLint glGetAttribLocation(GLuint program, const GLchar *name)
{
    __typeof__(&glGetAttribLocation) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetAttribLocation);
    return guest ? guest(program, name) : 0;
}
VMGL_ALIAS(glGetAttribLocation, glGetAttribLocationARB);

VMGL_ENTRY GLint glGetUniformLocation(GLuint program, const GLchar *name)
{
    __typeof__(&glGetUniformLocation) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetUniformLocation);
    return guest ? guest(program, name) : 0;
}
VMGL_ALIAS(glGetUniformLocation, glGetUniformLocationARB);

VMGL_ENTRY void glGetActiveAttrib(GLuint program, GLuint index, GLsizei bufSize, GLsizei *length, GLint *size, GLenum *type, GLchar *name)
{
    __typeof__(&glGetActiveAttrib) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetActiveAttrib);
    if (guest)
        guest(program, index, bufSize, length, size, type, name);
}
VMGL_ALIAS(glGetActiveAttrib, glGetActiveAttribARB);

VMGL_ENTRY void glGetActiveUniform(GLuint program, GLuint index, GLsizei bufSize, GLsizei *length, GLint *size, GLenum *type, GLchar *name)
{
    __typeof__(&glGetActiveUniform) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetActiveUniform);
    if (guest)
        guest(program, index, bufSize, length, size, type, name);
}
VMGL_ALIAS(glGetActiveUniform, glGetActiveUniformARB);

VMGL_ENTRY void glGetAttachedShaders(GLuint program, GLsizei maxCount, GLsizei *count, GLuint *shaders)
{
    __typeof__(&glGetAttachedShaders) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetAttachedShaders);
    if (guest)
        guest(program, maxCount, count, shaders);
}

VMGL_ENTRY void glGetAttachedObjectsARB(GLhandleARB containerObj, GLsizei maxCount, GLsizei *count, GLhandleARB *obj)
{
    __typeof__(&glGetAttachedObjectsARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetAttachedObjectsARB);
    if (guest)
        guest(containerObj, maxCount, count, obj);
}

VMGL_ENTRY void glGetShaderiv(GLuint shader, GLenum pname, GLint *params)
{
    __typeof__(&glGetShaderiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetShaderiv);
    if (guest)
        guest(shader, pname, params);
}

VMGL_ENTRY void glGetProgramiv(GLuint program, GLenum pname, GLint *params)
{
    __typeof__(&glGetProgramiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramiv);
    if (guest)
        guest(program, pname, params);
}

VMGL_ENTRY void glGetObjectParameterivARB(GLhandleARB obj, GLenum pname, GLint *params)
{
    __typeof__(&glGetObjectParameterivARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetObjectParameterivARB);
    if (guest)
        guest(obj, pname, params);
}

VMGL_ENTRY void glGetObjectParameterfvARB(GLhandleARB obj, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetObjectParameterfvARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetObjectParameterfvARB);
    if (guest)
        guest(obj, pname, params);
}

VMGL_ENTRY void glGetShaderInfoLog(GLuint shader, GLsizei bufSize, GLsizei *length, GLchar *infoLog)
{
    __typeof__(&glGetShaderInfoLog) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetShaderInfoLog);
    if (guest)
        guest(shader, bufSize, length, infoLog);
}

VMGL_ENTRY void glGetProgramInfoLog(GLuint program, GLsizei bufSize, GLsizei *length, GLchar *infoLog)
{
    __typeof__(&glGetProgramInfoLog) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetProgramInfoLog);
    if (guest)
        guest(program, bufSize, length, infoLog);
}

VMGL_ENTRY void glGetInfoLogARB(GLhandleARB obj, GLsizei maxLength, GLsizei *length, GLcharARB *infoLog)
{
    __typeof__(&glGetInfoLogARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetInfoLogARB);
    if (guest)
        guest(obj, maxLength, length, infoLog);
}

VMGL_ENTRY void glGetShaderSource(GLuint shader, GLsizei bufSize, GLsizei *length, GLchar *source)
{
    __typeof__(&glGetShaderSource) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetShaderSource);
    if (guest)
        guest(shader, bufSize, length, source);
}
VMGL_ALIAS(glGetShaderSource, glGetShaderSourceARB);

VMGL_ENTRY GLhandleARB glGetHandleARB(GLenum pname)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glGetHandleARB) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetHandleARB);
    return guest ? guest(pname) : 0;
}

VMGL_ENTRY void glGetUniformfv(GLuint program, GLint location, GLfloat *params)
{
    __typeof__(&glGetUniformfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetUniformfv);
    if (guest)
        guest(program, location, params);
}
VMGL_ALIAS(glGetUniformfv, glGetUniformfvARB);

VMGL_ENTRY void glGetUniformiv(GLuint program, GLint location, GLint *params)
{
    __typeof__(&glGetUniformiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetUniformiv);
    if (guest)
        guest(program, location, params);
}
VMGL_ALIAS(glGetUniformiv, glGetUniformivARB);

VMGL_ENTRY GLboolean glIsShader(GLuint shader)
{
    __typeof__(&glIsShader) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsShader);
    return guest ? guest(shader) : 0;
}

VMGL_ENTRY GLboolean glIsProgram(GLuint program)
{
    __typeof__(&glIsProgram) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsProgram);
    return guest ? guest(program) : 0;
}

VMGL_ENTRY void glGetShaderPrecisionFormat(GLenum shadertype, GLenum precisiontype, GLint *range, GLint *precision)
{
    __typeof__(&glGetShaderPrecisionFormat) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetShaderPrecisionFormat);
    if (guest)
        guest(shadertype, precisiontype, range, precision);
}
