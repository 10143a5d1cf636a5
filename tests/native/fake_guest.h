/* The replacement for libvmgl-guest.so in the C tests: gives the thread a batch and records everything that would be sent. */
#ifndef FAKE_GUEST_H
#define FAKE_GUEST_H

#include "guest_abi.h"

/* Larger commands are refused, as by the real guest library. Bytes. */
enum { FAKE_LARGEST = 1 << 20 };

struct fake_guest {
    uint8_t *sent; /* everything sent, bulk padded to words */
    size_t sent_bytes;
    unsigned rooms, bulks, names, calls; /* the number of calls of each function */
    int64_t last_room;
    uint32_t last_kind, last_name;
};

struct fake_guest *fake_guest(void);
/* Clears the record and gives the calling thread a batch of `room` bytes. The library must have been loaded by a first call. */
void fake_guest_open(size_t room, const struct vmgl_names *names);
/* Sends the contents of the batch. */
void fake_guest_flush(void);
/* Removes the batch, as without a current context. */
void fake_guest_close(void);
/* From now on discards full batches instead of recording them, for measurements. */
void fake_guest_drop_everything(void);
void fake_guest_watch(int32_t *ended);
void fake_guest_publish_socket(int descriptor);
struct vmgl_batch *fake_guest_batch(void);

extern int vmgl_guest_attach(struct vmgl_guest_api *api);

#endif
