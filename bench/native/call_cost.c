/* The cost of one GL call in the calling program, in nanoseconds, through the built libGL.so.1 with a guest library that
 * only empties the batch. Prints the median of several runs, and the fastest and slowest. */
#include "fake_guest.h"
#include "samples.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 15, CALLS = 2000000, BATCH_BYTES = 64 << 10, TEXTURE_2D = 0x0DE1 };

extern GLenum glGetError(void);

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static const GLfloat vector[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

#define MEASURE(name, call)                                                          \
    do {                                                                             \
        double taken[RUNS];                                                          \
        for (int run = 0; run < RUNS; run++) {                                       \
            double start = now();                                                    \
            for (int i = 0; i < CALLS; i++)                                          \
                call;                                                                \
            taken[run] = (now() - start) / CALLS;                                    \
        }                                                                            \
        qsort(taken, RUNS, sizeof *taken, ascending);                                \
        printf("%-14s %6.2f ns  (%.2f to %.2f)\n", name, taken[RUNS / 2], taken[0], taken[RUNS - 1]); \
    } while (0)

int main(void)
{
    uint32_t used[4] = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    struct vmgl_names names[VMGL_OBJECTS];
    for (int kind = 0; kind < VMGL_OBJECTS; kind++)
        names[kind] = (struct vmgl_names){used, 128};
    glGetError();
    fake_guest_open(BATCH_BYTES, names);
    fake_guest_drop_everything();
    MEASURE("glVertex3f", glVertex3f((float)i, 2, 3));
    MEASURE("glVertex3fv", glVertex3fv(vector));
    MEASURE("glNormal3f", glNormal3f((float)i, 2, 3));
    MEASURE("glColor4ub", glColor4ub((GLubyte)i, 2, 3, 4));
    MEASURE("glLoadMatrixf", glLoadMatrixf(vector));
    MEASURE("glBindTexture", glBindTexture(TEXTURE_2D, (GLuint)i & 127));
    fake_guest_close();
    MEASURE("no context", glVertex3f((float)i, 2, 3));
    return fake_guest()->names == 0 ? 0 : 1;
}
