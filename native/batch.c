/* The slow paths of a thread's batch: when it is full, and when there is none. */
#include "guest_abi.h"
#include "loader.h"

__thread struct vmgl_batch vmgl_batch;
struct vmgl_ever vmgl_ever;

uint8_t *vmgl_room_slow(size_t bytes)
{
    /* Receives the commands that a program issues without a context. Written, never read. */
    static __thread uint8_t dropped[VMGL_LONGEST_FIXED];
    uint8_t *room = vmgl_room_sized((int64_t)bytes);
    return room ? room : dropped;
}

uint8_t *vmgl_room_sized(int64_t bytes)
{
    struct vmgl_batch *batch = &vmgl_batch;
    if (!batch->end)
        return NULL;
    uint8_t *at = batch->at;
    if (batch->end - at < bytes)
        return vmgl_api.make_room(bytes);
    batch->at = at + bytes;
    return at;
}

void vmgl_send_bulk(const void *bytes, int64_t count)
{
    if (vmgl_batch.end && count > 0)
        vmgl_api.send_bulk(bytes, count);
}

int vmgl_refuse_bulk(int64_t count)
{
    const int64_t largest = ((int64_t)1 << 30) - (1 << 20); /* Limits.LargestPayload */
    if (count <= largest)
        return 0;
    vmgl_room_sized(count); /* too large for a batch as well: the guest library records the error */
    return 1;
}

VMGL_SLOW void vmgl_raise(uint32_t error)
{
    uint8_t *at = vmgl_room(8);
    vmgl_head(at, VMGL_OPCODE_RaiseError, 2);
    vmgl_put_u32(at + 4, error);
}

VMGL_SLOW void vmgl_look_at_window(void)
{
    if (vmgl_batch.end)
        vmgl_api.look_at_window();
}

VMGL_SLOW void vmgl_use_name_slow(unsigned kind, uint32_t name)
{
    if (vmgl_batch.end)
        vmgl_api.use_name(kind, name);
}
