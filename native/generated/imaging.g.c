/* Made by Vmgl.Generator from spec, area imaging. Change that, then run: make generate */
/* The imaging subset (section 3.6.3 onwards) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glColorTable(GLenum target, GLenum internalformat, GLsizei width, GLenum format, GLenum type, const void *table)
{
    __typeof__(&glColorTable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glColorTable);
    if (guest)
        guest(target, internalformat, width, format, type, table);
}

VMGL_ENTRY void glColorTableParameterfv(GLenum target, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_colorTableParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x035c, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glColorTableParameteriv(GLenum target, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_colorTableParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x035d, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glCopyColorTable(GLenum target, GLenum internalformat, GLint x, GLint y, GLsizei width)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x035e, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, internalformat);
    vmgl_put_i32(at + 12, x);
    vmgl_put_i32(at + 16, y);
    vmgl_put_i32(at + 20, width);
}

VMGL_ENTRY void glGetColorTable(GLenum target, GLenum format, GLenum type, void *table)
{
    __typeof__(&glGetColorTable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetColorTable);
    if (guest)
        guest(target, format, type, table);
}

VMGL_ENTRY void glGetColorTableParameterfv(GLenum target, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetColorTableParameterfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetColorTableParameterfv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetColorTableParameteriv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetColorTableParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetColorTableParameteriv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glColorSubTable(GLenum target, GLsizei start, GLsizei count, GLenum format, GLenum type, const void *data)
{
    __typeof__(&glColorSubTable) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glColorSubTable);
    if (guest)
        guest(target, start, count, format, type, data);
}

VMGL_ENTRY void glCopyColorSubTable(GLenum target, GLsizei start, GLint x, GLint y, GLsizei width)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x0363, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, start);
    vmgl_put_i32(at + 12, x);
    vmgl_put_i32(at + 16, y);
    vmgl_put_i32(at + 20, width);
}

VMGL_ENTRY void glConvolutionFilter1D(GLenum target, GLenum internalformat, GLsizei width, GLenum format, GLenum type, const void *image)
{
    __typeof__(&glConvolutionFilter1D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glConvolutionFilter1D);
    if (guest)
        guest(target, internalformat, width, format, type, image);
}

VMGL_ENTRY void glConvolutionFilter2D(GLenum target, GLenum internalformat, GLsizei width, GLsizei height, GLenum format, GLenum type, const void *image)
{
    __typeof__(&glConvolutionFilter2D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glConvolutionFilter2D);
    if (guest)
        guest(target, internalformat, width, height, format, type, image);
}

VMGL_ENTRY void glConvolutionParameterf(GLenum target, GLenum pname, GLfloat params)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0366, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_f32(at + 12, params);
}

VMGL_ENTRY void glConvolutionParameterfv(GLenum target, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_convolutionParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0367, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glConvolutionParameteri(GLenum target, GLenum pname, GLint params)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0368, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_i32(at + 12, params);
}

VMGL_ENTRY void glConvolutionParameteriv(GLenum target, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_convolutionParameter(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0369, bytes);
    vmgl_put_u32(at + 8, target);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glCopyConvolutionFilter1D(GLenum target, GLenum internalformat, GLint x, GLint y, GLsizei width)
{
    uint8_t *at = vmgl_room(24);
    vmgl_head(at, 0x036a, 6);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, internalformat);
    vmgl_put_i32(at + 12, x);
    vmgl_put_i32(at + 16, y);
    vmgl_put_i32(at + 20, width);
}

VMGL_ENTRY void glCopyConvolutionFilter2D(GLenum target, GLenum internalformat, GLint x, GLint y, GLsizei width, GLsizei height)
{
    uint8_t *at = vmgl_room(28);
    vmgl_head(at, 0x036b, 7);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, internalformat);
    vmgl_put_i32(at + 12, x);
    vmgl_put_i32(at + 16, y);
    vmgl_put_i32(at + 20, width);
    vmgl_put_i32(at + 24, height);
}

VMGL_ENTRY void glGetConvolutionFilter(GLenum target, GLenum format, GLenum type, void *image)
{
    __typeof__(&glGetConvolutionFilter) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetConvolutionFilter);
    if (guest)
        guest(target, format, type, image);
}

VMGL_ENTRY void glGetConvolutionParameterfv(GLenum target, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetConvolutionParameterfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetConvolutionParameterfv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetConvolutionParameteriv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetConvolutionParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetConvolutionParameteriv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetSeparableFilter(GLenum target, GLenum format, GLenum type, void *row, void *column, void *span)
{
    __typeof__(&glGetSeparableFilter) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetSeparableFilter);
    if (guest)
        guest(target, format, type, row, column, span);
}

VMGL_ENTRY void glSeparableFilter2D(GLenum target, GLenum internalformat, GLsizei width, GLsizei height, GLenum format, GLenum type, const void *row, const void *column)
{
    __typeof__(&glSeparableFilter2D) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glSeparableFilter2D);
    if (guest)
        guest(target, internalformat, width, height, format, type, row, column);
}

VMGL_ENTRY void glGetHistogram(GLenum target, GLboolean reset, GLenum format, GLenum type, void *values)
{
    __typeof__(&glGetHistogram) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetHistogram);
    if (guest)
        guest(target, reset, format, type, values);
}

VMGL_ENTRY void glGetHistogramParameterfv(GLenum target, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetHistogramParameterfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetHistogramParameterfv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetHistogramParameteriv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetHistogramParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetHistogramParameteriv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetMinmax(GLenum target, GLboolean reset, GLenum format, GLenum type, void *values)
{
    __typeof__(&glGetMinmax) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMinmax);
    if (guest)
        guest(target, reset, format, type, values);
}

VMGL_ENTRY void glGetMinmaxParameterfv(GLenum target, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetMinmaxParameterfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMinmaxParameterfv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glGetMinmaxParameteriv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetMinmaxParameteriv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMinmaxParameteriv);
    if (guest)
        guest(target, pname, params);
}

VMGL_ENTRY void glHistogram(GLenum target, GLsizei width, GLenum internalformat, GLboolean sink)
{
    uint8_t *at = vmgl_room(20);
    vmgl_head(at, 0x0377, 5);
    vmgl_put_u32(at + 4, target);
    vmgl_put_i32(at + 8, width);
    vmgl_put_u32(at + 12, internalformat);
    vmgl_put_u32(at + 16, sink);
}

VMGL_ENTRY void glMinmax(GLenum target, GLenum internalformat, GLboolean sink)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x0378, 4);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, internalformat);
    vmgl_put_u32(at + 12, sink);
}

VMGL_ENTRY void glResetHistogram(GLenum target)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0379, 2);
    vmgl_put_u32(at + 4, target);
}

VMGL_ENTRY void glResetMinmax(GLenum target)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x037a, 2);
    vmgl_put_u32(at + 4, target);
}
