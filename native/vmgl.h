/* The building blocks of generated entry points: a thread's batch and the functions that write to it. */
#ifndef VMGL_H
#define VMGL_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "gl_types.h"

#define VMGL_ENTRY __attribute__((visibility("default")))
#define VMGL_ALIAS(name, other) \
    extern __typeof__(name) other __attribute__((alias(#name), visibility("default")))
#define VMGL_SLOW __attribute__((noinline, cold))

/* The object names of one kind that are in use in the current share group, one bit per name. The guest library owns the memory. */
struct vmgl_names {
    const uint32_t *used;
    uint32_t limit; /* the number of bits */
};

/* The binding of a framebuffer target, and the number of bind commands so far. */
struct vmgl_framebuffer {
    uint32_t name; /* VMGL_UNKNOWN_NAME if only the host knows */
    uint32_t binds;
};

enum { VMGL_UNKNOWN_NAME = 0xffffffff };

/* The commands of this thread that have not been sent yet. Without a current context at == end == NULL. */
struct vmgl_batch {
    uint8_t *at;
    uint8_t *end;
    const struct vmgl_names *names; /* one per object kind, or NULL */
    uint32_t primitive; /* 1 between glBegin and glEnd */
    uint32_t compiling; /* the mode of the display list that is being compiled, or 0 */
    struct vmgl_framebuffer draw, read;
    uint32_t attachments; /* 1 after a command that may change whether a framebuffer is complete; C# resets it */
    uint32_t lists; /* 1 if the batch compiles a display list */
    uint32_t watched; /* 1 if the guest library needs the size of the current window */
};

/* Flags for commands that any thread of this process has ever issued. They are never reset. While a flag is 0, the case that it stands for
 * can be ruled out. */
struct vmgl_ever {
    uint32_t lists_change_attachments;
    uint32_t automatic_mipmaps;
    uint32_t pushed; /* all masks given to glPushAttrib */
};

/* An upper bound for the size of fixed commands in bytes; a test compares it with the spec's longest one. It is small because
 * initial-exec storage is scarce in a process that loads this library late. */
enum { VMGL_LONGEST_FIXED = 256 };

/* initial-exec (set on the command line): access takes one instruction and no call into the dynamic linker. */
extern __thread struct vmgl_batch vmgl_batch;
extern struct vmgl_ever vmgl_ever;

/* Returns room for a command when the batch is full or absent; never NULL. Commands without a context are dropped. */
uint8_t *vmgl_room_slow(size_t bytes);
/* Returns room for a command that states its length; NULL if the command is dropped. */
uint8_t *vmgl_room_sized(int64_t bytes);
/* Sends the batch followed by memory of the program, which is valid only during this call. */
void vmgl_send_bulk(const void *bytes, int64_t count);
/* Returns whether a bulk payload is larger than any frame can be, and records GL_OUT_OF_MEMORY if so. Call it before the command is written. */
int vmgl_refuse_bulk(int64_t count);
/* Notifies the guest library that the program uses a name that was not generated. */
void vmgl_use_name_slow(unsigned kind, uint32_t name);
/* Returns the guest library's function in a slot; NULL without a guest library, or in a forked child. */
void (*vmgl_guest(unsigned slot))(void);

static inline uint8_t *vmgl_room(size_t bytes)
{
    struct vmgl_batch *batch = &vmgl_batch;
    uint8_t *at = batch->at;
    if (__builtin_expect((size_t)(batch->end - at) < bytes, 0))
        return vmgl_room_slow(bytes);
    batch->at = at + bytes;
    return at;
}

static inline void vmgl_use_name(unsigned kind, uint32_t name)
{
    const struct vmgl_names *names = vmgl_batch.names;
    if (__builtin_expect(names && name < names[kind].limit && (names[kind].used[name >> 5] >> (name & 31) & 1), 1))
        return;
    vmgl_use_name_slow(kind, name);
}

static inline void vmgl_ever_set(uint32_t *flag, uint32_t bits) { __atomic_or_fetch(flag, bits, __ATOMIC_RELAXED); }
static inline uint32_t vmgl_ever_get(const uint32_t *flag) { return __atomic_load_n(flag, __ATOMIC_RELAXED); }

/* For commands marked "attachments" in the spec, which may change whether a framebuffer is complete (GL 3.0 section 4.4.4). Called after
 * the command was written: the flag would be reset if the batch were sent to make room for the command. */
static inline void vmgl_mark_attachments(void)
{
    vmgl_batch.attachments = 1;
    if (__builtin_expect(vmgl_batch.compiling != 0, 0))
        vmgl_ever_set(&vmgl_ever.lists_change_attachments, 1);
}

/* For commands marked "levels" in the spec, which fill an existing level. If mipmaps are generated automatically (GL 1.4 section 3.8.8),
 * other levels change too. */
static inline void vmgl_mark_levels(void)
{
    if (__builtin_expect(vmgl_ever_get(&vmgl_ever.automatic_mipmaps) != 0, 0))
        vmgl_mark_attachments();
}

/* For commands marked "track" in the spec. They determine, without a question to the host, whether a command is between glBegin and glEnd
 * (GL 1.5 sections 2.6.3 and 5.4), which framebuffers are bound, and whether their completeness may have changed. A glBegin that is
 * only compiled begins no primitive. */
enum { VMGL_GL_POLYGON = 9, VMGL_GL_COMPILE = 0x1300, VMGL_GL_COMPILE_AND_EXECUTE = 0x1301, VMGL_GL_INVALID_OPERATION = 0x0502 };

static inline void vmgl_track_Begin(uint32_t mode)
{
    if (mode <= VMGL_GL_POLYGON && vmgl_batch.compiling != VMGL_GL_COMPILE)
        vmgl_batch.primitive = 1;
}

static inline void vmgl_track_End(void)
{
    if (vmgl_batch.compiling != VMGL_GL_COMPILE)
        vmgl_batch.primitive = 0;
}

static inline void vmgl_track_NewList(uint32_t list, uint32_t mode)
{
    vmgl_batch.lists = 1;
    int is_mode = mode == VMGL_GL_COMPILE || mode == VMGL_GL_COMPILE_AND_EXECUTE;
    if (is_mode && list != 0 && !vmgl_batch.compiling && !vmgl_batch.primitive)
        vmgl_batch.compiling = mode;
}

static inline void vmgl_track_EndList(void)
{
    if (!vmgl_batch.primitive)
        vmgl_batch.compiling = 0;
}

/* A list may end the primitive. Whether it did is unknown here, so no primitive is assumed: a false error would do more harm than a
 * missed one. */
static inline void vmgl_track_CallList(uint32_t list)
{
    (void)list;
    vmgl_batch.primitive = 0;
    if (vmgl_ever_get(&vmgl_ever.lists_change_attachments))
        vmgl_mark_attachments();
}

static inline void vmgl_track_CallLists(int32_t n, uint32_t type, const void *lists)
{
    (void)n, (void)type, (void)lists;
    vmgl_track_CallList(0);
}

/* Programs usually set the viewport because the size of the window has changed (Mesa also checks the window then). */
VMGL_SLOW void vmgl_look_at_window(void);

static inline void vmgl_track_Viewport(int32_t x, int32_t y, int32_t width, int32_t height)
{
    (void)x, (void)y, (void)width, (void)height;
    if (__builtin_expect(vmgl_batch.watched != 0, 0))
        vmgl_look_at_window();
}

enum { VMGL_GL_FRAMEBUFFER = 0x8D40, VMGL_GL_READ_FRAMEBUFFER = 0x8CA8, VMGL_GL_DRAW_FRAMEBUFFER = 0x8CA9 };

/* Between glBegin and glEnd this is an error. During compilation of a display list it is executed at once (EXT_framebuffer_object, section 5.4),
 * but drivers may differ, so the binding is then asked of the host. */
static inline void vmgl_track_BindFramebuffer(uint32_t target, uint32_t framebuffer)
{
    struct vmgl_batch *batch = &vmgl_batch;
    uint32_t name = batch->primitive || batch->compiling ? VMGL_UNKNOWN_NAME : framebuffer;
    if (target == VMGL_GL_FRAMEBUFFER || target == VMGL_GL_DRAW_FRAMEBUFFER)
        batch->draw = (struct vmgl_framebuffer){name, batch->draw.binds + 1};
    if (target == VMGL_GL_FRAMEBUFFER || target == VMGL_GL_READ_FRAMEBUFFER)
        batch->read = (struct vmgl_framebuffer){name, batch->read.binds + 1};
}

static inline void vmgl_track_BindFramebufferEXT(uint32_t target, uint32_t framebuffer)
{
    vmgl_track_BindFramebuffer(target, framebuffer);
}

/* Sampling parameters do not affect whether a texture can be drawn to. */
static inline void vmgl_track_texture_parameter(uint32_t name)
{
    enum { MAG_FILTER = 0x2800, MIN_FILTER, WRAP_S, WRAP_T, WRAP_R = 0x8072, GENERATE_MIPMAP = 0x8191 };
    if (name == GENERATE_MIPMAP)
        vmgl_ever_set(&vmgl_ever.automatic_mipmaps, 1);
    if (name != MAG_FILTER && name != MIN_FILTER && name != WRAP_S && name != WRAP_T && name != WRAP_R)
        vmgl_mark_attachments();
}

static inline void vmgl_track_TexParameterf(uint32_t target, uint32_t name, float value)
{
    (void)target, (void)value;
    vmgl_track_texture_parameter(name);
}

static inline void vmgl_track_TexParameteri(uint32_t target, uint32_t name, int32_t value)
{
    (void)target, (void)value;
    vmgl_track_texture_parameter(name);
}

static inline void vmgl_track_TexParameterfv(uint32_t target, uint32_t name, const float *values)
{
    (void)target, (void)values;
    vmgl_track_texture_parameter(name);
}

static inline void vmgl_track_TexParameteriv(uint32_t target, uint32_t name, const int32_t *values)
{
    (void)target, (void)values;
    vmgl_track_texture_parameter(name);
}

static inline void vmgl_track_TexParameterIiv(uint32_t target, uint32_t name, const int32_t *values)
{
    (void)target, (void)values;
    vmgl_track_texture_parameter(name);
}

static inline void vmgl_track_TexParameterIuiv(uint32_t target, uint32_t name, const uint32_t *values)
{
    (void)target, (void)values;
    vmgl_track_texture_parameter(name);
}

/* Popping these groups restores draw and read buffers and texture levels. A compiled pop restores whatever is pushed when the list is called. */
enum { VMGL_GL_PIXEL_MODE_BIT = 0x20, VMGL_GL_COLOR_BUFFER_BIT = 0x4000, VMGL_GL_TEXTURE_BIT = 0x40000 };

static inline void vmgl_track_PushAttrib(uint32_t mask)
{
    if (mask & ~vmgl_ever_get(&vmgl_ever.pushed))
        vmgl_ever_set(&vmgl_ever.pushed, mask);
}

static inline void vmgl_track_PopAttrib(void)
{
    uint32_t groups = VMGL_GL_PIXEL_MODE_BIT | VMGL_GL_COLOR_BUFFER_BIT | VMGL_GL_TEXTURE_BIT;
    if (vmgl_batch.compiling || vmgl_ever_get(&vmgl_ever.pushed) & groups)
        vmgl_mark_attachments();
}

/* Records the GL error `error`. A command marked "outside" in the spec that is between glBegin and glEnd is replaced by this error. */
VMGL_SLOW void vmgl_raise(uint32_t error);

static inline int vmgl_inside_primitive(void)
{
    if (__builtin_expect(vmgl_batch.primitive == 0, 1))
        return 0;
    vmgl_raise(VMGL_GL_INVALID_OPERATION);
    return 1;
}

/* Fields are stored directly in the batch with their final widths: building a struct and copying it would stall on
 * store forwarding. */
static inline void vmgl_put_u32(uint8_t *to, uint32_t value) { memcpy(to, &value, 4); }
static inline void vmgl_put_i32(uint8_t *to, int32_t value) { memcpy(to, &value, 4); }
static inline void vmgl_put_f32(uint8_t *to, float value) { memcpy(to, &value, 4); }
static inline void vmgl_put_f64(uint8_t *to, double value) { memcpy(to, &value, 8); }
static inline void vmgl_put_i64(uint8_t *to, int64_t value) { memcpy(to, &value, 8); }

static inline void vmgl_head(uint8_t *to, uint32_t opcode, uint32_t words)
{
    vmgl_put_u32(to, opcode | words << 16);
}

static inline void vmgl_head_sized(uint8_t *to, uint32_t opcode, int64_t bytes)
{
    vmgl_put_u32(to, opcode);
    vmgl_put_u32(to + 4, (uint32_t)(bytes / 4));
}

/* Writes an array of constant length. The padding is zeroed so that no stale byte is sent. */
static inline __attribute__((always_inline)) void vmgl_put_fixed(uint8_t *to, const void *array, size_t bytes)
{
    if (bytes & 3)
        vmgl_put_u32(to + (bytes & ~(size_t)3), 0);
    memcpy(to, array, bytes);
}

static inline void vmgl_put_array(uint8_t *to, const void *array, int64_t bytes)
{
    if (bytes > 0)
        vmgl_put_fixed(to, array, (size_t)bytes);
}

static inline int64_t vmgl_pad(int64_t bytes) { return (bytes + 3) & ~(int64_t)3; }

/* The product of two sizes. Negative sizes count as zero; the result saturates far above every limit. */
static inline int64_t vmgl_times(int64_t a, int64_t b)
{
    const int64_t saturated = (int64_t)1 << 40;
    if (a <= 0 || b <= 0)
        return 0;
    return a > saturated / b ? saturated : a * b;
}

#endif
