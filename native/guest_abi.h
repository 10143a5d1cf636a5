/* The contract between libGL.so.1 and libvmgl-guest.so, which are built and installed together.
 * src/Vmgl.GuestShim/NativeApi.cs is the same in C#. Every change of either increments VMGL_GUEST_ABI. */
#ifndef VMGL_GUEST_ABI_H
#define VMGL_GUEST_ABI_H

#include "generated/entries.g.h"
#include "vmgl.h"

#define VMGL_GUEST_ABI 4

struct vmgl_guest_api {
    /* Set by C. */
    uint32_t abi;
    uint32_t slots;
    struct vmgl_batch *(*this_thread)(void);
    /* Sets *ended to 1 when the calling thread ends. It only sets a flag, because managed code must not run that late. */
    void (*watch_thread)(int32_t *ended);
    /* Set by C#. */
    uint8_t *(*make_room)(int64_t bytes);
    void (*send_bulk)(const void *bytes, int64_t count);
    void (*use_name)(uint32_t kind, uint32_t name);
    void (*entries[VMGL_ENTRIES])(void);
    /* The descriptors of the connections, which a forked child closes; -1 without a connection. Set by C#. */
    int32_t socket;
    int32_t picture_socket;
    /* Called when a program sets its viewport, because the window may then have another size. Set by C#. */
    void (*look_at_window)(void);
};

/* Returns 0, or 1 if the two libraries are not from the same build. */
typedef int vmgl_guest_attach_fn(struct vmgl_guest_api *api);

#endif
