/* A recording guest library. Built as libvmgl-guest.so beside the library under test. */
#include "fake_guest.h"

#include <stdlib.h>

static struct vmgl_guest_api *api;
static struct fake_guest recorded;
static uint8_t *start;
static size_t room;
static int drops;

struct fake_guest *fake_guest(void)
{
    return &recorded;
}

static void keep(const void *bytes, size_t count)
{
    size_t padded = (count + 3) & ~(size_t)3;
    recorded.sent = realloc(recorded.sent, recorded.sent_bytes + padded);
    if (count > 0) {
        memset(recorded.sent + recorded.sent_bytes, 0, padded);
        memcpy(recorded.sent + recorded.sent_bytes, bytes, count);
    }
    recorded.sent_bytes += padded;
}

struct vmgl_batch *fake_guest_batch(void)
{
    return api->this_thread();
}

void fake_guest_flush(void)
{
    struct vmgl_batch *batch = api->this_thread();
    if (!drops && batch->at > start)
        keep(start, (size_t)(batch->at - start));
    batch->at = start;
}

static void give(size_t bytes)
{
    struct vmgl_batch *batch = api->this_thread();
    if (bytes != room || !start) {
        free(start);
        start = malloc(bytes);
        room = bytes;
    }
    batch->at = start;
    batch->end = start + bytes;
}

static uint8_t *make_room(int64_t bytes)
{
    recorded.rooms++;
    recorded.last_room = bytes;
    if (bytes > FAKE_LARGEST)
        return NULL;
    fake_guest_flush();
    if ((size_t)bytes > room)
        give((size_t)bytes);
    api->this_thread()->at = start + bytes;
    return start;
}

static void send_bulk(const void *bytes, int64_t count)
{
    recorded.bulks++;
    fake_guest_flush();
    keep(bytes, (size_t)count);
}

static void use_name(uint32_t kind, uint32_t name)
{
    recorded.names++;
    recorded.last_kind = kind;
    recorded.last_name = name;
}

static void entry(void)
{
    recorded.calls++;
}

void fake_guest_open(size_t bytes, const struct vmgl_names *names)
{
    free(recorded.sent);
    recorded = (struct fake_guest){0};
    drops = 0;
    give(bytes);
    api->this_thread()->names = names;
}

void fake_guest_close(void)
{
    *api->this_thread() = (struct vmgl_batch){0};
}

void fake_guest_drop_everything(void)
{
    drops = 1;
}

void fake_guest_watch(int32_t *ended)
{
    api->watch_thread(ended);
}

void fake_guest_publish_socket(int descriptor)
{
    api->socket = descriptor;
}

int vmgl_guest_attach(struct vmgl_guest_api *given)
{
    if (given->abi != VMGL_GUEST_ABI || given->slots != VMGL_ENTRIES || getenv("FAKE_GUEST_REFUSES"))
        return 1;
    api = given;
    api->make_room = make_room;
    api->send_bulk = send_bulk;
    api->use_name = use_name;
    for (int i = 0; i < VMGL_ENTRIES; i++)
        api->entries[i] = entry;
    return 0;
}
