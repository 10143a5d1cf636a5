/* Made by Vmgl.Generator from spec, area queries. Change that, then run: make generate */
/* Occlusion queries (section 4.1.7) */
#include "../vmgl.h"
#include "entries.g.h"
#include "sizes.g.h"

VMGL_ENTRY void glGenQueries(GLsizei n, GLuint *ids)
{
    if (vmgl_inside_primitive())
        return;
    __typeof__(&glGenQueries) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGenQueries);
    if (guest)
        guest(n, ids);
}
VMGL_ALIAS(glGenQueries, glGenQueriesARB);

VMGL_ENTRY void glDeleteQueries(GLsizei n, const GLuint *ids)
{
    __typeof__(&glDeleteQueries) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glDeleteQueries);
    if (guest)
        guest(n, ids);
}
VMGL_ALIAS(glDeleteQueries, glDeleteQueriesARB);

VMGL_ENTRY GLboolean glIsQuery(GLuint id)
{
    __typeof__(&glIsQuery) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glIsQuery);
    return guest ? guest(id) : 0;
}
VMGL_ALIAS(glIsQuery, glIsQueryARB);

VMGL_ENTRY void glBeginQuery(GLenum target, GLuint id)
{
    vmgl_use_name(VMGL_OBJECT_QUERY, id);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x02b4, 3);
    vmgl_put_u32(at + 4, target);
    vmgl_put_u32(at + 8, id);
}
VMGL_ALIAS(glBeginQuery, glBeginQueryARB);

VMGL_ENTRY void glEndQuery(GLenum target)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, 0x02b5, 2);
    vmgl_put_u32(at + 4, target);
}
VMGL_ALIAS(glEndQuery, glEndQueryARB);

VMGL_ENTRY void glGetQueryiv(GLenum target, GLenum pname, GLint *params)
{
    __typeof__(&glGetQueryiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetQueryiv);
    if (guest)
        guest(target, pname, params);
}
VMGL_ALIAS(glGetQueryiv, glGetQueryivARB);

VMGL_ENTRY void glGetQueryObjectiv(GLuint id, GLenum pname, GLint *params)
{
    __typeof__(&glGetQueryObjectiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetQueryObjectiv);
    if (guest)
        guest(id, pname, params);
}
VMGL_ALIAS(glGetQueryObjectiv, glGetQueryObjectivARB);

VMGL_ENTRY void glGetQueryObjectuiv(GLuint id, GLenum pname, GLuint *params)
{
    __typeof__(&glGetQueryObjectuiv) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetQueryObjectuiv);
    if (guest)
        guest(id, pname, params);
}
VMGL_ALIAS(glGetQueryObjectuiv, glGetQueryObjectuivARB);

VMGL_ENTRY void glBeginConditionalRender(GLuint id, GLenum mode)
{
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03f4, 3);
    vmgl_put_u32(at + 4, id);
    vmgl_put_u32(at + 8, mode);
}
VMGL_ALIAS(glBeginConditionalRender, glBeginConditionalRenderNV);

VMGL_ENTRY void glEndConditionalRender(void)
{
    uint8_t *at = vmgl_room(4);
    vmgl_head(at, 0x03f5, 1);
}
VMGL_ALIAS(glEndConditionalRender, glEndConditionalRenderNV);

VMGL_ENTRY void glQueryCounter(GLuint id, GLenum target)
{
    vmgl_use_name(VMGL_OBJECT_QUERY, id);
    uint8_t *at = vmgl_room(12);
    vmgl_head(at, 0x03f6, 3);
    vmgl_put_u32(at + 4, id);
    vmgl_put_u32(at + 8, target);
}

VMGL_ENTRY void glGetQueryObjecti64v(GLuint id, GLenum pname, GLint64 *params)
{
    __typeof__(&glGetQueryObjecti64v) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetQueryObjecti64v);
    if (guest)
        guest(id, pname, params);
}
VMGL_ALIAS(glGetQueryObjecti64v, glGetQueryObjecti64vEXT);

VMGL_ENTRY void glGetQueryObjectui64v(GLuint id, GLenum pname, GLuint64 *params)
{
    __typeof__(&glGetQueryObjectui64v) guest = (__typeof__(guest))vmgl_guest(VMGL_ENTRY_glGetQueryObjectui64v);
    if (guest)
        guest(id, pname, params);
}
VMGL_ALIAS(glGetQueryObjectui64v, glGetQueryObjectui64vEXT);
