/* The contract between libGL.so.1 and libvmgl-guest.so, which are built and installed together.
 * src/Vmgl.GuestShim/NativeApi.cs says the same in C#; the number changes with every change of either. */
#ifndef VMGL_GUEST_ABI_H
#define VMGL_GUEST_ABI_H

#include "generated/entries.g.h"
#include "vmgl.h"

#define VMGL_GUEST_ABI 4

struct vmgl_guest_api {
    /* Filled by C. */
    uint32_t abi;
    uint32_t slots;
    struct vmgl_batch *(*this_thread)(void);
    /* Sets *ended to 1 when the calling thread ends. Managed code must not run that late, so it only leaves a mark. */
    void (*watch_thread)(int32_t *ended);
    /* Filled by C#. */
    uint8_t *(*make_room)(int64_t bytes);
    void (*send_bulk)(const void *bytes, int64_t count);
    void (*use_name)(uint32_t kind, uint32_t name);
    void (*entries[VMGL_ENTRIES])(void);
    /* The connections, for the child of a fork to close; -1 while there are none. Written by C#. */
    int32_t socket;
    int32_t picture_socket;
    /* Written by C#: called where a program says its viewport and so may have another window size. */
    void (*look_at_window)(void);
};

/* Returns 0, or 1 when the two libraries do not fit together. */
typedef int vmgl_guest_attach_fn(struct vmgl_guest_api *api);

#endif
