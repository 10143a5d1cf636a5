/* Loads libvmgl-guest.so from this library's folder. Nothing here runs before the first GL or GLX call: this library is
 * preloaded into every process, and most of them never draw. */
#define _GNU_SOURCE
#include "loader.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

enum state { UNLOADED, LOADED, UNUSABLE };

struct vmgl_guest_api vmgl_api;

static atomic_int loader_state = UNLOADED;
static pthread_mutex_t loader_lock = PTHREAD_MUTEX_INITIALIZER;

static struct vmgl_batch *this_thread(void)
{
    return &vmgl_batch;
}

static pthread_key_t thread_key;

static void thread_ended(void *ended)
{
    __atomic_store_n((int32_t *)ended, 1, __ATOMIC_RELEASE);
}

static void watch_thread(int32_t *ended)
{
    pthread_setspecific(thread_key, ended);
}

/* Managed code must not run in a forked child, and two processes must not write to one stream. The child's calls are
 * therefore dropped, and its copies of the connections are closed so that the host notices when the parent exits. */
static void drop_in_child(void)
{
    vmgl_batch = (struct vmgl_batch){0};
    atomic_store(&loader_state, UNUSABLE);
    if (vmgl_api.socket >= 0)
        close(vmgl_api.socket);
    if (vmgl_api.picture_socket >= 0)
        close(vmgl_api.picture_socket);
    vmgl_api.socket = vmgl_api.picture_socket = -1;
}

static int report_unusable(const char *what, const char *why)
{
    fprintf(stderr, "vmgl: %s: %s; reinstall VMGL's guest part\n", what, why);
    return UNUSABLE;
}

/* The managed runtime handles SIGSEGV and SIGFPE for its own faults and ignores SIGPIPE. The program would be affected, and every
 * process that it starts would inherit that. Our managed code does not need these handlers. Only the real-time signal that suspends
 * threads is kept. */
enum { STANDARD_SIGNALS = 31 };

static void save_signals(struct sigaction *saved)
{
    for (int number = 1; number <= STANDARD_SIGNALS; number++)
        sigaction(number, NULL, &saved[number]);
}

static void restore_signals(const struct sigaction *saved)
{
    for (int number = 1; number <= STANDARD_SIGNALS; number++)
        if (number != SIGKILL && number != SIGSTOP)
            sigaction(number, &saved[number], NULL);
}

static int load_guest(void)
{
    static const char name[] = "libvmgl-guest.so";
    char path[PATH_MAX];
    Dl_info self;
    if (!dladdr((void *)&vmgl_api, &self) || !self.dli_fname)
        return report_unusable(name, "the path of libGL.so.1 is unknown");
    const char *slash = strrchr(self.dli_fname, '/');
    int folder = slash ? (int)(slash - self.dli_fname) + 1 : 0;
    if (snprintf(path, sizeof path, "%.*s%s", folder, self.dli_fname, name) >= (int)sizeof path)
        return report_unusable(name, "its path is too long");
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return report_unusable(path, dlerror());
    vmgl_guest_attach_fn *attach = (vmgl_guest_attach_fn *)dlsym(library, "vmgl_guest_attach");
    vmgl_api = (struct vmgl_guest_api){
        .abi = VMGL_GUEST_ABI, .slots = VMGL_ENTRIES, .this_thread = this_thread,
        .watch_thread = watch_thread, .socket = -1, .picture_socket = -1};
    if (pthread_key_create(&thread_key, thread_ended) != 0)
        return report_unusable(name, "the process has no thread-specific data key left");
    if (!attach || attach(&vmgl_api) != 0)
        return report_unusable(path, "is not from the same build as libGL.so.1");
    pthread_atfork(NULL, NULL, drop_in_child);
    return LOADED;
}

static int load(void)
{
    struct sigaction saved[STANDARD_SIGNALS + 1];
    save_signals(saved);
    int state = load_guest();
    restore_signals(saved);
    return state;
}

VMGL_SLOW static int load_once(void)
{
    pthread_mutex_lock(&loader_lock);
    int state = atomic_load(&loader_state);
    if (state == UNLOADED) {
        state = load();
        atomic_store(&loader_state, state);
    }
    pthread_mutex_unlock(&loader_lock);
    return state;
}

void (*vmgl_guest(unsigned slot))(void)
{
    int state = atomic_load_explicit(&loader_state, memory_order_acquire);
    if (state == UNLOADED)
        state = load_once();
    return state == LOADED ? vmgl_api.entries[slot] : NULL;
}
