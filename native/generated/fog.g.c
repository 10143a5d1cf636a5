/* Made by Vmgl.Generator from spec, area fog. Change that, then run: make generate */
/* Fog (section 3.10) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glFogf(GLenum pname, GLfloat param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01c8, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_f32(at + 8, param);
}

VMGL_ENTRY void glFogfv(GLenum pname, const GLfloat *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_fog(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01c9, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}

VMGL_ENTRY void glFogi(GLenum pname, GLint param)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x01ca, 3);
    vmgl_put_u32(at + 4, pname);
    vmgl_put_i32(at + 8, param);
}

VMGL_ENTRY void glFogiv(GLenum pname, const GLint *params)
{
    int64_t params_bytes = vmgl_times(4, vmgl_size_fog(pname));
    int64_t bytes = 12 + vmgl_pad(params_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x01cb, bytes);
    vmgl_put_u32(at + 8, pname);
    vmgl_put_array(at + 12, params, params_bytes);
}
