/* Made by Vmgl.Generator from spec, area lighting. Change that, then run: make generate */
/* Colours and lighting (section 2.14) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glFrontFace(GLenum mode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0101, 2);
    vmgl_put_u32(at + 4, mode);
}

VMGL_ENTRY void glColorMaterial(GLenum face, GLenum mode)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01c7, 3);
    vmgl_put_u32(at + 4, face);
    vmgl_put_u32(at + 8, mode);
}

VMGL_ENTRY void glLightf(GLenum light, GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01cc, 4);
    vmgl_put_u32(at + 4, light);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_f32(at + 12, param);
}

VMGL_ENTRY void glLightfv(GLenum light, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_light(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01cd, bytes);
    vmgl_put_u32(at + 8, light);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glLighti(GLenum light, GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01ce, 4);
    vmgl_put_u32(at + 4, light);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_i32(at + 12, param);
}

VMGL_ENTRY void glLightiv(GLenum light, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_light(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01cf, bytes);
    vmgl_put_u32(at + 8, light);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glLightModelf(GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01d0, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_f32(at + 8, param);
}

VMGL_ENTRY void glLightModelfv(GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_lightModel(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01d1, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}

VMGL_ENTRY void glLightModeli(GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01d2, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_i32(at + 8, param);
}

VMGL_ENTRY void glLightModeliv(GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_lightModel(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01d3, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}

VMGL_ENTRY void glMaterialf(GLenum face, GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01d5, 4);
    vmgl_put_u32(at + 4, face);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_f32(at + 12, param);
}

VMGL_ENTRY void glMaterialfv(GLenum face, GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_material(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01d6, bytes);
    vmgl_put_u32(at + 8, face);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glMateriali(GLenum face, GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(16);
    vmgl_head(at, 0x01d7, 4);
    vmgl_put_u32(at + 4, face);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_i32(at + 12, param);
}

VMGL_ENTRY void glMaterialiv(GLenum face, GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_material(pname));
    int64_t bytes = 16 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01d8, bytes);
    vmgl_put_u32(at + 8, face);
    vmgl_put_u32(at + 12, pname);
    vmgl_put_array(at + 16, params, params_bytes);
}

VMGL_ENTRY void glShadeModel(GLenum mode)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x01da, 2);
    vmgl_put_u32(at + 4, mode);
}

VMGL_ENTRY void glGetLightfv(GLenum light, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetLightfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetLightfv);
    if (guest)
        guest(light, pname, params);
}

VMGL_ENTRY void glGetLightiv(GLenum light, GLenum pname, GLint *params)
{
    __typeof__(&glGetLightiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetLightiv);
    if (guest)
        guest(light, pname, params);
}

VMGL_ENTRY void glGetMaterialfv(GLenum face, GLenum pname, GLfloat *params)
{
    __typeof__(&glGetMaterialfv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMaterialfv);
    if (guest)
        guest(face, pname, params);
}

VMGL_ENTRY void glGetMaterialiv(GLenum face, GLenum pname, GLint *params)
{
    __typeof__(&glGetMaterialiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetMaterialiv);
    if (guest)
        guest(face, pname, params);
}
