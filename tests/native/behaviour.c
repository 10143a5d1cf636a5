/* The behaviour of libGL.so.1 in edge cases: without a context, with a full batch, after fork, at the end of a thread. Prints one line
 * per check; the first failure ends the program. */
#define _GNU_SOURCE
#include "fake_guest.h"
#include "samples.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TEXTURE_2D = 0x0DE1, UNSIGNED_BYTE = 0x1401, PROGRAM = 0x8620, ASCII = 0x8875, VERTEX_BYTES = 16 };

extern GLenum glGetError(void);
extern __GLXextFuncPtr glXGetProcAddress(const GLubyte *name);
extern __GLXextFuncPtr glXGetProcAddressARB(const GLubyte *name);

#define CHECK(condition)                                                                   \
    do {                                                                                   \
        if (!(condition)) {                                                                \
            fprintf(stderr, "FAIL  %s:%d: %s\n", __func__, __LINE__, #condition);          \
            exit(1);                                                                       \
        }                                                                                  \
    } while (0)

static struct fake_guest *guest;
static const char *names_file;

static uint32_t sent_word(size_t index)
{
    uint32_t word;
    CHECK(index * 4 + 4 <= guest->sent_bytes);
    memcpy(&word, guest->sent + index * 4, 4);
    return word;
}

static void without_a_context_calls_are_dropped(void)
{
    struct vmgl_batch before = *fake_guest_batch();
    CHECK(before.at == NULL && before.end == NULL);
    vmgl_call_samples();
    glBindTexture(TEXTURE_2D, 5);
    glCallLists(3, UNSIGNED_BYTE, "abc");
    glProgramStringARB(PROGRAM, ASCII, 5, "!!ARB");
    CHECK(fake_guest_batch()->at == NULL);
    CHECK(guest->rooms == 0 && guest->bulks == 0 && guest->names == 0);
}

static void entries_reach_the_guest_library(void)
{
    unsigned calls = guest->calls;
    glGetError();
    CHECK(guest->calls == calls + 1);
}

static void a_batch_is_filled_to_its_last_byte(void)
{
    fake_guest_open(4 * VERTEX_BYTES, NULL);
    for (int i = 0; i < 4; i++)
        glVertex3f(1, 2, 3);
    CHECK(guest->rooms == 0);
    CHECK(fake_guest_batch()->at == fake_guest_batch()->end);
}

static void a_full_batch_requests_room(void)
{
    fake_guest_open(4 * VERTEX_BYTES, NULL);
    for (int i = 0; i < 5; i++)
        glVertex3f((float)i, 2, 3);
    CHECK(guest->rooms == 1 && guest->last_room == VERTEX_BYTES);
    CHECK(guest->sent_bytes == 4 * VERTEX_BYTES);
    fake_guest_flush();
    CHECK(guest->sent_bytes == 5 * VERTEX_BYTES);
    CHECK(sent_word(16) == (0x01b8 | 4 << 16) && sent_word(17) == 0x40800000); /* 4.0f */
}

static void a_nearly_full_batch_requests_room(void)
{
    fake_guest_open(4 * VERTEX_BYTES - 4, NULL);
    for (int i = 0; i < 4; i++)
        glVertex3f(1, 2, 3);
    CHECK(guest->rooms == 1 && guest->sent_bytes == 3 * VERTEX_BYTES);
}

static void a_command_larger_than_the_batch_is_sent(void)
{
    uint8_t lists[1001];
    memset(lists, 7, sizeof lists);
    fake_guest_open(64, NULL);
    glVertex3f(1, 2, 3);
    glCallLists(sizeof lists, UNSIGNED_BYTE, lists);
    CHECK(guest->rooms == 1 && guest->last_room == 16 + 1004);
    fake_guest_flush();
    CHECK(guest->sent_bytes == VERTEX_BYTES + 16 + 1004);
    CHECK(sent_word(4) == 0x0133 && sent_word(5) == (16 + 1004) / 4 && sent_word(6) == sizeof lists);
    CHECK(sent_word(4 + 4 + 250) == 7); /* one byte, and zero padding */
}

static void a_command_larger_than_a_frame_is_dropped(void)
{
    fake_guest_open(64, NULL);
    glCallLists(FAKE_LARGEST, UNSIGNED_BYTE, "never read");
    glCallLists(INT32_MAX, 0x1405, "never read");
    CHECK(guest->rooms == 2 && guest->last_room == 16 + 4 * (int64_t)INT32_MAX);
    CHECK(guest->sent_bytes == 0 && fake_guest_batch()->end - fake_guest_batch()->at == 64);
}

static void a_negative_count_has_no_array(void)
{
    fake_guest_open(64, NULL);
    glCallLists(-1, UNSIGNED_BYTE, NULL);
    fake_guest_flush();
    CHECK(guest->sent_bytes == 16 && sent_word(1) == 4 && sent_word(2) == UINT32_MAX);
}

static void bulk_follows_its_command(void)
{
    fake_guest_open(64, NULL);
    glVertex3f(1, 2, 3);
    glProgramStringARB(PROGRAM, ASCII, 5, "!!ARB");
    CHECK(guest->bulks == 1);
    CHECK(guest->sent_bytes == VERTEX_BYTES + 16 + 8);
    CHECK(memcmp(guest->sent + VERTEX_BYTES + 16, "!!ARB\0\0\0", 8) == 0);
}

static void empty_bulk_sends_only_the_command(void)
{
    fake_guest_open(64, NULL);
    glProgramStringARB(PROGRAM, ASCII, 0, NULL);
    glProgramStringARB(PROGRAM, ASCII, -1, NULL);
    fake_guest_flush();
    CHECK(guest->bulks == 0 && guest->sent_bytes == 32);
}

static void bulk_beyond_the_limit_is_refused(void)
{
    fake_guest_open(64, NULL);
    glProgramStringARB(PROGRAM, ASCII, (1 << 30) + 1, "never read");
    CHECK(guest->bulks == 0 && guest->rooms == 1 && guest->last_room == (1 << 30) + 1);
    fake_guest_flush();
    CHECK(guest->sent_bytes == 0);
}

static void a_name_that_was_not_generated_is_reported(void)
{
    uint32_t used[2] = {1u << 5, 1u << 31};
    struct vmgl_names names[VMGL_OBJECTS];
    memset(names, 0, sizeof names);
    names[VMGL_OBJECT_TEXTURE] = (struct vmgl_names){used, 64};
    fake_guest_open(512, names);
    glBindTexture(TEXTURE_2D, 5);
    glBindTexture(TEXTURE_2D, 63);
    CHECK(guest->names == 0);
    glBindTexture(TEXTURE_2D, 6);
    CHECK(guest->names == 1 && guest->last_kind == VMGL_OBJECT_TEXTURE && guest->last_name == 6);
    glBindTexture(TEXTURE_2D, 64);
    CHECK(guest->names == 2 && guest->last_name == 64);
    glBindTexture(TEXTURE_2D, UINT32_MAX);
    CHECK(guest->names == 3 && guest->last_name == UINT32_MAX);
    glNewList(5, 0x1300);
    CHECK(guest->names == 4 && guest->last_kind == VMGL_OBJECT_LIST && guest->last_name == 5);
    fake_guest_open(512, NULL);
    glBindTexture(TEXTURE_2D, 5);
    CHECK(guest->names == 1);
}

static void *draw_and_end(void *ended)
{
    glVertex3f(1, 2, 3); /* this thread has no context */
    fake_guest_watch(ended);
    return fake_guest_batch()->at;
}

static void the_end_of_a_thread_sets_its_flag(void)
{
    int32_t ended = 0;
    pthread_t thread;
    void *at = &thread;
    fake_guest_open(64, NULL);
    CHECK(pthread_create(&thread, NULL, draw_and_end, &ended) == 0);
    CHECK(pthread_join(thread, &at) == 0);
    CHECK(at == NULL);
    CHECK(__atomic_load_n(&ended, __ATOMIC_ACQUIRE) == 1);
    CHECK(fake_guest_batch()->at + 64 == fake_guest_batch()->end);
}

static int in_child(int descriptor)
{
    unsigned calls = guest->calls, rooms = guest->rooms;
    for (int i = 0; i < 100; i++)
        glVertex3f(1, 2, 3);
    if (fake_guest_batch()->at || fake_guest_batch()->end)
        return 1;
    if (glGetError() != 0 || guest->calls != calls || guest->rooms != rooms)
        return 2;
    if (fcntl(descriptor, F_GETFD) != -1 || errno != EBADF)
        return 3;
    return 0;
}

static void calls_of_a_forked_child_are_dropped(void)
{
    int ends[2], status;
    CHECK(pipe(ends) == 0);
    fake_guest_open(4 * VERTEX_BYTES, NULL);
    fake_guest_publish_socket(ends[1]);
    glVertex3f(1, 2, 3);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0)
        _exit(in_child(ends[1]));
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    CHECK(fcntl(ends[1], F_GETFD) != -1);
    glVertex3f(1, 2, 3);
    fake_guest_flush();
    CHECK(guest->sent_bytes == 2 * VERTEX_BYTES);
    fake_guest_publish_socket(-1);
    close(ends[0]);
    close(ends[1]);
}

