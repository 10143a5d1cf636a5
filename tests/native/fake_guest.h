/* What stands in for libvmgl-guest.so in the C tests: it gives the thread a batch and keeps what would be sent. */
#ifndef FAKE_GUEST_H
#define FAKE_GUEST_H

#include "guest_abi.h"

/* Commands that are larger are refused, as the real guest library refuses them. */
enum { FAKE_LARGEST = 1 << 20 };

struct fake_guest {
    uint8_t *sent; /* everything sent, bulk padded to words */
    size_t sent_bytes;
    unsigned rooms, bulks, names, calls; /* how often each function was called */
    int64_t last_room;
    uint32_t last_kind, last_name;
};

struct fake_guest *fake_guest(void);
/* Forgets what was recorded and gives the calling thread a batch of so many bytes; there must have been a first call. */
void fake_guest_open(size_t room, const struct vmgl_names *names);
/* Sends what is in the batch. */
void fake_guest_flush(void);
/* Takes the batch back: no context is current. */
void fake_guest_close(void);
/* Begins to refill a full batch without keeping what was in it, for measuring. */
void fake_guest_drop_everything(void);
void fake_guest_watch(int32_t *ended);
void fake_guest_publish_socket(int descriptor);
struct vmgl_batch *fake_guest_batch(void);

/* What the next attach answers. */
extern int vmgl_guest_attach(struct vmgl_guest_api *api);

#endif
