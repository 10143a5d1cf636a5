/* Made by Vmgl.Generator from spec, area lists. Change that, then run: make generate */
/* Display lists (section 5.4) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glNewList(GLuint list, GLenum mode)
{
    vmgl_use_name(VMGL_OBJECT_LIST, list);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x0130, 3);
    vmgl_put_u32(at + 4, list);
    vmgl_put_u32(at + 8, mode);
    vmgl_track_NewList(list, mode);
}

VMGL_ENTRY void glEndList(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x0131, 1);
    vmgl_track_EndList();
}

VMGL_ENTRY void glCallList(GLuint list)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0132, 2);
    vmgl_put_u32(at + 4, list);
    vmgl_track_CallList(list);
}

VMGL_ENTRY void glCallLists(GLsizei n, GLenum type, const void *lists)
{
    int64_t lists_bytes = vmgl_times(vmgl_size_callLists(type), n);
    int64_t bytes = 16 + vmgl_pad(lists_bytes);
    uint8_t *at = vmgl_room_sized(bytes);
    if (!at)
        return;
    vmgl_head_sized(at, 0x0133, bytes);
    vmgl_put_i32(at + 8, n);
    vmgl_put_u32(at + 12, type);
    vmgl_put_array(at + 16, lists, lists_bytes);
    vmgl_track_CallLists(n, type, lists);
}

VMGL_ENTRY void glDeleteLists(GLuint list, GLsizei range)
{
    __typeof__(&glDeleteLists) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteLists);
    if (guest)
        guest(list, range);
}

VMGL_ENTRY GLuint glGenLists(GLsizei range)
{
    if (vmgl_inside_primitive())
        return 0;
    __typeof__(&glGenLists) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenLists);
    return guest ? guest(range) : 0;
}

VMGL_ENTRY void glListBase(GLuint base)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x0136, 2);
    vmgl_put_u32(at + 4, base);
}

VMGL_ENTRY GLboolean glIsList(GLuint list)
{
    __typeof__(&glIsList) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsList);
    return guest ? guest(list) : 0;
}
