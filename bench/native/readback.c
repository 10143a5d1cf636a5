/* The time for reading a picture from GL: the lower bound for every presentation mode that returns pictures.
 * readback WIDTH HEIGHT: median of many pictures, in microseconds per picture, without the time for drawing. */
#define GL_GLEXT_PROTOTYPES 1
#include <GL/gl.h>
#include <GL/glx.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
    double difference = *(const double *)a - *(const double *)b;
    return (difference > 0) - (difference < 0);
}

int main(int count, char **arguments)
{
    enum { rounds = 200 };
    static double took[rounds];
    int width = count > 1 ? atoi(arguments[1]) : 640, height = count > 2 ? atoi(arguments[2]) : 480, configs;
    Display *display = XOpenDisplay(NULL);
    const int wanted[] = { GLX_DRAWABLE_TYPE, GLX_PBUFFER_BIT, GLX_DOUBLEBUFFER, True, GLX_RED_SIZE, 8, GLX_DEPTH_SIZE, 24, None };
    GLXFBConfig *config = display ? glXChooseFBConfig(display, DefaultScreen(display), wanted, &configs) : NULL;
    if (!config || width < 1 || height < 1) {
        fprintf(stderr, "readback: no display with GLX, or no size\n");
        return 1;
    }
    const int size[] = { GLX_PBUFFER_WIDTH, width, GLX_PBUFFER_HEIGHT, height, None };
    GLXPbuffer buffer = glXCreatePbuffer(display, config[0], size);
    GLXContext context = glXCreateNewContext(display, config[0], GLX_RGBA_TYPE, NULL, True);
    void *pixels = malloc((size_t)width * (size_t)height * 4);
    if (!pixels || !glXMakeContextCurrent(display, buffer, buffer, context)) {
        fprintf(stderr, "readback: no context\n");
        return 1;
    }
    for (int i = 0; i < rounds; i++) {
        glClearColor((float)(i % 10) / 10, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glFinish();
        double start = now();
        glReadPixels(0, 0, width, height, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV, pixels);
        took[i] = now() - start;
    }
    qsort(took, rounds, sizeof took[0], compare);
    printf("%.0f\n", took[rounds / 2]);
    return 0;
}
