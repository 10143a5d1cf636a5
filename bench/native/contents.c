/* contents MIB: opens a window, creates the given number of MiB of textures and as many of buffer objects, never changes them, draws now and then, and
 * waits to be killed. Prints "ready" after everything was drawn; by then it has freed its own copies of the contents. */
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>
#include <GL/glx.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MIB = 1 << 20, SIDE = 512 }; /* a texture of 512 x 512 RGBA takes 1 MiB, like each buffer */

static Display *display;
static Window window;

static void open_window(void)
{
    int wanted[] = {GLX_RGBA, GLX_DOUBLEBUFFER, None};
    display = XOpenDisplay(NULL);
    XVisualInfo *visual = display ? glXChooseVisual(display, DefaultScreen(display), wanted) : NULL;
    if (!visual) {
        fprintf(stderr, "contents: no display, or none with GLX\n");
        exit(1);
    }
    Window root = DefaultRootWindow(display);
    XSetWindowAttributes set = {.colormap = XCreateColormap(display, root, visual->visual, AllocNone)};
    window = XCreateWindow(display, root, 0, 0, 64, 64, 0, visual->depth, InputOutput, visual->visual, CWColormap, &set);
    XMapWindow(display, window);
    glXMakeCurrent(display, window, glXCreateContext(display, visual, NULL, True));
}

static void make_texture(const unsigned char *pixels)
{
    GLuint texture;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, SIDE, SIDE, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
}

static void make_buffer(const unsigned char *bytes)
{
    GLuint buffer;
    glGenBuffers(1, &buffer);
    glBindBuffer(GL_ARRAY_BUFFER, buffer);
    glBufferData(GL_ARRAY_BUFFER, MIB, bytes, GL_STATIC_DRAW);
}

/* Clears and swaps, until everything before is folded. */
static void draw(int frames)
{
    for (int i = 0; i < frames; i++) {
        glClearColor((float)(i % 10) / 10, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glXSwapBuffers(display, window);
        usleep(10000);
    }
    glFinish();
}

int main(int count, char **words)
{
    long mib = count > 1 ? atol(words[1]) : 64;
    unsigned char *bytes = malloc(MIB);
    open_window();
    for (long i = 0; i < mib; i++) {
        for (long at = 0; at < MIB; at++) /* no two alike: equal pages could be merged, and zero pages cost nothing */
            bytes[at] = (unsigned char)(at * 7 + i * 13 + (at >> 9));
        make_texture(bytes);
        make_buffer(bytes);
    }
    free(bytes);
    draw(100);
    puts("ready");
    fflush(stdout);
    for (;;)
        draw(10);
}