static void every_exported_name_is_found(void)
{
    char name[128];
    int found = 0;
    FILE *names = fopen(names_file, "r");
    CHECK(names);
    while (fscanf(names, "%127s", name) == 1) {
        __GLXextFuncPtr address = glXGetProcAddress((const GLubyte *)name);
        if (!address || (void *)address != dlsym(RTLD_DEFAULT, name)) {
            fprintf(stderr, "FAIL  glXGetProcAddress(\"%s\") is not the address that programs link to\n", name);
            exit(1);
        }
        CHECK(glXGetProcAddressARB((const GLubyte *)name) == address);
        found++;
    }
    fclose(names);
    CHECK(found > 500);
}

static void other_names_are_not_found(void)
{
    static const char *const others[] = {
        "", "gl", "glX", "glVertex3", "glVertex3ff", "glvertex3f", "glAAAA", "glZZZZ", "zzz", "vmgl_room_slow", "vmglMakeCurrent", "glTexImage9D",
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        CHECK(glXGetProcAddress((const GLubyte *)others[i]) == NULL);
    CHECK(glXGetProcAddress(NULL) == NULL);
}

static void run(const char *name, void (*check)(void))
{
    check();
    printf("ok    %s\n", name);
}

#define RUN(check) run(#check, check)

int main(int count, char **arguments)
{
    if (count != 2) {
        fprintf(stderr, "usage: behaviour NAMES\n");
        return 2;
    }
    names_file = arguments[1];
    setvbuf(stdout, NULL, _IONBF, 0);
    guest = fake_guest();
    vmgl_call_samples(); /* the guest library is not loaded yet */
    CHECK(guest->rooms == 0 && guest->bulks == 0 && guest->names == 0);
    glGetError();
    RUN(without_a_context_calls_are_dropped);
    RUN(entries_reach_the_guest_library);
    RUN(a_batch_is_filled_to_its_last_byte);
    RUN(a_full_batch_requests_room);
    RUN(a_nearly_full_batch_requests_room);
    RUN(a_command_larger_than_the_batch_is_sent);
    RUN(a_command_larger_than_a_frame_is_dropped);
    RUN(a_negative_count_has_no_array);
    RUN(bulk_follows_its_command);
    RUN(empty_bulk_sends_only_the_command);
    RUN(bulk_beyond_the_limit_is_refused);
    RUN(a_name_that_was_not_generated_is_reported);
    RUN(the_end_of_a_thread_sets_its_flag);
    RUN(calls_of_a_forked_child_are_dropped);
    RUN(every_exported_name_is_found);
    RUN(other_names_are_not_found);
    return 0;
}
